/** The kinds that a plan mirrors, as a choice. */
import { errorProblem, type Problem } from '../../shared/problem.js';
import { unknownKindsIn, type KindRegistry } from '../kinds/worker.js';

/** The kinds to mirror that this server does not have, each where it is named first. `path`: that of the list. */
export function unknownMirrorKinds(
  kinds: KindRegistry,
  names: readonly string[] | null | undefined,
  path: readonly string[],
): Problem[] {
  const isFirst = (name: string, index: number) => (names ?? []).indexOf(name) === index;
  return unknownKindsIn(kinds, names ?? []).flatMap(({ name, message, index, fix }) =>
    isFirst(name, index) ? [errorProblem('UNKNOWN_KIND', message, { path: [...path, String(index)], fix })] : [],
  );
}

/** Kinds cannot be mirrored: nothing says which resources came from where the file comes from. */
export function unknownSource(path: string[]): Problem {
  const message = 'The file does not state its source project, so nothing can be deleted as no longer in it.';
  return errorProblem('SOURCE_UNKNOWN', message, {
    path,
    fix: 'Leave mirrorKinds out, or import a bundle of the source project.',
  });
}

/** The options with the kinds to mirror in one form: each once, in order, and absent if there are none. */
export function withPlainMirror<Options extends { mirrorKinds?: readonly string[] }>({
  mirrorKinds = [],
  ...options
}: Options): Omit<Options, 'mirrorKinds'> & { mirrorKinds?: readonly string[] } {
  return mirrorKinds.length === 0 ? options : { ...options, mirrorKinds: [...new Set(mirrorKinds)].sort() };
}
