import type { SqlConnection } from '../../database/index.js';
import { errorProblem, type Problem } from '../../shared/problem.js';
import type { KindPack, KindRegistry } from '../kinds/worker.js';

/** Whether the kinds of a pack are offered in a project. `isSwitchedOn`: what was chosen there, if anything. */
export function isPackEnabled({ state }: KindPack, isSwitchedOn: boolean | undefined): boolean {
  return state !== 'off' && (isSwitchedOn ?? true);
}

/** Why nothing of a pack can be used in a project, and how it is switched on. */
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

/** The packs that are off in a project, by name, each with the problem that an item of one of its kinds has there. */
export async function readOffPacks(
  { connection, kinds }: { connection: SqlConnection; kinds: KindRegistry },
  projectId: string,
): Promise<Map<string, Problem>> {
  const rows = await connection.all<{ pack: string; isEnabled: number | boolean }>(
    `SELECT pack, is_enabled AS "isEnabled" FROM project_pack WHERE project_id = :projectId`,
    { projectId },
  );
  const switchByPack = new Map(rows.map(({ pack, isEnabled }) => [pack, Boolean(isEnabled)]));
  const off = kinds.listPacks().filter((pack) => !isPackEnabled(pack, switchByPack.get(pack.name)));
  return new Map(off.map((pack) => [pack.name, packOff(pack, projectId)]));
}
