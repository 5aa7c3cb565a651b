import { Column, Entity, PrimaryColumn } from 'typeorm';
import { nullableTextColumn } from '../../database/index.js';

/** The part of an origin that all items of one imported file share. */
@Entity('provenance')
export class Provenance {
  @PrimaryColumn('text')
  id!: string;

  @Column(nullableTextColumn)
  instanceId!: string | null;

  @Column(nullableTextColumn)
  instanceName!: string | null;

  @Column(nullableTextColumn)
  projectId!: string | null;

  @Column(nullableTextColumn)
  projectKey!: string | null;

  @Column(nullableTextColumn)
  projectName!: string | null;

  @Column(nullableTextColumn)
  branch!: string | null;

  @Column(nullableTextColumn)
  exportedAt!: string | null;

  @Column(nullableTextColumn)
  exportedBy!: string | null;

  @Column(nullableTextColumn)
  bundleDigest!: string | null;

  @Column('text')
  format!: string;
}
