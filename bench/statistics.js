/** The middle value; the mean of the two middle ones when their number is even. */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The value that the given share of all values (0 to 1) is not above. */
export function percentile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)];
}

/** Runs work and gives how long it took, in milliseconds. */
export async function timed(work) {
  const start = performance.now();
  const result = await work();
  return { ms: performance.now() - start, result };
}

/** Gathers values under names, one for each run, in the order in which the names first come. */
export class Measurements {
  valuesByName = new Map();

  add(name, value) {
    const values = this.valuesByName.get(name);
    if (values) values.push(value);
    else this.valuesByName.set(name, [value]);
  }

  addAll(valueByName) {
    for (const [name, value] of Object.entries(valueByName)) this.add(name, value);
  }

  /** Undefined when nothing was measured under the name. */
  median(name) {
    const values = this.valuesByName.get(name);
    return values && median(values);
  }

  toJSON() {
    return Object.fromEntries(
      [...this.valuesByName].map(([name, values]) => [name, { median: median(values), runs: values }]),
    );
  }
}
