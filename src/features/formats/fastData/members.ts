/** Reads the members of an object and records which were read, so that all others are reported as left out. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../../shared/json.js';

/** Converts a value; for an object, reads the members of `inner`. Undefined: the value is not used. */
type Read<Result> = (value: JsonValue, inner: Members | undefined) => Result | undefined;

export class Members {
  private readonly taken = new Set<string>();
  private readonly opened = new Map<string, Members>();
  private readonly object: JsonObject;

  /** A value that is not an object has no members. */
  constructor(value: JsonValue | undefined) {
    this.object = isJsonObject(value) ? value : {};
  }

  /** Returns a member without marking it as read. */
  see(key: string): JsonValue | undefined {
    return Object.hasOwn(this.object, key) ? this.object[key] : undefined;
  }

  /** Reads these members unchanged, in the order of `keys`. */
  pick(keys: readonly string[]): JsonObject {
    const found = keys.filter((key) => Object.hasOwn(this.object, key));
    for (const key of found) this.taken.add(key);
    return Object.fromEntries(found.map((key) => [key, this.object[key] as JsonValue]));
  }

  /** Reads the first non-empty text, and marks all other `keys` with the same text as read. */
  text(keys: readonly string[]): string | undefined {
    return this.first(keys, textOf);
  }

  /** Reads the first member that `read` can convert, and marks all other `keys` with the same result as read. */
  first<Result>(keys: readonly string[], read: Read<Result>): Result | undefined {
    let first: Result | undefined;
    for (const key of keys) {
      const value = this.see(key);
      if (value === undefined) continue;
      const inner = isJsonObject(value) ? new Members(value) : undefined;
      const made = read(value, inner);
      first ??= made;
      if (made === undefined || made !== first) continue;
      if (inner) this.opened.set(key, inner);
      else this.taken.add(key);
    }
    return first;
  }

  /** Marks members as read whose values are known already. */
  same(keys: readonly string[], ...known: readonly (JsonValue | undefined)[]): void {
    for (const key of keys) if (known.includes(this.see(key) ?? null)) this.taken.add(key);
  }

  /** Names of the members that were not read, with dots for nested ones. */
  left(): string[] {
    return Object.keys(this.object)
      .filter((key) => !this.taken.has(key))
      .flatMap(
        (key) =>
          this.opened
            .get(key)
            ?.left()
            .map((inner) => `${key}.${inner}`) ?? [key],
      );
  }

  /** The members that were not read at all. */
  rest(): JsonObject {
    return Object.fromEntries(
      Object.entries(this.object).filter(([key]) => !this.taken.has(key) && !this.opened.has(key)),
    );
  }

  /** Names of the unread members inside members that were partly read. */
  leftInside(): string[] {
    return this.left().filter((key) => !Object.hasOwn(this.object, key));
  }
}

/** A text that is not empty. */
export function textOf(value: JsonValue): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
