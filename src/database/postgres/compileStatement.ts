/** A statement as PostgreSQL takes it: `$1` in place of the first name, and so on. */
export interface CompiledStatement {
  text: string;
  /** Names of the parameters, in the order of their numbers. */
  parameterNames: readonly string[];
}

/**
 * What stands before a parameter and hides what looks like one: texts, quoted names, comments and casts (`::type`); and the
 * parameter itself.
 */
const tokens =
  /'(?:[^']|'')*(?:'|$)|"(?:[^"]|"")*(?:"|$)|--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|::|(?<![\w$]):([A-Za-z_]\w*)/g;

/** Numbers the `:name` parameters of a statement; a name that stands twice has one number. */
export function compileStatement(sql: string): CompiledStatement {
  const numberByName = new Map<string, number>();
  const text = sql.replace(tokens, (token: string, name: string | undefined) => {
    if (name === undefined) return token;
    const number = numberByName.get(name) ?? numberByName.size + 1;
    numberByName.set(name, number);
    return `$${number}`;
  });
  return { text, parameterNames: [...numberByName.keys()] };
}
