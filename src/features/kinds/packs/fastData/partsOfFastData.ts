/** The parts of Fast Data resources. Other resources and services use them, so parts that an update removes are reported. */
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

/** In the product, each Single View Creator of a view has an aggregation; here a view has one, which an update replaces. */
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

/** `compareParts` of each kind. */
export const partsOfCollection = comparing([fields, indexes]);
export const partsOfErSchema = comparing(erSchemaParts);
export const partsOfSingleView = comparing([fields, indexes, aggregation]);
