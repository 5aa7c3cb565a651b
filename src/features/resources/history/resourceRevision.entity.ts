import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { nullableTextColumn, timeColumn } from '../../../database/index.js';
import type { ResourceMode } from '../../kinds/index.js';
import { ResourceModeEnum } from '../resource.entity.js';

/** A revision of a resource: an earlier one or, read from the resource itself, the current one. */
@Entity('resource_revision')
@ObjectType('ResourceRevision', { description: 'A current or earlier revision of a resource.' })
export class ResourceRevision {
  @PrimaryColumn('text')
  resourceId!: string;

  @PrimaryColumn('integer')
  @Field(() => Int, { description: 'Its number, from 1.' })
  revision!: number;

  @Column('integer')
  contentId!: number;

  @Column('text')
  @Field(() => String, { description: 'The name of the resource in this revision.' })
  name!: string;

  @Column('text')
  @Field(() => ResourceModeEnum, { description: 'Whether it was editable or a reference.' })
  mode!: ResourceMode;

  @Column(timeColumn)
  @Field(() => Date, { description: 'When the revision was created.' })
  changedAt!: Date;

  @Column(nullableTextColumn)
  taskId!: string | null;

  @Column({ ...nullableTextColumn, name: 'changed_by' })
  changedByName!: string | null;
}
