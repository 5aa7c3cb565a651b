import type { JsonObject } from '../../../../shared/json.js';
import { defineKind } from '../../kind.js';
import { listOf, nonEmptyText, oneOf, openObject, text } from '../../schemaParts.js';
import { comparePartLists, type PartList } from '../../partLists.js';
import { checkCollection } from './checkCollection.js';
import { collectionScope } from './collectionScope.js';
import { definitionTypes, findDataSources, rewriteDataSources } from './dataSources.js';
import { collectionIdentity } from './identities.js';
import { kindNames } from './kindNames.js';

const dataSource = openObject(
  { definitionType: oneOf(Object.values(definitionTypes)), definitionKey: nonEmptyText, tenants: listOf(text) },
  ['definitionType', 'definitionKey'],
);
const member = openObject(
  { type: oneOf(['user', 'group']), id: nonEmptyText, role: oneOf(['viewer', 'editor', 'manager']) },
  ['type', 'id', 'role'],
);

const schema: JsonObject = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  ...openObject({ description: text, dataSources: listOf(dataSource), members: listOf(member) }),
};

/** A data source must exist where the collection is imported; it is never exported. */
const required = {
  at: '/dataSources/*/definitionKey',
  requirement: 'REQUIRED',
  strength: 'HARD',
  whenMissing: 'BLOCK',
} as const;

const partLists: readonly PartList[] = [
  {
    at: ['dataSources'],
    title: 'data source',
    identity: [['definitionType', 'definitionKey']],
    whatIsLost: 'Reports of the collection that use it can no longer be shown.',
    inside: [{ at: ['tenants'], title: 'tenant' }],
  },
  { at: ['members'], title: 'member', identity: [['type', 'id']], isOnlyTold: true },
];

/** A container of reports and dashboards, with the data sources that they may use, and its members. */
export const collection = defineKind({
  ...collectionIdentity,
  name: kindNames.collection,
  title: 'collection',
  pluralTitle: 'collections',
  description: 'A folder of reports and dashboards, with the data sources that they may show and its members.',
  schema,
  references: [
    {
      ...required,
      to: [kindNames.processDefinition],
      find: findDataSources(definitionTypes.process),
      rewrite: rewriteDataSources(definitionTypes.process),
    },
    {
      ...required,
      to: [kindNames.decisionDefinition],
      find: findDataSources(definitionTypes.decision),
      rewrite: rewriteDataSources(definitionTypes.decision),
    },
  ],
  check: checkCollection,
  compareParts: (before, after) => comparePartLists(before, after, partLists),
  scope: collectionScope,
});
