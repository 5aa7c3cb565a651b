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

/** Every kind that this server knows, with what follows from their declarations: finder, rewriter and validator. Immutable. */
export class KindRegistry {
  private readonly compiledByName: ReadonlyMap<string, CompiledKind>;
  private readonly kindsByNamespace: ReadonlyMap<string, readonly KindDefinition[]>;
  /** Kinds some of whose texts are unique on a branch, by their own declaration or by what their parents say of their records. */
  readonly kindsWithUniqueTexts: ReadonlySet<string>;
  /** Kinds that ask something of what they name, beyond that it exists. */
  readonly kindsWithNeeds: ReadonlySet<string>;

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
    const hasNeeds = ({ references }: KindDefinition) => references.some(({ needs }) => needs !== undefined);
    this.kindsWithNeeds = new Set(kinds.filter(hasNeeds).map(({ name }) => name));
    this.kindsWithUniqueTexts = new Set(kinds.filter(hasUniqueTexts).map(({ name }) => name));
  }

  /** All kinds, in the order of their packs. */
  list(): KindDefinition[] {
    return [...this.compiledByName.values()].map((compiled) => compiled.definition);
  }

  /** All kinds, containers before what they contain. */
  inContainmentOrder(): KindDefinition[] {
    const depthOf = (kind: KindDefinition): number =>
      kind.parentKind === undefined ? 0 : 1 + depthOf(this.get(kind.parentKind));
    return this.list().sort((a, b) => depthOf(a) - depthOf(b));
  }

  listPacks(): readonly KindPack[] {
    return this.packs;
  }

  /** The kind of that name, or undefined; for names that a client or a file gives. */
  find(kindName: string): KindDefinition | undefined {
    return this.compiledByName.get(kindName)?.definition;
  }

  /**
   * The kind of that name, for names that are known to be right.
   * @throws AppError INTERNAL when there is none.
   */
  get(kindName: string): KindDefinition {
    return this.compiled(kindName).definition;
  }

  /** The kinds that share a namespace, in the order of their packs. */
  kindsInNamespace(namespace: string): readonly KindDefinition[] {
    return this.kindsByNamespace.get(namespace) ?? [];
  }

  /**
   * Every reference in a spec of the kind: by declaration, then in the order of the spec. A name that stands at several places is
   * found at each. The spec must be valid.
   */
  findReferences(kindName: string, spec: JsonObject): KindReference[] {
    return this.compiled(kindName).references.find(spec);
  }

  /**
   * The spec with the names of other resources replaced. The original stays as it is; the order of keys is kept. When a key would
   * get the name of another key, it keeps its old name, so that nothing is lost: see renameKeys.ts. The spec must be valid.
   */
  rewriteReferences(kindName: string, spec: JsonObject, newNameOf: NewNameInNamespace): JsonObject {
    return this.compiled(kindName).references.rewrite(spec, newNameOf);
  }

  /**
   * Every fault of a spec: NESTING_TOO_DEEP, FORBIDDEN_KEY, SPEC_INVALID; paths lead into the spec. At most 51 that follow from the
   * schema; the kind's own check looks only at what fits it. Where members that are not known are kept, MEMBER_UNKNOWN warns of them.
   */
  validateSpec(kindName: string, spec: JsonObject, options: ValidateOptions = {}): Problem[] {
    const { validator, definition } = this.compiled(kindName);
    const faults = validator.validate(spec, options);
    if (faults.some(({ severity }) => severity === 'ERROR')) return faults;
    return [...faults, ...(definition.check?.(spec) ?? [])];
  }

  /** Texts of a spec that no other resource of its kind may have at the same place; empty ones are none. */
  uniqueTexts(kindName: string, spec: JsonObject): { at: string; text: string }[] {
    return (this.get(kindName).uniqueMembers ?? []).flatMap((at) => {
      const text = valueAt(spec, at);
      return typeof text === 'string' && text !== '' ? [{ at, text }] : [];
    });
  }

  /** What a spec says, beside a reference, of what else its target is called; to find candidates for one that is missing. */
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
 * Builds the registry and checks what the packs declare: unique names, references to kinds that exist and share a namespace,
 * parents that exist, at most 24 advice codes, patterns that compile. A schema is compiled when the first spec of its kind is
 * validated; one that is wrong fails then, as INTERNAL.
 * @throws AppError INTERNAL when a declaration is wrong.
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
