/** Finds the values of a report or a dashboard that a file of Camunda Optimize cannot contain. */
import { systemFlagsOf } from '../../kinds/worker.js';
import { lossAt, type Loss } from '../writing/notCarried.js';
import { lostPlaces, type LostPlace } from '../writing/lostPlaces.js';
import { contentOf, outerMembers } from './entityItem.js';
import { entityOf, type ExportEntity } from './writeEntities.js';

/** A resource that is written as an entity, with its members outside of the spec. */
export interface LosingEntity extends Pick<ExportEntity, 'kind' | 'name' | 'spec' | 'xml'> {
  title: string | null;
  externalReferenceCode: string | null;
  /** Whether a collection contains it. */
  isContained: boolean;
}

/** Compares the spec with the entity that would be written. References are ignored, because each is written as an id. */
export function entityLosses({ title, externalReferenceCode, isContained, ...entity }: LosingEntity): Loss[] {
  const { spec } = entity;
  const written = contentOf(entityOf({ ...entity, id: '' }, new Map()));
  const flags = new Set(systemFlagsOf(spec).map((path) => path.join('/')));
  return [
    ...(title === null ? [] : [beside('the title')]),
    ...(externalReferenceCode === null ? [] : [beside('the external reference code')]),
    ...(isContained ? [beside('the collection')] : []),
    ...lostPlaces(spec, written).map((place) => lossAt(place, whyLost(place, flags))),
  ];
}

function beside(noun: string): Loss {
  return { noun, path: [], why: 'the format has no place for it' };
}

function whyLost({ path }: LostPlace, flags: ReadonlySet<string>): string {
  const [outermost = ''] = path;
  if (outerMembers.has(outermost)) return `the member "${outermost}" of an entity describes the entity itself`;
  if (flags.has(path.join('/'))) return 'only the server of the product sets this flag';
  return 'the XML of the definition is written there';
}
