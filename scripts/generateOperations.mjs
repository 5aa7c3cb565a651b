/**
 * Writes the types of the operations that tests send, from schema.graphql and test/support/operations.graphql. With `--check` it writes
 * nothing and fails when the file is not what it would write, or when types of the other operations that clients use can't be made. Each
 * scalar must have a type here: what has none is a fault.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { codegen } from '@graphql-codegen/core';
import { preset } from '@graphql-codegen/client-preset';
import { buildSchema, parse } from 'graphql';
import { format, resolveConfig } from 'prettier';

const schemaFile = 'schema.graphql';
const documentsFile = 'test/support/operations.graphql';
const target = 'test/support/operations.generated.ts';
/** The examples, and the contract with clients where it is at hand. */
const otherFiles = ['examples/operations.graphql', '../shared/operations.graphql'].filter((file) => existsSync(file));

/** What the scalars of the schema are in TypeScript. */
const scalars = {
  ID: 'string',
  DateTime: 'string',
  JSON: '../../src/shared/json.js#JsonValue',
  JSONObject: '../../src/shared/json.js#JsonObject',
  Upload: 'Blob',
};

const text = await generated(documentsFile);
if (!process.argv.includes('--check')) writeFileSync(target, text);
else {
  if (readFileSync(target, 'utf8') !== text)
    fail(`${target} is not what ${schemaFile} and ${documentsFile} give. Run npm run operations and commit it.`);
  for (const file of otherFiles) await generated(file).catch((error) => fail(`${file}: ${error.message}`));
}

function fail(sentence) {
  console.error(sentence);
  process.exitCode = 1;
}

async function generated(documentsFile) {
  const schemaText = readFileSync(schemaFile, 'utf8');
  const rawSDL = readFileSync(documentsFile, 'utf8');
  const documents = [{ location: documentsFile, rawSDL, document: parse(rawSDL) }];
  const sections = await preset.buildGeneratesSection({
    baseOutputDir: 'test/support/',
    schema: parse(schemaText),
    schemaAst: buildSchema(schemaText),
    documents,
    config: {
      documentMode: 'string',
      useTypeImports: true,
      enumsAsTypes: true,
      scalars,
      strictScalars: true,
    },
    plugins: [],
    pluginMap: {},
    presetConfig: { fragmentMasking: false },
    documentTransforms: [],
  });
  const section = sections.find(({ filename }) => filename.endsWith('graphql.ts'));
  const output = await codegen(section);
  return format(output, { ...(await resolveConfig(documentsFile)), parser: 'typescript' });
}
