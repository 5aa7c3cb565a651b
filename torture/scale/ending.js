/** What must hold in the end, in the database and in the store. */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
const patienceMs = 240_000;

/** Tasks of which nobody has waited for the end, such as exports whose answer was lost. */
export async function openTasksFault(site) {
  const giveUpAt = performance.now() + patienceMs;
  for (;;) {
    const open = await site.query(`SELECT id, type, status, attempt FROM task WHERE status IN ('QUEUED', 'RUNNING')`);
    if (open.length === 0) return undefined;
    if (performance.now() > giveUpAt) return `have not ended: ${JSON.stringify(open)}`;
    await sleep(200);
  }
}

/** The end of a task and its event in the audit log are one transaction: more than one event are more than one end. */
export async function endsFault(site) {
  const wrong = await site.query(
    `SELECT task.id, task.type, task.status, count(audit_event.id) AS events, min(audit_event.outcome) AS outcome
       FROM task LEFT JOIN audit_event ON subject_id = task.id AND action IN ('EXPORT', 'STAGE', 'IMPORT', 'UNDO')
      GROUP BY task.id HAVING count(audit_event.id) <> 1
         OR min(outcome) <> CASE task.status WHEN 'COMPLETED' THEN 'SUCCEEDED' ELSE task.status END`,
  );
  return wrong.length === 0 ? undefined : `not ended exactly once: ${JSON.stringify(wrong)}`;
}

/** When a server that is alone has started: it removes what the dead left. */
export async function filesFault(site) {
  const rows = new Set((await site.query('SELECT id FROM stored_file')).map(({ id }) => id));
  const prefix = `${site.filesPrefix}/`;
  const stored = [...site.store.objects.keys()]
    .map((key) => key.slice(prefix.length))
    .filter((key) => key !== 'instance-id');
  const withoutRow = stored.filter((key) => !rows.has(key));
  const kept = new Set(stored);
  const lost = [...rows].filter((id) => !kept.has(id));
  if (withoutRow.length + lost.length + site.store.uploads.size === 0) return undefined;
  return `files without a row: ${withoutRow.join()}; rows without a file: ${lost.join()}; open uploads: ${site.store.uploads.size}`;
}

/** What `npm run verify` finds. */
export async function soundnessFault(site, settings) {
  const file = path.resolve(import.meta.dirname, '../../dist/src/verify.js');
  const env = { PATH: process.env.PATH, ...settings, WAYBILL_DATA_DIR: path.join(site.folder, 'api-1') };
  return run(process.execPath, [file], { env }).then(
    () => undefined,
    ({ stdout, stderr }) => `${stdout}${stderr}`,
  );
}
