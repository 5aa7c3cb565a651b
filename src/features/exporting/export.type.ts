import { Field, ObjectType, registerEnumType } from 'type-graphql';
import type { ExportOrder } from './exportSelection.js';
import type { RecordOperator } from './recordFilter.js';

export const ExportFormatEnum = {
  JSON: 'JSON',
  JSONL: 'JSONL',
  ZIP: 'ZIP',
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
  description: 'The shape of a file that is written.',
  valuesConfig: {
    JSON: { description: 'One JSON document, a resource a line.' },
    JSONL: { description: 'JSON Lines: header, a resource a line, trailer; for files of any size.' },
    ZIP: {
      description: 'An archive with one readable file for each resource, for version control; up to 64 MiB.',
    },
    JSONT: { description: "Records as Liferay's batch file, with their class; it can be imported again as it is." },
    CSV: {
      description:
        'Records as a table: entries of an object definition, or resources whose specs are texts alone. What is empty can not be told from what is absent.',
    },
    LIFERAY_JSON: { description: "Records as a JSON array of Liferay's items." },
    OPTIMIZE_JSON: {
      description:
        'Reports and dashboards as Camunda Optimize exports them, with all reports that they show; it holds no collections.',
    },
    LIFERAY_JSONL: { description: "Records as JSON Lines of Liferay's items; for files of any size." },
  },
});

registerEnumType(RecordOperatorEnum, {
  name: 'RecordOperator',
  description:
    'How a field is compared with a value. Only values of one type are compared, other than for NE and IS_NULL.',
  valuesConfig: {
    EQ: { description: 'It is the value.' },
    NE: { description: 'It is not the value; also when it is absent.' },
    LT: { description: 'It is a smaller number, or a text (such as an ISO 8601 date) that comes before.' },
    LE: { description: 'It is the value, or less.' },
    GT: { description: 'It is a larger number, or a text that comes after.' },
    GE: { description: 'It is the value, or more.' },
    CONTAINS: { description: 'It is a text that holds this text, in upper or lower case.' },
    IN: { description: 'It is one of the values of the list.' },
    IS_NULL: { description: 'With true: it is absent or null. With false: it holds something.' },
  },
});

@ObjectType({ description: 'A field that records of a kind can be exported with, and filtered by.' })
export class ExportField {
  @Field(() => String, { description: 'Its name in the spec.' })
  name!: string;

  @Field(() => String, { description: 'Its name for people.' })
  title!: string;

  @Field(() => String, {
    description: 'The type of its values, as the kind or the definition calls it; "any" where it does not say.',
  })
  type!: string;

  @Field(() => Boolean, { description: 'Whether every record has it.' })
  isRequired!: boolean;
}
