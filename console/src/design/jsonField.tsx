/** A field for JSON: lines with numbers, and each fault at its line. */
import { useMemo, useRef } from 'react';
import type { JsonObject } from '../json.js';
import { Icon } from './icon.js';
import { findJsonFault, type JsonFault } from './jsonFaults.js';
import { linesOfPaths } from './jsonPlaces.js';
import styles from './jsonField.module.css';

export type { JsonFault };

interface JsonFieldProps {
  label: string;
  value: string;
  onChange?: (value: string) => void;
  faults?: readonly JsonFault[];
  /** Whether it stands in a form, and not in a panel of its own. */
  isBoxed?: boolean;
}

export function JsonField({ label, value, onChange, faults = [], isBoxed = false }: JsonFieldProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const lines = useMemo(() => value.split('\n'), [value]);
  const badLines = useMemo(() => new Set(faults.map(({ line }) => line)), [faults]);
  const goTo = (line: number) => {
    const before = lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0);
    area.current?.focus();
    area.current?.setSelectionRange(before, before + (lines[line - 1]?.length ?? 0));
    area.current?.closest('[data-scroll]')?.scrollTo({ top: Math.max(0, (line - 4) * 20) });
  };
  return (
    <div className={`${styles.frame ?? ''} ${isBoxed ? (styles.boxed ?? '') : ''}`}>
      <div className={styles.scroll} data-scroll>
        <div className={styles.numbers} aria-hidden="true">
          <Lines lines={lines.map((_, index) => String(index + 1))} badLines={badLines} />
        </div>
        <div className={styles.code}>
          <pre className={styles.mirror} aria-hidden="true">
            <Lines lines={lines} badLines={badLines} />
          </pre>
          <textarea
            ref={area}
            aria-label={label}
            aria-invalid={faults.length > 0}
            value={value}
            readOnly={onChange === undefined}
            spellCheck={false}
            autoCapitalize="off"
            autoComplete="off"
            wrap="off"
            onChange={(event) => onChange?.(event.target.value)}
          />
        </div>
      </div>
      {faults.length > 0 && (
        <div className={styles.faults} role="alert">
          <ul aria-label="Faults">
            {faults.map(({ line, message }, index) => (
              <li key={index}>
                <button
                  type="button"
                  onClick={() => {
                    goTo(line);
                  }}
                >
                  <Icon name="block" isSmall />
                  <span>Line {line}</span>
                  <span>{message}</span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

/** Runs of lines without a fault are one text: a spec may have many thousands. */
function Lines({ lines, badLines }: { lines: readonly string[]; badLines: ReadonlySet<number> }) {
  const sorted = [...badLines].sort((a, b) => a - b).filter((line) => line <= lines.length);
  const parts = sorted.map((line, index) => ({ line, before: lines.slice(sorted[index - 1] ?? 0, line - 1) }));
  return (
    <>
      {parts.map(({ line, before }) => (
        <span key={line}>
          {before.map((text) => `${text}\n`).join('')}
          {/^ */.exec(lines[line - 1] ?? '')?.[0]}
          <span className={styles.bad}>{lines[line - 1]?.trimStart()}</span>
          {'\n'}
        </span>
      ))}
      {`${lines.slice(sorted.at(-1) ?? 0).join('\n')}\n`}
    </>
  );
}

export function jsonTextOf(value: unknown): string {
  return JSON.stringify(value, null, 2);
}

/** @returns the object that a text holds, or why it holds none. */
export function readJsonObject(text: string): { value: JsonObject } | { fault: JsonFault } {
  const fault = findJsonFault(text);
  if (fault) return { fault };
  const value: unknown = JSON.parse(text);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { value: value as JsonObject };
  return { fault: { line: 1, message: 'This must be a JSON object: { … }.' } };
}

interface PlacedProblem {
  message: string;
  fix?: string | null;
  path?: readonly string[];
}

/** Puts problems at the lines of what they are about. `root` is where the text stands in the input of the request. */
export function faultsAt(text: string, problems: readonly PlacedProblem[], root: readonly string[]): JsonFault[] {
  const paths = problems.map(({ path = [] }) =>
    root.every((part, index) => path[index] === part) ? path.slice(root.length) : path,
  );
  const lines = linesOfPaths(text, paths);
  return problems.map(({ message, fix }, index) => ({
    line: lines[index] ?? 1,
    message: fix == null ? message : `${message} ${fix}`,
  }));
}
