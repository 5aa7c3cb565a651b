/**
 * Separates nested items: an exported folder contains its definitions, a field may contain its picklist. Each becomes an item of its
 * own, and its place in the outer item keeps its code. An incomplete nested item, such as a bare code, is treated as a reference. All
 * other values stay in place; nothing is dropped.
 */
import { isJsonObject } from '../../../shared/json.js';
import type { JsonObject, JsonValue } from '../../../shared/json.js';
import { boundShapeOf, mapElements, mapMember, withoutBound, type TellLeftOut } from '../../kinds/worker.js';
import { objectsKinds } from './objectsClasses.js';

/** A place where an item of one kind may contain items of another kind. */
interface HeldPlace {
  /** Kind of the outer item. */
  inside: string;
  /** Members that lead to the holders, which may be objects or lists of objects. Empty: the outer item itself. */
  holders: readonly string[];
  /** Member of the holder that contains one item, or a list of them. */
  member: string;
  kind: string;
  /** Member of the holder that keeps the code of the nested item. */
  codeMember?: string;
  /** Member of the nested item that refers to the outer one. It is added unless the holder marks the item as linked only. */
  ownerMember?: string;
}

/** A nested item is complete if it has any of these members. */
const wholeMembers: Readonly<Record<string, readonly string[]>> = {
  [objectsKinds.definition]: ['objectFields', 'objectRelationships', 'scope', 'pluralLabel'],
  [objectsKinds.picklist]: ['listTypeEntries'],
  [objectsKinds.folder]: ['objectFolderItems'],
  [objectsKinds.notificationTemplate]: ['body', 'recipients', 'recipientType', 'subject'],
  [objectsKinds.workflowDefinition]: ['content', 'nodes', 'transitions'],
};

const definitionErc = 'objectDefinitionExternalReferenceCode';
const { definition, folder, notificationTemplate, picklist, workflowDefinition } = objectsKinds;
const heldPlaces: readonly HeldPlace[] = [
  {
    inside: folder,
    holders: [],
    member: 'objectDefinitions',
    kind: definition,
    ownerMember: 'objectFolderExternalReferenceCode',
  },
  {
    inside: folder,
    holders: ['objectFolderItems'],
    member: 'objectDefinition',
    kind: definition,
    codeMember: definitionErc,
    ownerMember: 'objectFolderExternalReferenceCode',
  },
  {
    inside: definition,
    holders: [],
    member: 'objectFolder',
    kind: folder,
    codeMember: 'objectFolderExternalReferenceCode',
  },
  {
    inside: definition,
    holders: ['objectFields'],
    member: 'listTypeDefinition',
    kind: picklist,
    codeMember: 'listTypeDefinitionExternalReferenceCode',
  },
  ...['1', '2'].map((side) => ({
    inside: definition,
    holders: ['objectRelationships'],
    member: `objectDefinition${side}`,
    kind: definition,
    codeMember: `${definitionErc}${side}`,
  })),
  {
    inside: definition,
    holders: ['objectRelationships'],
    member: 'objectDefinition',
    kind: definition,
    codeMember: `${definitionErc}2`,
  },
  {
    inside: definition,
    holders: ['objectActions', 'parameters'],
    member: 'notificationTemplate',
    kind: notificationTemplate,
    codeMember: 'notificationTemplateExternalReferenceCode',
  },
  {
    inside: definition,
    holders: ['workflowDefinitionLinks'],
    member: 'workflowDefinition',
    kind: workflowDefinition,
    codeMember: 'workflowDefinitionName',
  },
];

/** A record and its path inside the outermost record of the file; an empty path for that record itself. */
export interface UnfoldedRecord {
  kind: string;
  record: JsonObject;
  path: readonly string[];
}

const outerKinds: ReadonlySet<string> = new Set(heldPlaces.map(({ inside }) => inside));
const innerKinds: ReadonlySet<string> = new Set(heldPlaces.map((place) => place.kind));

/** Whether items of a kind may be nested in others. */
export function isHoldable(kind: string): boolean {
  return innerKinds.has(kind);
}

/**
 * Returns the record without its nested items, followed by these, which may contain others. Values next to a bare code that are bound to
 * the source environment are passed to `tell`.
 */
