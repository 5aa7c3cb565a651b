/** What every part of the plan's screen shares: the plan, why it can't be changed now, and the way to change it. */
import { createContext, useContext } from 'react';
import { useRequests } from '../api/requests.js';
import {
  RemapDocument,
  RenameItemDocument,
  SelectItemsDocument,
  SetModeDocument,
  SetOptionsDocument,
  SwitchPackOnDocument,
  type RenameItemMutation,
  type TypedDocumentString,
} from '../api/operations.generated.js';
import { lostAnswer, type ShownProblem } from '../design/states.js';
import { useToast } from '../design/toasts.js';
import type { Phase } from './actions.js';
import type { ShownPlan } from './usePlan.js';

export interface PlanScreen {
  plan: ShownPlan;
  /** Why nothing of the plan can be changed; undefined when it can. */
  whyFixed: string | undefined;
  /** Why this person can change nothing on the branch: there is no connection, or their role is too low. */
  whyNot: string | undefined;
  phase: Phase;
  /** Shows the mapping of fields; undefined for a file without one. */
  onMapping: (() => void) | undefined;
  refresh: () => void;
}

export const PlanContext = createContext<PlanScreen | undefined>(undefined);

export function usePlanScreen(): PlanScreen {
  const screen = useContext(PlanContext);
  if (!screen) throw new Error('This is a part of the screen of a plan.');
  return screen;
}

interface Payload {
  problems: readonly ShownProblem[];
}

type InputOf<Document> =
  Document extends TypedDocumentString<unknown, infer Variables>
    ? Variables extends { input: infer Input }
      ? Omit<Input, 'planId'>
      : never
    : never;

interface Renamed {
  problems: readonly ShownProblem[];
  /** Items that collide because of the new name. */
  colliding: RenameItemMutation['renameImportItem']['collidingItems'];
}

/** The choices of a person. Each derives the plan again; what the server refuses is shown as a message, and returned. */
export function useAmendments() {
  const { mutate } = useRequests();
  const toast = useToast();
  const { plan, refresh } = usePlanScreen();
  const planId = plan.id;

  const send = async <Data, Variables>(document: TypedDocumentString<Data, Variables>, input: object) => {
    try {
      const data = await mutate(document, { input } as Variables);
      const [payload] = Object.values(data as Record<string, Payload>);
      const problems = payload?.problems ?? [];
      refresh();
      return problems;
    } catch (error) {
      return [lostAnswer(error)];
    }
  };
  /** For choices without a place of their own for the answer. */
  const sendAndTell = async <Data, Variables>(document: TypedDocumentString<Data, Variables>, input: object) => {
    const problems = await send(document, input);
    const [first] = problems;
    if (first) toast({ tone: 'blocked', icon: 'block', title: 'The plan stays as it was', detail: first.message });
    return problems;
  };
  return {
    select: (input: InputOf<typeof SelectItemsDocument>) => sendAndTell(SelectItemsDocument, { planId, ...input }),
    setMode: (input: InputOf<typeof SetModeDocument>) => sendAndTell(SetModeDocument, { planId, ...input }),
    setOptions: (input: InputOf<typeof SetOptionsDocument>) => sendAndTell(SetOptionsDocument, { planId, ...input }),
    remap: (input: InputOf<typeof RemapDocument>) => sendAndTell(RemapDocument, { planId, ...input }),
    rename: async (itemId: string, name: string): Promise<Renamed> => {
      try {
        const { problems, collidingItems } = (await mutate(RenameItemDocument, { input: { itemId, name } }))
          .renameImportItem;
        refresh();
        return { problems, colliding: collidingItems };
      } catch (error) {
        return { problems: [lostAnswer(error)], colliding: [] };
      }
    },
    /** Derives the plan again: the pack of a project is not part of the plan. */
    switchPackOn: async (projectId: string, pack: string) => {
      const problems = await sendAndTell(SwitchPackOnDocument, { projectId, pack, isEnabled: true });
      return problems.length > 0 ? problems : sendAndTell(SetOptionsDocument, { planId });
    },
  };
}
