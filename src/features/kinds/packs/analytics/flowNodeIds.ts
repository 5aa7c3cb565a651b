/**
 * Finds the flow nodes of a process in its BPMN. Not an XML parser: it reads start tags and their attributes, skips comments,
 * CDATA and processing instructions, and tolerates malformed text. Each character is read a bounded number of times.
 */

/** BPMN 2.0 elements that are flow nodes, beside those that end with one of three words. */
const flowNodeNames: ReadonlySet<string> = new Set([
  'task',
  'subProcess',
  'adHocSubProcess',
  'transaction',
  'callActivity',
]);
const flowNodeEndings = ['Task', 'Event', 'Gateway'];

/** Skipped sections, by their start and end. */
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

/** The end of a tag: the first `>` outside quotation marks; -1 if there is none. */
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

const elementName = /^((?:[^\s:/<]+:)?([A-Za-z]+))(?:[\s/]|$)/;

function idOfFlowNode(tag: string): string | undefined {
  const [, start = '', name = ''] = elementName.exec(tag) ?? [];
  if (!flowNodeNames.has(name) && !flowNodeEndings.some((ending) => name.endsWith(ending))) return undefined;
  return idIn(tag, start.length);
}

/** Reads attribute by attribute, because the value of another one may look like an id. */
function idIn(tag: string, start: number): string | undefined {
  const attribute = /\s+([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;
  attribute.lastIndex = start;
  for (let found = attribute.exec(tag); found; found = attribute.exec(tag)) {
    if (found[1] === 'id') return found[2] ?? found[3];
  }
  return undefined;
}
