import { canonicalJson, sha256 } from '../../../shared/canonicalJson.js';
import { isId } from '../../../shared/clock.js';
import type { JsonObject } from '../../../shared/json.js';
import type { Session } from '../../../shared/session.js';
import type { ExportService } from '../../exporting/index.js';
import { unknownBranch } from '../import.problems.js';
import { keepOrReuse, reuse } from '../staging/keepPlan.js';
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
  async stage(input: StageTransferInput, session: Session): Promise<PlanOutcome> {
    const { projects, imports, maxUploadBytes } = this.parts;
    const { intoBranchId, selection, idempotencyKey = null } = input;
    const branch = isId(intoBranchId) ? await projects.branchById(intoBranchId) : null;
    const sourceDigest = digestOf(input);
    const known = branch && (await reuse(imports, { branchId: branch.id, idempotencyKey, sourceDigest }));
    if (known) return known;
    const { includeDependencies = null, excludeIds = null } = input;
    const asked = { selection, includeDependencies, excludeIds, format: 'JSON' } as const;
    const { order, problems: unfit } = await this.exports.check(asked, session);
    if (!branch) return refused([...unfit, unknownBranch(intoBranchId, 'intoBranchId')]);
    const { prepared, problems } = await prepareStaging(this.parts, input, { branch, session });
    if (!prepared || !order || unfit.length > 0) return refused([...unfit, ...problems]);
    const plan = { ...prepared, branch, actor: session.actor, idempotencyKey, sourceDigest, upload: null };
    return keepOrReuse(this.parts, {
      ...plan,
      input: { format: null, transfer: { order, maxBytes: maxUploadBytes } },
    });
  }
}

/** The digest of the whole input; absent members and null are the same. */
function digestOf({ selection, includeDependencies, excludeIds, mode, options }: StageTransferInput): string {
  const asked = { selection, includeDependencies, excludeIds, mode, options };
  const plain = JSON.stringify(asked, (_, value: unknown) => value ?? undefined);
  return sha256(canonicalJson(JSON.parse(plain) as JsonObject));
}
