/** Whether anything can be written now, for the forms of all screens. */
import { createContext, useContext } from 'react';

/** Why nothing can be written; undefined when it can. */
export const WhyNotWrittenContext = createContext<string | undefined>(undefined);

export function useWhyNotWritten(): string | undefined {
  return useContext(WhyNotWrittenContext);
}
