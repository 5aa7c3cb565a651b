/** apply: carries out exactly the plan that was sealed. */
import type { Command } from 'commander';
import { resultOf, WaybillError } from '../../../client/index.js';
import {
  ExecutedPlanDocument,
  ExecuteImportDocument,
  ImportPlanDocument,
} from '../../../client/operations.generated.js';
import type { ServerClient } from '../profiles/serverClient.js';
import { sentenceOfCounts } from '../planning/planText.js';
import { placesOf, readSealedPlan, type SealedPlan } from '../planning/sealedPlan.js';
import { readPlan } from '../planning/stagePlan.js';
import { exitCodeOf, followTask, sayImported, succeeded } from '../run/followTask.js';
import { runCommand, type Outcome, type Work } from '../run/runCommand.js';
import { CliFault } from '../terminal/cliFault.js';
import { formatTime } from '../words/numbers.js';

export function addApply(program: Command): void {
  program
    .command('apply')
    .summary('carry out exactly a sealed plan')
    .description(
      'Carries out a plan that `waybill plan --out FILE` has sealed. It does exactly that, or nothing: if the file, a choice or the branch differs from what was sealed, it is refused and says what differs. It asks nothing, because the plan was approved.',
    )
    .argument('<file>', 'the sealed plan')
    .option('--detach', 'on Ctrl+C, leave the import on the server instead of cancelling it')
    .action((file: string, options: { detach?: boolean }, command: Command) =>
      runCommand(command, (work) => apply(work, file, options)),
    );
}

async function apply(work: Work, file: string, { detach }: { detach?: boolean }): Promise<Outcome> {
  const { terminal, connect } = work;
  const sealed = await readSealedPlan(file);
  const client = await connect();
  // What the server has under the fingerprint: the texts in the file may be anybody's.
  const { importPlan: plan } = await client.ask(ImportPlanDocument, { id: sealed.planId });
  if (!plan) throw await noPlan(work, client, sealed);
  const taskId = await start(work, client, sealed);
  const { from, into } = placesOf(plan);
  terminal.say(
    `${from ?? 'A file'} into ${into}, sealed ${formatTime(sealed.sealedAt)}: ${sentenceOfCounts(plan.counts)}.`,
  );
  const task = succeeded(await followTask(work, { client, taskId }, { isDetached: detach }));
  sayImported(work, client, task);
  return { document: { sealed, task }, exitCode: exitCodeOf(task) };
}

async function start(work: Work, client: ServerClient, sealed: SealedPlan): Promise<string> {
  const { planId, fingerprint: expectedFingerprint, importStrategy } = sealed;
  const input = { planId, expectedFingerprint, importStrategy };
  const { executeImport } = await client.ask(ExecuteImportDocument, { input });
  const { task, problems } = executeImport;
  const code = problems[0]?.code;
  if (code === 'NOT_FOUND') throw await noPlan(work, client, sealed);
  if (code === 'PLAN_CHANGED' || code === 'TARGET_CHANGED') {
    const { counts } = await readPlan(client, planId);
    throw new WaybillError(
      code,
      `Nothing was imported: the plan is not the sealed one any more. Sealed: ${sentenceOfCounts(sealed.counts)}. Now: ${sentenceOfCounts(counts)}.`,
      {
        fix: 'Make the plan again with `waybill plan --out`, and let it be approved again.',
        problems: problems.map((problem) => ({ ...problem, fix: null })),
      },
    );
  }
  if (code === 'PLAN_NOT_READY') {
    const { importPlan } = await client.ask(ExecutedPlanDocument, { id: planId });
    if (importPlan?.executeTask?.isUndone === true)
      throw new CliFault(code, 'The plan was already executed, and the import was undone.', {
        fix: 'Make a new plan with `waybill plan --out`, and let it be approved.',
      });
  }
  return resultOf(task, problems).id;
}

/** A plan of another server, or one that is gone. */
async function noPlan({ profiles }: Work, { url }: ServerClient, { server }: SealedPlan): Promise<CliFault> {
  const message = `${url} has no such plan, or you may not see it. Nothing was imported.`;
  if (server === url)
    return new CliFault('NO_PLAN', message, {
      fix: 'Plans are deleted with their tasks: if it is gone, make it again.',
    });
  const stored = Object.entries((await profiles.read()).profiles);
  const [profile = 'NAME'] = stored.find(([, each]) => each.url === server) ?? [];
  return new CliFault('NO_PLAN', message, { fix: `It was sealed at ${server}: add --profile ${profile}.` });
}
