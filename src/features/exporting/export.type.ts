import { Field, ObjectType, registerEnumType } from 'type-graphql';
import type { ExportOrder } from './exportSelection.js';
import type { RecordOperator } from './recordFilter.js';

export const ExportFormatEnum = {
  JSON: 'JSON',
  JSONL: 'JSONL',
  ZIP: 'ZIP',
  DIRECTORY: 'DIRECTORY',
  JSONT: 'JSONT',
  CSV: 'CSV',
  LIFERAY_JSON: 'LIFERAY_JSON',
  LIFERAY_JSONL: 'LIFERAY_JSONL',
  OPTIMIZE_JSON: 'OPTIMIZE_JSON',
} as const satisfies Record<ExportOrder['format'], ExportOrder['format']>;
export const RecordOperatorEnum = {
  EQ: 'EQ',
  NE: 'NE',
  LT: 'LT',
  LE: 'LE',
  GT: 'GT',
  GE: 'GE',
  CONTAINS: 'CONTAINS',
  IN: 'IN',
  IS_NULL: 'IS_NULL',
} as const satisfies Record<RecordOperator, RecordOperator>;

registerEnumType(ExportFormatEnum, {
  name: 'ExportFormat',
  description: 'The format of an exported file.',
  valuesConfig: {
    JSON: { description: 'One JSON document with one resource per line.' },
    JSONL: { description: 'JSON Lines: a header, one resource per line, and a trailer. For files of any size.' },
    ZIP: {
      description: 'A ZIP archive with one readable file per resource, for version control. At most 99,999 resources.',
    },
    DIRECTORY: {
      description:
        'A folder for Git, in a ZIP archive: one file per resource, long texts beside it, and no time, count or digest, so that the same content gives the same files. At most 99,999 files.',
    },
    JSONT: {
      description: 'Records as a Liferay batch file that names their class. It can be imported again without changes.',
    },
    CSV: {
      description:
        'Records as a table: entries of an object definition, or resources whose specs contain only strings. An empty value cannot be distinguished from an absent one.',
    },
    LIFERAY_JSON: { description: 'Records as a JSON array of Liferay items.' },
    OPTIMIZE_JSON: {
      description:
        'Reports and dashboards in the export format of Camunda Optimize, with all reports that they show. Collections are not included.',
    },
    LIFERAY_JSONL: { description: 'Records as JSON Lines of Liferay items. For files of any size.' },
  },
});

registerEnumType(RecordOperatorEnum, {
  name: 'RecordOperator',
  description: 'How a field is compared with a value. Only values of the same type match, except for NE and IS_NULL.',
  valuesConfig: {
    EQ: { description: 'The field equals the value.' },
    NE: { description: 'The field does not equal the value, or is absent.' },
    LT: {
      description: 'The field is less than the value. Strings, such as ISO 8601 dates, are compared in sort order.',
    },
    LE: { description: 'The field is less than or equal to the value.' },
    GT: { description: 'The field is greater than the value. Strings are compared in sort order.' },
    GE: { description: 'The field is greater than or equal to the value.' },
    CONTAINS: { description: 'The field is a string that contains this text, case-insensitive.' },
    IN: { description: 'The field equals one of the values of the list.' },
    IS_NULL: { description: 'With true: the field is absent or null. With false: the field has a value.' },
  },
});

@ObjectType({ description: 'A field that records of a kind can be exported with and filtered by.' })
export class ExportField {
  @Field(() => String, { description: 'Its name in the spec.' })
  name!: string;

  @Field(() => String, { description: 'Its display name.' })
  title!: string;

  @Field(() => String, {
    description: 'The type of its values, as named by the kind or the definition; "any" if it is not specified.',
  })
  type!: string;

  @Field(() => Boolean, { description: 'Whether every record has the field.' })
  isRequired!: boolean;
}
