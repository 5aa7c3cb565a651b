import { readFileSync } from 'node:fs';
import {
  buildSchema,
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  type GraphQLInputField,
} from 'graphql';
import { projectFile } from '../../support/projectFile.js';

const schema = buildSchema(readFileSync(projectFile('schema.graphql'), 'utf8'));

/** `Type.field` and the name of its type, of every field of the schema. */
const fields = Object.values(schema.getTypeMap()).flatMap((type) => {
  const hasFields = isObjectType(type) || isInterfaceType(type) || isInputObjectType(type);
  if (!hasFields || type.name.startsWith('__')) return [];
  const own: readonly Pick<GraphQLInputField, 'name' | 'type'>[] = Object.values(type.getFields() as object);
  return own.map((field): [string, string] => [`${type.name}.${field.name}`, getNamedType(field.type).name]);
});
const typesOf = (isMeant: RegExp) => new Set(fields.filter(([name]) => isMeant.test(name)).map(([, type]) => type));

describe('the scalars of the schema', () => {
  it('are specified, those of times and of JSON', () => {
    const custom = Object.values(schema.getTypeMap()).filter(isScalarType);
    const specified = custom.filter(({ specifiedByURL }) => specifiedByURL).map(({ name }) => name);
    expect(specified.toSorted()).toEqual(['DateTime', 'JSON', 'JSONObject']);
    expect(typesOf(/(created|updated|started|ended|expires)At$/)).toEqual(new Set(['DateTime']));
  });

  it('are Int for lines, versions, revisions and counts', () => {
    const isWhole = /(\.line|\.version|IndexVersion|[a-z]\.revision|expectedRevision|[cC]ount)$/;
    expect(typesOf(isWhole)).toEqual(new Set(['Int']));
  });

  it('are Float for bytes, which may be more than an Int holds, and else only for what has fractions', () => {
    expect(typesOf(/Bytes$/)).toEqual(new Set(['Float']));
    const floats = fields.filter(([name, type]) => type === 'Float' && !name.endsWith('Bytes'));
    expect(floats.map(([name]) => name)).toEqual(['PrerequisiteCandidate.score', 'Task.itemsPerSecond']);
  });
});
