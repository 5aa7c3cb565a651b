import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { timeColumn } from '../../database/index.js';

export const FilePurposeEnum = {
  SOURCE: 'SOURCE',
  RESULT: 'RESULT',
  ERROR_REPORT: 'ERROR_REPORT',
  REMAINDER: 'REMAINDER',
} as const;
export type FilePurpose = keyof typeof FilePurposeEnum;

registerEnumType(FilePurposeEnum, {
  name: 'FilePurpose',
  description: 'What a file is to its task.',
  valuesConfig: {
    SOURCE: { description: 'What was uploaded.' },
    RESULT: { description: 'What the task made: a bundle, or what became of each item.' },
    ERROR_REPORT: { description: 'What went wrong, item by item.' },
    REMAINDER: {
      description: 'The items that failed, each with its problems, as a draft bundle: to be corrected and imported.',
    },
  },
});

@Entity('stored_file')
@ObjectType('TaskFile', { description: 'A file that belongs to a task.' })
export class StoredFile {
  /** Also the name of the file in the folder of stored files. */
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  taskId!: string;

  @Column('text')
  @Field(() => FilePurposeEnum, { description: 'What it is to the task.' })
  purpose!: FilePurpose;

  /** For those who may read it: a name may tell what is in a file. */
  @Column('text')
  name!: string;

  @Column('text')
  @Field(() => String, { description: 'Its media type.' })
  mediaType!: string;

  @Column('integer')
  @Field(() => Number, { description: 'Its size in bytes.' })
  sizeBytes!: number;

  /** Of its bytes, 64 hexadecimal digits. */
  @Column('text')
  sha256!: string;

  @Column(timeColumn)
  @Field(() => Date, { description: 'When it was stored.' })
  createdAt!: Date;
}
