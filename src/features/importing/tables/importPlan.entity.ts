import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { NodeType } from '../../../graphql/index.js';
import { nullableTextColumn, timeColumn } from '../../../database/index.js';
import type { Problem } from '../../../shared/problem.js';
import type { FieldMapping } from '../../formats/index.js';
import type { ImportRights } from './importRights.js';
import {
  CreateStrategyEnum,
  ImportActionEnum,
  ImportModeEnum,
  ImportPlanStatusEnum,
  ImportStrategyEnum,
  UpdateStrategyEnum,
  type ImportCounts,
  type ImportMode,
  type ImportPlanStatus,
  type ImportStrategy,
  type KindCounts,
} from './importStates.js';

registerEnumType(ImportPlanStatusEnum, {
  name: 'ImportPlanStatus',
  description: 'The state of an import plan.',
  valuesConfig: {
    STAGING: { description: 'The file is being read.' },
    READY: { description: 'It can be looked at, amended and carried out.' },
    EXECUTING: { description: 'It is being carried out.' },
    EXECUTED: { description: 'It was carried out.' },
    FAILED: { description: 'The file could not be read; the problems say why.' },
    DISCARDED: { description: 'It was given up.' },
  },
});
registerEnumType(ImportActionEnum, {
  name: 'ImportAction',
  description: 'What an item of a plan would come to.',
  valuesConfig: {
    CREATE: { description: 'A new resource.' },
    UPDATE: { description: 'A change of an editable resource.' },
    REFERENCE_UPDATE: { description: 'New content for a reference from the same source.' },
    UNCHANGED: { description: 'The branch has it already, just so.' },
    COLLISION: { description: 'Its name is taken: rename it, or leave it out.' },
    SKIPPED: { description: 'It is left out; what needs it binds to what the branch has.' },
    BLOCKED: { description: 'It can not be imported; its problems say why.' },
  },
});
registerEnumType(ImportModeEnum, {
  name: 'ImportMode',
  description: 'What an item becomes.',
  valuesConfig: {
    COPY: { description: 'An editable copy, as if made here.' },
    REFERENCE: { description: 'A read-only reference, updated by importing it again.' },
  },
});
registerEnumType(CreateStrategyEnum, {
  name: 'CreateStrategy',
  description: 'How copies meet what has their name.',
  valuesConfig: {
    INSERT: { description: '"Only Add New Records": what has the name is a collision.' },
    UPSERT: { description: '"Add or Update Records": what is editable and has the name is updated.' },
  },
});
registerEnumType(UpdateStrategyEnum, {
  name: 'UpdateStrategy',
  description: 'What an update leaves of what was there.',
  valuesConfig: {
    UPDATE: { description: '"Overwrite Records": nothing; the file says all of it.' },
    PARTIAL_UPDATE: { description: '"Update Changed Record Fields": whatever the file does not hold.' },
  },
});
registerEnumType(ImportStrategyEnum, {
  name: 'ImportStrategy',
  description: 'What happens when an item can not be imported.',
  valuesConfig: {
    ON_ERROR_FAIL: { description: 'Nothing of the file is imported.' },
    ON_ERROR_CONTINUE: { description: 'Everything else is imported; the error report has the rest.' },
  },
});

@Entity('import_plan')
@ObjectType('ImportPlan', {
  implements: NodeType,
  description: 'What a file would do to a branch, item by item, before it does it.',
})
export class ImportPlan {
  @PrimaryColumn('text')
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  /** The key of its items, given by the database. */
  @Column({ type: 'integer', insert: false, update: false })
  no!: number;

  @Column('text')
  branchId!: string;

  @Column('text')
  @Field(() => ImportPlanStatusEnum, { description: 'Its state.' })
  status!: ImportPlanStatus;

  /** What items become until it is chosen otherwise. */
  @Column('text')
  mode!: ImportMode;

  /** Who imports by it; null for plans from before there were principals. */
  @Column(nullableTextColumn)
  principalId!: string | null;

  @Column('simple-json')
  rights!: ImportRights;

  /** What else it holds, see `PlanOptions`. */
  @Column('simple-json')
  options!: { importStrategy?: ImportStrategy; mapping?: readonly FieldMapping[] };

  @Column(nullableTextColumn)
  @Field(() => String, { nullable: true, description: 'The format of the file; null until it was detected.' })
  format!: string | null;

  @Column(nullableTextColumn)
  provenanceId!: string | null;

  /** Of the file as a whole. */
  @Column({ type: 'simple-json', name: 'problems' })
  fileProblems!: Problem[];

  /** What follows from the items as they are chosen now, gathered by code. */
  @Column('simple-json')
  advice!: Problem[];

  @Column({ type: 'simple-json', name: 'counts' })
  itemCounts!: ImportCounts;

  @Column({ type: 'simple-json', name: 'kind_counts' })
  itemKindCounts!: KindCounts[];

  @Column(nullableTextColumn)
  idempotencyKey!: string | null;

  @Column({ type: 'text', name: 'upload_sha256' })
  uploadSha256!: string;

  @Column('text')
  sourceFileId!: string;

  @Column('text')
  stageTaskId!: string;

  @Column(nullableTextColumn)
  executeTaskId!: string | null;

  @Column(timeColumn)
  @Field(() => Date, { description: 'When the file was uploaded.' })
  createdAt!: Date;

  @Column(timeColumn)
  @Field(() => Date, { description: 'When it was last amended.' })
  updatedAt!: Date;
}
