import { Column, Entity, PrimaryColumn } from 'typeorm';
import { nullableTextColumn, timeColumn } from '../../database/index.js';
import type { ResourceMode } from '../kinds/index.js';

/** A state of a resource before its present one. */
@Entity('resource_revision')
export class ResourceRevision {
  @PrimaryColumn('text')
  resourceId!: string;

  @PrimaryColumn('integer')
  revision!: number;

  @Column('integer')
  contentId!: number;

  @Column('text')
  name!: string;

  @Column('text')
  mode!: ResourceMode;

  @Column(timeColumn)
  changedAt!: Date;

  @Column(nullableTextColumn)
  taskId!: string | null;

  @Column(nullableTextColumn)
  changedBy!: string | null;

  @Column(timeColumn)
  replacedAt!: Date;

  @Column(nullableTextColumn)
  replacedByTaskId!: string | null;
}
