/**
 * A noun with its indefinite article: "an ER schema", "a user". The article follows the sound: spelled-out abbreviations begin
 * as the name of their first letter, and some words with u begin as "you".
 */
export function withArticle(noun: string): string {
  return `${articleOf(noun)} ${noun}`;
}

/** Like `withArticle`, for the start of a sentence. */
export function withArticleCapital(noun: string): string {
  return `${articleOf(noun) === 'an' ? 'An' : 'A'} ${noun}`;
}

const soundsAsYou = /^(u(?:ni(?!mp|n)|s[aeiu]|ti|r[aeio])|eu|one\b|once\b)/i;
/** Letters whose names begin with a vowel: "an ER schema", "an SQL file". */
const calledWithVowel = /^[AEFHILMNORSX]/;
const startsWithLetters = /^(?:[A-Z]{2}|[A-Za-z]\b)/;

function articleOf(noun: string): 'a' | 'an' {
  const [word = ''] = noun.split(/[\s-]/, 1);
  // Abbreviations are spelled out; no title of ours is an acronym read as a word.
  if (startsWithLetters.test(word)) return calledWithVowel.test(word.toUpperCase()) ? 'an' : 'a';
  if (/^(?:hour|honest|honou?r|heir)/i.test(word)) return 'an';
  return /^[aeiou]/i.test(word) && !soundsAsYou.test(word) ? 'an' : 'a';
}
