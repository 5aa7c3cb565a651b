/**
 * Words that are no variables in expressions of the product's expression builder, e.g. `NOT(isEmpty(title)) AND amount > 5`.
 * Quoted texts and functions are also excluded.
 */
const words: ReadonlySet<string> = new Set([
  ...['and', 'or', 'not', 'true', 'false', 'null', 'currentdate', 'currentuserid', 'currentuserroleids'],
]);

/** An unclosed quote extends to the end. */
const quotedText = /"(?:[^"\\]|\\[^])*(?:"|\\?$)|'(?:[^'\\]|\\[^])*(?:'|\\?$)/g;
/** A name that is not part of another one and not followed by a parenthesis. */
// oxlint-disable-next-line waybill/linear-pattern -- begins at the start of a name, so that each letter is read once
const freeName = /(?<![\w.$])[A-Za-z_]\w*\b(?!\s*\()/g;

/** The names that an expression uses as variables, each once. */
export function namesInExpression(expression: string): string[] {
  const names = expression.replace(quotedText, ' ').match(freeName) ?? [];
  return [...new Set(names)].filter((name) => !words.has(name.toLowerCase()));
}
