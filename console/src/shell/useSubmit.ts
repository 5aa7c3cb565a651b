/** A mutation of a form: keeps the server's problems to show, and turns what is no answer into one. */
import { useCallback, useState } from 'react';
import { lostAnswer, type ShownProblem } from '../design/states.js';
import type { TypedDocumentString } from '../api/operations.generated.js';
import { useRequests } from '../api/requests.js';

interface Payload {
  problems: readonly ShownProblem[];
}

export function useSubmit<Data, Variables>(document: TypedDocumentString<Data, Variables>) {
  const { mutate } = useRequests();
  const [problems, setProblems] = useState<readonly ShownProblem[]>([]);
  const [isBusy, setIsBusy] = useState(false);
  /** @returns the answer, which may hold problems; undefined when there was none. */
  const submit = useCallback(
    async (variables: Variables): Promise<Data | undefined> => {
      setIsBusy(true);
      setProblems([]);
      try {
        const data = await mutate(document, variables);
        const payload = Object.values(data as Record<string, unknown>).find(
          (value): value is Payload => typeof value === 'object' && value !== null && 'problems' in value,
        );
        setProblems(payload?.problems ?? []);
        return data;
      } catch (error) {
        setProblems([lostAnswer(error)]);
        return undefined;
      } finally {
        setIsBusy(false);
      }
    },
    // oxlint-disable-next-line react/exhaustive-deps
    [document],
  );
  const clear = useCallback(() => {
    setProblems([]);
  }, []);
  return { submit, problems, isBusy, clear };
}
