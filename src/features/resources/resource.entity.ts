import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { NodeType } from '../../graphql/index.js';
import { nullableTextColumn, timeColumn } from '../../database/index.js';
import type { ResourceMode } from '../kinds/index.js';

export const ResourceModeEnum = { EDITABLE: 'EDITABLE', REFERENCE: 'REFERENCE' } as const;

registerEnumType(ResourceModeEnum, {
  name: 'ResourceMode',
  description: 'Whether a resource is editable or a reference.',
  valuesConfig: {
    EDITABLE: { description: 'The resource belongs to this project and can be changed.' },
    REFERENCE: {
      description: 'The resource belongs to another project and is read-only here. Importing it again updates it.',
    },
  },
});

@Entity('resource')
@ObjectType('Resource', {
  implements: NodeType,
  simpleResolvers: true,
  description: 'A resource of a kind on a branch.',
})
export class Resource {
  @PrimaryColumn('text')
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Column('text')
  branchId!: string;

  @Column({ type: 'text', name: 'kind' })
  kindName!: string;

  @Column('text')
  namespace!: string;

  @Column('text')
  @Field(() => String, { description: 'Its name, unique in its namespace on the branch.' })
  name!: string;

  @Column(nullableTextColumn)
  @Field(() => String, { nullable: true, description: 'Its external reference code, for kinds that have one.' })
  externalReferenceCode!: string | null;

  @Column(nullableTextColumn)
  @Field(() => String, { nullable: true, description: 'Its display title.' })
  title!: string | null;

  @Column(nullableTextColumn)
  parentId!: string | null;

  @Column('text')
  @Field(() => ResourceModeEnum, { description: 'Whether the resource is editable or a read-only reference.' })
  mode!: ResourceMode;

  @Column('integer')
  contentId!: number;

  @Column('integer')
  @Field(() => Int, {
    description:
      'The number of the current revision, from 1. Pass it as expectedRevision to detect concurrent changes.',
  })
  revision!: number;

  @Column(nullableTextColumn)
  provenanceId!: string | null;

  @Column(nullableTextColumn)
  sourceName!: string | null;

  @Column(nullableTextColumn)
  sourceId!: string | null;

  /** JSON: the origins before the provenance, nearest first. */
  @Column(nullableTextColumn)
  originChain!: string | null;

  @Column(timeColumn)
  @Field(() => Date, { description: 'When it was created on this branch.' })
  createdAt!: Date;

  @Column(timeColumn)
  @Field(() => Date, { description: 'When it was last changed.' })
  updatedAt!: Date;

  /** The task that wrote its current revision, if any. */
  @Column(nullableTextColumn)
  taskId!: string | null;

  @Column(nullableTextColumn)
  changedBy!: string | null;
}
