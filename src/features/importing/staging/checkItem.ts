import { errorProblem, type Problem } from '../../../shared/problem.js';
import type { BundleSource, FileItem } from '../../formats/index.js';
import {
  builtInTold,
  isBuiltInItem,
  unknownKindsIn,
  validateName,
  withOriginalCode,
  type KindDefinition,
} from '../../kinds/worker.js';
import { prepareContent, type PreparedContent } from '../../resources/worker.js';
import { toPointer } from '../../../shared/jsonPointer.js';
import { contentDigest } from '../../../shared/canonicalJson.js';
import { exactJson } from '../../../shared/exactNumbers.js';
import type { JsonObject } from '../../../shared/json.js';
import type { WorkerContext } from '../../workers/index.js';
import type { PlanRow } from '../tables/planRows.js';
import { type RecordFacts, isMalformed } from './recordShapes.js';
import { adviceFacts } from '../reporting/adviceFacts.js';
import { unstorableTexts } from './storableItem.js';

/**
 * An item of a file after the check against its kind. If `content` is null the item is invalid, and `problems` gives the
 * reasons.
 */
export interface CheckedItem {
  item: FileItem;
  namespace: string;
  parentKind: string | null;
  content: PreparedContent | null;
  /** Without a content: the spec as the file has it, so that it can be shown. */
  rejectedSpec: string | null;
  problems: Problem[];
  /** Advice for the item when imported as a copy, and as a reference: bit n is entry n of the kind's `adviceCodes`. */
  copyAdvice: number;
  referenceAdvice: number;
  /** Whether the record lacks required members: it can only be laid over a resource that has them. */
  isIncomplete: boolean;
  /** Whether it is something that every project has without a resource. */
  isBuiltIn: boolean;
  /** Whether `crossCheck` of the kind looks up other specs: it then runs after the whole file has been read. */
  needsCrossCheck: boolean;
}

interface CheckFacts {
  plan: PlanRow;
  source: BundleSource;
  record: RecordFacts;
}

const released: JsonObject = {};

/** Checks an item, and takes its parsed spec away: what lives until the batch is written is costly to collect. */
export function checkItem(context: WorkerContext, item: FileItem, facts: CheckFacts): CheckedItem {
  const checked = checkAgainstKind(context, item, facts);
  if (checked.content === null) checked.rejectedSpec = exactJson(item.spec);
  item.spec = released;
  return checked;
}

function checkAgainstKind(context: WorkerContext, item: FileItem, facts: CheckFacts): CheckedItem {
  const kind = context.kinds.find(item.kind);
  const problems = faultsOf(context, kind, { item, plan: facts.plan });
  problems.push(...unstorableTexts(item));
  const located = [...item.problems, ...untold(problems, item).map((problem) => locate(problem, item))];
  // All members at once: an object that is extended later is slow to create, and this runs for each line of a file.
  const checked: CheckedItem = {
    item,
    namespace: kind?.identity.namespace ?? '',
    parentKind: kind ? parentKindOf(kind, item) : null,
    content: null,
    rejectedSpec: null,
    problems: located,
    copyAdvice: 0,
    referenceAdvice: 0,
    isIncomplete: facts.record.isIncomplete,
    isBuiltIn: false,
    needsCrossCheck: false,
  };
  if (!kind || located.some(({ severity }) => severity === 'ERROR')) return checked;
  const content = prepareContent(context, item, facts.record.uniqueFields);
  if (item.claimedDigest !== null && !isClaimed(item, content)) {
    located.push(locate(digestMismatch(item), item));
    return checked;
  }
  checked.content = content;
  if (isBuiltInItem(kind, item.name, item.spec)) {
    checked.isBuiltIn = true;
    located.push(locate(builtInTold(kind, item.name), item));
    return checked;
  }
  checked.needsCrossCheck = checkAlone(kind, item, located);
  if (kind.adviceBits) {
    checked.copyAdvice = kind.adviceBits(item.spec, adviceFacts(item, facts, 'EDITABLE'));
    checked.referenceAdvice = kind.adviceBits(item.spec, adviceFacts(item, facts, 'REFERENCE'));
  }
  return checked;
}

/** Leaves out NUMBER_NOT_EXACT where the check against the definition already reported a problem at the same place. */
function untold(problems: readonly Problem[], item: FileItem): readonly Problem[] {
  if (item.problems.length === 0 || problems.length === 0) return problems;
  const told = new Set(item.problems.map(({ path }) => toPointer(path)));
  return problems.filter(({ code, path }) => code !== 'NUMBER_NOT_EXACT' || !told.has(toPointer(path)));
}

/**
 * Whether the digest in the file is correct. It may also be the digest of the title in the file, even if the kind derives
 * another title from the spec.
 */
function isClaimed({ kind, title, claimedDigest }: FileItem, content: PreparedContent): boolean {
  if (claimedDigest === content.digest) return true;
  return content.title !== title && claimedDigest === contentDigest(kind, title, content.specText);
}

/** Runs `crossCheck` of the kind. If it needs no other specs, as most checks, its problems are added now; else returns true. */
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
  const problems = validateName(kind, item.name).map(inFile);
  problems.push(
    ...kinds.validateSpec(kind.name, item.spec, {
      isPartial: item.isPartial,
      unknownMembers: plan.options.isStrict === true ? 'REFUSED' : 'KEPT',
    }),
  );
  if (kind.parentKind !== undefined && item.parent === null && kind.isParentOptional !== true) {
    const message = `${kind.title} "${item.name}" does not name its ${kinds.get(kind.parentKind).title}.`;
    problems.push(errorProblem('PARENT_REQUIRED', message, { path: ['parent'] }));
  }
  return kind.originalCodes ? problems.map((problem) => withOriginalCode(kind, problem)) : problems;
}

/** A rename in the plan does not make an item with an invalid name valid. */
function inFile(problem: Problem): Problem {
  return {
    ...problem,
    path: ['name'],
    fix: `${problem.fix ?? 'Correct it.'} Change it in the file, and upload that again.`,
  };
}

/** Null also for an item that may be outside a container and is. */
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
