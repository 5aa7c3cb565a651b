import type { JsonObject, JsonValue } from '../../shared/json.js';
import type { ProblemCode } from '../../shared/problemCode.js';
import type { Problem } from '../../shared/problem.js';
import type { FoundReference } from './foundReference.js';
import type { PartChanges } from './partChanges.js';
import type { RecordShape } from './recordShape.js';
import type { NeedRules, SourceScope, TargetOffer } from './targetNeeds.js';

/** What a project can do; a kind may ask for one before it is imported as a reference. */
export type Capability = 'EVENT_DRIVEN';

/** `EDITABLE`: as if made here. `REFERENCE`: a read-only image of what another project owns. */
export type ResourceMode = 'EDITABLE' | 'REFERENCE';

/** `INCLUDED` travels with an export, `REQUIRED` must exist in the target and never travels, `ADVISED` is worth a warning. */
export type Requirement = 'INCLUDED' | 'REQUIRED' | 'ADVISED';

/** `CONTAINMENT` is derived from parents; `HARD` breaks the source when missing; `SOFT` only weakens it. */
export type Strength = 'CONTAINMENT' | 'HARD' | 'SOFT';

/** Gives the new name of a referred resource, or undefined when it keeps its name. */
export type NewNameOf = (oldName: string) => string | undefined;

/**
 * How resources of a kind refer to others. Either `at` alone, a pattern that is compiled to a finder and a rewriter, or `at`
 * as documentation together with the pair `find` and `rewrite` for what a pattern can't say.
 */
export interface ReferenceDeclaration {
  /** JSON Pointer in which `*` stands for any member or element, and `{}` for "the key itself is the name". */
  at: string;
  /** Names of the kinds that may be meant, most likely first. All share one namespace. */
  to: readonly string[];
  requirement: Requirement;
  strength: Exclude<Strength, 'CONTAINMENT'>;
  /** What the absence of the target does to an item that is imported: `BLOCK` it, `WARN` about it, or nothing. */
  whenMissing: 'BLOCK' | 'WARN' | 'IGNORE';
  /** True when who may not use the target may not use the source either: a report shows what its definitions hold. */
  needsRight?: boolean;
  /** True when an export takes the target along without asking (a cast function behind a field). */
  isSilent?: boolean;
  /** Leaves out names that look like references and are not, such as constants or built-in functions. */
  isReference?: (name: string) => boolean;
  /**
   * True for names of what every installation of the product has, or what is no resource at all: they are external by design, so
   * that they never travel and are never missing. Such a declaration is ADVISED, SOFT and IGNORE, and `to` may be empty.
   */
  isExternal?: boolean;
  /** What the place asks of its target beyond that it exists; the kinds that it refers to say what they offer. */
  needs?: NeedRules;
  /** A member beside the place that says what else the target is called; when the target is missing, it leads to the right one. */
  hintMember?: string;
  find?: (spec: JsonObject) => FoundReference[];
  rewrite?: (spec: JsonObject, newNameOf: NewNameOf) => JsonObject;
}

/** What an advisory rule may know beyond the spec itself. */
export interface AdviceFacts {
  kind: string;
  name: string;
  mode: ResourceMode;
  /** Keys and names that stand for the source: its project key, and so on; topics that hold one are worth a warning. */
  sourceProjectKey?: string | undefined;
  targetProjectKey: string;
  targetCapabilities: readonly Capability[];
  /** True when the item was a reference in its source project. */
  isNestedReference: boolean;
}

/** A cross check reads specs of other resources, as they will be after the import. Undefined: no such resource. */
export type SpecLookup = (kind: string, name: string) => JsonObject | undefined;

