/** A sealed plan: a small file that one person approves, and that is then carried out exactly. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { WaybillError } from '../../../client/index.js';
import {
  PlanFingerprintDocument,
  type PlanCountsFragment,
  type PlanFragment,
} from '../../../client/operations.generated.js';
import { commandAt, type ServerClient } from '../profiles/serverClient.js';
import type { Work } from '../run/runCommand.js';
import { CliFault } from '../terminal/cliFault.js';
import { fileFault, writeFault } from '../terminal/fileFault.js';
import { formatTime } from '../words/numbers.js';
import { importStrategyOf, type PlanFlags } from './planOptions.js';
import { openCount } from './planText.js';

const format = 'waybill/sealed-plan';
const usualDays = 7;
const dayMs = 86_400_000;
const countNames = [
  ...([
    'total',
    'selected',
    'create',
    'update',
    'referenceUpdate',
    'unchanged',
    'delete',
    'collision',
    'skipped',
    'blocked',
  ] as const),
];

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
  client: ServerClient;
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
  const importStrategy = importStrategyOf(flags, plan.settings);
  if (openCount(plan.counts) > 0 && importStrategy === 'ON_ERROR_FAIL') {
    terminal.say(`${out} was not written: a plan with something to decide cannot be applied.`);
    return { sealed: null };
  }
  const now = Date.now();
  const expiresAt = new Date(now + (flags.expiresIn ?? usualDays) * dayMs).toISOString();
  const { importPlan } = await client.ask(PlanFingerprintDocument, { id: plan.id, expiresAt });
  if (typeof importPlan?.fingerprint !== 'string')
    throw new WaybillError('PLAN_NOT_READY', 'The plan was executed or discarded meanwhile.', {
      fix: 'Make it again.',
    });
  const sealed: SealedPlan = {
    ...{ format, version: 1, server: client.url, planId: plan.id, fingerprint: importPlan.fingerprint, importStrategy },
    ...placesOf(plan),
    counts: plan.counts,
    sealedAt: new Date(now).toISOString(),
    expiresAt,
  };
  try {
    await mkdir(path.dirname(out), { recursive: true });
    await writeFile(out, `${JSON.stringify(sealed, null, 2)}\n`);
  } catch (error) {
    throw writeFault(error, out);
  }
  terminal.say(
    `Sealed in ${out}, until ${formatTime(sealed.expiresAt)}. To carry it out: ${commandAt(client, `apply ${out}`)}`,
  );
  return { sealed };
}

/** Where a plan comes from, and the branch that it is for. */
export function placesOf({ branch, source, fileName }: PlanFragment): { from: string | null; into: string } {
  const from = source?.project && `${source.project.key}${source.branch === null ? '' : `/${source.branch}`}`;
  return { from: from ?? fileName, into: `${branch.project.key}/${branch.name}` };
}

/** @throws CliFault if the file is no sealed plan, or is too old */
export async function readSealedPlan(file: string): Promise<SealedPlan> {
  const sealed = parsed(
    await readFile(file, 'utf8').catch((error: unknown) => {
      throw fileFault(error, file);
    }),
  );
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

const isText = (value: unknown) => typeof value === 'string';
const isTime = (value: unknown) => isText(value) && !Number.isNaN(Date.parse(value));
const isCount = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0;

/** Whether each member of the file is what it must be. */
const tests: Readonly<Record<keyof SealedPlan, (value: unknown) => boolean>> = {
  format: (value) => value === format,
  version: (value) => value === 1,
  server: isText,
  planId: isText,
  fingerprint: isText,
  importStrategy: (value) => value === 'ON_ERROR_FAIL' || value === 'ON_ERROR_CONTINUE',
  from: (value) => value === null || isText(value),
  into: isText,
  counts: (value) => countNames.every((name) => isCount((value as Partial<PlanCountsFragment> | null)?.[name])),
  sealedAt: isTime,
  expiresAt: isTime,
};

function isSealedPlan(sealed: Partial<SealedPlan>): sealed is SealedPlan {
  return (Object.keys(tests) as (keyof SealedPlan)[]).every((name) => tests[name](sealed[name]));
}
