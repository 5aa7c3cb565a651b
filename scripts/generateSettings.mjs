/**
 * Writes docs/settings.md: every setting, as the built server declares it (src/shared/config.ts). With `--check` it only says whether the
 * page is up to date, and exits with 1 when not.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { formatted } from './formatted.mjs';
import { declaredSettings } from '../dist/src/shared/config.js';

process.chdir(path.resolve(import.meta.dirname, '..'));
const target = 'docs/settings.md';

const introduction = `<!-- Made by npm run settings. Do not edit. -->

# Settings

A setting is an environment variable. The server also reads the file \`.env\` in the folder in which it is started; the environment wins.

A wrong value stops the start with a sentence. So does an unknown variable whose name begins with \`WAYBILL_\`. Only \`WAYBILL_TOKEN\`
and \`WAYBILL_URL\` are left alone: the examples use them. In a list, commas separate the values.`;

const text = await formatted(target, page(declaredSettings()));
if (!process.argv.includes('--check')) writeFileSync(target, text);
else if (readFileSync(target, 'utf8') !== text) {
  console.error(`${target} is not what the settings in the code give. Run npm run settings and commit it.`);
  process.exitCode = 1;
}

function page(settings) {
  const titles = [...new Set(settings.map(({ section }) => section))];
  const sections = titles.map(
    (title) => `## ${title}\n\n${table(settings.filter(({ section }) => section === title))}`,
  );
  return [introduction, ...sections].join('\n\n');
}

function table(rows) {
  const cells = rows.map(({ name, fallback, values, about }) => `| \`${name}\` | ${fallback} | ${values} | ${about} |`);
  return ['| setting | default | values | meaning |', '| --- | --- | --- | --- |', ...cells].join('\n');
}
