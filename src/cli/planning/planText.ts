/** An import plan for a person: what is to be decided first, then what would be written. The words are those of the console. */
import type { ClientProblem } from '../../../client/index.js';
import {
  PlanDifferencesDocument,
  PlanItemsDocument,
  type ImportAction,
  type PlanCountsFragment,
  type PlanDifferencesQuery,
  type PlanFragment,
} from '../../../client/operations.generated.js';
import type { ServerClient } from '../profiles/serverClient.js';
import type { Terminal, Tone } from '../terminal/terminal.js';
import { changedValue } from '../words/changedValue.js';
import { countOf, formatCount, formatTime } from '../words/numbers.js';
import { inOptions } from '../words/optionWords.js';
import { alignRows, printable } from '../words/table.js';

export type PlanItem = NonNullable<PlanDifferencesQuery['importPlan']>['items']['nodes'][number];

interface ActionGroup {
  title: string;
  actions: readonly ImportAction[];
}

/** What a person must do, first. */
export const actionGroups: readonly ActionGroup[] = [
  { title: 'To decide', actions: ['COLLISION', 'BLOCKED'] },
  { title: 'Deletes', actions: ['DELETE'] },
  { title: 'Changes what is here', actions: ['UPDATE', 'REFERENCE_UPDATE'] },
  { title: 'New', actions: ['CREATE'] },
];

export const actionLooks: Readonly<Record<ImportAction, { title: string; sign: string; tone: Tone }>> = {
  COLLISION: { title: 'collision', sign: '!', tone: 'bad' },
  BLOCKED: { title: 'blocked', sign: 'x', tone: 'bad' },
  CREATE: { title: 'create', sign: '+', tone: 'good' },
  UPDATE: { title: 'update', sign: '~', tone: 'change' },
  REFERENCE_UPDATE: { title: 'reference update', sign: '~', tone: 'change' },
  UNCHANGED: { title: 'unchanged', sign: '=', tone: 'quiet' },
  DELETE: { title: 'delete', sign: '-', tone: 'bad' },
  SKIPPED: { title: 'left out', sign: '/', tone: 'quiet' },
};

/** So many items of each group, and differences of each item, are shown; a document has them all. */
const shownItems = 100;
const shownDifferences = 5;

/** Of these actions, items have differences: their answers are large, and pages small. */
const changingActions = new Set<ImportAction>(['UPDATE', 'REFERENCE_UPDATE']);

/** The first items of a plan that would do something, or that are to be decided. */
export async function itemsOf(
  client: ServerClient,
  planId: string,
  { actions, limit = Infinity }: { actions: readonly ImportAction[]; limit?: number },
): Promise<PlanItem[]> {
  const items: PlanItem[] = [];
  const plain = actions.filter((action) => !changingActions.has(action));
  const changing = actions.filter((action) => changingActions.has(action));
  if (plain.length > 0) {
    const variables = { id: planId, filter: { actions: plain }, first: Math.min(500, limit) };
    for await (const item of client.each(PlanItemsDocument, variables, (data) => data.importPlan?.items)) {
      items.push({ ...item, diff: [] });
      if (items.length >= limit) return items;
    }
  }
  if (changing.length > 0) {
    const variables = { id: planId, filter: { actions: changing }, first: Math.min(100, limit) };
    for await (const item of client.each(PlanDifferencesDocument, variables, (data) => data.importPlan?.items)) {
      items.push(item);
      if (items.length >= limit) return items;
    }
  }
  return items;
}

export async function sayPlan(terminal: Terminal, client: ServerClient, plan: PlanFragment): Promise<void> {
  terminal.say(terminal.paint(headOf(plan), 'strong'));
  for (const problem of plan.problems) terminal.say(`${terminal.paint('!', 'warning')} ${sentenceOf(problem)}`);
  for (const { title, actions } of actionGroups) {
    const count = actions.reduce((sum, action) => sum + countIn(plan.counts, action), 0);
    if (count === 0) continue;
    const items = await itemsOf(client, plan.id, { actions, limit: shownItems });
    terminal.say(`\n${title}:`);
    sayItems(terminal, items);
    if (count > items.length) terminal.say(`  … and ${formatCount(count - items.length)} more`);
  }
  for (const line of replacementsOf(plan)) terminal.say(line);
  terminal.say(`\n${sentenceOfCounts(plan.counts)}.`);
}

