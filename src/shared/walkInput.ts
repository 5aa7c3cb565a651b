/** Walks over external input, such as arguments or parts of a file, to any depth and without recursion. */
import { textFault } from './storableText.js';

/** A visited value: a text, a number, a list, an object, or the key of a member. */
export interface InputValue {
  value: unknown;
  /** Whether `value` is the key of a member; its path is that of the object. */
  isKey: boolean;
  /** Its path: names of arguments and members, and indexes in lists. */
  path: () => string[];
}

interface Container {
  value: readonly unknown[] | Readonly<Record<string, unknown>>;
  parent: Container | undefined;
  segment: string;
}

/**
 * Visits the values of arguments, in the order of each list or object. A visitor that returns false ends the walk. Values that
 * are neither plain data nor text, such as uploads and dates, are visited but not entered.
 */
export function walkInput(args: Readonly<Record<string, unknown>>, visit: (input: InputValue) => boolean): void {
  const stack: Container[] = [{ value: args, parent: undefined, segment: '' }];
  for (let container = stack.pop(); container; container = stack.pop()) {
    if (!visitChildren(container, { visit, stack })) return;
  }
}

function visitChildren(
  container: Container,
  { visit, stack }: { visit: (input: InputValue) => boolean; stack: Container[] },
): boolean {
  const isList = Array.isArray(container.value);
  for (const [segment, value] of Object.entries(container.value)) {
    const path = () => [...pathOf(container), segment];
    if (!isList && !visit({ value: segment, isKey: true, path: () => pathOf(container) })) return false;
    if (!visit({ value, isKey: false, path })) return false;
    if (isPlain(value)) stack.push({ value, parent: container, segment });
  }
  return true;
}

function isPlain(value: unknown): value is Container['value'] {
  if (Array.isArray(value)) return true;
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

function pathOf(container: Container): string[] {
  const path: string[] = [];
  for (let current = container; current.parent; current = current.parent) path.push(current.segment);
  return path.reverse();
}

/** The first text of a value that cannot be stored, and its path. */
export interface UnstorableText {
  path: string[];
  /** The reason; see `textFault`. */
  fault: string;
  /** The text itself; it may be the marked text of an inexact number. */
  text: string;
}

/** The first text or key that cannot be stored; undefined if there is none. */
export function findUnstorableText(value: Readonly<Record<string, unknown>>): UnstorableText | undefined {
  let found: UnstorableText | undefined;
  walkInput(value, (input) => {
    const { value: text } = input;
    const fault = typeof text === 'string' ? textFault(text) : undefined;
    if (typeof text === 'string' && fault !== undefined) found = { path: input.path(), fault, text };
    return found === undefined;
  });
  return found;
}
