/** A comparison for a person, and as Markdown for a comment in a pull request. */
import type { Terminal, Tone } from '../terminal/terminal.js';
import { changedValue } from '../words/changedValue.js';
import { code, folded, pageOf, text } from '../words/markdown.js';
import { countOf, formatCount } from '../words/numbers.js';
import { alignRows, printable } from '../words/table.js';
import type { Change, ChangeType, Comparison } from './compare.js';

const looks: Readonly<Record<ChangeType, { title: string; sign: string; tone: Tone; word: string }>> = {
  CHANGED: { title: 'Changed', sign: '~', tone: 'change', word: 'changed' },
  RENAMED: { title: 'Renamed', sign: '→', tone: 'change', word: 'renamed' },
  ADDED: { title: 'Only in the second', sign: '+', tone: 'good', word: 'only in the second' },
  REMOVED: { title: 'Only in the first', sign: '-', tone: 'bad', word: 'only in the first' },
};
const order: readonly ChangeType[] = ['CHANGED', 'RENAMED', 'ADDED', 'REMOVED'];
const shownChanges = 100;
const shownDifferences = 10;

export function sayComparison(terminal: Terminal, comparison: Comparison): void {
  for (const type of order) {
    const changes = comparison.changes.filter(({ change }) => change === type);
    if (changes.length === 0) continue;
    terminal.say(`\n${looks[type].title}:`);
    sayChanges(terminal, changes.slice(0, shownChanges));
    if (changes.length > shownChanges) terminal.say(`  … and ${formatCount(changes.length - shownChanges)} more`);
  }
  terminal.say(`\n${sentenceOf(comparison)}.`);
}

/** Changes with their fields, without a heading. */
export function sayChanges(terminal: Terminal, changes: readonly Change[], noteOf?: (change: Change) => string): void {
  const rows = changes.map((change) => [
    ...[looks[change.change].sign, nameOf(change), change.kindTitle],
    noteOf?.(change) ?? (change.differenceCount > 0 ? countOf(change.differenceCount, 'field') : ''),
  ]);
  for (const [at, line] of alignRows(rows).entries()) {
    const change = changes[at];
    if (!change) continue;
    terminal.say(`  ${terminal.paint(line, looks[change.change].tone)}`);
    for (const sentence of change.breaking)
      terminal.say(`      ${terminal.paint(`breaking: ${printable(sentence)}`, 'bad')}`);
    for (const difference of change.differences.slice(0, shownDifferences))
      terminal.say(`      ${printable(`${difference.path}: ${changedValue(difference).join(' → ')}`)}`);
    const rest = change.differenceCount - Math.min(shownDifferences, change.differences.length);
    if (rest > 0) terminal.say(`      … and ${countOf(rest, 'more field')}`);
  }
}

function nameOf({ name, oldName }: Change): string {
  return oldName === null ? name : `${oldName} → ${name}`;
}

/** What differs, in one sentence without a full stop; what is zero is left out. */
export function sentenceOf({ changes, unchangedCount }: Comparison): string {
  const said = order.flatMap((type) => {
    const count = changes.filter(({ change }) => change === type).length;
    return count > 0 ? [`${formatCount(count)} ${looks[type].word}`] : [];
  });
  const breaking = changes.reduce((sum, change) => sum + change.breaking.length, 0);
  return [
    ...(said.length === 0 ? ['No difference'] : said),
    ...(breaking > 0 ? [countOf(breaking, 'breaking change')] : []),
    `${formatCount(unchangedCount)} equal`,
  ].join(', ');
}

export function comparisonMarkdown(title: string, comparison: Comparison): string {
  const { changes } = comparison;
  const breaking = changes.flatMap((change) =>
    change.breaking.map((sentence) => `- ${code(change.name)}: ${text(sentence)}`),
  );
  const sections = order.map((type) => {
    const found = changes.filter(({ change }) => change === type);
    return folded(`${looks[type].title}: ${formatCount(found.length)}`, found.slice(0, shownChanges).map(lineOf));
  });
  return pageOf(
    [
      `### ${title}`,
      breaking.length === 0 ? '' : ['#### Breaking changes', ...breaking].join('\n'),
      ...sections,
      `**${sentenceOf(comparison)}**`,
    ],
    'There are more differences than a comment can hold.',
  );
}

function lineOf(change: Change): string {
  const lines = change.differences
    .slice(0, shownDifferences)
    .map((difference) => `  - ${code(difference.path)}: ${changedValue(difference).map(code).join(' → ')}`);
  const rest = change.differenceCount - lines.length;
  const more = rest > 0 ? [`  - … and ${formatCount(rest)} more`] : [];
  const oldName = change.oldName === null ? '' : `${code(change.oldName)} → `;
  return [`- ${oldName}${code(change.name)} (${text(change.kindTitle)})`, ...lines, ...more].join('\n');
}
