/**
 * Declares which members of an item are valid only in the environment that it comes from, such as numeric ids. A member is
 * removed only where a shape lists it, and only if its value has the expected type; the name alone is not enough. Each removed
 * value is passed to `tell`.
 */
import { lostNumber } from '../../shared/exactNumbers.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../shared/json.js';
import { ownMember } from './objectCopies.js';

/**
 * `ID`: a numeric id of the source. `HISTORY`: who created it and when. `COMPUTED`: computed by the product. `TARGET`: the
 * numeric id of a target that no other member names. `CLASS`: the class of the item, which was already read. `EMPTY`: null.
 */
export type BoundCause = 'ID' | 'HISTORY' | 'COMPUTED' | 'TARGET' | 'CLASS' | 'EMPTY';

/** A member that may be valid only in its source. */
export interface BoundMember {
  cause: Exclude<BoundCause, 'TARGET' | 'EMPTY'>;
  /** Whether a value has the expected type. */
  isBound: (value: JsonValue) => boolean;
  /** The member beside it that names the same target in every environment. */
  namedBy?: string | undefined;
}

/**
 * The members of an object that are valid only in its source, and the members with nested objects, or lists of them, that have
 * such members.
 */
export interface BoundShape {
  bound: Readonly<Record<string, BoundMember>>;
  /** For generated member names that `bound` does not list. */
  generated?: ((key: string) => BoundMember | undefined) | undefined;
  /** A function chooses the shape by the object that contains the part; undefined if nothing in it is removed. */
  parts: Readonly<Record<string, BoundShape | ((holder: JsonObject) => BoundShape | undefined)>>;
}

/** A removed value. */
export interface LeftOutValue {
  cause: BoundCause;
  path: string[];
  value: JsonValue;
  /** For a TARGET: the member that would name it in every environment. */
  namedBy?: string | undefined;
}

export type TellLeftOut = (left: LeftOutValue) => void;

const isoDate = /^\d{4}-\d\d-\d\dT/;
const digits = /^\d+$/;

/** Whether a value is a number, a numeric text, or a list of these. A number that cannot be stored exactly counts too. */
export function isNumberId(value: JsonValue): boolean {
  if (Array.isArray(value)) return value.length > 0 && value.every((one) => !Array.isArray(one) && isNumberId(one));
  return (
    typeof value === 'number' || lostNumber(value) !== undefined || (typeof value === 'string' && digits.test(value))
  );
}

export function isIsoDate(value: JsonValue): boolean {
  return typeof value === 'string' && isoDate.test(value);
}

/**
 * The spec without the members that are valid only in its source; the spec itself if there are none. The nesting depth of the
 * spec must have been checked. A key `__proto__` is kept, so that it is refused later.
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

/** The product writes 0 for "none". */
function isZero(value: JsonValue): boolean {
  return value === 0 || value === '0';
}

/** Also true for a list of names. */
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
  // Not by assignment: a key "__proto__" must be kept, so that it is refused later.
  return Object.fromEntries(kept);
}
