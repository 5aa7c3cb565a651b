/** The places at which a report refers to flow nodes. The original does not check that they exist. */
import { isJsonObject, type JsonObject } from '../../../../shared/json.js';
import { ownMember, valueAt } from '../../objectCopies.js';
import { partsAt, textMember, textsAt, type Part } from '../../specParts.js';

/** A reference to a flow node. */
export interface FlowNodePlace {
  id: string;
  path: string[];
  /** Identifiers of its definitions, or `all`. */
  appliedTo: string[];
}

/** Filter types whose `values` are flow nodes. */
const listingFilters: ReadonlySet<string> = new Set(['executedFlowNodes', 'executingFlowNodes', 'canceledFlowNodes']);

/** The flow nodes of filters, of the process part, and of the heat map targets, in this order. */
export function flowNodePlaces(spec: JsonObject): FlowNodePlace[] {
  return [
    ...partsAt(spec, '/data/filter/*').flatMap(inFilter),
    ...['start', 'end'].flatMap((end) => textAt(spec, ['data', 'configuration', 'processPart', end])),
    ...keysAt(spec, ['data', 'configuration', 'heatmapTargetValue', 'values']),
  ];
}

function inFilter({ value, path }: Part): FlowNodePlace[] {
  const type = textMember(value, 'type') ?? '';
  const listed = textsAt(value, '/appliedTo/*').map(({ text }) => text);
  const appliedTo = listed.length === 0 ? ['all'] : listed;
  if (listingFilters.has(type)) {
    return textsAt(value, '/data/values/*').map((place) => ({
      id: place.text,
      path: [...path, ...place.path],
      appliedTo,
    }));
  }
  const data = ownMember(value, 'data');
  if (type !== 'flowNodeDuration' || !isJsonObject(data)) return [];
  return Object.keys(data).map((id) => ({ id, path: [...path, 'data', id], appliedTo }));
}

function textAt(spec: JsonObject, path: string[]): FlowNodePlace[] {
  const id = valueAt(spec, `/${path.join('/')}`);
  return typeof id === 'string' && id !== '' ? [{ id, path, appliedTo: ['all'] }] : [];
}

function keysAt(spec: JsonObject, path: string[]): FlowNodePlace[] {
  const holder = valueAt(spec, `/${path.join('/')}`);
  if (!isJsonObject(holder)) return [];
  return Object.keys(holder).map((id) => ({ id, path: [...path, id], appliedTo: ['all'] }));
}
