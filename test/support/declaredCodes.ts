/** Holds what mutations answer against the problem codes that the schema declares for each. */
import { readFileSync } from 'node:fs';
import { buildSchema, Kind, OperationTypeNode, parse, type SelectionNode } from 'graphql';
import { codesHeading } from '../../src/graphql/answering.js';
import { projectFile } from './projectFile.js';

/** The declared codes by the name of the mutation. */
export const declaredCodes = readDeclared();

function readDeclared(): ReadonlyMap<string, ReadonlySet<string>> {
  const schema = buildSchema(readFileSync(projectFile('schema.graphql'), 'utf8'));
  const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
  return new Map(mutations.map(({ name, description }) => [name, codesIn(description ?? '')]));
}

function codesIn(description: string): Set<string> {
  const line = description.split('\n').find((text) => text.startsWith(codesHeading)) ?? codesHeading;
  return new Set(line.slice(codesHeading.length).match(/[A-Z0-9_]+/g));
}

/** Throws when a mutation answered with a problem whose code it does not declare. */
export function refuseUndeclared(document: string, data: Record<string, unknown> | null | undefined): void {
  for (const [key, payload] of Object.entries(data ?? {})) {
    const codes = codesOf(payload);
    const mutation = codes.length === 0 ? undefined : mutationOf(document, key);
    const undeclared = codes.filter((code) => mutation && !declaredCodes.get(mutation)?.has(code));
    if (undeclared.length > 0)
      throw new Error(
        `${mutation ?? key} answers ${undeclared.join(', ')}, which it does not declare; see answering().`,
      );
  }
}

function codesOf(payload: unknown): string[] {
  const { problems } = (payload ?? {}) as { problems?: unknown };
  if (!Array.isArray(problems)) return [];
  return problems.flatMap(({ code }: { code?: unknown }) => (typeof code === 'string' ? [code] : []));
}

/** The mutation that answers under a key; undefined for a field of a query. */
function mutationOf(document: string, key: string): string | undefined {
  const isIt = (selection: SelectionNode) =>
    selection.kind === Kind.FIELD && (selection.alias ?? selection.name).value === key;
  for (const definition of parse(document).definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION || definition.operation !== OperationTypeNode.MUTATION) continue;
    const field = definition.selectionSet.selections.find(isIt);
    if (field?.kind === Kind.FIELD) return field.name.value;
  }
  return undefined;
}
