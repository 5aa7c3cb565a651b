/**
 * Names in an expression of the product's expression builder, e.g. `NOT(isEmpty(title)) AND amount > 5`. Texts in quotes and functions
 * are left out; so are constants and what every expression may use.
 */
const words: ReadonlySet<string> = new Set([
  ...['and', 'or', 'not', 'true', 'false', 'null', 'currentdate', 'currentuserid', 'currentuserroleids'],
]);

/** A quote that is never closed goes to the end. */
const quotedText = /"(?:[^"\\]|\\[^])*(?:"|\\?$)|'(?:[^'\\]|\\[^])*(?:'|\\?$)/g;
/** A name that is not a part of another and not followed by a parenthesis. */
const freeName = /(?<![\w.$])[A-Za-z_]\w*\b(?!\s*\()/g;

/** The names that an expression uses as variables, each once. */
export function namesInExpression(expression: string): string[] {
  const names = expression.replace(quotedText, ' ').match(freeName) ?? [];
  return [...new Set(names)].filter((name) => !words.has(name.toLowerCase()));
}
