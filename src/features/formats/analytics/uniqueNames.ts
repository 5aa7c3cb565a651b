/**
 * Names for entities that are told apart by ids and here by names. What can't be seen in a name is put right; of several entities of one
 * name the first keeps it, and the others are numbered in the order of the file: "Cost", "Cost (2)". A name that stands in the file is
 * never given to another entity.
 */

/** Longer names are refused, whatever becomes of them. */
const longestName = 255;

/** A name as it can be: without blanks at its ends, and with accents as the characters that they belong to. */
export function tidyName(name: string): string {
  return name.trim().normalize('NFC');
}

/** Gives names in the order of a file, all of which were told to it before. */
export class UniqueNames {
  private readonly stated = new Set<string>();
  private readonly given = new Set<string>();
  private readonly nextNumber = new Map<string, number>();

  /** Tells a name that stands in the file. */
  reserve(name: string): void {
    this.stated.add(name);
  }

  /** The name of the next entity that is called so. */
  give(name: string): string {
    const unique = this.given.has(name) ? this.numbered(name) : name;
    this.given.add(unique);
    return unique;
  }

  private numbered(name: string): string {
    for (let number = this.nextNumber.get(name) ?? 2; ; number += 1) {
      const candidate = withSuffix(name, ` (${number})`);
      if (this.stated.has(candidate) || this.given.has(candidate)) continue;
      this.nextNumber.set(name, number + 1);
      return candidate;
    }
  }
}

/** A name that is short enough stays so. */
function withSuffix(name: string, suffix: string): string {
  const characters = Array.from(name);
  const isTooLong = characters.length <= longestName && characters.length + suffix.length > longestName;
  const base = isTooLong
    ? characters
        .slice(0, longestName - suffix.length)
        .join('')
        .trimEnd()
    : name;
  return `${base}${suffix}`;
}
