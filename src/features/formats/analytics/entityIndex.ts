/**
 * The first pass over a file: an index of its entities, so that the second pass can replace ids by names. It keeps little of each
 * entity.
 */
import { isJsonObject, type JsonObject, type JsonValue } from '../../../shared/json.js';
import { entityTypeNamed, type EntityType } from './entityTypes.js';
import { tidyName, UniqueNames } from './uniqueNames.js';

/** Ids have 36 characters. Longer texts than this are not ids, and are not kept. */
const maxIdLength = 200;
/** Longer names are cut to this length, which is still long enough to be refused. */
export const maxKeptName = 600;
/** Maximum number of lines that are reported for one duplicate id. */
const maxLines = 10;

/** What the index keeps of an entity. */
export interface IndexedEntity {
  name: string;
  type: EntityType;
  lines: number[];
}

/** The entities of a file, by place and by id. */
export class EntityIndex {
  private readonly nameByPlace: (string | undefined)[] = [];
  private readonly typeByPlace: (EntityType | undefined)[] = [];
  private readonly entityById = new Map<string, IndexedEntity>();
  private readonly places: { id: string; line: number }[] = [];

  /** Adds the next element of the file, even if it is not an entity. */
  add(element: JsonValue, line: number): void {
    const entity: JsonObject = isJsonObject(element) ? element : {};
    const { id, name } = entity;
    this.typeByPlace.push(entityTypeNamed(entity['exportEntityType']));
    this.nameByPlace.push(typeof name === 'string' ? tidyName(name.slice(0, maxKeptName)) : undefined);
    this.places.push({ id: isKeptId(id) ? id : '', line });
  }

  /** Gives each entity a unique name. Call it once, after the last element was added. */
  close(): void {
    const namesByGroup = { report: new UniqueNames(), dashboard: new UniqueNames() };
    for (const [place, name] of this.nameByPlace.entries()) {
      const type = this.typeByPlace[place];
      if (type && name) namesByGroup[type.group].reserve(name);
    }
    for (const [place, name] of this.nameByPlace.entries()) {
      const type = this.typeByPlace[place];
      if (!type || !name) continue;
      const unique = namesByGroup[type.group].give(name);
      this.nameByPlace[place] = unique;
      this.note(place, { name: unique, type });
    }
  }

  get size(): number {
    return this.places.length;
  }

  /** The name of the entity at a position, from 0; undefined if it has none. */
  nameAt(place: number): string | undefined {
    return this.nameByPlace[place];
  }

  /** The entity with an id; the first one if several have it. */
  byId(id: string): IndexedEntity | undefined {
    return this.entityById.get(id);
  }

  private note(place: number, { name, type }: Omit<IndexedEntity, 'lines'>): void {
    const { id = '', line = 0 } = this.places[place] ?? {};
    if (id === '') return;
    const known = this.entityById.get(id);
    if (!known) this.entityById.set(id, { name, type, lines: [line] });
    else if (known.lines.length < maxLines) known.lines.push(line);
  }
}

function isKeptId(id: JsonValue | undefined): id is string {
  return typeof id === 'string' && id !== '' && id.length <= maxIdLength;
}
