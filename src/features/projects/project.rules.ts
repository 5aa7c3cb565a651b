import { errorProblem, type Problem } from '../../shared/problem.js';

const keyPattern = /^[a-z0-9](?:[a-z0-9_-]{0,62}[a-z0-9])?$/i;
// The Console's own rule for branch names (reference: fast-data, section 7), with a length.
const branchPattern = /^\w[\w/.-]*$/;
const branchBans = [/\.\./, /\.lock$/, /\.$/];
const maxBranchLength = 100;
const maxTitleLength = 200;
/** Maximum number of branches of a project: they are listed without pages. */
export const maxBranches = 1000;

/** The outcome of creating a branch. */
export type BranchOutcome = 'MADE' | 'NAME_TAKEN' | 'TOO_MANY';

/** Rules of a new project's own fields. */
export function checkProject(input: { key: string; name: string }): Problem[] {
  const problems: Problem[] = [];
  if (!keyPattern.test(input.key)) {
    problems.push(
      errorProblem('NAME_INVALID', `The project key "${shown(input.key)}" is not allowed.`, {
        path: ['input', 'key'],
        fix: 'Use 1 to 64 letters, digits, - or _, with a letter or digit at both ends.',
      }),
    );
  }
  return [...problems, ...checkProjectName(input.name)];
}

/** Rules of a project's name. */
export function checkProjectName(name: string): Problem[] {
  const problems: Problem[] = [];
  // oxlint-disable-next-line no-control-regex -- control characters are what it looks for
  if (name.trim() === '' || name.length > maxTitleLength || /[\u0000-\u001f\u007f]/.test(name)) {
    problems.push(
      errorProblem('NAME_INVALID', 'The name of a project has 1 to 200 characters and no control characters.', {
        path: ['input', 'name'],
        fix: 'Use 1 to 200 characters without control characters.',
      }),
    );
  }
  return problems;
}

/** A capability cannot be removed while references require it. */
export function capabilityInUse(capability: string, kindTitles: readonly string[]): Problem {
  return errorProblem(
    'CAPABILITY_IN_USE',
    `The project contains references that require the capability ${capability}: ${kindTitles.join(', ')}.`,
    { path: ['input', 'capabilities'], fix: 'Detach or delete these references first.' },
  );
}

/** Rules of a branch's name. */
export function checkBranchName(name: string): Problem[] {
  const isBanned = name.length > maxBranchLength || branchBans.some((ban) => ban.test(name));
  if (branchPattern.test(name) && !isBanned) return [];
  return [
    errorProblem('NAME_INVALID', `The branch name "${shown(name)}" is not allowed.`, {
      path: ['input', 'name'],
      fix: 'Use 1 to 100 letters, digits, _, -, / or single dots; not a dot at the ends, nor ".lock" at the end.',
    }),
  ];
}

function shown(text: string): string {
  return JSON.stringify(text.slice(0, 80)).slice(1, -1);
}
