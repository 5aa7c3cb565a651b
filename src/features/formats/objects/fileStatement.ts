/** What a file of records states about all of its records. */
import type { ReadOptions, RecordDefinition, StatedSettings } from '../format.js';
import type { NumberOfSite, StatedSite } from './batchSettings.js';
import { classOfKind, objectsKinds } from './objectsClasses.js';
import type { ObjectsClass } from './objectsClasses.js';

export interface FileStatement {
  className?: string | undefined;
  /** Name of the definition of entries. */
  definitionName?: string | undefined;
  /** External reference code of the owner of parts. */
  parentErc?: string | undefined;
  restrictedFields?: readonly string[];
  /** Site of entries that do not state one. */
  site?: StatedSite | undefined;
  /** Set if the site is identified only by a number. */
  siteNumber?: NumberOfSite | undefined;
  /** Class and definition from the file name; used only if the content does not tell. */
  hint?: { itemClass: ObjectsClass; definitionName: string | undefined } | undefined;
  /** Import settings; they also apply to items inside the records. */
  settings?: StatedSettings | undefined;
  /** False if the mapping was applied before. */
  isMappedHere?: boolean;
  /** Name for the only record of the file, if it has none. */
  givenName?: string | undefined;
}

/** The class of records if neither they nor the file state it: from the file name, or entries if the upload states a definition. */
export function classAssumed(
  { definitionErc }: Pick<ReadOptions, 'definitionErc'>,
  { hint }: Pick<FileStatement, 'hint'>,
): ObjectsClass | undefined {
  return hint?.itemClass ?? (definitionErc === undefined ? undefined : classOfKind(objectsKinds.entry));
}

export function definitionOfRecords(
  { definitionErc: erc, definitionName }: Pick<ReadOptions, 'definitionErc' | 'definitionName'>,
  { definitionName: stated, hint }: Pick<FileStatement, 'definitionName' | 'hint'>,
): RecordDefinition | undefined {
  const name = definitionName ?? stated ?? (erc === undefined ? hint?.definitionName : undefined);
  if (erc === undefined && name === undefined) return undefined;
  return { ...(name === undefined ? {} : { name }), ...(erc === undefined ? {} : { erc }) };
}
