/** The only place that knows which database an address means: PostgreSQL, else a file of SQLite. */
export function isPostgresUrl(url: string): boolean {
  return /^postgres(ql)?:/.test(url);
}