export function unfoldRecord(record: JsonObject, kind: string, tell: TellLeftOut): UnfoldedRecord[] {
  const unfolded: UnfoldedRecord[] = [{ kind, record, path: [] }];
  if (!outerKinds.has(kind)) return unfolded;
  // The list grows while it is walked.
  for (const outer of unfolded) {
    for (const place of heldPlaces) {
      if (place.inside !== outer.kind) continue;
      const owner = outer.record['externalReferenceCode'];
      const held: UnfoldedRecord[] = [];
      const takeOut = (holder: JsonObject, path: readonly string[]): JsonObject =>
        withoutHeld(holder, { place, path: [...path, place.member], owner, held, tell });
      outer.record = mapHolders(outer.record, { holders: place.holders, path: outer.path, takeOut }) as JsonObject;
      unfolded.push(...held);
    }
  }
  return unfolded;
}

interface HolderMap {
  holders: readonly string[];
  path: readonly string[];
  takeOut: (holder: JsonObject, path: readonly string[]) => JsonObject;
}

/** Recurses only as deep as `holders`. */
function mapHolders(value: JsonValue, { holders, path, takeOut }: HolderMap): JsonValue {
  if (Array.isArray(value)) {
    return mapElements(value, (element, index) =>
      mapHolders(element, { holders, path: [...path, String(index)], takeOut }),
    );
  }
  if (!isJsonObject(value)) return value;
  const [next, ...rest] = holders;
  if (next === undefined) return takeOut(value, path);
  return mapMember(value, next, (inner) => mapHolders(inner, { holders: rest, path: [...path, next], takeOut }));
}

interface TakingOut {
  place: HeldPlace;
  path: readonly string[];
  owner: JsonValue | undefined;
  held: UnfoldedRecord[];
  tell: TellLeftOut;
}

/** The holder without its nested items, which are added to `held`. */
function withoutHeld(holder: JsonObject, { place, path, owner, held, tell }: TakingOut): JsonObject {
  const { kind, member, codeMember, ownerMember } = place;
  const value = holder[member];
  const inner = Array.isArray(value) ? value : [value];
  const isWhole = inner.length > 0 && inner.every((one) => isJsonObject(one) && isWholeItem(one, kind));
  if (!isWhole && !(isJsonObject(value) && isCodeOf(value, holder, place))) return holder;
  if (!isWhole) bareCode(value as JsonObject, kind, (left) => { tell({ ...left, path: [...path, ...left.path] }); }); // prettier-ignore
  const rest = Object.fromEntries(Object.entries(holder).filter(([key]) => key !== member));
  const named = isJsonObject(value) ? value[nameMemberOf(kind)] : undefined;
  if (isWhole) {
    const isShownOnly = holder['linkedObjectDefinition'] === true;
    const added = {
      ...(codeMember !== undefined && { [nameMemberOf(kind)]: holder[codeMember] }),
      ...(ownerMember !== undefined && !isShownOnly && { [ownerMember]: owner }),
    };
    for (const [index, one] of inner.entries()) {
      const at = Array.isArray(value) ? [...path, String(index)] : path;
      held.push({ kind, record: withTexts(one as JsonObject, added), path: at });
    }
  }
  return codeMember === undefined ? rest : withTexts(rest, { [codeMember]: named });
}

function isWholeItem(value: JsonObject, kind: string): boolean {
  return wholeMembers[kind]?.some((member) => Object.hasOwn(value, member)) === true;
}

/** Whether a value has no content but the code, which is the same as the holder's or missing there. */
function isCodeOf(value: JsonObject, holder: JsonObject, { kind, codeMember }: HeldPlace): boolean {
  const keys = Object.keys(bareCode(value, kind, () => undefined));
  if (codeMember === undefined || keys.length !== 1 || keys[0] !== nameMemberOf(kind)) return false;
  const code = value[nameMemberOf(kind)];
  return isEmpty(code) || isEmpty(holder[codeMember]) || code === holder[codeMember];
}

/** A value without members that are bound to the source environment. */
function bareCode(value: JsonObject, kind: string, tell: TellLeftOut): JsonObject {
  const shape = boundShapeOf(kind);
  return shape ? withoutBound(value, shape, tell) : value;
}

/** Workflow definitions are identified by their name. */
function nameMemberOf(kind: string): string {
  return kind === workflowDefinition ? 'name' : 'externalReferenceCode';
}

/** Adds the texts that the object does not have. */
function withTexts(object: JsonObject, texts: Readonly<Record<string, JsonValue | undefined>>): JsonObject {
  const lacking = Object.entries(texts).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '' && isEmpty(object[entry[0]]),
  );
  return lacking.length === 0 ? object : { ...object, ...Object.fromEntries(lacking) };
}

function isEmpty(value: JsonValue | undefined): boolean {
  return value === undefined || value === null || value === '';
}
