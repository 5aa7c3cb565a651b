/**
 * Reads the members of an object and keeps in mind which: what no one takes is left out, and told. What is read and what is told can't
 * disagree then, whatever the values are.
 */
import { isJsonObject, type JsonObject, type JsonValue } from '../../../shared/json.js';

/** Makes something of a value; of an object it takes what it uses. Undefined: the value is not used. */
type Read<Result> = (value: JsonValue, inner: Members | undefined) => Result | undefined;

export class Members {
  private readonly taken = new Set<string>();
  private readonly opened = new Map<string, Members>();
  private readonly object: JsonObject;

  /** Of a value that is no object there is nothing to take. */
  constructor(value: JsonValue | undefined) {
    this.object = isJsonObject(value) ? value : {};
  }

  /** The value of a member; it is not taken. */
  see(key: string): JsonValue | undefined {
    return Object.hasOwn(this.object, key) ? this.object[key] : undefined;
  }

  /** Takes these members as they are, in the order of `keys`. */
  pick(keys: readonly string[]): JsonObject {
    const found = keys.filter((key) => Object.hasOwn(this.object, key));
    for (const key of found) this.taken.add(key);
    return Object.fromEntries(found.map((key) => [key, this.object[key] as JsonValue]));
  }

  /** Takes the first text that is not empty, and with it all that say the same. */
  text(keys: readonly string[]): string | undefined {
    return this.first(keys, textOf);
  }

  /** Takes the first member of which `read` makes something, and with it all of which it makes the same. */
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

  /** Takes those that say what is known already. */
  same(keys: readonly string[], ...known: readonly (JsonValue | undefined)[]): void {
    for (const key of keys) if (known.includes(this.see(key) ?? null)) this.taken.add(key);
  }

  /** The members that no one took; with dots, where they are inside of others. */
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

  /** Those members themselves; one of which only a part was taken is no more there. */
  rest(): JsonObject {
    return Object.fromEntries(
      Object.entries(this.object).filter(([key]) => !this.taken.has(key) && !this.opened.has(key)),
    );
  }

  /** Of those of which a part was taken, the other parts. */
  leftInside(): string[] {
    return this.left().filter((key) => !Object.hasOwn(this.object, key));
  }
}

/** A text that is not empty. */
export function textOf(value: JsonValue): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
