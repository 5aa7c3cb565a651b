/**
 * Makes names unique, for entities that are identified by id in the file and by name here. Invisible differences are removed from names.
 * The first entity with a name keeps it; later ones are numbered in the order of the file: "Cost", "Cost (2)". A name that occurs in the
 * file is never given to another entity.
 */

/** Longer names are refused later, with or without a suffix. */
const longestName = 255;

/** Trims a name and normalises its characters (NFC). */
export function tidyName(name: string): string {
  return name.trim().normalize('NFC');
}

/** Gives names in the order of a file. Reserve all names of the file first. */
export class UniqueNames {
  private readonly stated = new Set<string>();
  private readonly given = new Set<string>();
  private readonly nextNumber = new Map<string, number>();

  /** Reserves a name that occurs in the file. */
  reserve(name: string): void {
    this.stated.add(name);
  }

  /** The unique name of the next entity with this name. */
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

/** Appends a suffix. The result is not longer than the maximum, unless the name itself is. */
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
