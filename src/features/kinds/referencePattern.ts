/**
 * Compiles a reference pattern, a JSON Pointer with `*` (any member or element) and `{}` (the key itself is the name), into a
 * finder and a rewriter. Each segment becomes a function that calls the next one, so the recursion depth is that of the
 * pattern, not of the data. Only own members are read; empty strings are no names.
 */
import { isJsonObject, type JsonObject, type JsonValue } from '../../shared/json.js';
import { escapePointerSegment, pointerSegments } from '../../shared/jsonPointer.js';
import { AppError } from '../../shared/appError.js';
import type { FoundReference } from './foundReference.js';
import type { NewNameOf } from './kind.js';
import { mapElements, mapMember, mapMembers, ownMember } from './objectCopies.js';
import { renameKeys } from './renameKeys.js';

/** A compiled pattern. */
export interface ReferencePattern {
  /** Every name at the place, in the order of the spec. */
  find: (spec: JsonObject) => FoundReference[];
  /** The spec with names replaced; unchanged values are shared with the original. */
  rewrite: (spec: JsonObject, newNameOf: NewNameOf) => JsonObject;
}

interface Step {
  find: (value: JsonValue, at: string, found: FoundReference[]) => void;
  rewrite: (value: JsonValue, newNameOf: NewNameOf) => JsonValue;
}

/**
 * Compiles a pattern. A plain segment is a member of an object.
 * @throws AppError INTERNAL if it is not a JSON Pointer, or has `{}` before its end
 */
export function compileReferencePattern(at: string): ReferencePattern {
  if (!at.startsWith('/')) throw AppError.internal(`The reference pattern "${at}" does not start with a slash.`);
  const segments = pointerSegments(at);
  const isNamedByKey = segments.at(-1) === '{}';
  const inner = isNamedByKey ? segments.slice(0, -1) : segments;
  if (inner.includes('{}')) throw AppError.internal(`The reference pattern "${at}" has {} before its end.`);
  const step = inner.reduceRight(precede, isNamedByKey ? keysAreNames : valueIsName);
  return {
    find: (spec) => {
      const found: FoundReference[] = [];
      step.find(spec, '', found);
      return found;
    },
    rewrite: (spec, newNameOf) => step.rewrite(spec, newNameOf) as JsonObject,
  };
}

function precede(next: Step, segment: string): Step {
  return segment === '*' ? anyMember(next) : namedMember(segment, next);
}

const valueIsName: Step = {
  find: (value, at, found) => {
    if (typeof value === 'string' && value !== '') found.push({ at, name: value });
  },
  rewrite: (value, newNameOf) => (typeof value === 'string' && value !== '' ? (newNameOf(value) ?? value) : value),
};

const keysAreNames: Step = {
  find: (value, at, found) => {
    if (!isJsonObject(value)) return;
    for (const name of Object.keys(value)) if (name !== '') found.push({ at: pointerTo(at, name), name });
  },
  rewrite: (value, newNameOf) =>
    isJsonObject(value) ? renameKeys(value, (key) => (key === '' ? undefined : newNameOf(key))) : value,
};

function namedMember(name: string, next: Step): Step {
  const suffix = pointerTo('', name);
  return {
    find: (value, at, found) => {
      const member = isJsonObject(value) ? ownMember(value, name) : undefined;
      if (member !== undefined) next.find(member, at + suffix, found);
    },
    rewrite: (value, newNameOf) =>
      isJsonObject(value) ? mapMember(value, name, (member) => next.rewrite(member, newNameOf)) : value,
  };
}

function anyMember(next: Step): Step {
  return {
    find: (value, at, found) => {
      if (Array.isArray(value))
        for (const [index, element] of value.entries()) next.find(element, `${at}/${index}`, found);
      else if (isJsonObject(value)) {
        for (const [key, member] of Object.entries(value)) next.find(member, pointerTo(at, key), found);
      }
    },
    rewrite: (value, newNameOf) => {
      const rewrite = (inner: JsonValue) => next.rewrite(inner, newNameOf);
      if (Array.isArray(value)) return mapElements(value, rewrite);
      return isJsonObject(value) ? mapMembers(value, rewrite) : value;
    },
  };
}

function pointerTo(at: string, segment: string): string {
  return `${at}/${escapePointerSegment(segment)}`;
}
