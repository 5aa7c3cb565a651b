/** What a program of `.ci` has checked. Each check is a line, and the last line counts them, for `.ci/run`. */
export class Checks {
  #passed = 0;
  #failed = 0;

  /** Runs one check; gives what it gives, or undefined when it fails. */
  async check(title, work) {
    try {
      const result = await work();
      this.#passed += 1;
      console.log(`  ok      ${title}`);
      return result;
    } catch (error) {
      this.#failed += 1;
      console.log(`  FAILED  ${title}: ${error.message}`);
      return undefined;
    }
  }

  get hasFailed() {
    return this.#failed > 0;
  }

  /** Shows what the smoke test said, indented, and adds what it counted; one that has not come so far counts as a failure. */
  addSmoke(output) {
    console.log(output.trimEnd().replaceAll(/^/gm, '  '));
    const [, passed, failed] = /^smoke: (\d+) passed, (\d+) failed$/m.exec(output) ?? [];
    this.#passed += Number(passed ?? 0);
    this.#failed += Number(failed ?? 1);
  }

  /** Prints the last line; a failure is the exit code 1. */
  end(name) {
    console.log(`${name}: ${this.#passed} passed, ${this.#failed} failed`);
    process.exitCode = this.hasFailed ? 1 : 0;
  }
}
