/** The data sources of a collection: each refers to a process or a decision by its key. */
import { isJsonObject, type JsonObject } from '../../../../shared/json.js';
import { toPointer } from '../../../../shared/jsonPointer.js';
import type { FoundReference } from '../../foundReference.js';
import type { NewNameOf } from '../../kind.js';
import { mapElements, mapMember, ownMember } from '../../objectCopies.js';
import { partsAt, textMember } from '../../specParts.js';

/** The types of data sources. */
export const definitionTypes = { process: 'process', decision: 'decision' } as const;

type DefinitionType = keyof typeof definitionTypes;

/** The finder for data sources of one type. */
export function findDataSources(type: DefinitionType): (spec: JsonObject) => FoundReference[] {
  return (spec) =>
    partsAt(spec, '/dataSources/*').flatMap(({ value, path }) => {
      const name = textMember(value, 'definitionKey');
      return name === undefined || !isOfType(value, type) ? [] : [{ at: toPointer([...path, 'definitionKey']), name }];
    });
}

/** The rewriter for `findDataSources`. */
export function rewriteDataSources(type: DefinitionType): (spec: JsonObject, newNameOf: NewNameOf) => JsonObject {
  return (spec, newNameOf) =>
    mapMember(spec, 'dataSources', (sources) => {
      if (!Array.isArray(sources)) return sources;
      return mapElements(sources, (source) =>
        isJsonObject(source) && isOfType(source, type)
          ? mapMember(source, 'definitionKey', (key) => (typeof key === 'string' ? (newNameOf(key) ?? key) : key))
          : source,
      );
    });
}

function isOfType(source: JsonObject, type: DefinitionType): boolean {
  return ownMember(source, 'definitionType') === type;
}
