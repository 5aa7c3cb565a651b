/** Writes `schema.graphql`; with `--check`, exits with 1 if the file is outdated. Refuses an invalid schema. */
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
