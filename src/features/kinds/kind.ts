import type { JsonObject, JsonValue } from '../../shared/json.js';
import type { ProblemCode } from '../../shared/problemCode.js';
import type { Problem } from '../../shared/problem.js';
import type { FoundReference } from './foundReference.js';
import type { PartChanges } from './partChanges.js';
import type { RecordShape } from './recordShape.js';
import type { PrerequisiteRules, SourceScope, TargetOffer } from './prerequisites.js';

/** A capability of a project; a kind may require one for references. */
export type Capability = 'EVENT_DRIVEN';

/** `EDITABLE`: like a resource created here. `REFERENCE`: a read-only image of a resource that another project owns. */
export type ResourceMode = 'EDITABLE' | 'REFERENCE';

/**
 * `INCLUDED`: exported with the source. `REQUIRED`: must exist in the target project, never exported. `ADVISED`: a warning if
 * missing.
 */
export type Requirement = 'INCLUDED' | 'REQUIRED' | 'ADVISED';

/** `CONTAINMENT` follows from parents. Without the target, the source does not work (`HARD`) or works only in part (`SOFT`). */
export type Strength = 'CONTAINMENT' | 'HARD' | 'SOFT';

/** The new name of a referenced resource; undefined if it keeps its name. */
export type NewNameOf = (oldName: string) => string | undefined;

/**
 * How resources of a kind refer to others: a pattern `at` that is compiled to a finder and a rewriter; or, for what a pattern
 * cannot express, the functions `find` and `rewrite`, with `at` as documentation.
 */
export interface ReferenceDeclaration {
  /** JSON Pointer in which `*` stands for any member or element, and `{}` for "the key itself is the name". */
  at: string;
  /** The kinds that the target may have, most likely first. All share one namespace. */
  to: readonly string[];
  requirement: Requirement;
  strength: Exclude<Strength, 'CONTAINMENT'>;
  /** The effect of a missing target on an imported item: `BLOCK`, `WARN`, or none. */
  whenMissing: 'BLOCK' | 'WARN' | 'IGNORE';
  /** Whether a user who may not use the target may not use the source either: a report shows data of its definitions. */
  needsRight?: boolean;
  /** Whether an export includes the target without listing it as a selection (a cast function of a field). */
  isSilent?: boolean;
  /** False for texts that are not references, such as constants and built-in functions. */
  isReference?: (name: string) => boolean;
  /**
   * Whether the name means an external target: one that every installation has, or that is no resource. It is never exported
   * and never missing. Such a declaration is ADVISED, SOFT and IGNORE, and `to` may be empty.
   */
  isExternal?: boolean;
  /** Requirements on the target beyond its existence; the target kinds declare what they offer. */
  prerequisites?: PrerequisiteRules;
  /** A member beside the reference with another name of the target; helps to find candidates if the target is missing. */
  hintMember?: string;
  find?: (spec: JsonObject) => FoundReference[];
  rewrite?: (spec: JsonObject, newNameOf: NewNameOf) => JsonObject;
}

/** The facts that an advisory rule may use besides the spec. */
export interface AdviceFacts {
  kind: string;
  name: string;
  mode: ResourceMode;
  /** The key of the source project; a topic that contains it is worth a warning. */
  sourceProjectKey?: string | undefined;
  targetProjectKey: string;
  targetCapabilities: readonly Capability[];
  /** Whether the item was a reference in its source project. */
  isNestedReference: boolean;
}

/** Looks up the spec of another resource, as it will be after the import; undefined if it does not exist. */
export type SpecLookup = (kind: string, name: string) => JsonObject | undefined;

/**
 * Targets that every project has (default cast functions), so that no resource stands for them: references to them are declared with
 * `isExternal`, no resource gets their names, and no export contains them.
 */
export interface BuiltIns {
  names: ReadonlySet<string>;
  /** Whether a file's item of such a name is the built-in one, and no other resource that has its name. */
  isMeant: (spec: JsonObject) => boolean;
}

