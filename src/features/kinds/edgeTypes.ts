import { sql, type SqlConnection } from '../../database/worker.js';
import type { KindRegistry } from './kindRegistry.js';
import type { Requirement, ReferenceDeclaration, Strength } from './kind.js';

/** A reference declaration as stored in the database; edges contain its id. */
export interface EdgeType {
  id: number;
  kind: string;
  at: string;
  targetNamespace: string;
  targetKinds: readonly string[];
  requirement: Requirement;
  strength: Strength;
  whenMissing: ReferenceDeclaration['whenMissing'];
  isSilent: boolean;
  /** Whether the target is external: never exported and never missing. */
  isExternal: boolean;
  /** Whether a user who may not use the target may not use the source either. */
  needsRight: boolean;
}

interface EdgeTypeRow extends Omit<EdgeType, 'targetKinds' | 'isExternal' | 'needsRight'> {
  targetKinds: string;
}

/** The rows of `edge_type`, by id and by declaration. */
export class EdgeTypes {
  private readonly typeById: ReadonlyMap<number, EdgeType>;
  private readonly idsByKind: ReadonlyMap<string, readonly number[]>;

  private constructor(types: readonly EdgeType[], kinds: KindRegistry) {
    this.typeById = new Map(types.map((type) => [type.id, type]));
    const idByKey = new Map(types.map((type) => [keyOf(type), type.id]));
    this.idsByKind = new Map(
      kinds
        .list()
        .map((kind) => [
          kind.name,
          kind.references.map((declaration) => idByKey.get(keyOf(rowOf(kind.name, declaration))) ?? 0),
        ]),
    );
  }

  /** Reads the rows; the declarations must have been registered. */
  static async load(connection: SqlConnection, kinds: KindRegistry): Promise<EdgeTypes> {
    const rows = await connection.all<EdgeTypeRow>(
      sql`SELECT id, kind, at, target_namespace, target_kinds, requirement, strength,
              when_missing, is_silent FROM edge_type`,
    );
    const externalKeys = keysOf(kinds, ({ isExternal }) => isExternal === true);
    const keysNeedingRight = keysOf(kinds, ({ needsRight }) => needsRight === true);
    const types = rows.map((row) => {
      const type = { ...row, targetKinds: JSON.parse(row.targetKinds) as string[] };
      const key = keyOf(type);
      return { ...type, isExternal: externalKeys.has(key), needsRight: keysNeedingRight.has(key) };
    });
    return new EdgeTypes(types, kinds);
  }

  get(id: number): EdgeType {
    const type = this.typeById.get(id);
    if (!type) throw new Error(`No edge type ${id}`);
    return type;
  }

  /** Ids of the edge types with `needsRight`. */
  idsNeedingRight(): number[] {
    return [...this.typeById.values()].filter(({ needsRight }) => needsRight).map(({ id }) => id);
  }

  /** Ids of the edge types with `isExternal`. */
  externalIds(): number[] {
    return [...this.typeById.values()].filter(({ isExternal }) => isExternal).map(({ id }) => id);
  }

  /** The id of a declaration, by its index in `references` of the kind. */
  idOf(kind: string, declarationIndex: number): number {
    return this.idsByKind.get(kind)?.[declarationIndex] ?? 0;
  }
}

/** Keys of the declarations for which `isMeant` is true. */
function keysOf(kinds: KindRegistry, isMeant: (declaration: ReferenceDeclaration) => boolean): Set<string> {
  return new Set(kinds.list().flatMap((kind) => kind.references.filter(isMeant).map(keyFor(kind.name))));
}

/** Writes a row for every new reference declaration. Runs once when the server starts. */
export async function registerEdgeTypes(connection: SqlConnection, kinds: KindRegistry): Promise<void> {
  await connection.transaction(async () => {
    await connection.lock('edge types');
    for (const kind of kinds.list()) {
      for (const declaration of kind.references) {
        await registerEdgeType(connection, {
          ...rowOf(kind.name, declaration),
          targetNamespace: namespaceOf(kinds, declaration),
        });
      }
    }
  });
}

type Declared = Omit<EdgeType, 'id' | 'targetNamespace' | 'isExternal' | 'needsRight'>;

async function registerEdgeType(
  connection: SqlConnection,
  type: Declared & Pick<EdgeType, 'targetNamespace'>,
): Promise<void> {
  const { kind: ofKind, at, targetNamespace, targetKinds, requirement, strength, whenMissing, isSilent } = type;
  const inserted = await connection.get<{ id: number }>(
    sql`INSERT INTO edge_type (kind, at, target_namespace, target_kinds, requirement, strength, when_missing, is_silent)
      VALUES (${ofKind}, ${at}, ${targetNamespace}, ${JSON.stringify(targetKinds)}, ${requirement}, ${strength}, ${whenMissing}, ${isSilent})
      ON CONFLICT DO NOTHING RETURNING id`,
  );
  if (!inserted) return;
  for (const kind of targetKinds) {
    await connection.run(sql`INSERT INTO edge_type_target (type_id, kind) VALUES (${inserted.id}, ${kind})`);
  }
}

function rowOf(kind: string, declaration: ReferenceDeclaration): Declared {
  return {
    kind,
    at: declaration.at,
    targetKinds: declaration.to,
    requirement: declaration.requirement,
    strength: declaration.strength,
    whenMissing: declaration.whenMissing,
    isSilent: declaration.isSilent ?? false,
  };
}

function keyOf(type: Declared): string {
  const { kind, at, targetKinds, requirement, strength, whenMissing, isSilent } = type;
  return JSON.stringify([kind, at, targetKinds, requirement, strength, whenMissing, isSilent]);
}

function keyFor(kind: string): (declaration: ReferenceDeclaration) => string {
  return (declaration) => keyOf(rowOf(kind, declaration));
}

function namespaceOf(kinds: KindRegistry, declaration: ReferenceDeclaration): string {
  const [first] = declaration.to;
  return first === undefined ? '' : kinds.get(first).identity.namespace;
}
