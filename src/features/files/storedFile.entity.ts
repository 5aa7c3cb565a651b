import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { timeColumn } from '../../database/index.js';
import { ByteSize } from '../../graphql/index.js';

export const FilePurposeEnum = {
  SOURCE: 'SOURCE',
  RESULT: 'RESULT',
  ERROR_REPORT: 'ERROR_REPORT',
  REMAINDER: 'REMAINDER',
} as const;
export type FilePurpose = keyof typeof FilePurposeEnum;

registerEnumType(FilePurposeEnum, {
  name: 'FilePurpose',
  description: 'The role of a file in its task.',
  valuesConfig: {
    SOURCE: { description: 'The file that was read: an upload, or what a transfer exported.' },
    RESULT: { description: 'The result of the task: an exported file, or a report of each item.' },
    ERROR_REPORT: { description: 'The error report: the problems of each item.' },
    REMAINDER: {
      description: 'The failed items with their problems, as a draft bundle that can be corrected and imported.',
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
  @Field(() => FilePurposeEnum, { description: 'The role of the file in the task.' })
  purpose!: FilePurpose;

  /** Hidden from callers who may not read the file, because it may reveal contents. */
  @Column('text')
  name!: string;

  @Column('text')
  @Field(() => String, { description: 'Its media type.' })
  mediaType!: string;

  @Column('integer')
  @Field(() => ByteSize, { description: 'Its size in bytes.' })
  sizeBytes!: number;

  /** SHA-256 of its bytes, 64 hexadecimal digits. */
  @Column('text')
  sha256!: string;

  @Column(timeColumn)
  @Field(() => Date, { description: 'When it was stored.' })
  createdAt!: Date;
}
