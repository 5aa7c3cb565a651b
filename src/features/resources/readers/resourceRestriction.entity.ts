import { Column, Entity, PrimaryColumn } from 'typeorm';
import { timeColumn } from '../../../database/index.js';

/** Marks a resource that only its readers may see. */
@Entity('resource_restriction')
export class ResourceRestriction {
  @PrimaryColumn('text')
  resourceId!: string;

  @Column(timeColumn)
  createdAt!: Date;
}
