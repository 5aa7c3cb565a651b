/**
 * Collects parts of items: all parts of one definition or picklist in a file (or an archive) become one partial item. Its size is
 * limited like that of any item.
 */
import { canonicalJson } from '../../../shared/canonicalJson.js';
import { overlayDefinitionPart } from '../../kinds/worker.js';
import type { JsonObject } from '../../../shared/json.js';
import { maxItemBytes } from '../../../shared/limits.js';
import type { Problem } from '../../../shared/problem.js';
import type { FileItem, PartialList } from '../format.js';
import { itemTooLarge } from '../scanning/fileProblems.js';
import { itemBase } from './itemBase.js';
import { objectsKinds } from './objectsClasses.js';
import type { ObjectsClass } from './objectsClasses.js';

/** One part, without members that are bound to the source environment. */
export interface ItemPart {
  /** Kind and external reference code of the owner. */
  kind: string;
  ownerErc: string;
  list: PartialList;
  element: JsonObject;
  line: number;
  member?: string | undefined;
  problems: readonly Problem[];
}

/** The partial items of a file, by owner. */
export class ItemParts {
  private readonly itemByOwner = new Map<string, FileItem & { partial: PartialList[] }>();
  private length = 0;

  /** Adds a part. Returns a problem if the item becomes too large. */
  add(part: ItemPart): Problem | undefined {
    const { list, element, line, member, problems } = part;
    this.length += canonicalJson(element).length;
    if (this.length > maxItemBytes) return itemTooLarge(line);
    const owner = ownerKey(part.kind, part.ownerErc);
    const item = this.itemByOwner.get(owner) ?? partialItem(part);
    this.itemByOwner.set(owner, item);
    const key = list.at.slice(1);
    if (!item.partial.some(({ at }) => at === list.at)) item.partial.push(list);
    const elements = (item.spec[key] ??= []);
    if (Array.isArray(elements)) elements.push(element);
    const where = { kind: item.kind, name: item.name, line, ...(member === undefined ? {} : { member }) };
    item.problems.push(...problems.map((problem) => ({ ...problem, ...where, line: problem.line ?? line })));
    return undefined;
  }

  /** Adds the parts of an item from another file. */
  addItem(item: FileItem): Problem | undefined {
    const { kind, name, partial = [], spec, line, member } = item;
    for (const list of partial) {
      for (const element of spec[list.at.slice(1)] as JsonObject[]) {
        const problem = this.add({ kind, ownerErc: name, list, element, line, member, problems: [] });
        if (problem) return problem;
      }
    }
    this.itemByOwner.get(ownerKey(kind, name))?.problems.push(...item.problems);
    return undefined;
  }

  /** Applies the collected parts to their owner, and forgets them. */
  applyTo(item: FileItem): FileItem {
    const owner = ownerKey(item.kind, item.name);
    const part = this.itemByOwner.get(owner);
    if (part === undefined) return item;
    this.itemByOwner.delete(owner);
    const { spec } = overlayDefinitionPart(item.spec, part.spec, { lists: part.partial });
    return { ...item, spec, problems: [...item.problems, ...part.problems] };
  }

  /** Returns the remaining parts, whose owners were not read. */
  takeAll(): FileItem[] {
    const items = [...this.itemByOwner.values()];
    this.itemByOwner.clear();
    return items;
  }
}

function ownerKey(kind: string, erc: string): string {
  return `${kind}\n${erc}`;
}

function partialItem({ kind, ownerErc, line, member }: ItemPart): FileItem & { partial: PartialList[] } {
  return {
    ...itemBase,
    kind,
    name: ownerErc,
    externalReferenceCode: ownerErc,
    spec: {},
    isPartial: true,
    partial: [],
    line,
    problems: [],
    ...(member === undefined ? {} : { member }),
  };
}

/** The owner that a part states itself. */
export function ownerOfPart(record: JsonObject, { part }: Required<ObjectsClass>): string | undefined {
  const codes = part.ownerMembers.map((member) => record[member]);
  return codes.find((code): code is string => typeof code === 'string' && code !== '');
}

/** Entries inside a picklist do not repeat its code. */
export function withoutOwner(record: JsonObject, { kind, part }: Required<ObjectsClass>): JsonObject {
  if (kind !== objectsKinds.picklist) return record;
  return Object.fromEntries(Object.entries(record).filter(([key]) => !part.ownerMembers.includes(key)));
}
