/** Checks the declarations of packs when the server starts, so that a mistake does not appear during an import. */
import { AppError } from '../../shared/appError.js';
import type { KindDefinition, ReferenceDeclaration } from './kind.js';
import type { KindPack } from './kindPack.js';

/** A plan keeps one bit for each advice code of an item. */
const maxAdviceCodes = 24;

/** @throws AppError INTERNAL that lists every wrong declaration */
export function checkDeclarations(packs: readonly KindPack[]): void {
  const kinds = packs.flatMap((pack) => pack.kinds);
  const kindByName = new Map(kinds.map((kind) => [kind.name, kind]));
  const faults = [
    ...repeated(packs.map((pack) => pack.name)).map((name) => `The pack ${name} is declared twice.`),
    ...repeated(kinds.map((kind) => kind.name)).map((name) => `The kind ${name} is declared twice.`),
    ...packs.flatMap(misnamedKinds),
    ...kinds.flatMap((kind) => faultsOfKind(kind, kindByName)),
  ];
  if (faults.length > 0) throw AppError.internal(faults.join('\n'));
}

function misnamedKinds(pack: KindPack): string[] {
  return pack.kinds
    .filter((kind) => !kind.name.startsWith(`${pack.name}/`))
    .map((kind) => `The kind ${kind.name} must start with the name of its pack, ${pack.name}/.`);
}

function faultsOfKind(kind: KindDefinition, kindByName: ReadonlyMap<string, KindDefinition>): string[] {
  const faults: string[] = [];
  const codes = kind.adviceCodes ?? [];
  if (codes.length > maxAdviceCodes) faults.push(`The kind ${kind.name} has more than ${maxAdviceCodes} advice codes.`);
  if (kind.advise && codes.length === 0)
    faults.push(`The kind ${kind.name} gives advice but declares no advice codes.`);
  if ((kind.advise === undefined) !== (kind.adviceBits === undefined))
    faults.push(`The kind ${kind.name} declares only one of advise and adviceBits.`);
  faults.push(...repeated(codes).map((code) => `The kind ${kind.name} declares the advice code ${code} twice.`));
  if (kind.parentKind !== undefined && !kindByName.has(kind.parentKind)) {
    faults.push(`The kind ${kind.name} is inside ${kind.parentKind}, which no pack declares.`);
  }
  if (isInsideItself(kind, kindByName)) faults.push(`The kind ${kind.name} is inside itself.`);
  const keys = kind.references.map(declarationKey);
  faults.push(...repeated(keys).map((key) => `The kind ${kind.name} declares the same reference twice: ${key}.`));
  return [...faults, ...kind.references.flatMap((reference) => faultsOfReference(kind, reference, kindByName))];
}

function isInsideItself(kind: KindDefinition, kindByName: ReadonlyMap<string, KindDefinition>): boolean {
  const passed = new Set<string>();
  for (let name = kind.parentKind; name !== undefined && !passed.has(name); name = kindByName.get(name)?.parentKind) {
    if (name === kind.name) return true;
    passed.add(name);
  }
  return false;
}

function faultsOfReference(
  kind: KindDefinition,
  { at, to, isExternal, requirement, strength, whenMissing }: ReferenceDeclaration,
  kindByName: ReadonlyMap<string, KindDefinition>,
): string[] {
  const where = `The kind ${kind.name}, at ${at},`;
  if (isExternal === true && (requirement !== 'ADVISED' || strength !== 'SOFT' || whenMissing !== 'IGNORE')) {
    return [`${where} declares what is external as something else than ADVISED, SOFT and IGNORE.`];
  }
  if (to.length === 0) return isExternal === true ? [] : [`${where} refers to no kind.`];
  const unknown = to.filter((name) => !kindByName.has(name));
  if (unknown.length > 0) return [`${where} refers to ${unknown.join(', ')}, which no pack declares.`];
  const namespaces = new Set(to.map((name) => kindByName.get(name)?.identity.namespace));
  return namespaces.size === 1 ? [] : [`${where} refers to kinds of several namespaces.`];
}

/** Edges are stored under these members, so two declarations must differ in one of them. */
function declarationKey({ at, to, requirement, strength, whenMissing, isSilent }: ReferenceDeclaration): string {
  return JSON.stringify([at, to, requirement, strength, whenMissing, isSilent ?? false]);
}

function repeated(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.filter((name) => seen.size === seen.add(name).size);
}
