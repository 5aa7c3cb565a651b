/** The first reading of a file: which entities it holds, so that the second can put names in the place of ids. Of each it keeps little. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../../shared/json.js';
import { entityTypeNamed, type EntityType } from './entityTypes.js';
import { tidyName, UniqueNames } from './uniqueNames.js';

/** Ids have 36 characters; what is much longer is none, and is not kept. */
const maxIdLength = 200;
/** Of a longer name only the start is kept, which is too long by itself. */
export const maxKeptName = 600;
/** Of entities with one id so many lines are named. */
const maxLines = 10;

/** What is known of an entity of the file. */
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

  /** Adds the next element of the file, whatever it is. */
  add(element: JsonValue, line: number): void {
    const entity: JsonObject = isJsonObject(element) ? element : {};
    const { id, name } = entity;
    this.typeByPlace.push(entityTypeNamed(entity['exportEntityType']));
    this.nameByPlace.push(typeof name === 'string' ? tidyName(name.slice(0, maxKeptName)) : undefined);
    this.places.push({ id: isKeptId(id) ? id : '', line });
  }

  /** Gives every entity its name; called once, when all were added. */
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

  /** The name of the entity at a place, from 0; undefined when it has none. */
  nameAt(place: number): string | undefined {
    return this.nameByPlace[place];
  }

  /** The entity with an id; of several the first. */
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
