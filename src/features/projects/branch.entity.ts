import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { NodeType } from '../../graphql/index.js';
import { timeColumn } from '../../database/index.js';

@Entity('branch')
@ObjectType('Branch', {
  implements: NodeType,
  description: 'A branch of a project. Each branch has its own resources.',
})
export class Branch {
  @PrimaryColumn('text')
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Column('text')
  projectId!: string;

  @Column('text')
  @Field(() => String, { description: 'Its name, unique in the project.' })
  name!: string;

  @Column('boolean')
  @Field(() => Boolean, { description: 'Whether it is the default branch of the project.' })
  isDefault!: boolean;

  /** Incremented with each change of its resources, so that derived data can be recognized as outdated. */
  @Column({ type: 'integer', default: 0 })
  @Field(() => Int, { description: 'Rises with each change of its resources.' })
  version!: number;

  @Column(timeColumn)
  @Field(() => Date, { description: 'When it was created.' })
  createdAt!: Date;
}
