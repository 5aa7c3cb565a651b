/**
 * The first check of a spec: limits its nesting depth, so that later recursion cannot exhaust the stack, and reports keys with
 * a meaning in JavaScript, and texts and numbers that cannot be stored. Uses an explicit stack, no recursion.
 */
import { lostNumberProblem } from '../../shared/lostNumberProblem.js';
import type { JsonObject, JsonValue } from '../../shared/json.js';
import { toPointer } from '../../shared/jsonPointer.js';
import { maxNestingDepth } from '../../shared/limits.js';
import { errorProblem, type Problem } from '../../shared/problem.js';
import { textFault } from '../../shared/storableText.js';
import { BoundedProblems } from './boundedProblems.js';

/** The result of the check. */
export interface Structure {
  problems: BoundedProblems;
  isTooDeep: boolean;
  /** The number of members and elements at all levels; limits the number of schema faults. */
  valueCount: number;
}

/** An object or array, and how it was reached. The path is built only for a problem. */
interface Container {
  value: JsonValue[] | JsonObject;
  /** The spec itself is at depth 1. */
  depth: number;
  parent: Container | undefined;
  segment: string;
}

const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Checks a spec. A part that is too deep is reported once and not entered; every forbidden key is reported. */
export function checkStructure(spec: JsonObject): Structure {
  const structure: Structure = { problems: new BoundedProblems(), isTooDeep: false, valueCount: 0 };
  const stack: Container[] = [{ value: spec, depth: 1, parent: undefined, segment: '' }];
  for (let container = stack.pop(); container; container = stack.pop()) {
    if (container.depth > maxNestingDepth) {
      if (!structure.isTooDeep) structure.problems.add(() => nestingTooDeep(pathOf(container)));
      structure.isTooDeep = true;
      continue;
    }
    visitContainer(container, structure, stack);
  }
  return structure;
}

function visitContainer(container: Container, structure: Structure, stack: Container[]): void {
  const { value } = container;
  const firstChild = stack.length;
  if (Array.isArray(value)) {
    structure.valueCount += value.length;
    for (let index = 0; index < value.length; index += 1) {
      const element = value[index];
      if (isContainer(element)) stack.push(childOf(container, element, String(index)));
      else checkText(element, structure, () => [...pathOf(container), String(index)]);
    }
  } else {
    for (const key of Object.keys(value)) {
      structure.valueCount += 1;
      if (forbiddenKeys.has(key)) structure.problems.add(() => forbiddenKey(key, [...pathOf(container), key]));
      const member = value[key];
      if (isContainer(member)) stack.push(childOf(container, member, key));
      else checkText(member, structure, () => [...pathOf(container), key]);
      checkText(key, structure, () => pathOf(container));
    }
  }
  reverseFrom(stack, firstChild);
}

/** The last pushed child is visited first: reversed, children are visited in the order of the spec. */
function reverseFrom(stack: Container[], start: number): void {
  for (let low = start, high = stack.length - 1; low < high; low += 1, high -= 1) {
    const [lower, upper] = [stack[low], stack[high]];
    if (lower && upper) [stack[low], stack[high]] = [upper, lower];
  }
}

function isContainer(value: JsonValue | undefined): value is JsonValue[] | JsonObject {
  return typeof value === 'object' && value !== null;
}

function checkText(value: JsonValue | undefined, structure: Structure, path: () => string[]): void {
  const fault = typeof value === 'string' ? textFault(value) : undefined;
  if (fault === undefined) return;
  structure.problems.add(() => {
    const place = path();
    return lostNumberProblem(value, `at ${toPointer(place)}`, () => place) ?? unstorableText(fault, place);
  });
}

function childOf(parent: Container, value: JsonValue[] | JsonObject, segment: string): Container {
  return { value, depth: parent.depth + 1, parent, segment };
}

function pathOf(container: Container): string[] {
  const path: string[] = [];
  for (let current = container; current.parent; current = current.parent) path.unshift(current.segment);
  return path;
}

function nestingTooDeep(path: string[]): Problem {
  return errorProblem(
    'NESTING_TOO_DEEP',
    `The spec is nested deeper than the ${maxNestingDepth} levels that are read.`,
    {
      path,
      fix: 'Flatten the structure at this place.',
    },
  );
}

function unstorableText(fault: string, path: string[]): Problem {
  const message = `A string of the spec contains ${fault}, which cannot be stored.`;
  return errorProblem('CHARACTER_NOT_ALLOWED', message, { path, fix: 'Remove the character.' });
}

function forbiddenKey(key: string, path: string[]): Problem {
  return errorProblem('FORBIDDEN_KEY', `The key "${key}" is not allowed in a spec.`, { path, fix: 'Rename the key.' });
}
