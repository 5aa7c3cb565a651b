/**
 * The fingerprint of an import plan: of its file, of each sort of choice, and of what it would do to the branch. Plans with the same
 * fingerprint write the same. It has a part for each, so that a refusal names what differs. Ids of plans and times are no part of it.
 */
import { createHash, type Hash } from 'node:crypto';
import { sql, type SqlConnection } from '../../../database/worker.js';
import { canonicalJson } from '../../../shared/canonicalJson.js';
import type { JsonValue } from '../../../shared/json.js';
import { readRemaps } from '../tables/remapRows.js';
import type { PlanRow } from '../tables/planRows.js';

/** The parts, in their order. */
export const fingerprintParts = ['file', 'settings', 'selection', 'modes', 'names', 'replacements', 'target'] as const;
export type FingerprintPart = (typeof fingerprintParts)[number];

/** The form of fingerprints that this version makes. */
const version = '1';
const windowSize = 5000;

interface SealedItem {
  ordinal: number;
  kind: string;
  name: string;
  mode: string;
  isSelected: boolean;
  newName: string | null;
  action: string;
  reason: string | null;
  effectiveName: string;
  existingId: string | null;
  existingRevision: number | null;
  digest: string | null;
}

/** The fingerprint of a plan as it was last derived. */
export async function planFingerprint(connection: SqlConnection, plan: PlanRow): Promise<string> {
  const hashes = new Map(fingerprintParts.map((part) => [part, createHash('sha256')]));
  const add = (part: FingerprintPart, ...values: JsonValue[]) => {
    hashes.get(part)?.update(`${canonicalJson(values)}\n`);
  };
  const file = await connection.get<{ sha256: string }>(
    sql`SELECT sha256 FROM stored_file WHERE id = ${plan.sourceFileId}`,
  );
  add('file', file?.sha256 ?? null, plan.format);
  add('settings', plan.options as JsonValue);
  const remaps = await readRemaps(connection, plan.no);
  for (const { namespace, name, toName, toVersion, toTenant } of remaps)
    add('replacements', namespace, name, toName, toVersion, toTenant);
  add('target', plan.branchId);
  const { intoCollection = '' } = plan.options;
  if (intoCollection !== '') {
    // An import may extend it.
    const container = await connection.get<{ revision: number }>(
      sql`SELECT revision FROM resource WHERE id = ${intoCollection}`,
    );
    add('target', container?.revision ?? null);
  }
  for (const { isSelected, kind, name, ...deletion } of await sealedDeletions(connection, plan.no)) {
    if (!isSelected) add('selection', kind, name);
    add('target', 'deletion', kind, name, deletion.action, deletion.existingId, deletion.existingRevision);
  }
  for await (const item of sealedItems(connection, plan.no)) {
    const { ordinal, mode, isSelected, newName } = item;
    if (!isSelected) add('selection', ordinal);
    add('modes', mode);
    if (newName !== null) add('names', ordinal, newName);
    add('target', item.kind, item.name, item.action, item.reason, item.effectiveName, item.digest);
    add('target', item.existingId, item.existingRevision);
  }
  return [version, ...fingerprintParts.map((part) => shortDigest(hashes.get(part)))].join('.');
}

/**
 * A fingerprint that counts until a time: the time, and a digest over both, follow it. Whoever may execute the plan can seal it anew, so the
 * digest is no signature: it keeps the time from being changed by itself.
 */
export function sealUntil(fingerprint: string, expiresAt: Date): string {
  const until = `${fingerprint}.${expiresAt.getTime().toString(36)}`;
  return `${until}.${shortDigest(createHash('sha256').update(until))}`;
}

/** A fingerprint without its time, and the time; undefined if one of the two was changed. */
export function unseal(sealed: string): { fingerprint: string; expiresAt: Date | null } | undefined {
  const parts = sealed.split('.');
  if (parts.length <= fingerprintParts.length + 1) return { fingerprint: sealed, expiresAt: null };
  const fingerprint = parts.slice(0, fingerprintParts.length + 1).join('.');
  const timeMs = Number.parseInt(parts[fingerprintParts.length + 1] ?? '', 36);
  const expiresAt = new Date(timeMs);
  if (Number.isNaN(expiresAt.getTime()) || sealUntil(fingerprint, expiresAt) !== sealed) return undefined;
  return { fingerprint, expiresAt };
}

/** 128 bits: nobody can find another plan with the same. */
function shortDigest(hash: Hash | undefined): string {
  return hash?.digest().subarray(0, 16).toString('base64url') ?? '';
}

/** Their ordinals depend on the order in which they were listed. */
function sealedDeletions(connection: SqlConnection, planNo: number): Promise<SealedItem[]> {
  return connection.all(
    sql`SELECT i.kind, i.name, i.is_selected, i.action, i.existing_id, i.existing_revision
     FROM import_item i WHERE i.plan_no = ${planNo} AND i.ordinal < 0 ORDER BY i.kind, i.name, i.existing_id`,
  );
}

async function* sealedItems(connection: SqlConnection, planNo: number): AsyncGenerator<SealedItem> {
  for (let after = -1; ;) {
    const rows = await connection.all<SealedItem>(
      sql`SELECT i.ordinal, i.kind, i.name, i.mode, i.is_selected, i.new_name, i.action, i.reason, i.effective_name,
         i.existing_id, i.existing_revision, c.digest
       FROM import_item i LEFT JOIN content c ON c.id = i.effective_content_id
       WHERE i.plan_no = ${planNo} AND i.ordinal > ${after} ORDER BY i.ordinal LIMIT ${windowSize}`,
    );
    yield* rows;
    if (rows.length < windowSize) return;
    after = rows.at(-1)?.ordinal ?? after;
  }
}

/** The parts in which two fingerprints differ; undefined if the first is no fingerprint of this version. */
export function differingParts(expected: string, actual: string): FingerprintPart[] | undefined {
  const [form, ...wanted] = expected.split('.');
  if (form !== version || wanted.length !== fingerprintParts.length) return undefined;
  const found = actual.split('.').slice(1);
  return fingerprintParts.filter((_part, at) => wanted[at] !== found[at]);
}
