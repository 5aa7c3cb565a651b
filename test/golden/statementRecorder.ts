import type { Logger } from 'typeorm';

/** Keeps the statements that are run, in order, in a form that does not depend on values. */
export class StatementRecorder implements Logger {
  private statements: string[] | undefined;

  /** Runs `work`, and gives the statements that ran meanwhile. */
  async during(work: () => Promise<unknown>): Promise<string[]> {
    const statements: string[] = [];
    this.statements = statements;
    try {
      await work();
    } finally {
      this.statements = undefined;
    }
    return statements;
  }

  readonly add = (sql: string): void => {
    this.statements?.push(normalized(sql));
  };

  logQuery(sql: string): void {
    this.add(sql);
  }

  logQueryError(): void {
    // The statement itself was told of before.
  }

  logQuerySlow(): void {
    // Time is no matter here.
  }

  logSchemaBuild(): void {
    // Migrations run before anything is recorded.
  }

  logMigration(): void {
    // The same.
  }

  log(): void {
    // TypeORM's own notes are no statements.
  }
}

/** Queries that run together, as one for each of many owners, as the first of them. One blank between words; `…` for a list of values however long it is, and for a limit; the columns of an entity as `*`. */
function normalized(sql: string): string {
  return sql
    .replace(/\s+/g, ' ')
    .replace(/(?:"(\w+)"\."\w+" AS "\w+"(?:, )?)+(?= FROM|lower)/g, '"$1".* ')
    .replace(/ +FROM/g, ' FROM')
    .replace(/\bLIMIT \d+/g, 'LIMIT …')
    .replace(/("plan_no" = )\d+/g, '$1?')
    .replace(/ UNION ALL SELECT 1 AS "queryNo".*/, ' UNION ALL …')
    .replace(/\bIN \((?:(?:\?|:\w+|\d+)(?:, ?)?)+\)/g, 'IN (…)')
    .trim();
}