export interface KindDefinition {
  /** `pack/Kind`, unique. */
  name: string;
  /** For a person, singular, e.g. "ER schema". */
  title: string;
  pluralTitle: string;
  /** A sentence that says what it is. */
  description: string;
  identity: {
    by: 'name';
    /** Names are unique per branch and namespace; kinds may share one. */
    namespace: string;
    /** Beyond the rules that hold for every name (1 to 80 characters, no control characters, one alphabet). */
    pattern?: { expression: RegExp; sentence: string };
    /** In characters; 80 when not given. */
    maxLength?: number;
    /** True for names that people write as titles: letters of several alphabets ("Δ Cost") and emoji are allowed in them. */
    isFreeText?: boolean;
  };
  /**
   * JSON Pointers to members of the spec whose texts the product keeps unique among all resources of the kind, beside the name:
   * two definitions with different external reference codes may not share their own `name`. Upper and lower case are the same.
   */
  uniqueMembers?: readonly string[];
  /** JSON Schema (draft-07) of the spec. */
  schema: JsonObject;
  references: readonly ReferenceDeclaration[];
  /** The kind that contains this one; each resource then has exactly one parent, unless `isParentOptional`. */
  parentKind?: string;
  /**
   * True for resources that may stand alone too: their export does not take the container along, and they are imported without it,
   * with a warning, where it is neither in the file nor on the branch.
   */
  isParentOptional?: boolean;
  /** The codes that the product's own importer gives for faults of such a resource; told beside ours. */
  originalCodes?: {
    /** For a name that it can't have. */
    name?: string;
    /** For a spec that breaks the schema. */
    spec?: string;
    /** For one that something else needs, and that is nowhere. */
    missing?: string;
    /** For one that something else needs, and that who imports may not use. */
    forbidden?: string;
    /** Of a container: for a source that it lacks, and for one that it has for other tenants. */
    sourceMissing?: string;
    tenantMissing?: string;
  };
  /** The code of the warning about one that something names and could do without, and that is nowhere; `UNRESOLVED_REFERENCE` when not given. */
  missingCode?: ProblemCode;
  /** False: never written into an export; where it is needed it becomes a requirement. */
  isExportable: boolean;
  /** True for a resource that every project has anyway (a default cast function): left out of a closure, and only warned about. */
  isBuiltIn?: (spec: JsonObject) => boolean;
  reference: { allowed: boolean; requiredCapability?: Capability };
  /** For kinds whose specs say what a person calls them: the title follows from the spec, and is never given beside it. */
  titleOf?: (spec: JsonObject) => string | null;
  /** The spec with its own name in the place that repeats it, where nothing stands there: files of the product tell it by that. */
  withOwnName?: (spec: JsonObject, name: string) => JsonObject;
  /** Whether every installation of the product has a resource of this name: no file brings the whole of it. */
  isExternalName?: (name: string) => boolean;
  /** Rewrites places in its own spec that repeat its own name. */
  rewriteOwnName?: (spec: JsonObject, oldName: string, newName: string) => JsonObject;
  /** Faults of a spec that fits the schema, found by what its parts say of each other: errors, with paths into the spec. */
  check?: (spec: JsonObject) => Problem[];
  /** What an overwrite would take away, and what is only called differently. Kinds without it lose nothing but members. */
  compareParts?: (before: JsonObject, after: JsonObject) => PartChanges;
  /** For kinds whose parts records hold by name, as object entries hold keys of picklists. */
  heldParts?: {
    /** Members of the records of a parent with this spec that choose from the resource of this name. */
    membersOf: (parentSpec: JsonObject, name: string) => string[];
    /** Names of the parts that the value of such a member holds. */
    partsIn: (value: JsonValue) => string[];
  };
  /** What a resource has of what references ask for beyond its name. */
  offers?: (spec: JsonObject) => TargetOffer;
  /** For containers that say what the resources inside may need. */
  scope?: SourceScope;
  /** Lays some members of a spec over an existing one, part by part. Kinds without it replace top-level members as a whole. */
  merge?: (before: JsonObject, patch: JsonObject) => JsonObject;
  /**
   * For kinds whose spec is given its shape by the spec of the parent (records of a definition); `others` are specs of other parents, which
   * may say something of it too. Pure; see RecordShape.
   */
  compileRecordShape?: (parentSpec: JsonObject, lookup: SpecLookup, others?: readonly JsonObject[]) => RecordShape;
  /** Codes that `advise` can give, in a fixed order (at most 24): a plan keeps one bit for each. */
  adviceCodes?: readonly ProblemCode[];
  /** Which of the codes `advise` would give, as bits in their order: asked for each item of a file, so without sentences. */
  adviceBits?: (spec: JsonObject, facts: AdviceFacts) => number;
  /** Warnings that follow from the spec alone. */
  advise?: (spec: JsonObject, facts: AdviceFacts) => Problem[];
  /** Warnings that need the specs of other resources. */
  crossCheck?: (spec: JsonObject, name: string, lookup: SpecLookup) => Problem[];
}

/** Declares a kind. The declaration is the whole of it: finder, rewriter, validator and SQL follow from it. */
export function defineKind(definition: KindDefinition): KindDefinition {
  return definition;
}