export interface KindDefinition {
  /** `pack/Kind`, unique. */
  name: string;
  /** The display name, singular, e.g. "ER schema". */
  title: string;
  pluralTitle: string;
  /** A description, one sentence. */
  description: string;
  identity: {
    by: 'name';
    /** Names are unique per branch and namespace; kinds may share one. */
    namespace: string;
    /** In addition to the rules for every name (1 to 80 characters, no control characters, one alphabet). */
    pattern?: { expression: RegExp; sentence: string };
    /** In characters; the default is 80. */
    maxLength?: number;
    /** Whether names are titles written by people: they may mix alphabets ("Δ Cost") and contain emoji. */
    isFreeText?: boolean;
  };
  /**
   * JSON Pointers to members whose texts must be unique among all resources of the kind, case-insensitive. For example,
   * definitions with different external reference codes may not share their `name`.
   */
  uniqueMembers?: readonly string[];
  /** JSON Schema (draft-07) of the spec. */
  schema: JsonObject;
  references: readonly ReferenceDeclaration[];
  /** The kind of the parents; each resource has exactly one parent, unless `isParentOptional`. */
  parentKind?: string;
  /**
   * Whether resources may also be outside a container: the export does not include the container; if it is neither in the file
   * nor on the branch, they are imported without it, with a warning.
   */
  isParentOptional?: boolean;
  /** The codes of the product's own importer, reported beside ours. */
  originalCodes?: {
    /** For an invalid name. */
    name?: string;
    /** For an invalid spec. */
    spec?: string;
    /** For a missing prerequisite of this kind. */
    missing?: string;
    /** For a prerequisite of this kind that the importing user may not use. */
    forbidden?: string;
    /** For a container: a missing data source, and one that is missing for some tenants. */
    sourceMissing?: string;
    tenantMissing?: string;
  };
  /** The code of the warning about a missing optional target of this kind; the default is `UNRESOLVED_REFERENCE`. */
  missingCode?: ProblemCode;
  /** If false, resources are never exported; where another one requires them, they become prerequisites. */
  isExportable: boolean;
  /** What every project has of this kind without a resource: see {@link BuiltIns}. */
  builtIns?: BuiltIns;
  reference: { allowed: boolean; requiredCapability?: Capability };
  /** For kinds whose title is derived from the spec, and never stored beside it. */
  titleOf?: (spec: JsonObject) => string | null;
  /** Adds the name of the resource to the spec if it is missing there: files of the product identify it by that member. */
  withOwnName?: (spec: JsonObject, name: string) => JsonObject;
  /** Whether every installation of the product has a resource of this name, so that no file contains all of it. */
  isExternalName?: (name: string) => boolean;
  /** After a renaming, rewrites the places of the spec that repeat the name of the resource. */
  rewriteOwnName?: (spec: JsonObject, oldName: string, newName: string) => JsonObject;
  /**
   * Errors that the JSON Schema cannot express, such as contradicting parts; paths lead into the spec. Runs only for specs that
   * satisfy the schema.
   */
  check?: (spec: JsonObject) => Problem[];
  /** The parts that an update would remove, rename or change. Kinds without it have no parts. */
  compareParts?: (before: JsonObject, after: JsonObject) => PartChanges;
  /** For kinds whose parts are used by records by name, as entries use keys of picklists. */
  heldParts?: {
    /** Members of the records of a parent with this spec that use the resource of this name. */
    membersOf: (parentSpec: JsonObject, name: string) => string[];
    /** Names of the parts in the value of such a member. */
    partsIn: (value: JsonValue) => string[];
  };
  /** What a resource offers to the requirements of references, such as versions. */
  offers?: (spec: JsonObject) => TargetOffer;
  /** For containers that restrict the targets of the resources inside. */
  scope?: SourceScope;
  /** Lays a partial spec over an existing one, part by part. Kinds without it replace top-level members as a whole. */
  overlay?: (before: JsonObject, patch: JsonObject) => JsonObject;
  /**
   * For kinds whose spec is defined by the spec of the parent (records of a definition); `others` are specs of other parents,
   * which may add to it. Pure; see RecordShape.
   */
  compileRecordShape?: (parentSpec: JsonObject, lookup: SpecLookup, others?: readonly JsonObject[]) => RecordShape;
  /** The codes of `advise`, in a fixed order, at most 24: a plan stores one bit for each. */
  adviceCodes?: readonly ProblemCode[];
  /** The codes that `advise` would return, as bits in their order: it runs for each item of a file, so it builds no sentences. */
  adviceBits?: (spec: JsonObject, facts: AdviceFacts) => number;
  /** Warnings that follow from the spec alone. */
  advise?: (spec: JsonObject, facts: AdviceFacts) => Problem[];
  /** Warnings that need the specs of other resources. */
  crossCheck?: (spec: JsonObject, name: string, lookup: SpecLookup) => Problem[];
}

/** Declares a kind. Finder, rewriter, validator and SQL are derived from the declaration. */
export function defineKind(definition: KindDefinition): KindDefinition {
  return definition;
}
