import type { JsonObject } from '../../../../shared/json.js';
import { defineKind } from '../../kind.js';
import { anyObject, openObject, text } from '../../schemaParts.js';
import { comparePartLists, type PartList } from '../../partLists.js';
import { checkDashboard } from './checkDashboard.js';
import { crossCheckDashboard } from './crossCheckDashboard.js';
import { findTileReports, rewriteTileReports, tileTypes } from './dashboardTiles.js';
import { dashboardIdentity } from './identities.js';
import { kindNames, reportKinds } from './kindNames.js';

const tile = openObject(
  {
    id: text,
    type: { type: 'string', enum: Object.values(tileTypes) },
    position: anyObject,
    dimensions: anyObject,
    configuration: { type: ['object', 'string', 'null'] },
  },
  ['type'],
);

const schema: JsonObject = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  ...openObject(
    {
      description: text,
      tiles: { type: 'array', items: tile },
      availableFilters: { type: 'array', items: openObject({ type: { type: 'string', minLength: 1 } }, ['type']) },
    },
    ['tiles', 'availableFilters'],
  ),
};

const partLists: readonly PartList[] = [{ at: ['tiles'], title: 'tile', identity: ['id'], isOnlyTold: true }];

/** A grid of tiles; most of them show a report. */
export const dashboard = defineKind({
  ...dashboardIdentity,
  name: kindNames.dashboard,
  title: 'dashboard',
  pluralTitle: 'dashboards',
  description: 'A grid of tiles that show reports, texts and pages of other servers.',
  schema,
  references: [
    {
      at: '/tiles/*/id',
      to: reportKinds,
      requirement: 'INCLUDED',
      strength: 'HARD',
      whenMissing: 'BLOCK',
      find: findTileReports,
      rewrite: rewriteTileReports,
    },
  ],
  check: checkDashboard,
  compareParts: (before, after) => comparePartLists(before, after, partLists),
  crossCheck: crossCheckDashboard,
});
