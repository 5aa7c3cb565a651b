import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { format } from 'oxfmt';

const settings = path.join(import.meta.dirname, '../.oxfmtrc.json');

/** A generated text as `npm run format` would leave it in its file. */
export async function formatted(file, text) {
  const { code, errors } = await format(file, text, JSON.parse(await readFile(settings, 'utf8')));
  if (errors.length > 0)
    throw new Error(`${file} cannot be formatted: ${errors.map(({ message }) => message).join(' ')}`);
  return code;
}
