/** The parts of Fast Data resources: other resources and services read them, so that what an overwrite takes away is told. */
import type { KindDefinition } from '../../kind.js';
import { comparePartLists, type PartList } from '../../partLists.js';

const told = { isOnlyTold: true } as const;
const fields: PartList = { ...told, at: ['fields'], title: 'field', identity: ['name'] };
const indexes: PartList = { ...told, at: ['indexes'], title: 'index', identity: ['name'] };

const erSchemaParts: readonly PartList[] = [
  {
    ...told,
    at: ['config'],
    title: 'node',
    inside: [
      {
        ...told,
        at: ['outgoing'],
        title: 'relation',
        inside: [{ ...told, at: ['conditions'], title: 'condition' }],
      },
    ],
  },
];

/** Each Single View Creator has one, and several may feed a view: here a view holds one, and another takes its place. */
const ofAggregation = { ...told, partOf: 'aggregation' } as const;
const aggregation: PartList = {
  ...ofAggregation,
  at: ['aggregation', 'config'],
  title: 'block',
  inside: [
    { ...ofAggregation, at: ['dependencies'], title: 'dependency' },
    { ...ofAggregation, at: ['mapping'], title: 'mapping' },
  ],
};

function comparing(lists: readonly PartList[]): Required<Pick<KindDefinition, 'compareParts'>> {
  return { compareParts: (before, after) => comparePartLists(before, after, lists) };
}

/** The part of each kind's declaration. */
export const partsOfCollection = comparing([fields, indexes]);
export const partsOfErSchema = comparing(erSchemaParts);
export const partsOfSingleView = comparing([fields, indexes, aggregation]);
