/**
 * The rules for every name. People type, compare and read names: two names must not look alike and differ only in invisible
 * characters. (The limit of 80 characters is that of the Mia-Platform Console since 12.0.0.)
 */
import { maxNameLength } from '../../shared/limits.js';
import { errorProblem, type Problem } from '../../shared/problem.js';
import type { KindDefinition } from './kind.js';
import { quoted, whole } from './wording.js';
import { withArticle } from '../../shared/withArticle.js';

interface NameRule {
  code: 'NAME_INVALID' | 'NAME_LOOKALIKE';
  isBroken: (name: string, maxLength: number) => boolean;
  /** The rule for names that are titles, if it differs. */
  isBrokenByTitle?: (name: string) => boolean;
  /** The rest of a sentence after "The name …". */
  says: (maxLength: number) => string;
  fix: (name: string) => string;
}

/** Simple names, which can violate only the rule for reserved words. */
const plainName = /^[A-Za-z0-9][A-Za-z0-9_./-]{0,79}$/;
const reservedNames: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Format characters (zero-width, bidirectional), fillers and variation selectors, and halves of surrogate pairs. */
const unseen = /[\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/u;
const alphabets = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u];

const rules: readonly NameRule[] = [
  {
    code: 'NAME_INVALID',
    // UTF-16 units first: a text of megabytes must not be split into characters.
    isBroken: (name, maxLength) => name.length > 2 * maxLength || Array.from(name).length > maxLength,
    says: (maxLength) => `is longer than ${maxLength} characters`,
    fix: () => 'Choose a shorter name.',
  },
  {
    code: 'NAME_INVALID',
    isBroken: (name) => /[\p{Cc}\p{Zl}\p{Zp}]/u.test(name),
    says: () => 'contains control characters or line breaks',
    fix: () => 'Remove them.',
  },
  {
    code: 'NAME_INVALID',
    isBroken: (name) => unseen.test(name),
    isBrokenByTitle: (name) => unseen.test(withoutEmoji(name)),
    says: () => 'contains invisible characters',
    fix: () => 'Type the name again instead of pasting it.',
  },
  {
    code: 'NAME_INVALID',
    isBroken: (name) => /^\p{White_Space}|\p{White_Space}$/u.test(name),
    says: () => 'starts or ends with a blank',
    fix: (name) => `Use ${whole(name.trim())}.`,
  },
  {
    code: 'NAME_INVALID',
    isBroken: (name) => name !== name.normalize('NFC'),
    says: () => 'has accents as characters of their own (it is not in Unicode normalization form C)',
    fix: (name) => `Use ${whole(name.normalize('NFC'))}, which looks the same.`,
  },
  {
    code: 'NAME_INVALID',
    // Names become keys of JSON objects, where these would have a special meaning.
    isBroken: (name) => reservedNames.has(name),
    says: () => 'has a special meaning in JavaScript',
    fix: () => 'Choose another name.',
  },
  {
    code: 'NAME_LOOKALIKE',
    isBroken: (name) => alphabets.filter((alphabet) => alphabet.test(name)).length > 1,
    isBrokenByTitle: () => false,
    says: () => 'mixes letters of the Latin, Cyrillic and Greek alphabets, so that it may look like another name',
    fix: () => 'Write it in one alphabet.',
  },
];

/** Checks a name against the rules for all names and the pattern of its kind; every violated rule is reported. */
export function validateName(kind: Pick<KindDefinition, 'title' | 'identity'>, name: string): Problem[] {
  if (name === '') return [errorProblem('NAME_INVALID', 'The name is empty.', { fix: 'Give it a name.' })];
  const { pattern, maxLength = maxNameLength, isFreeText = false } = kind.identity;
  const isPlain = plainName.test(name) && !reservedNames.has(name);
  const problems = (isPlain ? [] : rules)
    .filter(({ isBroken, isBrokenByTitle = isBroken }) => (isFreeText ? isBrokenByTitle : isBroken)(name, maxLength))
    .map(({ code, says, fix }) =>
      errorProblem(code, `The name ${quoted(name)} ${says(maxLength)}.`, { fix: fix(name) }),
    );
  // `search`, because a pattern with the flag g or y would remember its position.
  if (pattern && name.search(pattern.expression) < 0) {
    const message = `The name ${quoted(name)} is not valid for ${withArticle(kind.title)}: ${pattern.sentence}`;
    problems.push(errorProblem('NAME_INVALID', message, { fix: 'Choose another name.' }));
  }
  return problems;
}

/** An emoji may consist of several characters, some of which are invisible alone. */
function withoutEmoji(name: string): string {
  return name.replace(/\p{Extended_Pictographic}(?:\u200D\p{Extended_Pictographic}|\uFE0F)*/gu, '*');
}
