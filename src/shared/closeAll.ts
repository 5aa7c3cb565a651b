type Close = () => Promise<void> | void;

/** Runs each in the order given, also after one that has failed. Throws the failure; several as one `AggregateError`. */
export async function closeAll(closes: readonly Close[]): Promise<void> {
  const failures: unknown[] = [];
  for (const close of closes) {
    try {
      await close();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 1) throw new AggregateError(failures, 'Several parts could not be closed.');
  if (failures.length === 1) throw failures[0];
}
