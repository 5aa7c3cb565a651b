/** Problems of unknown kinds in the input, with the same wording everywhere. */
import { AppError } from '../../shared/appError.js';
import { closestName } from '../../shared/candidates.js';
import type { KindRegistry } from './kindRegistry.js';
import { quoted, whole } from './wording.js';

/** A name of an unknown kind. */
export interface UnknownKind {
  name: string;
  /** Its index in the list. */
  index: number;
  message: string;
  fix: string;
}

/** The names that are neither a kind of this server nor in `others`. */
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
  const fix = meant === undefined ? `Use one of ${known.join(', ')}.` : `Did you mean ${whole(meant)}?`;
  return { name, index, message: `This server has no kind ${quoted(name)}.`, fix };
}

/** The most similar kind, compared without the pack, which all kinds of a pack share. */
function meantKind(known: readonly string[], name: string): string | undefined {
  const closest = closestName(withoutPack(name), known.map(withoutPack));
  return known.find((kind) => withoutPack(kind) === closest);
}

function withoutPack(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

/**
 * For filters of lists, whose results have no problems.
 * @throws AppError BAD_USER_INPUT for the first name that is neither a kind of this server nor in `others`
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
