import { AppError } from '../../shared/appError.js';
import { isJsonObject, type JsonObject } from '../../shared/json.js';
import type { Problem } from '../../shared/problem.js';
import { checkDeclarations } from './checkDeclarations.js';
import type { KindReference } from './foundReference.js';
import type { KindDefinition } from './kind.js';
import type { KindPack } from './kindPack.js';
import { KindReferences, type NewNameInNamespace } from './kindReferences.js';
import { ownMember, valueAt } from './objectCopies.js';
import { SchemaCompiler, SpecValidator, type ValidateOptions } from './specValidator.js';

interface CompiledKind {
  definition: KindDefinition;
  references: KindReferences;
  validator: SpecValidator;
}

/** All kinds of this server, with their derived finders, rewriters and validators. Immutable. */
export class KindRegistry {
  private readonly compiledByName: ReadonlyMap<string, CompiledKind>;
  private readonly kindsByNamespace: ReadonlyMap<string, readonly KindDefinition[]>;
  /** Kinds with unique texts: declared by the kind, or by the definition of its records. */
  readonly kindsWithUniqueTexts: ReadonlySet<string>;
  /** Kinds with requirements on their targets beyond existence. */
  readonly kindsWithPrerequisites: ReadonlySet<string>;

  /** See {@link createKindRegistry}. */
  constructor(private readonly packs: readonly KindPack[]) {
    checkDeclarations(packs);
    const kinds = packs.flatMap((pack) => pack.kinds);
    const namespaceByKind = new Map(kinds.map((kind) => [kind.name, kind.identity.namespace]));
    const compiler = new SchemaCompiler();
    const namespaceOf = (kindName: string) => namespaceByKind.get(kindName) ?? '';
    this.compiledByName = new Map(kinds.map((kind) => [kind.name, compileKind(kind, namespaceOf, compiler)]));
    this.kindsByNamespace = groupByNamespace(kinds);
    const hasUniqueTexts = (kind: KindDefinition) =>
      kind.uniqueMembers !== undefined || kind.compileRecordShape !== undefined;
    const hasPrerequisites = ({ references }: KindDefinition) =>
      references.some(({ prerequisites }) => prerequisites !== undefined);
    this.kindsWithPrerequisites = new Set(kinds.filter(hasPrerequisites).map(({ name }) => name));
    this.kindsWithUniqueTexts = new Set(kinds.filter(hasUniqueTexts).map(({ name }) => name));
  }

  /** All kinds, in the order of their packs. */
  list(): KindDefinition[] {
    return [...this.compiledByName.values()].map((compiled) => compiled.definition);
  }

  /** All kinds, containers before the kinds inside them. */
  inContainmentOrder(): KindDefinition[] {
    const depthOf = (kind: KindDefinition): number =>
      kind.parentKind === undefined ? 0 : 1 + depthOf(this.get(kind.parentKind));
    return this.list().sort((a, b) => depthOf(a) - depthOf(b));
  }

  listPacks(): readonly KindPack[] {
    return this.packs;
  }

  /** The kind of a name; undefined if there is none. For names from clients and files. */
  find(kindName: string): KindDefinition | undefined {
    return this.compiledByName.get(kindName)?.definition;
  }

  /**
   * The kind of a name that is known to be valid.
   * @throws AppError INTERNAL if there is none
   */
  get(kindName: string): KindDefinition {
    return this.compiled(kindName).definition;
  }

  /** Whether every project has something of this name in one of the kinds, without a resource. */
  isBuiltIn(kindNames: readonly string[], name: string): boolean {
    return kindNames.some((kindName) => this.find(kindName)?.builtIns?.names.has(name) === true);
  }

  /** The kinds that share a namespace, in the order of their packs. */
  kindsInNamespace(namespace: string): readonly KindDefinition[] {
    return this.kindsByNamespace.get(namespace) ?? [];
  }

  /**
   * Every reference in a spec, by declaration, then in the order of the spec. A name at several places is returned for each.
   * The spec must be valid.
   */
  findReferences(kindName: string, spec: JsonObject): KindReference[] {
    return this.compiled(kindName).references.find(spec);
  }

  /**
   * A copy of the spec with the names of other resources replaced; the order of keys is kept. A key whose new name is already
   * taken keeps its old name, so that no value is lost: see renameKeys.ts. The spec must be valid.
   */
  rewriteReferences(kindName: string, spec: JsonObject, newNameOf: NewNameInNamespace): JsonObject {
    return this.compiled(kindName).references.rewrite(spec, newNameOf);
  }

  /**
   * The problems of a spec: NESTING_TOO_DEEP, FORBIDDEN_KEY, SPEC_INVALID; paths lead into the spec. At most 51 of the JSON
   * Schema; `check` of the kind runs only if the schema is satisfied. If unknown members are kept, MEMBER_UNKNOWN warns about
   * them.
   */
  validateSpec(kindName: string, spec: JsonObject, options: ValidateOptions = {}): Problem[] {
    const { validator, definition } = this.compiled(kindName);
    const faults = validator.validate(spec, options);
    if (faults.some(({ severity }) => severity === 'ERROR')) return faults;
    return [...faults, ...(definition.check?.(spec) ?? [])];
  }

  /** The unique texts of a spec, without empty ones. */
  uniqueTexts(kindName: string, spec: JsonObject): { at: string; text: string }[] {
    return (this.get(kindName).uniqueMembers ?? []).flatMap((at) => {
      const text = valueAt(spec, at);
      return typeof text === 'string' && text !== '' ? [{ at, text }] : [];
    });
  }

  /** Another name of a target, from the spec beside the reference; used to find candidates for a missing target. */
  hintOf(
    kindName: string,
    spec: JsonObject,
    { declarationIndex, at }: Omit<KindReference, 'name'>,
  ): string | undefined {
    const member = this.get(kindName).references[declarationIndex]?.hintMember;
    const holder = member === undefined ? undefined : valueAt(spec, at.slice(0, at.lastIndexOf('/')));
    const hint = member !== undefined && isJsonObject(holder) ? ownMember(holder, member) : undefined;
    return typeof hint === 'string' && hint !== '' ? hint : undefined;
  }

  private compiled(kindName: string): CompiledKind {
    const compiled = this.compiledByName.get(kindName);
    if (!compiled) throw AppError.internal(`There is no kind ${kindName}.`);
    return compiled;
  }
}

/**
 * Builds the registry and checks the declarations of the packs: unique names, references to existing kinds of one namespace,
 * existing parents, at most 24 advice codes, valid patterns. A JSON Schema is compiled when the first spec of its kind is
 * validated; a wrong one fails then, as INTERNAL.
 * @throws AppError INTERNAL for a wrong declaration
 */
export function createKindRegistry(packs: readonly KindPack[]): KindRegistry {
  return new KindRegistry(packs);
}

function compileKind(
  definition: KindDefinition,
  namespaceOf: (kindName: string) => string,
  compiler: SchemaCompiler,
): CompiledKind {
  try {
    const validator = new SpecValidator(definition.schema, compiler);
    return { definition, references: new KindReferences(definition, namespaceOf), validator };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw AppError.internal(`The kind ${definition.name} is declared wrongly: ${reason}`, error);
  }
}

function groupByNamespace(kinds: readonly KindDefinition[]): Map<string, KindDefinition[]> {
  const kindsByNamespace = new Map<string, KindDefinition[]>();
  for (const kind of kinds) {
    const sharing = kindsByNamespace.get(kind.identity.namespace);
    if (sharing) sharing.push(kind);
    else kindsByNamespace.set(kind.identity.namespace, [kind]);
  }
  return kindsByNamespace;
}
