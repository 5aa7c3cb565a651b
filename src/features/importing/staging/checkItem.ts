import { errorProblem, type Problem } from '../../../shared/problem.js';
import type { BundleSource, FileItem } from '../../formats/index.js';
import { unknownKindsIn, validateName, withOriginalCode, type KindDefinition } from '../../kinds/worker.js';
import { prepareContent, type PreparedContent } from '../../resources/worker.js';
import { toPointer } from '../../../shared/jsonPointer.js';
import { contentDigest } from '../../../shared/canonicalJson.js';
import type { WorkerContext } from '../../workers/index.js';
import type { PlanRow } from '../tables/planRows.js';
import type { RecordFacts } from '../mapping/recordShapes.js';
import { adviceFacts } from '../reporting/adviceFacts.js';
import { isMalformed } from '../mapping/isMalformed.js';
import { unstorableTexts } from './storableItem.js';

/** An item of a file, held against its kind. Without content it is invalid; its problems say why. */
export interface CheckedItem {
  item: FileItem;
  namespace: string;
  parentKind: string | null;
  content: PreparedContent | null;
  problems: Problem[];
  /** Bits of the advice that holds when it is imported as a copy, and as a reference: places in the kind's `adviceCodes`. */
  copyAdvice: number;
  referenceAdvice: number;
  /** True for a record that lacks what is required: it can only be laid over one that has it. */
  isIncomplete: boolean;
  /** True when a check of its kind asks for specs of other items or of the branch: it is made when all of the file is there. */
  needsCrossCheck: boolean;
}

interface FileFacts {
  plan: PlanRow;
  source: BundleSource;
  record: RecordFacts;
}

export function checkItem(context: WorkerContext, item: FileItem, facts: FileFacts): CheckedItem {
  const kind = context.kinds.find(item.kind);
  const problems = faultsOf(context, kind, { item, plan: facts.plan });
  problems.push(...unstorableTexts(item));
  const located = [...item.problems, ...untold(problems, item).map((problem) => locate(problem, item))];
  // All members at once: an object that is spread and then added to is slow to make, and this is made for each line of a file.
  const checked: CheckedItem = {
    item,
    namespace: kind?.identity.namespace ?? '',
    parentKind: kind ? parentKindOf(kind, item) : null,
    content: null,
    problems: located,
    copyAdvice: 0,
    referenceAdvice: 0,
    isIncomplete: facts.record.isIncomplete,
    needsCrossCheck: false,
  };
  if (!kind || located.some(({ severity }) => severity === 'ERROR')) return checked;
  const content = prepareContent(context, item, facts.record.uniqueFields);
  if (item.claimedDigest !== null && !isClaimed(item, content)) {
    located.push(locate(digestMismatch(item), item));
    return checked;
  }
  checked.content = content;
  checked.needsCrossCheck = checkAlone(kind, item, located);
  checked.copyAdvice = kind.adviceBits?.(item.spec, adviceFacts(item, facts, 'EDITABLE')) ?? 0;
  checked.referenceAdvice = kind.adviceBits?.(item.spec, adviceFacts(item, facts, 'REFERENCE')) ?? 0;
  return checked;
}

/** A record's definition may have said of a number already what it may be. */
function untold(problems: readonly Problem[], item: FileItem): readonly Problem[] {
  if (item.problems.length === 0 || problems.length === 0) return problems;
  const told = new Set(item.problems.map(({ path }) => toPointer(path)));
  return problems.filter(({ code, path }) => code !== 'NUMBER_NOT_EXACT' || !told.has(toPointer(path)));
}

/** A file may give a title of its own where one follows from the spec: then the digest that it claims is over that. */
function isClaimed({ kind, title, claimedDigest }: FileItem, content: PreparedContent): boolean {
  if (claimedDigest === content.digest) return true;
  return content.title !== title && claimedDigest === contentDigest(kind, title, content.specText);
}

/** A check that asks for nothing but the item itself is over here, as most are; true when it asks for more. */
function checkAlone(kind: KindDefinition, item: FileItem, located: Problem[]): boolean {
  const asked = { others: false };
  const problems = kind.crossCheck?.(item.spec, item.name, () => {
    asked.others = true;
    return undefined;
  });
  if (problems !== undefined && !asked.others) located.push(...problems.map((problem) => locate(problem, item)));
  return asked.others;
}

function faultsOf(
  context: WorkerContext,
  kind: KindDefinition | undefined,
  { item, plan }: { item: FileItem; plan: PlanRow },
): Problem[] {
  if (isMalformed(item)) return [];
  if (!kind) return unknownKind(context, item);
  const { kinds } = context;
  const problems = validateName(kind, item.name).map((problem): Problem => ({ ...problem, path: ['name'] }));
  problems.push(
    ...kinds.validateSpec(kind.name, item.spec, {
      isPartial: item.isPartial,
      unknownMembers: plan.options.isStrict === true ? 'REFUSED' : 'KEPT',
    }),
  );
  if (kind.parentKind !== undefined && item.parent === null && kind.isParentOptional !== true) {
    const message = `${kind.title} "${item.name}" does not say which ${kinds.get(kind.parentKind).title} it lives in.`;
    problems.push(errorProblem('PARENT_REQUIRED', message, { path: ['parent'] }));
  }
  return kind.originalCodes ? problems.map((problem) => withOriginalCode(kind, problem)) : problems;
}

/** What may stand alone and does so is in nothing. */
function parentKindOf({ parentKind, isParentOptional }: KindDefinition, { parent }: FileItem): string | null {
  return parentKind === undefined || (parent === null && isParentOptional === true) ? null : parentKind;
}

function locate(problem: Problem, { line, kind, name }: FileItem): Problem {
  return { ...problem, line, kind, name };
}

function unknownKind({ kinds }: WorkerContext, item: FileItem): Problem[] {
  return unknownKindsIn(kinds, [item.kind]).map(({ message, fix }) =>
    errorProblem('UNKNOWN_KIND', message, { path: ['kind'], fix }),
  );
}

function digestMismatch(item: FileItem): Problem {
  return errorProblem(
    'DIGEST_MISMATCH',
    `The content of "${item.name}" differs from the digest that the file gives for it.`,
    {
      path: ['digest'],
      fix: 'Export it again, or change it after the import.',
    },
  );
}
