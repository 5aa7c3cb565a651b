/** Markdown for a comment in a pull request. Names come from files: nothing of them is read as Markdown or HTML. */
import { printable } from './table.js';

/** A comment of GitHub has at most 65,536 characters. */
const longest = 60_000;

/** A comment of the first sections that fit; the last one, which says how to go on, always. `cutSentence` stands for the others. */
export function pageOf(all: readonly string[], cutSentence: string): string {
  const sections = all.filter((section) => section !== '');
  const last = sections.at(-1) ?? '';
  let page = '';
  for (const section of sections.slice(0, -1)) {
    if (page.length + section.length + last.length > longest) {
      page += `${cutSentence}\n\n`;
      break;
    }
    page += `${section}\n\n`;
  }
  return page + last;
}

export function folded(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return '';
  return `<details><summary>${title}</summary>\n\n${lines.join('\n')}\n\n</details>`;
}

/** A name as code, whatever it contains; not for cells of a table, in which a vertical bar ends the cell. */
export function code(name: string): string {
  const shown = printable(name);
  const longestRun = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longestRun + 1);
  const gap = shown.startsWith('`') || shown.endsWith('`') ? ' ' : '';
  return `${fence}${gap}${shown}${gap}${fence}`;
}

/** A sentence of the server, in which a name may stand. */
export function text(sentence: string): string {
  // After an @, a space of no width: nobody is called by the name of a resource.
  return printable(sentence)
    .replace(/[\\`*_{}[\]<>#|~]/g, '\\$&')
    .replaceAll('@', '@\u200b');
}
