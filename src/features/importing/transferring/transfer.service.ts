import { canonicalJson, sha256 } from '../../../shared/canonicalJson.js';
import { isId } from '../../../shared/clock.js';
import type { JsonObject } from '../../../shared/json.js';
import type { Session } from '../../../shared/session.js';
import type { ExportService, StartExportInput } from '../../exporting/index.js';
import { unknownBranch } from '../import.problems.js';
import { keepOrReuse, reuse } from '../staging/keepPlan.js';
import type { WrittenWithTask } from '../../tasks/index.js';
import { refused, type PlanOutcome } from '../planOutcome.js';
import { prepareStaging } from '../staging/prepareStaging.js';
import type { StagingParts } from '../staging/staging.service.js';
import type { StageTransferInput } from './transfer.inputs.js';

/**
 * A transfer exports from one branch and stages on another in one step: the task that reads the file of the plan writes it
 * first.
 */
export class TransferService {
  constructor(
    private readonly parts: StagingParts,
    private readonly exports: Pick<ExportService, 'check'>,
  ) {}

  /** Creates a plan and its STAGE_IMPORT task, which exports the selection and stages the exported file. */
  async stage(input: StageTransferInput, session: Session, writeWithTask?: WrittenWithTask): Promise<PlanOutcome> {
    const { projects, imports, maxUploadBytes } = this.parts;
    const { intoBranchId, idempotencyKey = null } = input;
    const branch = isId(intoBranchId) ? await projects.branchById(intoBranchId) : null;
    const sourceDigest = digestOf(input);
    const known = branch && (await reuse(imports, { branchId: branch.id, idempotencyKey, sourceDigest }));
    if (known) return known;
    const { order, problems: unfit } = await this.exports.check(exportOf(input), session);
    if (!branch) return refused([...unfit, unknownBranch(intoBranchId, 'intoBranchId')]);
    const { prepared, problems } = await prepareStaging(this.parts, input, { branch, session });
    if (!prepared || !order || unfit.length > 0) return refused([...unfit, ...problems]);
    const plan = {
      ...prepared,
      branch,
      actor: session.actor,
      idempotencyKey,
      sourceDigest,
      upload: null,
      writeWithTask,
    };
    return keepOrReuse(this.parts, {
      ...plan,
      input: { format: null, transfer: { order, maxBytes: maxUploadBytes } },
    });
  }
}

/** The export of a transfer: always a bundle, so a template gives neither format, archive nor fields. */
function exportOf({ selection, templateId, includeDependencies, excludeIds }: StageTransferInput): StartExportInput {
  const own = { format: 'JSON', isArchive: null, fields: null } as const;
  return { selection, ...(templateId ? { templateId } : {}), ...own, ...given({ includeDependencies, excludeIds }) };
}

/** Without what is undefined, which a template then gives. */
function given<Values extends object>(values: Values): Partial<Values> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<Values>;
}

/** The digest of the whole input; absent members and null are the same. */
function digestOf({ selection, templateId, includeDependencies, excludeIds, ...rest }: StageTransferInput): string {
  const { mode, options } = rest;
  const asked = { selection, templateId, includeDependencies, excludeIds, mode, options };
  const plain = JSON.stringify(asked, (_, value: unknown) => value ?? undefined);
  return sha256(canonicalJson(JSON.parse(plain) as JsonObject));
}
