import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { NodeType } from '../../graphql/index.js';
import { nullableTextColumn, timeColumn } from '../../database/index.js';
import { CapabilityEnum, type Capability } from '../kinds/index.js';

@Entity('project')
@ObjectType('Project', { implements: NodeType, description: 'Holds resources, on one or more branches.' })
export class Project {
  @PrimaryColumn('text')
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Column('text')
  @Field(() => String, { description: 'A short unique name, for addresses and files.' })
  key!: string;

  @Column('text')
  @Field(() => String, { description: 'Its name, for people.' })
  name!: string;

  @Column(nullableTextColumn)
  @Field(() => String, { nullable: true, description: 'What it is for.' })
  description!: string | null;

  @Column('simple-json')
  @Field(() => [CapabilityEnum], { description: 'What it can do.' })
  capabilities!: Capability[];

  @Column(timeColumn)
  @Field(() => Date, { description: 'When it was made.' })
  createdAt!: Date;

  @Column(timeColumn)
  @Field(() => Date, { description: 'When its own settings last changed.' })
  updatedAt!: Date;
}
