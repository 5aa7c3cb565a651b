/**
 * A noun with its indefinite article, as it stands in a sentence: "an ER schema", "a user". The article goes by the sound: letters that
 * are read one by one begin as their first letter is called, and some words with a u begin as with "you".
 */
export function withArticle(noun: string): string {
  return `${articleOf(noun)} ${noun}`;
}

/** The same at the start of a sentence. */
export function withArticleCapital(noun: string): string {
  return `${articleOf(noun) === 'an' ? 'An' : 'A'} ${noun}`;
}

const soundsAsYou = /^(u(?:ni(?!mp|n)|s[aeiu]|ti|r[aeio])|eu|one\b|once\b)/i;
/** Letters whose names begin with a vowel: "an ER schema", "an SQL file". */
const calledWithVowel = /^[AEFHILMNORSX]/;
const startsWithLetters = /^(?:[A-Z]{2}|[A-Za-z]\b)/;

function articleOf(noun: string): 'a' | 'an' {
  const [word = ''] = noun.split(/[\s-]/, 1);
  // Letters in a row are read one by one, unless they can be read as a word, which no title of ours can.
  if (startsWithLetters.test(word)) return calledWithVowel.test(word.toUpperCase()) ? 'an' : 'a';
  if (/^(?:hour|honest|honou?r|heir)/i.test(word)) return 'an';
  return /^[aeiou]/i.test(word) && !soundsAsYou.test(word) ? 'an' : 'a';
}
