import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { NodeType } from '../../../graphql/index.js';
import { nullableTextColumn } from '../../../database/index.js';
import { ImportActionEnum, ImportModeEnum, type ImportAction, type ImportMode } from './importStates.js';

@Entity('import_item')
@ObjectType('ImportItem', {
  implements: NodeType,
  description: 'One item of an import plan: what the import would do with one resource of the file.',
})
export class ImportItem {
  @PrimaryColumn('integer')
  planNo!: number;

  /** The id of its plan; not a column: each query sets it. */
  planId!: string;

  /** Its place in the file, from 0. */
  @PrimaryColumn('integer')
  ordinal!: number;

  @Column('integer')
  @Field(() => Int, { description: 'The line of the file on which the item starts, from 1.' })
  line!: number;

  @Column({ type: 'text', name: 'kind' })
  kindName!: string;

  @Column('text')
  @Field(() => String, { description: 'Its name in the file.' })
  name!: string;

  @Column(nullableTextColumn)
  @Field(() => String, { nullable: true, description: 'Its title.' })
  title!: string | null;

  @Column(nullableTextColumn)
  @Field(() => String, {
    nullable: true,
    description: 'The id of the item in the file. It has no meaning on this server.',
  })
  sourceId!: string | null;

  /** The id of the resource, if the item creates one. */
  @Column('text')
  resourceId!: string;

  @Column(nullableTextColumn)
  originChain!: string | null;

  @Column('text')
  @Field(() => ImportModeEnum, { description: 'Whether the item is imported as a copy or as a reference.' })
  mode!: ImportMode;

  @Column('boolean')
  @Field(() => Boolean, { description: 'Whether the item is selected for import.' })
  isSelected!: boolean;

  @Column({ ...nullableTextColumn, name: 'new_name' })
  chosenName!: string | null;

  @Column('text')
  effectiveName!: string;

  @Column(nullableTextColumn)
  existingId!: string | null;

  @Column('text')
  @Field(() => ImportActionEnum, { description: 'The planned action.' })
  action!: ImportAction;

  @Column('boolean')
  hasWarning!: boolean;

  @Column(nullableTextColumn)
  fileProblems!: string | null;

  @Column('integer')
  copyAdvice!: number;

  @Column('integer')
  referenceAdvice!: number;
}
