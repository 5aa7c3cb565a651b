/** The problems of references whose requirements are not met, or only in part. */
import { pointerSegments } from '../../../shared/jsonPointer.js';
import { errorProblem, warningProblem, type Problem } from '../../../shared/problem.js';
import { listed, quoted, whole, type KindRegistry, type Tenant } from '../../kinds/worker.js';
import type { Container } from './container.js';
import type { JudgedPrerequisite } from './judgePrerequisite.js';

interface ItemSubject {
  kinds: KindRegistry;
  planId: string;
  /** The name of the item. */
  itemName: string;
  container: Container | undefined;
  isScopeExtended: boolean;
}

/** Camunda 8 has this tenant where Camunda 7 has none. */
const defaultTenant = '<default>';

/** The problems of one reference. */
export function prerequisiteProblems(judged: JudgedPrerequisite, subject: ItemSubject): Problem[] {
  const problems: Problem[] = [];
  if (!judged.isAuthorized) problems.push(notUsable(judged, subject));
  if (judged.isVersionless) problems.push(noVersion(judged, subject));
  else if (judged.missingVersions.length > 0) problems.push(pruned(judged, subject));
  if (judged.missingTenants.length > 0) problems.push(noTenant(judged, subject));
  if (judged.gap && subject.container) problems.push(notInScope(judged, judged.gap, subject));
  return problems;
}

function titleOf({ kinds }: ItemSubject, { targetKind, required }: JudgedPrerequisite): string {
  return `${kinds.find(targetKind)?.title ?? targetKind} ${quoted(required.name)}`;
}

function codesOf({ kinds }: ItemSubject, kind: string) {
  return kinds.find(kind)?.originalCodes ?? {};
}

function withCode(originalCode: string | undefined): { originalCode?: string } {
  return originalCode === undefined ? {} : { originalCode };
}

function pathBeside({ required }: JudgedPrerequisite, member?: string): string[] {
  const path = pointerSegments(required.at);
  return member === undefined ? path : [...path.slice(0, -1), member];
}

function notUsable(judged: JudgedPrerequisite, subject: ItemSubject): Problem {
  const forTenants = judged.required.tenants.length === 0 ? '' : ` for ${tenantsText(judged.required.tenants)}`;
  const message = `The importing user may not use the ${titleOf(subject, judged)}${forTenants}.`;
  return errorProblem('FORBIDDEN', message, {
    ...withCode(codesOf(subject, judged.targetKind).forbidden),
    path: pathBeside(judged),
    fix: 'Ask a manager of the project to make you a reader of it, with setResourceReaders; or replace it with remapPrerequisite.',
  });
}

function noVersion(judged: JudgedPrerequisite, subject: ItemSubject): Problem {
  const { required, offer, nameInFile, targetKind } = judged;
  const title = titleOf(subject, judged);
  const offered = offer?.versions ?? [];
  const message =
    offered.length === 0
      ? `${quoted(subject.itemName)} requires the ${title}, but the branch has no version of it.`
      : `${quoted(subject.itemName)} requires the ${title} in ${versionsText(required.versions)}; the branch has ${listed(offered)}.`;
  const answer = remapText({ planId: subject.planId, kind: targetKind, name: nameInFile }, { toVersion: 'latest' });
  return errorProblem('VERSION_MISSING', message, {
    ...withCode(codesOf(subject, targetKind).missing),
    path: pathBeside(judged, 'versions'),
    fix: offered.length === 0 ? 'Add its deployed versions to it.' : `Use another version with ${answer}.`,
  });
}

function pruned(judged: JudgedPrerequisite, subject: ItemSubject): Problem {
  const { missingVersions, keptVersions } = judged;
  const message = `${quoted(subject.itemName)} also requires the ${titleOf(subject, judged)} in ${versionsText(missingVersions)}, which the branch does not have: it is imported with ${listed(keptVersions)} only.`;
  return warningProblem('VERSION_PRUNED', message, { path: pathBeside(judged, 'versions') });
}

function noTenant(judged: JudgedPrerequisite, subject: ItemSubject): Problem {
  const { missingTenants, offer, nameInFile, targetKind } = judged;
  const offered = offer?.tenants ?? [];
  const message = `${quoted(subject.itemName)} requires the ${titleOf(subject, judged)} for ${tenantsText(missingTenants)}; the branch has it for ${tenantsText(offered)}.`;
  const [first = null] = offered;
  const isOfOlderVersion = missingTenants.includes(null) && offered.includes(defaultTenant);
  const toTenant = isOfOlderVersion ? defaultTenant : (first ?? '');
  const answer = remapText({ planId: subject.planId, kind: targetKind, name: nameInFile }, { toTenant });
  const why = isOfOlderVersion ? `A file of Camunda 7 names no tenant where Camunda 8 has "${defaultTenant}": u` : 'U';
  return errorProblem('TENANT_MISSING', message, {
    ...withCode(codesOf(subject, targetKind).missing),
    path: pathBeside(judged, 'tenantIds'),
    fix: `${why}se that with ${answer}.`,
  });
}

function notInScope(
  judged: JudgedPrerequisite,
  gap: NonNullable<JudgedPrerequisite['gap']>,
  subject: ItemSubject,
): Problem {
  const { container, isScopeExtended, kinds } = subject;
  const { kind = '', name = '' } = container ?? {};
  const title = titleOf(subject, judged);
  const holder = `${kinds.find(kind)?.title ?? kind} ${quoted(name)}`;
  const forTenants = tenantsText(gap.tenants);
  if (isScopeExtended) {
    const message = `The import adds the ${title} for ${forTenants} to the data sources of the ${holder}.`;
    return warningProblem('SCOPE_EXTENDED', message, { path: pathBeside(judged) });
  }
  const isSource = gap.type === 'SOURCE';
  const message = isSource
    ? `The ${holder} does not have the ${title} as a data source, which ${quoted(subject.itemName)} requires for ${forTenants}.`
    : `The ${holder} has the ${title} as a data source, but not for ${forTenants}, which ${quoted(subject.itemName)} requires.`;
  const { sourceMissing, tenantMissing } = codesOf(subject, kind);
  return errorProblem(isSource ? 'SOURCE_MISSING' : 'SOURCE_TENANT_MISSING', message, {
    ...withCode(isSource ? sourceMissing : tenantMissing),
    path: pathBeside(judged),
    fix: `Add it to the ${holder}; a manager of the project may let the import do so with setImportOptions(input: { planId: "${subject.planId}", isScopeExtended: true }).`,
  });
}

/** The call that solves the problem, as a client would write it. */
function remapText(
  { planId, kind, name }: { planId: string; kind: string; name: string },
  answer: Record<string, string>,
): string {
  const given = Object.entries({ planId, kind, name, ...answer }).map(([key, value]) => `${key}: ${whole(value)}`);
  return `remapPrerequisite(input: { ${given.join(', ')} })`;
}

function versionsText(versions: readonly string[]): string {
  return `${versions.length === 1 ? 'version' : 'versions'} ${listed(versions)}`;
}

/** Tenants in a sentence; null is no tenant. */
function tenantsText(tenants: readonly Tenant[]): string {
  const named = tenants.filter((tenant) => tenant !== null);
  const some = named.length === 0 ? [] : [`${named.length === 1 ? 'tenant' : 'tenants'} ${listed(named)}`];
  return [...(tenants.includes(null) ? ['no tenant'] : []), ...some].join(' and ');
}
