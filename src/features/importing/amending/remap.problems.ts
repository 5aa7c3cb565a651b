import { errorProblem, type Problem } from '../../../shared/problem.js';
import { listed, quoted, unknownKindsIn, type KindDefinition, type KindRegistry } from '../../kinds/worker.js';
import { recordParent } from '../../records/worker.js';
import { withArticle } from '../../../shared/withArticle.js';
import type { Reader } from '../../../shared/session.js';

/** The replacement of a prerequisite: another name, version or tenant, or several of these. All null removes the replacement. */
export interface RemapChoice {
  planId: string;
  kind: string;
  name: string;
  toName: string | null;
  toVersion: string | null;
  /** Empty for "no tenant". */
  toTenant: string | null;
  /** The caller; null if the caller may see every resource. */
  reader: Reader | null;
}

export function unknownKind(kinds: KindRegistry, { kind }: RemapChoice): Problem[] {
  return unknownKindsIn(kinds, [kind]).map(({ message, fix }) =>
    errorProblem('UNKNOWN_KIND', message, { path: ['input', 'kind'], fix }),
  );
}

export function notNamed(kind: KindDefinition, { name }: RemapChoice): Problem {
  const message = `No item of the plan names ${withArticle(kind.title)} "${name.slice(0, 80)}".`;
  return errorProblem('NOT_FOUND', message, {
    path: ['input', 'name'],
    fix: 'The field "prerequisites" of the plan lists what its items require.',
  });
}

export function inFile(kind: KindDefinition, { name }: RemapChoice): Problem {
  const message = `The file contains the ${kind.title} "${name}" itself, so it cannot be replaced.`;
  return errorProblem('RENAME_NOT_ALLOWED', message, {
    path: ['input', 'name'],
    fix: 'Rename the item, or leave it out to use what the branch has under its name.',
  });
}

/** The replacement is a record of another definition. */
export function ofOtherParent(kind: KindDefinition, { name, toName }: RemapChoice): Problem {
  const parent = recordParent(kind, name) ?? '';
  const message = `Only ${withArticle(kind.title)} of "${parent}" can replace "${name}"; ${quoted(toName ?? '')} is not one.`;
  return errorProblem('RENAME_NOT_ALLOWED', message, {
    path: ['input', 'toName'],
    fix: `Choose one whose name starts with "${parent}/".`,
  });
}

export function noSuchTarget(
  kind: KindDefinition,
  { name, toName }: RemapChoice,
  likelyName: string | undefined,
): Problem {
  const message = `Neither the file nor the branch has ${withArticle(kind.title)} "${(toName ?? name).slice(0, 80)}".`;
  const path = ['input', 'toName'];
  return errorProblem(
    'DEPENDENCY_MISSING',
    message,
    likelyName === undefined ? { path } : { path, fix: `Did you mean "${likelyName}"?` },
  );
}

/** The replacement does not have the version. */
export function noSuchVersion(
  kind: KindDefinition,
  { name, toName, toVersion }: RemapChoice,
  offered: readonly string[],
): Problem {
  const message = `The ${kind.title} ${quoted(toName ?? name)} has no version ${quoted(toVersion ?? '')}.`;
  const fix = offered.length === 0 ? undefined : `It has ${listed(offered)}.`;
  return errorProblem('VERSION_MISSING', message, { path: ['input', 'toVersion'], ...(fix !== undefined && { fix }) });
}

/** The replacement does not exist for the tenant. */
export function noSuchTenant(
  kind: KindDefinition,
  { name, toName, toTenant }: RemapChoice,
  offered: readonly string[],
): Problem {
  const tenant = toTenant === '' ? 'no tenant' : `the tenant ${quoted(toTenant ?? '')}`;
  const message = `The ${kind.title} ${quoted(toName ?? name)} does not exist for ${tenant}.`;
  const fix = offered.length === 0 ? undefined : `It exists for ${listed(offered.map(quoted))}.`;
  return errorProblem('TENANT_MISSING', message, { path: ['input', 'toTenant'], ...(fix !== undefined && { fix }) });
}
