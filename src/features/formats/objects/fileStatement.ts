/** What a file of records says of them as a whole, and what follows from that. */
import type { ReadOptions, RecordDefinition, StatedSettings } from '../format.js';
import type { NumberOfSite, StatedSite } from './batchSettings.js';
import { classOfKind, objectsKinds } from './objectsClasses.js';
import type { ObjectsClass } from './objectsClasses.js';

/** What the file says of its records, each where it does. */
export interface FileStatement {
  className?: string | undefined;
  /** Name of the definition that entries belong to. */
  definitionName?: string | undefined;
  /** External reference code of what parts belong to. */
  parentErc?: string | undefined;
  restrictedFields?: readonly string[];
  /** The site that entries are of, where they do not say it. */
  site?: StatedSite | undefined;
  /** Where it is named by a number alone. */
  siteNumber?: NumberOfSite | undefined;
  /** What the name of the file says; it counts only where the content doesn't tell. */
  hint?: { itemClass: ObjectsClass; definitionName: string | undefined } | undefined;
  /** How the records are to be imported; it holds for what stands inside of them too. */
  settings?: StatedSettings | undefined;
  /** False when records went through the mapping before they came here. */
  isMappedHere?: boolean;
  /** A name for the one record of the file, which may not say its own. */
  givenName?: string | undefined;
}

/** What records are when neither the file nor they say it: what its name says, or entries when their definition was named. */
export function classAssumed(
  { definitionErc }: Pick<ReadOptions, 'definitionErc'>,
  { hint }: Pick<FileStatement, 'hint'>,
): ObjectsClass | undefined {
  return hint?.itemClass ?? (definitionErc === undefined ? undefined : classOfKind(objectsKinds.entry));
}

/** The definition that entries of a file belong to. */
export function definitionOfRecords(
  { definitionErc: erc, definitionName }: Pick<ReadOptions, 'definitionErc' | 'definitionName'>,
  { definitionName: stated, hint }: Pick<FileStatement, 'definitionName' | 'hint'>,
): RecordDefinition | undefined {
  const name = definitionName ?? stated ?? (erc === undefined ? hint?.definitionName : undefined);
  if (erc === undefined && name === undefined) return undefined;
  return { ...(name === undefined ? {} : { name }), ...(erc === undefined ? {} : { erc }) };
}
