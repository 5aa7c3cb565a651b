import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('resource_reader')
@ObjectType('ResourceReader', { description: 'A principal that may read and use a restricted resource.' })
export class ResourceReader {
  @PrimaryColumn('text')
  resourceId!: string;

  @PrimaryColumn('text')
  principalId!: string;

  @Column({ type: 'simple-json', nullable: true })
  @Field(() => [String], {
    nullable: true,
    description: 'The tenants that it may use; null for all tenants. An empty string means "no tenant".',
  })
  tenants!: string[] | null;
}
