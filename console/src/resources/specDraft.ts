/** What a person has typed into a spec and not yet saved. It outlives a look at the other tabs. */
import { useState } from 'react';
import { SaveSpecDocument, type OpenResourceFragment } from '../api/operations.generated.js';
import { useSubmit } from '../shell/useSubmit.js';
import { faultsAt, jsonTextOf, readJsonObject, type JsonFault } from '../design/jsonField.js';
import type { ShownProblem } from '../design/states.js';

export interface Draft {
  text: string;
  isChanged: boolean;
  isBusy: boolean;
  faults: readonly JsonFault[];
  /** What is not about a place in the spec. */
  problems: readonly ShownProblem[];
  /** Whether someone else has changed the resource since the draft was begun. */
  isStale: boolean;
  change: (text: string) => void;
  format: () => void;
  discard: () => void;
  /** @returns whether it was saved. */
  save: (options?: { isOverAllowed: boolean }) => Promise<boolean>;
}

/** Where the spec stands in the input of the request: the paths of problems begin with it. */
const specRoot = ['input', 'spec'];

function isPlaced({ path }: ShownProblem): boolean {
  return specRoot.every((part, index) => path?.[index] === part);
}

export function useSpecDraft(resource: OpenResourceFragment | undefined): Draft {
  const [typed, setTyped] = useState<{ id: string; baseRevision: number; text: string }>();
  const [fault, setFault] = useState<JsonFault>();
  const { submit, problems, isBusy, clear } = useSubmit(SaveSpecDocument);
  const own = typed !== undefined && typed.id === resource?.id ? typed : undefined;
  const saved = resource === undefined ? '' : jsonTextOf(resource.spec);
  const text = own?.text ?? saved;
  const isChanged = own !== undefined && own.text !== saved;
  const placed = problems.filter(isPlaced);

  const discard = () => {
    setTyped(undefined);
    setFault(undefined);
    clear();
  };
  return {
    text,
    isChanged,
    isBusy,
    faults: !isChanged ? [] : fault ? [fault] : faultsAt(text, placed, specRoot),
    problems: isChanged ? problems.filter((problem) => !isPlaced(problem) && problem.code !== 'STALE_REVISION') : [],
    isStale: isChanged && resource !== undefined && own.baseRevision !== resource.revision,
    change: (next) => {
      if (!resource) return;
      setTyped({ id: resource.id, baseRevision: own?.baseRevision ?? resource.revision, text: next });
      setFault(undefined);
    },
    format: () => {
      const read = readJsonObject(text);
      if ('fault' in read) setFault(read.fault);
      else if (resource && isChanged)
        setTyped({ id: resource.id, baseRevision: own.baseRevision, text: jsonTextOf(read.value) });
    },
    discard,
    save: async ({ isOverAllowed = false } = { isOverAllowed: false }) => {
      if (!resource || !own) return false;
      const read = readJsonObject(text);
      if ('fault' in read) {
        setFault(read.fault);
        return false;
      }
      const expectedRevision = isOverAllowed ? resource.revision : own.baseRevision;
      const data = await submit({ input: { id: resource.id, expectedRevision, spec: read.value } });
      if (!data?.updateResource.resource) return false;
      discard();
      return true;
    },
  };
}
