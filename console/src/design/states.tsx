/** What a screen shows when there is nothing, not yet anything, or a fault. */
import type { ReactNode } from 'react';
import type { CombinedError } from 'urql';
import { badgeTone, type Severity } from './severity.js';
import { Button } from './button.js';
import { Icon, type IconName } from './icon.js';
import layout from './layout.module.css';
import styles from './states.module.css';
import text from './text.module.css';
import tones from './tone.module.css';
import type { Tone } from './badge.js';

interface EmptyStateProps {
  title: string;
  /** Whether it is all there is on the page: then its title is that of the page. */
  isPage?: boolean;
  children?: ReactNode;
}

export function EmptyState({ title, isPage = false, children }: EmptyStateProps) {
  const Title = isPage ? 'h1' : 'h2';
  return (
    <div className={styles.center}>
      <Title>{title}</Title>
      {children}
    </div>
  );
}

/** Rows that are on their way: shown only when that takes long enough to be seen. */
export function SkeletonRows({ count = 8, label = 'Loading' }: { count?: number; label?: string }) {
  return (
    <div
      className={`${styles.late ?? ''} ${layout.padded ?? ''} ${layout.stackWide ?? ''}`}
      role="status"
      aria-label={label}
    >
      {Array.from({ length: count }, (_, index) => (
        <span key={index} className={styles.skeleton} style={{ width: `${String(30 + ((index * 37) % 45))}%` }} />
      ))}
    </div>
  );
}

/** A request that has failed: the server's sentence, or what is known when it did not answer. */
export function ErrorState({ error, onRetry }: { error: CombinedError; onRetry?: () => void }) {
  const [first] = error.graphQLErrors;
  const code = first?.extensions['code'];
  return (
    <div className={styles.center} role="alert">
      <div className={styles.error}>
        <Icon name="block" />
        <div className={layout.stack}>
          <h2>{error.networkError ? 'The server did not answer' : 'This can’t be shown'}</h2>
          <p>{sentenceOf(error)}</p>
        </div>
      </div>
      {typeof code === 'string' && (
        <p className={text.muted}>
          Code <code>{code}</code>
        </p>
      )}
      {onRetry && <Button onPress={onRetry}>Try again</Button>}
    </div>
  );
}

export function sentenceOf(error: unknown): string {
  const { graphQLErrors, networkError, message } = error as Partial<CombinedError>;
  if (networkError) return 'The server did not answer.';
  return graphQLErrors?.[0]?.message ?? message ?? String(error);
}

export interface ShownProblem {
  code: string;
  severity: Severity;
  message: string;
  fix?: string | null;
  path?: readonly string[];
}

/** Of a mutation without an answer: the server may have done it, if only its answer was lost. */
export function lostAnswer(error: unknown): ShownProblem {
  const { networkError } = error as Partial<CombinedError>;
  const fix = networkError ? 'What you did may be saved all the same: see what is there before you try again.' : null;
  return { code: 'NO_ANSWER', severity: 'ERROR', message: sentenceOf(error), fix };
}

/** The server's sentences, each with its fix. */
export function ProblemList({ problems, label = 'Problems' }: { problems: readonly ShownProblem[]; label?: string }) {
  if (problems.length === 0) return null;
  return (
    <ul className={styles.problems} aria-label={label}>
      {problems.map((problem, index) => (
        <li key={index}>
          <Note tone={badgeTone(problem.severity)} icon={problem.severity === 'ERROR' ? 'block' : 'warn'}>
            <p>{problem.message}</p>
            {problem.fix != null && (
              <p className={text.muted}>
                <strong>Fix.</strong> {problem.fix}
              </p>
            )}
          </Note>
        </li>
      ))}
    </ul>
  );
}

export function Note({ tone, icon, children }: { tone?: Tone; icon: IconName; children: ReactNode }) {
  return (
    <div className={`${styles.note ?? ''} ${(tone && tones[tone]) ?? ''}`}>
      <Icon name={icon} />
      <div className={layout.grow}>{children}</div>
    </div>
  );
}

/** Names and their values, one below the other. */
export function Facts({ facts }: { facts: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <FactPair key={name} name={name} value={value} />
      ))}
    </dl>
  );
}

function FactPair({ name, value }: { name: string; value: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}
