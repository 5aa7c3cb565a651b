/**
 * Finds the flow nodes of a process in its BPMN. This is no XML parser: it looks at start tags and their attributes, steps over
 * comments, CDATA and processing instructions, and takes what is not well formed for what it looks like. Each character is looked at
 * a bounded number of times.
 */

/** Elements of BPMN 2.0 that are flow nodes; all others end with one of the three words. */
const flowNodeNames: ReadonlySet<string> = new Set([
  'task',
  'subProcess',
  'adHocSubProcess',
  'transaction',
  'callActivity',
]);
const flowNodeEndings = ['Task', 'Event', 'Gateway'];

/** What is stepped over as a whole, by how it starts. */
const skipped: readonly (readonly [start: string, end: string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
];

/** The ids of all flow nodes, in the order of the text. */
export function flowNodeIds(xml: string): string[] {
  const ids: string[] = [];
  for (let start = xml.indexOf('<'); start >= 0; start = xml.indexOf('<', start)) {
    const skip = skipped.find(([opening]) => xml.startsWith(opening, start));
    if (skip) {
      const end = xml.indexOf(skip[1], start + skip[0].length);
      if (end < 0) return ids;
      start = end + skip[1].length;
      continue;
    }
    const end = endOfTag(xml, start);
    if (end < 0) return ids;
    const id = idOfFlowNode(xml.slice(start + 1, end));
    if (id !== undefined) ids.push(id);
    start = end;
  }
  return ids;
}

/** Where a tag ends: at the first `>` outside of quotation marks; -1 when it doesn't. */
function endOfTag(xml: string, start: number): number {
  let quote = '';
  for (let offset = start + 1; offset < xml.length; offset += 1) {
    const character = xml.charAt(offset);
    if (quote === '' && character === '>') return offset;
    if (quote === '' && (character === '"' || character === "'")) quote = character;
    else if (character === quote) quote = '';
  }
  return -1;
}

const elementName = /^(?:[^\s:/<]+:)?([A-Za-z]+)(?=[\s/]|$)/;

function idOfFlowNode(tag: string): string | undefined {
  const [start = '', name = ''] = elementName.exec(tag) ?? [];
  if (!flowNodeNames.has(name) && !flowNodeEndings.some((ending) => name.endsWith(ending))) return undefined;
  return idIn(tag, start.length);
}

/** Attribute by attribute, because the value of another one may look like it. */
function idIn(tag: string, start: number): string | undefined {
  const attribute = /\s+([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;
  attribute.lastIndex = start;
  for (let found = attribute.exec(tag); found; found = attribute.exec(tag)) {
    if (found[1] === 'id') return found[2] ?? found[3];
  }
  return undefined;
}
