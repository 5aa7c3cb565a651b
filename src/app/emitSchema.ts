/** Writes `schema.graphql`; with `--check` it only says whether the file is up to date, and exits with 1 when not. Refuses a schema that is not valid. */
import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import { assertValidSchema } from 'graphql';
import { createSchema, schemaText } from './schema.js';

const file = 'schema.graphql';
assertValidSchema(createSchema());
const text = schemaText();
if (!process.argv.includes('--check')) {
  writeFileSync(file, text);
} else if (readFileSync(file, 'utf8') !== text) {
  console.error('schema.graphql differs from the code; run "npm run schema".');
  process.exitCode = 1;
}
