/** Another name for an item on the branch, with a live answer whether it is free. */
import { useEffect, useState } from 'react';
import { NamesLikeDocument, type PlanItemFragment } from '../api/operations.generated.js';
import { useRequests } from '../api/requests.js';
import { ToneIcon } from '../design/badge.js';
import { Button } from '../design/button.js';
import { formatList } from '../design/format.js';
import { TextField } from '../design/field.js';
import { ProblemList, type ShownProblem } from '../design/states.js';
import text from '../design/text.module.css';
import { useBranch } from '../shell/branch.js';
import { useAmendments, usePlanScreen } from './planContext.js';
import type { ShownPlan } from './usePlan.js';
import styles from './plan.module.css';

type Answer = 'FREE' | 'TAKEN' | 'IN_FILE' | undefined;

/** How long a person may pause between two letters before the branch is asked. */
const pauseMs = 250;

export function RenameField({ item }: { item: PlanItemFragment }) {
  const { plan, whyFixed } = usePlanScreen();
  const { rename } = useAmendments();
  const [name, setName] = useState(() => item.newName ?? proposalFor(item, plan));
  const [problems, setProblems] = useState<readonly ShownProblem[]>([]);
  const [colliding, setColliding] = useState<readonly string[]>([]);
  const [isBusy, setIsBusy] = useState(false);
  const current = item.newName ?? item.name;
  const wanted = name.trim();
  const found = useAnswer(wanted, item, plan.id);
  // Beside a refusal nothing is claimed, nor of a name that its kind may refuse.
  const isUnsure = wanted === current || problems.length > 0 || (found === 'FREE' && !isSurelyValid(wanted, item));
  const answer = isUnsure ? undefined : found;
  const send = async (newName: string) => {
    setIsBusy(true);
    const renamed = await rename(item.id, newName);
    setProblems(renamed.problems);
    setColliding(
      renamed.colliding.map((other) => (other.id === item.id ? 'this item' : `“${other.newName ?? other.name}”`)),
    );
    setIsBusy(false);
  };
  const why = whyFixed ?? (isBusy ? 'Waits for the server.' : whyNot(wanted, current));
  return (
    <form
      className={styles.remedyStack}
      onSubmit={(event) => {
        event.preventDefault();
        if (why === undefined) void send(wanted);
      }}
    >
      <div className={styles.remedy}>
        <span className={text.muted} aria-hidden="true">
          Rename to
        </span>
        <div className={styles.nameField}>
          <TextField
            label={`Rename to: new name of ${item.name}`}
            isLabelHidden
            value={name}
            onChange={(value) => {
              setName(value);
              setProblems([]);
            }}
            isMono
            isSmall
          />
        </div>
        <Button type="submit" look={item.action === 'COLLISION' ? 'primary' : 'plain'} isSmall whyDisabled={why}>
          Rename
        </Button>
        {item.newName !== null && (
          <Button look="quiet" isSmall whyDisabled={whyFixed} onPress={() => void send(item.name)}>
            Take the name of the file
          </Button>
        )}
        <span className={styles.answer} role="status">
          {answer === 'FREE' && (
            <>
              <ToneIcon tone="create" name="check" />
              Free on this branch. Items that refer to it will name it so.
            </>
          )}
          {answer === 'TAKEN' && (
            <>
              <ToneIcon tone="collision" name="warn" />
              Taken on this branch.
            </>
          )}
          {answer === 'IN_FILE' && (
            <>
              <ToneIcon tone="collision" name="warn" />
              Another item of the file has this name.
            </>
          )}
        </span>
      </div>
      {colliding.length > 0 && (
        <p className={styles.problem} role="alert">
          <ToneIcon tone="collision" name="warn" />
          <span>By this name, {collisionWords(colliding)}.</span>
        </p>
      )}
      <ProblemList problems={problems} />
    </form>
  );
}

/** A name that says where the item is from, in the way in which its own is written. */
function proposalFor({ name, action }: PlanItemFragment, { source }: ShownPlan): string {
  if (action !== 'COLLISION') return name;
  const origin = source?.project?.key.split(/[^A-Za-z0-9]+/).at(-1) ?? 'imported';
  const prefix = /^([a-z]{2,3}_)(.+)$/.exec(name);
  if (prefix) return `${prefix[1] ?? ''}${origin}_${prefix[2] ?? ''}`;
  if (/^[a-z][A-Za-z0-9]*[A-Z]/.test(name)) return `${name}Of${origin.charAt(0).toUpperCase()}${origin.slice(1)}`;
  return name.includes('-') ? `${name}-${origin}` : `${name}_${origin}`;
}

/** At most a few are named. */
function collisionWords(names: readonly string[]): string {
  const shown = names.slice(0, 5);
  const rest = names.length - shown.length;
  return `${formatList(rest > 0 ? [...shown, `${String(rest)} more`] : shown)} ${names.length === 1 ? 'collides' : 'collide'} now`;
}

const reservedNames: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Whether every kind allows such a name: short, with characters that all kinds allow, or that the item has in its own. */
function isSurelyValid(name: string, item: PlanItemFragment): boolean {
  const isOwnInvalid = item.problems.some(({ code }) => code === 'NAME_INVALID' || code === 'NAME_LOOKALIKE');
  const own = isOwnInvalid ? '' : (item.newName ?? item.name);
  const allowed = new Set(own);
  // Of records, the code of their object comes first.
  const isWhole = !own.includes('/') || /^[^/]+\/./.test(name);
  const isOfKnown = Array.from(name).every((character) => /[A-Za-z0-9_-]/.test(character) || allowed.has(character));
  return isWhole && isOfKnown && name.length <= 80 && !reservedNames.has(name);
}

function whyNot(name: string, current: string): string | undefined {
  if (name === '') return 'Write a name first.';
  return name === current ? 'It has this name already.' : undefined;
}

/** Asks the branch, a moment after the last letter. */
function useAnswer(name: string, item: PlanItemFragment, planId: string): Answer {
  const branch = useBranch();
  const { ask } = useRequests();
  const [answer, setAnswer] = useState<{ name: string; answer: Answer }>();
  useEffect(() => {
    if (name === '') return undefined;
    let isLate = false;
    const timer = setTimeout(() => {
      ask(NamesLikeDocument, { branchId: branch.id, planId, name })
        .then(({ resources, importPlan }) => {
          const isTaken = resources?.nodes.some(
            (resource) => resource.name === name && resource.kind.namespace === item.kind.namespace,
          );
          const isInFile = importPlan?.items.nodes.some(
            (other) =>
              other.id !== item.id &&
              other.isSelected &&
              (other.newName ?? other.name) === name &&
              other.kind.namespace === item.kind.namespace,
          );
          // Where many names contain this one, those that were not asked for may have it.
          const isWhole = [resources, importPlan?.items].every((list) => list?.pageInfo.hasNextPage === false);
          const free = isWhole ? 'FREE' : undefined;
          if (!isLate) setAnswer({ name, answer: isTaken === true ? 'TAKEN' : isInFile === true ? 'IN_FILE' : free });
        })
        // Without an answer nothing is claimed: the server decides when it is renamed.
        .catch(() => undefined);
    }, pauseMs);
    return () => {
      isLate = true;
      clearTimeout(timer);
    };
    // oxlint-disable-next-line react/exhaustive-deps
  }, [branch.id, name, planId, item.id, item.kind.namespace]);
  return answer?.name === name ? answer.answer : undefined;
}
