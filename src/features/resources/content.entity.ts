import { Column, Entity, PrimaryColumn } from 'typeorm';
import { nullableTextColumn } from '../../database/index.js';

/** The content of a resource, written once and never changed. Resources, revisions and staged items point to it. */
@Entity('content')
export class Content {
  @PrimaryColumn('integer')
  id!: number;

  @Column('text')
  kind!: string;

  @Column(nullableTextColumn)
  title!: string | null;

  /** `sha256:<hex>`, see `contentDigest`. */
  @Column('text')
  digest!: string;

  /** Canonical JSON. */
  @Column('text')
  spec!: string;
}
