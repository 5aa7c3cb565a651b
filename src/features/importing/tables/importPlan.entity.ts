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
    READY: { description: 'The plan can be reviewed, changed and executed.' },
    EXECUTING: { description: 'The plan is being executed.' },
    EXECUTED: { description: 'The plan was executed.' },
    FAILED: { description: 'The file could not be read; the problems give the reason.' },
    DISCARDED: { description: 'The plan was discarded.' },
  },
});
registerEnumType(ImportActionEnum, {
  name: 'ImportAction',
  description: 'The action planned for an item.',
  valuesConfig: {
    CREATE: { description: 'A resource will be created.' },
    UPDATE: { description: 'An editable resource will be updated.' },
    REFERENCE_UPDATE: { description: 'A reference from the same source will be updated.' },
    UNCHANGED: { description: 'The branch already has the resource with the same content.' },
    DELETE: {
      description:
        'A resource that came from the same source project earlier, and is no longer in the file, will be deleted.',
    },
    COLLISION: {
      description: 'The name, code or a unique text of the item is already taken. Rename or deselect the item.',
    },
    SKIPPED: {
      description:
        'The item is not imported. Items that depend on it will use the resource of that name on the branch.',
    },
    BLOCKED: { description: 'The item cannot be imported; its problems give the reason.' },
  },
});
registerEnumType(ImportModeEnum, {
  name: 'ImportMode',
  description: 'How an item is imported.',
  valuesConfig: {
    COPY: { description: 'As an editable copy that belongs to this project.' },
    REFERENCE: { description: 'As a read-only reference. Importing it again updates it.' },
  },
});
registerEnumType(CreateStrategyEnum, {
  name: 'CreateStrategy',
  description: 'What happens when a copy has the name of an existing resource.',
  valuesConfig: {
    INSERT: { description: '"Only Add New Records": an existing resource of the same name is a collision.' },
    UPSERT: { description: '"Add or Update Records": an existing editable resource of the same name is updated.' },
  },
});
registerEnumType(UpdateStrategyEnum, {
  name: 'UpdateStrategy',
  description: 'How an update changes an existing resource.',
  valuesConfig: {
    UPDATE: { description: '"Overwrite Records": the whole resource is replaced.' },
    PARTIAL_UPDATE: {
      description: '"Update Changed Record Fields": only the parts that the file contains are changed.',
    },
  },
});
registerEnumType(ImportStrategyEnum, {
  name: 'ImportStrategy',
  description: 'What happens when an item cannot be imported.',
  valuesConfig: {
    ON_ERROR_FAIL: { description: 'Nothing is imported.' },
    ON_ERROR_CONTINUE: { description: 'All other items are imported; the error report lists the failed ones.' },
  },
});

@Entity('import_plan')
@ObjectType('ImportPlan', {
  implements: NodeType,
  description:
    'An import plan: what importing a file would do to a branch, for each item. Nothing is changed until the plan is executed.',
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

  /** The initial mode of the items. */
  @Column('text')
  mode!: ImportMode;

  /** The importing user; null for plans that are older than access control. */
  @Column(nullableTextColumn)
  principalId!: string | null;

  @Column('simple-json')
  rights!: ImportRights;

  /** Part of `PlanOptions`, which describes all options. */
  @Column('simple-json')
  options!: { importStrategy?: ImportStrategy; mapping?: readonly FieldMapping[] };

  @Column(nullableTextColumn)
  @Field(() => String, { nullable: true, description: 'The format of the file; null until it has been detected.' })
  format!: string | null;

  @Column(nullableTextColumn)
  provenanceId!: string | null;

  /** Problems of the whole file. */
  @Column({ type: 'simple-json', name: 'problems' })
  fileProblems!: Problem[];

  /** Warnings about the selected items, grouped by code. */
  @Column('simple-json')
  advice!: Problem[];

  @Column({ type: 'simple-json', name: 'counts' })
  itemCounts!: ImportCounts;

  @Column({ type: 'simple-json', name: 'kind_counts' })
  itemKindCounts!: KindCounts[];

  /** That of the branch when the plan was derived; null before. */
  @Column({ type: 'integer', nullable: true, insert: false, update: false })
  branchVersion!: number | null;

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
  @Field(() => Date, { description: 'When the plan was created.' })
  createdAt!: Date;

  @Column(timeColumn)
  @Field(() => Date, { description: 'When the plan was last changed.' })
  updatedAt!: Date;
}
