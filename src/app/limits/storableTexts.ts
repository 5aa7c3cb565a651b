import { lostNumberProblem } from '../../shared/lostNumberProblem.js';
import { errorProblem, type Problem } from '../../shared/problem.js';
import { storableText, textFault } from '../../shared/storableText.js';
import type { InputValue } from '../../shared/walkInput.js';
import type { ArgumentRule } from './argumentRule.js';

/**
 * Places with a rule of their own that refuses such a text too, among others, and says all that is wrong at once: by the operation, or
 * for every one.
 */
const ownRules: Readonly<Record<string, string>> = {
  'Mutation.createResource': 'input.name',
  'Mutation.renameResource': 'input.name',
  'Mutation.createProject': 'input.key',
  'Mutation.saveTemplate': 'input.settings',
};
const ownRuleOfAll = 'input.callbackKey';

/** Texts of arguments, and keys of JSON values, are well-formed Unicode without U+0000. */
export const storableTexts: ArgumentRule = ({ value, isKey, path }: InputValue, operation): Problem | undefined => {
  const fault = typeof value === 'string' ? textFault(value) : undefined;
  if (fault === undefined || hasOwnRule(operation, path())) return undefined;
  const number = isKey ? undefined : lostNumberProblem(value, `at "${storableText(path().join('.'))}"`, path);
  if (number) return number;
  const what = isKey ? 'A key in' : 'The text at';
  const place = storableText(path().join('.'));
  return errorProblem('CHARACTER_NOT_ALLOWED', `${what} "${place}" contains ${fault}, which cannot be stored.`, {
    path: path(),
    fix: 'Remove the character.',
  });
};

/** Whether a place is left to the rule of its operation. */
export function hasOwnRule(operation: string, path: readonly string[]): boolean {
  const place = path.join('.');
  const own = ownRules[operation];
  return place === ownRuleOfAll || (own !== undefined && `${place}.`.startsWith(`${own}.`));
}
