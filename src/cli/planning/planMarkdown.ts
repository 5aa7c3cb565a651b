/**
 * An import plan as Markdown, for a comment in a pull request: what is to be decided, what breaks, a table per kind, differences folded, and
 * the command that carries it out. Names come from files: they are shown as code, so that nothing of them is read as Markdown or HTML.
 */
import { PlanItemsDocument, type PlanFragment } from '../../../client/operations.generated.js';
import { commandAt, consoleAddress, type ServerClient } from '../profiles/serverClient.js';
import { countOf, formatCount } from '../words/numbers.js';
import { changedValue } from '../words/changedValue.js';
import { inOptions } from '../words/optionWords.js';
import { code, folded, pageOf, text } from '../words/markdown.js';
import { actionLooks, countIn, itemsOf, openCount, sentenceOfCounts, whatOf, type PlanItem } from './planText.js';

interface PlanPage {
  plan: PlanFragment;
  /** Where the console shows the plan. */
  url: string;
  /** The file that the plan was sealed in. */
  sealedIn: string | undefined;
}

const shownItems = 50;
const shownDifferences = 20;
const shownBreaking = 100;
/** Warnings about what an update takes away or makes stricter. */
const breakingCodes = new Set(['PART_REMOVED', 'PART_CHANGED', 'DELETION_NOT_ALLOWED']);
const tableActions = [
  ...(['COLLISION', 'BLOCKED', 'DELETE', 'CREATE', 'UPDATE', 'REFERENCE_UPDATE', 'UNCHANGED', 'SKIPPED'] as const),
];

export async function planMarkdown(client: ServerClient, { plan, url, sealedIn }: PlanPage): Promise<string> {
  const read = (actions: Parameters<typeof itemsOf>[2]['actions']) =>
    itemsOf(client, plan.id, { actions, limit: shownItems });
  const open = await read(['COLLISION', 'BLOCKED']);
  const changing = await read(['UPDATE', 'REFERENCE_UPDATE']);
  const created = await read(['CREATE']);
  const deleted = await read(['DELETE']);
  const { counts } = plan;
  const changeCount = counts.update + counts.referenceUpdate;
  const sections = [
    `### Import into ${code(`${plan.branch.project.key}/${plan.branch.name}`)}`,
    `**${sentenceOfCounts(counts)}** from ${sourceOf(plan)}. [The plan in the console](${url})`,
    kindTable(plan),
    decisions(open, openCount(counts)),
    deletions(deleted, counts.delete),
    await breakingChanges(client, plan.id),
    folded(`Changes what is here: ${formatCount(changeCount)}`, [
      ...changing.map(changeOf),
      ...more(changeCount - changing.length),
    ]),
    folded(`New: ${formatCount(counts.create)}`, [...created.map(lineOf), ...more(counts.create - created.length)]),
    folded(
      `Replaced: ${formatCount(plan.replacements.length)}`,
      plan.replacements.slice(0, shownItems).map(replacementOf),
    ),
    folded(
      'Warnings',
      plan.problems.map(({ message }) => `- ${text(message)}`),
    ),
    howToApply(client, plan, sealedIn),
  ];
  return pageOf(sections, 'The plan is too long for a comment: the console shows all of it.');
}

function sourceOf({ source, fileName }: PlanFragment): string {
  if (!source?.project) return code(fileName ?? 'a file');
  return code(`${source.project.key}${source.branch === null ? '' : `/${source.branch}`}`);
}

function kindTable({ kindCounts }: PlanFragment): string {
  const actions = tableActions.filter((action) => kindCounts.some(({ counts }) => countIn(counts, action) > 0));
  if (actions.length === 0) return '';
  const rows = kindCounts.map(({ kind, counts }) => [
    text(kind.title),
    ...actions.map((action) => {
      const count = countIn(counts, action);
      return count === 0 ? '' : formatCount(count);
    }),
  ]);
  const head = ['kind', ...actions.map((action) => actionLooks[action].title)];
  const rule = ['---', ...actions.map(() => '--:')];
  return [head, rule, ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function decisions(items: readonly PlanItem[], count: number): string {
  if (count === 0) return '';
  const lines = items.flatMap((item) => [
    lineOf(item),
    ...item.problems
      .filter(({ severity }) => severity === 'ERROR')
      .map(({ message, fix }) => `  - ${text(message)}${fix === null ? '' : ` **Fix:** ${text(inOptions(fix))}`}`),
  ]);
  return [`#### To decide: ${countOf(count, 'item')}`, ...lines, ...more(count - items.length)].join('\n');
}

/** Never folded: who approves the plan is to see each. */
function deletions(items: readonly PlanItem[], count: number): string {
  if (count === 0) return '';
  return [`#### Deletes: ${countOf(count, 'resource')}`, ...items.map(lineOf), ...more(count - items.length)].join(
    '\n',
  );
}

/** Of all items, also of those that are not listed: who approves the plan must not take silence for safety. */
async function breakingChanges(client: ServerClient, planId: string): Promise<string> {
  const actions = ['COLLISION', 'BLOCKED', 'UPDATE', 'REFERENCE_UPDATE'] as const;
  const variables = { id: planId, filter: { actions: [...actions], hasProblems: true }, first: 500 };
  const lines: string[] = [];
  for await (const { name, problems } of client.each(PlanItemsDocument, variables, (data) => data.importPlan?.items)) {
    const breaking = problems.filter((problem) => breakingCodes.has(problem.code));
    lines.push(...breaking.map(({ message }) => `- ${code(name)}: ${text(message)}`));
    if (lines.length > shownBreaking) break;
  }
  if (lines.length === 0) return '';
  const rest = lines.length > shownBreaking ? ['- … and more: the console shows all of them'] : [];
  return ['#### Breaking changes', ...lines.slice(0, shownBreaking), ...rest].join('\n');
}

function changeOf(item: PlanItem): string {
  const lines = item.diff
    .slice(0, shownDifferences)
    .map((difference) => `  - ${code(difference.path)}: ${changedValue(difference).map(code).join(' → ')}`);
  return [lineOf(item), ...lines, ...more(item.diffCount - lines.length, '  ')].join('\n');
}

function lineOf(item: PlanItem): string {
  const { name, newName, kind, isNameRemembered } = item;
  const becomes = newName === null ? '' : ` → ${code(newName)}${isNameRemembered ? ' (remembered)' : ''}`;
  return `- ${code(name)}${becomes} (${text(kind.title)}): ${whatOf(item)}`;
}

function replacementOf({ name, toName, isRemembered }: PlanFragment['replacements'][number]): string {
  return `- ${code(name)} → ${code(toName)}${isRemembered ? ' (remembered)' : ''}`;
}

function more(count: number, indent = ''): string[] {
  return count > 0 ? [`${indent}- … and ${formatCount(count)} more`] : [];
}

function howToApply(client: ServerClient, { counts }: PlanFragment, sealedIn: string | undefined): string {
  if (sealedIn !== undefined)
    return `To carry it out exactly: ${code(commandAt(client, `apply ${sealedIn}`))}, at ${consoleAddress(client)}`;
  return openCount(counts) > 0
    ? 'Nothing can be imported before this is decided.'
    : `Seal it with ${code('waybill plan … --out plan.json')} to carry it out exactly.`;
}
