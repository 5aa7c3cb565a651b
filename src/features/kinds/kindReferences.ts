import { AppError } from '../../shared/appError.js';
import type { JsonObject } from '../../shared/json.js';
import type { KindReference } from './foundReference.js';
import type { KindDefinition, NewNameOf, ReferenceDeclaration } from './kind.js';
import { compileReferencePattern, type ReferencePattern } from './referencePattern.js';

/** The new name of a resource; undefined if it keeps its name. Kinds in the same namespace share names. */
export type NewNameInNamespace = (namespace: string, oldName: string) => string | undefined;

interface CompiledDeclaration {
  index: number;
  namespace: string;
  isReference: (name: string) => boolean;
}

/** Declarations with the same places; each place is rewritten once. */
interface PlaceGroup {
  places: ReferencePattern;
  declarations: CompiledDeclaration[];
}

/** The compiled finder and rewriter of one kind. */
export class KindReferences {
  private readonly groups: readonly PlaceGroup[];

  /** @throws AppError INTERNAL for a wrong pattern, or if only one of `find` and `rewrite` is declared */
  constructor(kind: KindDefinition, namespaceOf: (kindName: string) => string) {
    const groupByAt = new Map<string, PlaceGroup>();
    const groups: PlaceGroup[] = [];
    for (const [index, declaration] of kind.references.entries()) {
      const [firstTarget = ''] = declaration.to;
      const compiled = {
        index,
        namespace: namespaceOf(firstTarget),
        isReference: declaration.isReference ?? isAnyName,
      };
      const sharing = declaration.find ? undefined : groupByAt.get(declaration.at);
      if (sharing) {
        sharing.declarations.push(compiled);
        continue;
      }
      const group = { places: placesOf(kind, declaration), declarations: [compiled] };
      groups.push(group);
      if (!declaration.find) groupByAt.set(declaration.at, group);
    }
    this.groups = groups;
  }

  find(spec: JsonObject): KindReference[] {
    const references: KindReference[] = [];
    for (const { places, declarations } of this.groups) {
      for (const { at, name } of places.find(spec)) {
        for (const { index, isReference } of declarations) {
          if (isReference(name)) references.push({ declarationIndex: index, at, name });
        }
      }
    }
    return references;
  }

  rewrite(spec: JsonObject, newNameOf: NewNameInNamespace): JsonObject {
    return this.groups.reduce((current, { places, declarations }) => {
      const newNameAtPlace: NewNameOf = (oldName) => {
        for (const { namespace, isReference } of declarations) {
          const newName = isReference(oldName) ? newNameOf(namespace, oldName) : undefined;
          if (newName !== undefined) return newName;
        }
        return undefined;
      };
      return places.rewrite(current, newNameAtPlace);
    }, spec);
  }
}

function placesOf(kind: KindDefinition, { at, find, rewrite }: ReferenceDeclaration): ReferencePattern {
  if (find && rewrite) return { find, rewrite };
  if (!find && !rewrite) return compileReferencePattern(at);
  throw AppError.internal(`The kind ${kind.name} declares only one of find and rewrite for ${at}.`);
}

function isAnyName(): boolean {
  return true;
}
