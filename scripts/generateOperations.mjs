/**
 * Writes the types of the operations that tests, the console and the client send, from schema.graphql and their documents. With `--check` it writes
 * nothing and fails when a file is not what it would write, or when types of the other operations that clients use can't be made. Each
 * scalar must have a type here: what has none is a fault.
 */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { codegen } from '@graphql-codegen/core';
import { preset } from '@graphql-codegen/client-preset';
import { buildSchema, parse } from 'graphql';
import { formatted } from './formatted.mjs';

const schemaFile = 'schema.graphql';
const outputs = [
  {
    documents: ['test/support/operations.graphql'],
    target: 'test/support/operations.generated.ts',
    json: '../../src/shared/json.js',
  },
  { documents: ['client/operations.graphql'], target: 'client/operations.generated.ts', json: './json.js' },
  { documents: documentsIn('console/src'), target: 'console/src/api/operations.generated.ts', json: '../json.js' },
];
/** The examples, and the contract with clients where it is at hand. */
const otherFiles = ['examples/operations.graphql', '../shared/operations.graphql'].filter((file) => existsSync(file));

const isCheck = process.argv.includes('--check');
for (const output of outputs) {
  const text = await generated(output);
  if (!isCheck) writeFileSync(output.target, text);
  else if (readFileSync(output.target, 'utf8') !== text)
    fail(`${output.target} is not what ${schemaFile} and its documents give. Run npm run operations and commit it.`);
}
if (isCheck)
  for (const file of otherFiles)
    await generated({ ...outputs[0], documents: [file] }).catch((error) => fail(`${file}: ${error.message}`));

function documentsIn(folder) {
  const names = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.graphql'));
  return names.sort().map((name) => path.join(folder, name));
}

function fail(sentence) {
  console.error(sentence);
  process.exitCode = 1;
}

/** What the scalars of the schema are in TypeScript. */
function scalarsWith(jsonModule) {
  const json = { JSON: `${jsonModule}#JsonValue`, JSONObject: `${jsonModule}#JsonObject` };
  return { ID: 'string', DateTime: 'string', ...json, Upload: 'Blob' };
}

async function generated({ documents: files, target, json }) {
  const schemaText = readFileSync(schemaFile, 'utf8');
  const documents = files.map((location) => {
    const rawSDL = readFileSync(location, 'utf8');
    return { location, rawSDL, document: parse(rawSDL) };
  });
  const sections = await preset.buildGeneratesSection({
    baseOutputDir: `${path.dirname(target)}/`,
    schema: parse(schemaText),
    schemaAst: buildSchema(schemaText),
    documents,
    config: {
      documentMode: 'string',
      useTypeImports: true,
      enumsAsTypes: true,
      scalars: scalarsWith(json),
      strictScalars: true,
    },
    plugins: [],
    pluginMap: {},
    presetConfig: { fragmentMasking: false },
    documentTransforms: [],
  });
  const section = sections.find(({ filename }) => filename.endsWith('graphql.ts'));
  const output = await codegen(section);
  return formatted(target, output);
}
