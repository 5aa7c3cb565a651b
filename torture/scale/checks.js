/** What was checked: each check counts, and each that failed is printed at once. */
export class Checks {
  passed = 0;
  failed = 0;
  /** How often something happened, by its name. */
  seen = new Map();

  /** @param fault what is wrong; undefined: nothing */
  that(name, fault) {
    if (fault === undefined) this.passed += 1;
    else {
      this.failed += 1;
      console.log(`fault: ${name}: ${String(fault).slice(0, 1000)}`);
    }
  }

  see(name) {
    this.seen.set(name, (this.seen.get(name) ?? 0) + 1);
  }

  /** What happened, a line for each. */
  lines() {
    return [...this.seen]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, count]) => `  ${name}: ${count}`);
  }
}
