import { isJsonObject, type JsonObject } from '../../../../shared/json.js';
import type { SpecLookup } from '../../kind.js';
import { ownMember } from '../../objectCopies.js';
import { collectionKinds } from './kindNames.js';

/** Fields that every collection has even if not declared (a Real-Time Updater writes `timestamp`). */
const metadataFields = ['_id', 'creatorId', 'createdAt', 'updaterId', 'updatedAt', '__STATE__', 'timestamp'];

/** The names of the fields of a collection; undefined if its spec declares none, so that they are unknown. */
export function declaredFieldsOf(spec: JsonObject | undefined): ReadonlySet<string> | undefined {
  const fields = spec && ownMember(spec, 'fields');
  if (!Array.isArray(fields) || fields.length === 0) return undefined;
  const names = new Set(metadataFields);
  for (const field of fields) if (isJsonObject(field) && typeof field['name'] === 'string') names.add(field['name']);
  return names;
}

/** Whether a collection has a field; of a path such as `address.city`, only the first part is checked. */
export function hasField(fields: ReadonlySet<string>, field: string): boolean {
  return fields.has(field) || fields.has(field.split('.', 1)[0] ?? field);
}

/** Looks up fields of collections by name, each once. */
export class CollectionFields {
  private readonly fieldsByName = new Map<string, ReadonlySet<string> | undefined>();

  constructor(private readonly lookup: SpecLookup) {}

  /** Undefined if the collection does not exist or its fields are unknown. */
  of(name: string): ReadonlySet<string> | undefined {
    if (!this.fieldsByName.has(name)) this.fieldsByName.set(name, declaredFieldsOf(this.specOf(name)));
    return this.fieldsByName.get(name);
  }

  private specOf(name: string): JsonObject | undefined {
    for (const kind of collectionKinds) {
      const spec = this.lookup(kind, name);
      if (spec) return spec;
    }
    return undefined;
  }
}
