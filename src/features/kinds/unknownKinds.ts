/** Names of kinds that a client gives and this server does not have: told in the same words everywhere. */
import { AppError } from '../../shared/appError.js';
import { closestName } from '../../shared/candidates.js';
import type { KindRegistry } from './kindRegistry.js';
import { quoted } from './wording.js';

/** A name that no kind has. */
export interface UnknownKind {
  name: string;
  /** Its place in the list. */
  index: number;
  message: string;
  fix: string;
}

/** Those of some names that are no kind of this server, nor among `others`. */
export function unknownKindsIn(
  kinds: Pick<KindRegistry, 'list'>,
  names: readonly string[],
  others: readonly string[] = [],
): UnknownKind[] {
  const known = kinds.list().map(({ name }) => name);
  const isKnown = new Set([...known, ...others]);
  return names.flatMap((name, index) => (isKnown.has(name) ? [] : [unknownKind(known, name, index)]));
}

function unknownKind(known: readonly string[], name: string, index: number): UnknownKind {
  const meant = meantKind(known, name);
  const fix = meant === undefined ? `Use one of ${known.join(', ')}.` : `Did you mean ${quoted(meant)}?`;
  return { name, index, message: `This server has no kind ${quoted(name)}.`, fix };
}

/** By what stands behind the pack: the packs would make kinds of one pack look alike. */
function meantKind(known: readonly string[], name: string): string | undefined {
  const closest = closestName(withoutPack(name), known.map(withoutPack));
  return known.find((kind) => withoutPack(kind) === closest);
}

function withoutPack(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

/**
 * For the filter of a list, which has no problems to tell them in.
 * @throws AppError BAD_USER_INPUT for the first name that is no kind of this server, nor among `others`.
 */
export function refuseUnknownKinds(
  kinds: Pick<KindRegistry, 'list'>,
  names: readonly string[] | null | undefined,
  others: readonly string[] = [],
): void {
  const [first] = unknownKindsIn(kinds, names ?? [], others);
  if (!first) return;
  throw AppError.badInput(
    `The filter contains the kind ${quoted(first.name)}, which this server does not have. ${first.fix}`,
  );
}
