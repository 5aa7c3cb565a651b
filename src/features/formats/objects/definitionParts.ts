/**
 * Parts of definitions, gathered: all parts of one definition that a file (or an archive) holds make one partial item. What is gathered is
 * bounded as one item of a file is.
 */
import { canonicalJson } from '../../../shared/canonicalJson.js';
import { mergeDefinitionPart } from '../../kinds/worker.js';
import type { JsonObject } from '../../../shared/json.js';
import { maxItemBytes } from '../../../shared/limits.js';
import type { Problem } from '../../../shared/problem.js';
import type { FileItem, PartialList } from '../format.js';
import { itemTooLarge } from '../scanning/fileProblems.js';
import { itemBase } from './itemBase.js';
import { objectsKinds } from './objectsClasses.js';

/** One part, less what is bound to its source. */
export interface DefinitionPart {
  definitionErc: string;
  list: PartialList;
  element: JsonObject;
  line: number;
  member?: string | undefined;
  problems: readonly Problem[];
}

/** The partial items that a file comes to, by definition. */
export class DefinitionParts {
  private readonly itemByErc = new Map<string, FileItem & { partial: PartialList[] }>();
  private length = 0;

  /** Adds a part; the problem says that there are too many. */
  add(part: DefinitionPart): Problem | undefined {
    const { definitionErc, list, element, line, member, problems } = part;
    this.length += canonicalJson(element).length;
    if (this.length > maxItemBytes) return itemTooLarge(line);
    const item = this.itemByErc.get(definitionErc) ?? partialItem(part);
    this.itemByErc.set(definitionErc, item);
    const key = list.at.slice(1);
    if (!item.partial.some(({ at }) => at === list.at)) item.partial.push(list);
    const elements = (item.spec[key] ??= []);
    if (Array.isArray(elements)) elements.push(element);
    const where = { kind: item.kind, name: item.name, line, ...(member === undefined ? {} : { member }) };
    item.problems.push(...problems.map((problem) => ({ ...problem, ...where })));
    return undefined;
  }

  /** Takes over the parts of an item of another file. */
  addItem(item: FileItem): Problem | undefined {
    const { partial = [], spec, line, member } = item;
    for (const list of partial) {
      for (const element of spec[list.at.slice(1)] as JsonObject[]) {
        const problem = this.add({ definitionErc: item.name, list, element, line, member, problems: [] });
        if (problem) return problem;
      }
    }
    this.itemByErc.get(item.name)?.problems.push(...item.problems);
    return undefined;
  }

  /** Lays the parts of a definition over it, when there are any, and forgets them. */
  applyTo(item: FileItem): FileItem {
    const part = item.kind === objectsKinds.definition ? this.itemByErc.get(item.name) : undefined;
    if (part === undefined) return item;
    this.itemByErc.delete(item.name);
    const { spec } = mergeDefinitionPart(item.spec, part.spec, { lists: part.partial });
    return { ...item, spec, problems: [...item.problems, ...part.problems] };
  }

  /** What is left: parts of definitions that are not here. */
  takeAll(): FileItem[] {
    const items = [...this.itemByErc.values()];
    this.itemByErc.clear();
    return items;
  }
}

function partialItem({ definitionErc, line, member }: DefinitionPart): FileItem & { partial: PartialList[] } {
  return {
    ...itemBase,
    kind: objectsKinds.definition,
    name: definitionErc,
    externalReferenceCode: definitionErc,
    spec: {},
    isPartial: true,
    partial: [],
    line,
    problems: [],
    ...(member === undefined ? {} : { member }),
  };
}