function headOf({ branch, source, counts, fileName }: PlanFragment): string {
  const from = source?.project
    ? `${source.project.key}${source.branch === null ? '' : `/${source.branch}`}`
    : (fileName ?? 'a file');
  const when = source?.exportedAt ? `, exported ${formatTime(source.exportedAt)}` : '';
  return `${from}${when}, into ${branch.project.key}/${branch.name}: ${countOf(counts.total, 'item')}`;
}

function sayItems(terminal: Terminal, items: readonly PlanItem[]): void {
  const rows = items.map((item) => {
    const { sign } = actionLooks[item.action];
    const remembered = item.isNameRemembered ? ' (remembered)' : '';
    const name = item.newName === null ? item.name : `${item.name} → ${item.newName}${remembered}`;
    return [sign, name, item.kind.title, whatOf(item)];
  });
  for (const [at, line] of alignRows(rows).entries()) {
    const item = items[at];
    if (!item) continue;
    terminal.say(`  ${terminal.paint(line, actionLooks[item.action].tone)}`);
    for (const problem of item.problems)
      terminal.say(`      ${terminal.paint(sentenceOf(problem), problem.severity === 'ERROR' ? 'strong' : 'quiet')}`);
    for (const difference of differencesOf(item)) terminal.say(`      ${difference}`);
  }
}

/** What replaces the prerequisites of a plan. */
function replacementsOf({ replacements }: PlanFragment): string[] {
  if (replacements.length === 0) return [];
  const lines = replacements.slice(0, shownItems).map(({ name, toName, isRemembered }) => {
    return printable(`  ${name} → ${toName}${isRemembered ? ' (remembered)' : ''}`);
  });
  const rest = replacements.length - lines.length;
  return ['\nReplaced:', ...lines, ...(rest > 0 ? [`  … and ${formatCount(rest)} more`] : [])];
}

/** What happens with an item, in a word or two. */
export function whatOf({ action, isDeletion, mode }: PlanItem): string {
  const { title } = actionLooks[action];
  if (isDeletion) return action === 'DELETE' ? title : `deletion, ${title}`;
  return mode === 'REFERENCE' ? `${title}, as reference` : title;
}

/** `/fields/0/type: "string" → "number"`. */
function differencesOf({ diff, diffCount }: PlanItem): string[] {
  const lines = diff.slice(0, shownDifferences).map((difference) => {
    return printable(`${difference.path}: ${changedValue(difference).join(' → ')}`);
  });
  const rest = diffCount - lines.length;
  return rest > 0 ? [...lines, `… and ${countOf(rest, 'more field')}`] : lines;
}

export function sentenceOf({ message, fix }: Pick<ClientProblem, 'message' | 'fix'>): string {
  return printable(fix === null ? message : `${message} ${inOptions(fix)}`);
}

const counted: readonly (readonly [ImportAction, string])[] = [
  ['COLLISION', 'in collision'],
  ['BLOCKED', 'blocked'],
  ['CREATE', 'to create'],
  ['UPDATE', 'to update'],
  ['REFERENCE_UPDATE', 'references to update'],
  ['DELETE', 'to delete'],
  ['UNCHANGED', 'unchanged'],
  ['SKIPPED', 'left out'],
];

/** What an import would do, in one sentence without a full stop; what is zero is left out. */
export function sentenceOfCounts(counts: PlanCountsFragment): string {
  const said = counted.flatMap(([action, word]) => {
    const count = countIn(counts, action);
    return count > 0 ? [`${formatCount(count)} ${word}`] : [];
  });
  return said.length === 0 ? 'The file has no items' : said.join(', ');
}

export function countIn(counts: PlanCountsFragment, action: ImportAction): number {
  return action === 'REFERENCE_UPDATE'
    ? counts.referenceUpdate
    : counts[action.toLowerCase() as Exclude<keyof PlanCountsFragment, '__typename'>];
}

/** How many items keep the plan from being executed as a whole. */
export function openCount({ collision, blocked }: PlanCountsFragment): number {
  return collision + blocked;
}

export function changeCount({ create, update, referenceUpdate, delete: deletions }: PlanCountsFragment): number {
  return create + update + referenceUpdate + deletions;
}
