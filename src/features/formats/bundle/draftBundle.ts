import { unmarkLostNumbers } from '../../../shared/exactNumbers.js';
import type { JsonObject } from '../../../shared/json.js';
import type { BundleSource, OriginRecord } from '../format.js';
import { bundleFormat, bundleFormatVersion, draftMember } from './bundleHeader.js';

/** A record of a draft: an item as it was in its file, valid or not. */
export interface DraftRecord {
  kind: string;
  name: string;
  title: string | null;
  externalReferenceCode: string | null;
  parent: string | null;
  /** Id in the source project. */
  id: string | null;
  origins: readonly OriginRecord[];
  isPartial: boolean;
  spec: JsonObject;
  /** Problems of the item, for the person who corrects it. */
  problems: readonly JsonObject[];
}

/** The first line of a draft bundle in JSON Lines. */
export function draftHead(source: BundleSource): string {
  const header = { format: bundleFormat, formatVersion: bundleFormatVersion, [draftMember]: true, source };
  return `${JSON.stringify({ ...header, requirements: [] })}\n`;
}

/** A record as a line. Problems come first, where a person sees them; empty members are left out. Numbers keep their spelling. */
export function draftLine({ problems, kind, name, origins, isPartial, spec, ...others }: DraftRecord): string {
  const given = Object.entries(others).filter(([, value]) => value !== null);
  const line = JSON.stringify({
    problems,
    kind,
    name,
    ...Object.fromEntries(given),
    ...(origins.length > 0 ? { origins } : {}),
    ...(isPartial ? { isPartial } : {}),
    spec,
  });
  return `${unmarkLostNumbers(line)}\n`;
}
