import { Column, Entity, PrimaryColumn } from 'typeorm';
import { timeColumn } from '../../../database/index.js';

/** That a resource is open to its readers alone. */
@Entity('resource_restriction')
export class ResourceRestriction {
  @PrimaryColumn('text')
  resourceId!: string;

  @Column(timeColumn)
  createdAt!: Date;
}
