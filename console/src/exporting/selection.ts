/** What a person has chosen to export. */
import { useState } from 'react';
import type { ExportSelectionInput, RecordConditionInput, StartExportInput } from '../api/operations.generated.js';
import { mostIdsInAddress, type ExportSearch } from './exportSearch.js';

export interface Named {
  id: string;
  name: string;
  kind: { name: string; title: string };
}

export interface Chosen {
  isAll: boolean;
  kinds: ReadonlySet<string>;
  ids: ReadonlySet<string>;
  /** What is left out although it is selected, or something that is selected needs it. */
  leftOut: ReadonlyMap<string, Named | undefined>;
}

export interface RecordChoice {
  /** Absent: all fields. */
  fields?: readonly string[];
  conditions: readonly RecordConditionInput[];
}

function listIn(text: string | undefined): string[] {
  return text === undefined ? [] : text.split(',').filter((part) => part !== '');
}

export function chosenIn({ ids, kinds, all = false }: ExportSearch): Chosen {
  return { isAll: all, kinds: new Set(listIn(kinds)), ids: new Set(listIn(ids)), leftOut: new Map() };
}

/** The part of the address that says it; a selection of very many single resources is not in it. */
export function addressOf({ isAll, kinds, ids }: Chosen): { ids?: string; kinds?: string; all?: boolean } {
  return {
    ...(isAll && { all: true }),
    ...(kinds.size > 0 && { kinds: [...kinds].join() }),
    ...(ids.size > 0 && ids.size <= mostIdsInAddress && { ids: [...ids].join() }),
  };
}

export function isEmpty({ isAll, kinds, ids }: Chosen): boolean {
  return !isAll && kinds.size === 0 && ids.size === 0;
}

export function isSelected({ isAll, kinds, ids, leftOut }: Chosen, { id, kind }: Named): boolean {
  return !leftOut.has(id) && (isAll || kinds.has(kind.name) || ids.has(id));
}

/** Ticks or unticks resources in the list. */
export function select(chosen: Chosen, resources: readonly Named[], isTicked: boolean): Chosen {
  const ids = new Set(chosen.ids);
  const leftOut = new Map(chosen.leftOut);
  for (const resource of resources) {
    const isWhole = chosen.isAll || chosen.kinds.has(resource.kind.name);
    if (isTicked) {
      leftOut.delete(resource.id);
      if (!isWhole) ids.add(resource.id);
    } else {
      ids.delete(resource.id);
      if (isWhole) leftOut.set(resource.id, resource);
    }
  }
  return { ...chosen, ids, leftOut };
}

/** Ticks or unticks what would come along. */
export function bring(chosen: Chosen, resources: readonly Named[], isBrought: boolean): Chosen {
  const leftOut = new Map(chosen.leftOut);
  for (const resource of resources) {
    if (isBrought) leftOut.delete(resource.id);
    else leftOut.set(resource.id, resource);
  }
  return { ...chosen, leftOut };
}

export function selectionInput({ isAll, kinds, ids }: Chosen, branchId: string): ExportSelectionInput {
  return {
    branchId,
    ...(isAll && { all: true }),
    ...(kinds.size > 0 && { kinds: [...kinds] }),
    ...(ids.size > 0 && { resourceIds: [...ids] }),
  };
}

interface TemplateSettings {
  selection?: { all?: boolean | null; kinds?: string[] | null; resourceIds?: string[] | null } | null;
  excludeIds?: string[] | null;
  format?: StartExportInput['format'];
  fields?: string[] | null;
  recordFilter?: RecordConditionInput[] | null;
  includeDependencies?: boolean | null;
}

/** Everything that an export is made of, as a person sets it on the screen. */
export function useExportChoices(search: ExportSearch) {
  const [chosen, setChosen] = useState<Chosen>(() => chosenIn(search));
  const [records, setRecords] = useState<RecordChoice>({ conditions: [] });
  const [isBringing, setIsBringing] = useState<boolean>();
  const inputFor = (branchId: string, format: StartExportInput['format']): StartExportInput => ({
    selection: selectionInput(chosen, branchId),
    ...(format != null && { format }),
    ...(chosen.leftOut.size > 0 && { excludeIds: [...chosen.leftOut.keys()] }),
    ...(isBringing !== undefined && { includeDependencies: isBringing }),
    ...(records.fields && { fields: [...records.fields] }),
    ...(records.conditions.length > 0 && { recordFilter: [...records.conditions] }),
  });
  /** Sets what a template says; what it does not say stays. */
  const use = (settings: TemplateSettings) => {
    const { selection, excludeIds, fields, recordFilter, includeDependencies } = settings;
    if (selection)
      setChosen({
        isAll: selection.all === true,
        kinds: new Set(selection.kinds ?? []),
        ids: new Set(selection.resourceIds ?? []),
        leftOut: new Map(),
      });
    if (excludeIds) setChosen((last) => ({ ...last, leftOut: new Map(excludeIds.map((id) => [id, undefined])) }));
    if (fields || recordFilter) setRecords({ ...(fields && { fields }), conditions: recordFilter ?? [] });
    if (includeDependencies != null) setIsBringing(includeDependencies);
    return settings.format ?? undefined;
  };
  return { chosen, setChosen, records, setRecords, isBringing, setIsBringing, inputFor, use };
}
