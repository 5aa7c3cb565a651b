/**
 * Writes the types of the operations that tests send, from schema.graphql and test/support/operations.graphql. With `--check` it writes
 * nothing and fails when the file is not what it would write.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { codegen } from '@graphql-codegen/core';
import { preset } from '@graphql-codegen/client-preset';
import { buildSchema, parse } from 'graphql';
import { format, resolveConfig } from 'prettier';

const schemaFile = 'schema.graphql';
const documentsFile = 'test/support/operations.graphql';
const target = 'test/support/operations.generated.ts';

const text = await generated();
if (!process.argv.includes('--check')) writeFileSync(target, text);
else if (readFileSync(target, 'utf8') !== text) {
  console.error(`${target} is not what ${schemaFile} and ${documentsFile} give. Run npm run operations and commit it.`);
  process.exitCode = 1;
}

async function generated() {
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
      scalars: {
        ID: 'string',
        JSON: '../../src/shared/json.js#JsonValue',
        JSONObject: '../../src/shared/json.js#JsonObject',
      },
      defaultScalarType: 'string',
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
