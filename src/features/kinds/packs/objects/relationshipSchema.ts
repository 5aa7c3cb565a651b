/** JSON Schema of an object relationship. Source: object-admin REST v1.0, ObjectRelationship. */
import type { JsonObject } from '../../../../shared/json.js';
import { generatedField } from './fieldSchema.js';
import { closedObject, flag, localizedText, nonEmptyText, oneOf, text } from '../../schemaParts.js';

/** A relationship of a definition; it is stated on the side of the parent. */
export const objectRelationship: JsonObject = closedObject(
  {
    deletionType: oneOf(['cascade', 'disassociate', 'prevent']),
    description: localizedText,
    edge: flag,
    externalReferenceCode: text,
    label: localizedText,
    name: {
      type: 'string',
      pattern: '^[A-Za-z]\\w*$',
      description: 'Must start with a letter and hold only letters, digits and _.',
    },
    objectDefinitionExternalReferenceCode1: text,
    objectDefinitionExternalReferenceCode2: nonEmptyText,
    objectDefinitionModifiable2: flag,
    objectDefinitionName2: text,
    objectDefinitionScope2: text,
    objectDefinitionSystem2: flag,
    objectField: generatedField,
    parameterObjectFieldName: text,
    reverse: flag,
    system: flag,
    type: oneOf(['oneToMany', 'oneToOne', 'manyToMany']),
  },
  ['name', 'type', 'objectDefinitionExternalReferenceCode2'],
);
