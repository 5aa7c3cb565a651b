/** Finds the line of a value in a JSON text, so that a fault can be shown where it is. The text may be of any depth. */

interface Level {
  /** The name of the current member; an index in an array. */
  at: string | number;
  isArray: boolean;
}

const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+|\n/g;

/** @returns lines from 1, for each path the line of its deepest part that the text has. */
export function linesOfPaths(jsonText: string, paths: readonly (readonly string[])[]): number[] {
  const found = paths.map(() => ({ depth: 0, line: 1 }));
  const levels: Level[] = [];
  let line = 1;
  let name: string | undefined;
  const begin = () => {
    const level = levels.at(-1);
    if (level?.isArray === false && name !== undefined) level.at = name;
    name = undefined;
    paths.forEach((path, index) => {
      const best = found[index];
      const isPrefix = levels.length <= path.length && levels.every(({ at }, depth) => String(at) === path[depth]);
      if (best && isPrefix && levels.length > best.depth) found[index] = { depth: levels.length, line };
    });
  };
  for (const match of jsonText.matchAll(token)) {
    const [text] = match;
    const level = levels.at(-1);
    if (text === '\n') line++;
    else if (text === '{' || text === '[') {
      begin();
      levels.push({ at: text === '[' ? 0 : '', isArray: text === '[' });
    } else if (text === '}' || text === ']') levels.pop();
    else if (text === ',') {
      if (level?.isArray) level.at = Number(level.at) + 1;
      else if (level) level.at = '';
    } else if (text === ':') continue;
    else if (level?.isArray === false && level.at === '' && name === undefined && text.startsWith('"'))
      name = textOf(text);
    else begin();
  }
  return found.map(({ line: at }) => at);
}

function textOf(quoted: string): string {
  try {
    return String(JSON.parse(quoted));
  } catch {
    return quoted.slice(1, -1);
  }
}
