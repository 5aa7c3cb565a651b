import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { NodeType } from '../../graphql/index.js';
import { nullableTextColumn, timeColumn } from '../../database/index.js';
import { CapabilityEnum, type Capability } from '../kinds/index.js';

@Entity('project')
@ObjectType('Project', {
  implements: NodeType,
  description: 'A project. It contains resources on one or more branches.',
})
export class Project {
  @PrimaryColumn('text')
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Column('text')
  @Field(() => String, { description: 'A short unique name for URLs and file names.' })
  key!: string;

  @Column('text')
  @Field(() => String, { description: 'Its display name.' })
  name!: string;

  @Column(nullableTextColumn)
  @Field(() => String, { nullable: true, description: 'Its purpose.' })
  description!: string | null;

  @Column('simple-json')
  @Field(() => [CapabilityEnum], { description: 'Its capabilities.' })
  capabilities!: Capability[];

  @Column(timeColumn)
  @Field(() => Date, { description: 'When it was created.' })
  createdAt!: Date;

  @Column(timeColumn)
  @Field(() => Date, { description: 'When its settings were last changed.' })
  updatedAt!: Date;
}
