/** The tiles of a dashboard. Only `type` decides what a tile is; text tiles and external pages refer to no report. */
import { isJsonObject, type JsonObject } from '../../../../shared/json.js';
import { toPointer } from '../../../../shared/jsonPointer.js';
import type { FoundReference } from '../../foundReference.js';
import type { NewNameOf } from '../../kind.js';
import { mapElements, mapMember, ownMember } from '../../objectCopies.js';
import { partsAt, textMember, type Part } from '../../specParts.js';

/** Types of tiles, as in files. */
export const tileTypes = { report: 'optimize_report', text: 'text', external: 'external_url' } as const;

/** The tiles that show a report. */
export function reportTiles(spec: JsonObject): Part[] {
  return partsAt(spec, '/tiles/*').filter(({ value }) => isReportTile(value));
}

/** The reports that tiles show. */
export function findTileReports(spec: JsonObject): FoundReference[] {
  return reportTiles(spec).flatMap(({ value, path }) => {
    const name = textMember(value, 'id');
    return name === undefined ? [] : [{ at: toPointer([...path, 'id']), name }];
  });
}

/** The rewriter for `findTileReports`. */
export function rewriteTileReports(spec: JsonObject, newNameOf: NewNameOf): JsonObject {
  return mapMember(spec, 'tiles', (tiles) => {
    if (!Array.isArray(tiles)) return tiles;
    return mapElements(tiles, (tile) =>
      isJsonObject(tile) && isReportTile(tile)
        ? mapMember(tile, 'id', (id) => (typeof id === 'string' && id !== '' ? (newNameOf(id) ?? id) : id))
        : tile,
    );
  });
}

function isReportTile(tile: JsonObject): boolean {
  return ownMember(tile, 'type') === tileTypes.report;
}
