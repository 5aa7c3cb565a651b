import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('resource_reader')
@ObjectType('ResourceReader', { description: 'A principal that may read and use a resource that is not open to all.' })
export class ResourceReader {
  @PrimaryColumn('text')
  resourceId!: string;

  @PrimaryColumn('text')
  principalId!: string;

  @Column({ type: 'simple-json', nullable: true })
  @Field(() => [String], {
    nullable: true,
    description: 'The tenants that it may use, an empty text standing for "no tenant"; null for all.',
  })
  tenants!: string[] | null;
}
