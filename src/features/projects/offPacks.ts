import { sql, type SqlConnection } from '../../database/worker.js';
import { errorProblem, type Problem } from '../../shared/problem.js';
import type { KindPack, KindRegistry } from '../kinds/worker.js';

/** Whether a project offers the kinds of a pack. `isSwitchedOn`: the choice of the project, if any. */
export function isPackEnabled({ state }: KindPack, isSwitchedOn: boolean | undefined): boolean {
  return state !== 'off' && (isSwitchedOn ?? true);
}

/** The problem of a pack that is off in a project, with the fix to switch it on. */
export function packOff({ name, title, state }: KindPack, projectId: string): Problem {
  if (state === 'off') {
    return errorProblem('PACK_OFF', `The pack ${title} is switched off on this server.`, {
      fix: `Start the server with WAYBILL_PACKS="${name}=on".`,
    });
  }
  return errorProblem('PACK_OFF', `The pack ${title} is switched off in this project.`, {
    fix: `Switch it on with setPackEnabled(input: { projectId: "${projectId}", pack: "${name}", isEnabled: true }).`,
  });
}

/** The packs that are off in a project, by name, with the problem for items of their kinds. */
export async function readOffPacks(
  { connection, kinds }: { connection: SqlConnection; kinds: KindRegistry },
  projectId: string,
): Promise<Map<string, Problem>> {
  const rows = await connection.all<{ pack: string; isEnabled: boolean }>(
    sql`SELECT pack, is_enabled FROM project_pack WHERE project_id = ${projectId}`,
  );
  const switchByPack = new Map(rows.map(({ pack, isEnabled }) => [pack, isEnabled]));
  const off = kinds.listPacks().filter((pack) => !isPackEnabled(pack, switchByPack.get(pack.name)));
  return new Map(off.map((pack) => [pack.name, packOff(pack, projectId)]));
}
