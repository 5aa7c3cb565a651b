import { isDeepStrictEqual } from 'node:util';
import { readerOf, type Session } from '../../../shared/session.js';
import { isId } from '../../../shared/clock.js';
import type { Problem } from '../../../shared/problem.js';
import type { KindRegistry } from '../../kinds/index.js';
import type { ProjectRepository } from '../../projects/index.js';
import type { Workers } from '../../workers/index.js';
import { selectItemsCall, setModeCall } from './amendItems.call.js';
import { remapCall } from './remap.call.js';
import { renameItemCall } from './renameItem.call.js';
import { setOptionsCall } from './setOptions.call.js';
import type {
  RemapPrerequisiteInput,
  RenameImportItemInput,
  SetImportOptionsInput,
  SetImportModeInput,
  SelectImportItemsInput,
} from './amending.inputs.js';
import { unknownMirrorKinds } from '../mirror.js';
import { notAnId } from '../import.problems.js';
import type { ImportRepository } from '../tables/import.repository.js';
import type { ImportItem } from '../tables/importItem.entity.js';
import { parseImportItemId } from '../tables/importItemId.js';
import { refused, type PlanOutcome, changePlan } from '../planOutcome.js';
import { checkTarget } from '../staging/prepareStaging.js';
import type { StagingService } from '../staging/staging.service.js';
import { importerOfPlan } from '../importerOf.js';
import { mappingOf, plainMapping, withoutNulls } from '../staging/plainOptions.js';

interface RenamedImportItem {
  item: ImportItem | null;
  collidingItems: ImportItem[];
  problems: Problem[];
}

interface AmendingParts {
  workers: Workers;
  kinds: KindRegistry;
  projects: ProjectRepository;
  imports: ImportRepository;
  staging: StagingService;
}

/** Stores the choices of a user in a plan. */
export class AmendingService {
  constructor(private readonly parts: AmendingParts) {}

  select(input: SelectImportItemsInput): Promise<PlanOutcome> {
    const { planId, itemIds = null, kinds = null, isSelected } = input;
    return changePlan(this.parts, selectItemsCall, { planId, itemIds, kinds, isSelected });
  }

  setMode(input: SetImportModeInput): Promise<PlanOutcome> {
    const { planId, itemIds = null, kinds = null, mode } = input;
    return changePlan(this.parts, setModeCall, { planId, itemIds, kinds, mode });
  }

  /** A changed mapping re-reads the file as a task. Any other option only derives the plan again. */
  async setOptions({ planId, mapping, ...choice }: SetImportOptionsInput, session: Session): Promise<PlanOutcome> {
    const { workers, imports, staging, kinds } = this.parts;
    const plan = isId(planId) ? await imports.byId(planId) : null;
    const importer = plan && (await importerOfPlan(this.parts, plan, session));
    const target = importer && { importer, options: choice, path: ['input'] };
    const unfit = [
      ...unknownMirrorKinds(kinds, choice.mirrorKinds, ['input', 'mirrorKinds']),
      ...(plan && target ? await checkTarget(workers, plan.branchId, target) : []),
    ];
    if (unfit.length > 0) return refused(unfit);
    return plan && mapping && !isDeepStrictEqual(mappingOf(plan), plainMapping(mapping))
      ? staging.restage(plan, { ...withoutNulls(choice), mapping: plainMapping(mapping) }, session.actor)
      : changePlan(this.parts, setOptionsCall, { planId, ...choice });
  }

  remap(input: RemapPrerequisiteInput, session: Session): Promise<PlanOutcome> {
    const { planId, kind, name, toName = null, toVersion = null, toTenant = null } = input;
    const reader = readerOf(session);
    return changePlan(this.parts, remapCall, { planId, kind, name, toName, toVersion, toTenant, reader });
  }

  async rename({ itemId, name }: RenameImportItemInput): Promise<RenamedImportItem> {
    const refusal = (problems: Problem[]) => ({ item: null, collidingItems: [], problems });
    const key = parseImportItemId(itemId);
    if (!key) return refusal([notAnId(itemId, 'itemId')]);
    const { problems, colliding } = await this.parts.workers.call(renameItemCall, { ...key, name });
    if (problems.length > 0) return refusal(problems);
    const { imports } = this.parts;
    const item = await imports.item(key.planId, key.ordinal);
    const others =
      item && colliding.length > 0 ? await imports.itemsAt({ id: key.planId, no: item.planNo }, colliding) : [];
    const byOrdinal = new Map(others.map((other) => [other.ordinal, other]));
    return { item, collidingItems: colliding.flatMap((ordinal) => byOrdinal.get(ordinal) ?? []), problems: [] };
  }
}
