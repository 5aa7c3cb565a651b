import { readRows, sql, type Database, type Sql } from '../../database/index.js';
import { groupedByKey, inKeyOrder, readPages } from '../../graphql/index.js';
import type { Membership } from './membership.entity.js';

/** The owner of the listed roles or members: a principal, a project or a group. */
export interface RosterKey {
  ownerId: string;
  first: number;
  /** The id after which the page starts; empty for the first page. */
  after: string;
  /** Only roles in these projects; undefined for all. */
  projectIds?: readonly string[] | undefined;
}

type RosterCountKey = Pick<RosterKey, 'ownerId' | 'projectIds'>;

interface CountRow {
  ownerId: string;
  total: number;
}

const sides = {
  PRINCIPAL: { owner: sql`m.principal_id`, other: sql`m.project_id` },
  PROJECT: { owner: sql`m.project_id`, other: sql`m.principal_id` },
} as const;

/** Pages of roles and of group members; one more than requested if there are more. */
export class RosterRepository {
  constructor(private readonly database: Database) {}

  readonly rolesOfPrincipals = (keys: readonly RosterKey[]): Promise<Membership[][]> => this.roles('PRINCIPAL', keys);

  readonly rolesInProjects = (keys: readonly RosterKey[]): Promise<Membership[][]> => this.roles('PROJECT', keys);

  readonly countsOfPrincipals = (keys: readonly RosterCountKey[]): Promise<number[]> =>
    this.roleCounts('PRINCIPAL', keys);

  readonly countsInProjects = (keys: readonly RosterCountKey[]): Promise<number[]> => this.roleCounts('PROJECT', keys);

  /** Ids of the members of groups. */
  readonly membersOfGroups = (keys: readonly RosterKey[]): Promise<string[][]> =>
    readPages(
      keys,
      ({ first, after }) => [first, after],
      async (alike) => {
        const [{ first, after }] = alike;
        const ids = alike.map(({ ownerId }) => ownerId);
        const rows = await readRows<{ groupId: string; principalId: string }>(
          this.database.read,
          sql`SELECT group_id, principal_id FROM (
            SELECT g.group_id, g.principal_id, row_number() OVER (PARTITION BY g.group_id ORDER BY g.principal_id) AS place
            FROM group_member g WHERE g.group_id IN ${ids} AND g.principal_id > ${after}) AS placed
          WHERE place <= ${first + 1} ORDER BY place`,
        );
        return groupedByKey(ids, rows, ({ groupId }) => groupId).map((group) =>
          group.map(({ principalId }) => principalId),
        );
      },
    );

  readonly memberCounts = async (ids: readonly string[]): Promise<number[]> => {
    const rows = await readRows<CountRow>(
      this.database.read,
      sql`SELECT group_id AS owner_id, count(*) AS total FROM group_member WHERE group_id IN ${ids} GROUP BY group_id`,
    );
    return inKeyOrder(ids, rows, ({ ownerId }) => ownerId).map((row) => row?.total ?? 0);
  };

  private roles(side: keyof typeof sides, keys: readonly RosterKey[]): Promise<Membership[][]> {
    const { owner, other } = sides[side];
    return readPages(
      keys,
      ({ first, after, projectIds }) => [first, after, projectIds],
      async (alike) => {
        const [{ first, after, projectIds }] = alike;
        const ids = alike.map(({ ownerId }) => ownerId);
        const rows = await readRows<Membership>(
          this.database.read,
          sql`SELECT project_id, principal_id, role, created_at FROM (
            SELECT m.*, row_number() OVER (PARTITION BY ${owner} ORDER BY ${other}) AS place
            FROM membership m WHERE ${owner} IN ${ids} AND ${other} > ${after} AND ${inProjects(projectIds)}) AS placed
          WHERE place <= ${first + 1} ORDER BY place`,
        );
        for (const row of rows) row.createdAt = new Date(row.createdAt);
        return groupedByKey(ids, rows, ({ projectId, principalId }) => (side === 'PROJECT' ? projectId : principalId));
      },
    );
  }

  private async roleCounts(side: keyof typeof sides, keys: readonly RosterCountKey[]): Promise<number[]> {
    const { owner } = sides[side];
    const counts = await readPages(
      keys,
      ({ projectIds }) => projectIds,
      async (alike) => {
        const ids = alike.map(({ ownerId }) => ownerId);
        const rows = await readRows<CountRow>(
          this.database.read,
          sql`SELECT ${owner} AS owner_id, count(*) AS total FROM membership m
            WHERE ${owner} IN ${ids} AND ${inProjects(alike[0].projectIds)} GROUP BY ${owner}`,
        );
        return inKeyOrder(ids, rows, ({ ownerId }) => ownerId).map((row) => [row?.total ?? 0]);
      },
    );
    return counts.map(([count]) => count ?? 0);
  }
}

function inProjects(projectIds: readonly string[] | undefined): Sql {
  return projectIds === undefined ? sql`TRUE` : sql`m.project_id IN ${projectIds}`;
}
