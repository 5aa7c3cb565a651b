/**
 * What of an item is bound to the environment that it comes from, declared where it stands. A name alone decides nothing: only the
 * members that a shape lists are left out, only where it lists them, and only when the value is of the sort that is meant. Nothing is
 * left out without being handed to `tell`.
 */
import { isJsonObject, type JsonObject, type JsonValue } from '../../shared/json.js';
import { ownMember } from './objectCopies.js';

/**
 * `ID`: a number by which the source knows something. `HISTORY`: who made it and when. `COMPUTED`: what the product works out anew.
 * `TARGET`: the number of something else, which no other member names. `CLASS`: what the item is, which was read. `EMPTY`: null.
 */
export type BoundCause = 'ID' | 'HISTORY' | 'COMPUTED' | 'TARGET' | 'CLASS' | 'EMPTY';

/** One member that may be bound. */
export interface BoundMember {
  cause: Exclude<BoundCause, 'TARGET' | 'EMPTY'>;
  /** Whether a value is of the sort that is meant. */
  isBound: (value: JsonValue) => boolean;
  /** The member beside it that names the same thing everywhere: without that, nothing does. */
  namedBy?: string | undefined;
}

/** The bound members of an object, and the members that hold objects, or lists of them, with bound members of their own. */
export interface BoundShape {
  bound: Readonly<Record<string, BoundMember>>;
  /** Of members whose names the product makes: what a key says of them, when it is none of `bound`. */
  generated?: ((key: string) => BoundMember | undefined) | undefined;
  /** A function says it of the object that holds the part; undefined: nothing in it is bound. */
  parts: Readonly<Record<string, BoundShape | ((holder: JsonObject) => BoundShape | undefined)>>;
}

/** A value that was left out. */
export interface LeftOutValue {
  cause: BoundCause;
  path: string[];
  value: JsonValue;
  /** Of a TARGET: the member that would name it. */
  namedBy?: string | undefined;
}

export type TellLeftOut = (left: LeftOutValue) => void;

const isoDate = /^\d{4}-\d\d-\d\dT/;
const digits = /^\d+$/;

/** A number, or the text of one; a list of them. */
export function isNumberId(value: JsonValue): boolean {
  if (Array.isArray(value)) return value.length > 0 && value.every((one) => !Array.isArray(one) && isNumberId(one));
  return typeof value === 'number' || (typeof value === 'string' && digits.test(value));
}

export function isIsoDate(value: JsonValue): boolean {
  return typeof value === 'string' && isoDate.test(value);
}

/**
 * The spec without what is bound; the spec itself when nothing is. The nesting of the spec is bounded, and so is the recursion. A key
 * `__proto__` stays one, so that it is refused later.
 */
export function withoutBound(spec: JsonObject, shape: BoundShape, tell: TellLeftOut): JsonObject {
  return strippedObject(spec, shape, { tell, path: [] });
}

interface Way {
  tell: TellLeftOut;
  path: readonly string[];
}

function strippedObject(object: JsonObject, shape: BoundShape, way: Way): JsonObject {
  let changes: Map<string, JsonValue | undefined> | undefined;
  for (const key of Object.keys(object)) {
    const value = object[key] as JsonValue;
    const kept = keptMember(object, key, { shape, way });
    if (kept !== value) (changes ??= new Map<string, JsonValue | undefined>()).set(key, kept);
  }
  return changes === undefined ? object : changed(object, changes);
}

function keptMember(
  object: JsonObject,
  key: string,
  { shape, way }: { shape: BoundShape; way: Way },
): JsonValue | undefined {
  const value = object[key] as JsonValue;
  const member = Object.hasOwn(shape.bound, key) ? shape.bound[key] : shape.generated?.(key);
  if (member && (value === null || member.isBound(value))) {
    way.tell(leftOut(object, { key, value, member }, way.path));
    return undefined;
  }
  const declared = Object.hasOwn(shape.parts, key) ? shape.parts[key] : undefined;
  const part = typeof declared === 'function' ? declared(object) : declared;
  return part ? strippedPart(value, part, { ...way, path: [...way.path, key] }) : value;
}

function leftOut(
  holder: JsonObject,
  { key, value, member }: { key: string; value: JsonValue; member: BoundMember },
  path: readonly string[],
): LeftOutValue {
  const left = { path: [...path, key], value };
  if (value === null) return { ...left, cause: 'EMPTY' };
  const { namedBy, cause } = member;
  const isNamed = namedBy === undefined || isZero(value) || isName(ownMember(holder, namedBy));
  return isNamed ? { ...left, cause } : { ...left, cause: 'TARGET', namedBy };
}

/** The product writes 0 for nothing. */
function isZero(value: JsonValue): boolean {
  return value === 0 || value === '0';
}

/** A list of names counts too. */
function isName(value: JsonValue | undefined): boolean {
  return typeof value === 'string' ? value !== '' : Array.isArray(value) && value.length > 0;
}

function strippedPart(value: JsonValue, part: BoundShape, way: Way): JsonValue {
  if (isJsonObject(value)) return strippedObject(value, part, way);
  if (!Array.isArray(value)) return value;
  const elements = value.map((element, index) =>
    isJsonObject(element) ? strippedObject(element, part, { ...way, path: [...way.path, String(index)] }) : element,
  );
  return elements.some((element, index) => element !== value[index]) ? elements : value;
}

function changed(object: JsonObject, changes: ReadonlyMap<string, JsonValue | undefined>): JsonObject {
  const kept: [string, JsonValue][] = [];
  for (const [key, value] of Object.entries(object)) {
    const now = changes.has(key) ? changes.get(key) : value;
    if (now !== undefined) kept.push([key, now]);
  }
  // Not by assignment: a key "__proto__" has to stay one, so that it is refused later.
  return Object.fromEntries(kept);
}
