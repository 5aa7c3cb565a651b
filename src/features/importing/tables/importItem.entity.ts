import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { NodeType } from '../../../graphql/index.js';
import { nullableTextColumn } from '../../../database/index.js';
import { ImportActionEnum, ImportModeEnum, type ImportAction, type ImportMode } from './importStates.js';

/**
 * A row of `import_item`, with the columns that the API thread reads. The file gives the first block, a person chooses the second, and
 * `derivePlan` derives the third from both and the branch, again after each choice. `ItemRow` has further columns.
 */
@Entity('import_item')
@ObjectType('ImportItem', {
  implements: NodeType,
  description: 'One item of an import plan: what the import would do with one resource of the file.',
})
export class ImportItem {
  /** The number of its plan. */
  @PrimaryColumn('integer')
  planNo!: number;

  /** The id of its plan; not a column: each query sets it. */
  planId!: string;

  /** Its place in the file, from 0; below 0 for a deletion. */
  @PrimaryColumn('integer')
  ordinal!: number;

  @Column('integer')
  @Field(() => Int, { description: 'The line of the file on which the item starts, from 1; 0 for a deletion.' })
  line!: number;

  /** Its kind in the file, which this server may not know. */
  @Column({ type: 'text', name: 'kind' })
  kindName!: string;

  @Column('text')
  @Field(() => String, { description: 'Its name in the file; for a deletion, its name on the branch.' })
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

  /** Its content as in the file; null if the file's item cannot be stored. A duplicate is invalid and has one. */
  @Column({ type: 'integer', nullable: true })
  contentId!: number | null;

  /** The id that the resource gets, if the item creates one; given when the file is read. */
  @Column('text')
  resourceId!: string;

  /** For an item that was itself a reference: JSON of its origins, nearest first. */
  @Column(nullableTextColumn)
  originChain!: string | null;

  /** Whether every project has it without a resource. */
  @Column('boolean')
  isBuiltIn!: boolean;

  /** JSON of the problems of reading and validating it, which no choice changes. */
  @Column(nullableTextColumn)
  fileProblems!: string | null;

  /** Advice for it as a copy: bit n is entry n of the kind's `adviceCodes`. */
  @Column('integer')
  copyAdvice!: number;

  /** The same for it as a reference. */
  @Column('integer')
  referenceAdvice!: number;

  @Column('text')
  @Field(() => ImportModeEnum, { description: 'Whether the item is imported as a copy or as a reference.' })
  mode!: ImportMode;

  @Column('boolean')
  @Field(() => Boolean, { description: 'Whether the item is selected for import.' })
  isSelected!: boolean;

  /** The name that a person chose; null for its name in the file. An item that updates a reference does not use it. */
  @Column({ ...nullableTextColumn, name: 'new_name' })
  chosenName!: string | null;

  @Column('boolean')
  @Field(() => Boolean, {
    description:
      'Whether its new name was proposed because an earlier import from the same project used it. Any choice of a name takes its place.',
  })
  isNameRemembered!: boolean;

  /** Its name on the branch: chosen, that of the reference that it updates, or that in the file. */
  @Column('text')
  effectiveName!: string;

  /** Its content after renames, replacements and overlays; that of the file unless these change it. */
  @Column({ type: 'integer', nullable: true })
  effectiveContentId!: number | null;

  /** The resource that has this name on the branch. */
  @Column(nullableTextColumn)
  existingId!: string | null;

  @Column('text')
  @Field(() => ImportActionEnum, { description: 'The planned action.' })
  action!: ImportAction;

  /** Whether the derivation found something to warn of; the sentences are made when they are read. */
  @Column('boolean')
  hasWarning!: boolean;
}
