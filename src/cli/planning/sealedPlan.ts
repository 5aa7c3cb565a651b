/** A sealed plan: a small file that one person approves, and that is then carried out exactly. */
import { readFile, writeFile } from 'node:fs/promises';
import { WaybillError, type WaybillClient } from '../../../client/index.js';
import {
  PlanFingerprintDocument,
  type PlanCountsFragment,
  type PlanFragment,
} from '../../../client/operations.generated.js';
import type { Work } from '../run/runCommand.js';
import { CliFault } from '../terminal/cliFault.js';
import { formatTime } from '../words/numbers.js';
import { choicesOf, type PlanFlags } from './planOptions.js';
import { openCount } from './planText.js';

const format = 'waybill/sealed-plan';
const usualDays = 7;
const dayMs = 86_400_000;

/** What the file holds. The fingerprint decides; the rest is for who reads it. */
export interface SealedPlan {
  format: typeof format;
  version: 1;
  server: string;
  planId: string;
  /** Of file, choices and target: the server refuses anything else. */
  fingerprint: string;
  importStrategy: 'ON_ERROR_FAIL' | 'ON_ERROR_CONTINUE';
  from: string | null;
  into: string;
  counts: PlanCountsFragment;
  sealedAt: string;
  expiresAt: string;
}

interface Sealing {
  client: WaybillClient;
  plan: PlanFragment;
  /** Where it is written. */
  out: string;
}

/** Writes a plan to a file. A plan with open items is not sealed, unless the rest is to be applied without them. */
export async function sealPlan(
  { terminal }: Work,
  { client, plan, out }: Sealing,
  flags: PlanFlags & { expiresIn?: number },
): Promise<{ sealed: SealedPlan | null }> {
  const stated = plan.settings['importStrategy'] === 'ON_ERROR_CONTINUE' ? 'ON_ERROR_CONTINUE' : 'ON_ERROR_FAIL';
  const importStrategy = choicesOf(flags).importStrategy ?? stated;
  if (openCount(plan.counts) > 0 && importStrategy === 'ON_ERROR_FAIL') {
    terminal.say(`${out} was not written: a plan with something to decide cannot be applied.`);
    return { sealed: null };
  }
  const { importPlan } = await client.ask(PlanFingerprintDocument, { id: plan.id });
  if (typeof importPlan?.fingerprint !== 'string')
    throw new WaybillError('PLAN_NOT_READY', 'The plan was executed or discarded meanwhile.', {
      fix: 'Make it again.',
    });
  const now = Date.now();
  const { branch, source } = plan;
  const sealed: SealedPlan = {
    ...{ format, version: 1, server: client.url, planId: plan.id, fingerprint: importPlan.fingerprint, importStrategy },
    from: source?.project ? `${source.project.key}${source.branch === null ? '' : `/${source.branch}`}` : plan.fileName,
    into: `${branch.project.key}/${branch.name}`,
    counts: plan.counts,
    sealedAt: new Date(now).toISOString(),
    expiresAt: new Date(now + (flags.expiresIn ?? usualDays) * dayMs).toISOString(),
  };
  await writeFile(out, `${JSON.stringify(sealed, null, 2)}\n`);
  terminal.say(`Sealed in ${out}, until ${formatTime(sealed.expiresAt)}. To carry it out: waybill apply ${out}`);
  return { sealed };
}

/** @throws CliFault if the file is no sealed plan, or is too old */
export async function readSealedPlan(file: string): Promise<SealedPlan> {
  const sealed = parsed(await readFile(file, 'utf8').catch((error: unknown) => refuseFile(file, error)));
  if (sealed?.format !== format)
    throw new CliFault('NOT_SEALED', `${file} is no sealed plan.`, {
      fix: '`waybill plan … --out FILE` writes one; `waybill import` imports a file without one.',
    });
  if (!isSealedPlan(sealed))
    throw new CliFault('NOT_SEALED', `${file} is a sealed plan of another version, or damaged.`, {
      fix: 'Make the plan again.',
    });
  if (Date.parse(sealed.expiresAt) < Date.now())
    throw new CliFault(
      'SEAL_EXPIRED',
      `${file} has expired: it could be applied until ${formatTime(sealed.expiresAt)}.`,
      {
        fix: 'Make the plan again, and let it be approved again.',
      },
    );
  return sealed;
}

function parsed(text: string): Partial<SealedPlan> | undefined {
  try {
    return (JSON.parse(text) as Partial<SealedPlan> | null) ?? undefined;
  } catch {
    return undefined;
  }
}

function isSealedPlan(sealed: Partial<SealedPlan>): sealed is SealedPlan {
  const { version, planId, fingerprint, expiresAt, importStrategy } = sealed;
  const isWhole = [planId, fingerprint, expiresAt].every((text) => typeof text === 'string');
  const isKnown = importStrategy === 'ON_ERROR_FAIL' || importStrategy === 'ON_ERROR_CONTINUE';
  return version === 1 && isWhole && isKnown && !Number.isNaN(Date.parse(expiresAt ?? ''));
}

function refuseFile(file: string, error: unknown): never {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT')
    throw new CliFault('NO_FILE', `There is no file ${file}.`, {
      fix: 'Check its name, and the folder that you are in.',
    });
  throw error;
}
