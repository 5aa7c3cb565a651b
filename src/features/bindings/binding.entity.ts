import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { NodeType } from '../../graphql/index.js';
import { nullableTextColumn, timeColumn } from '../../database/index.js';
import { BindingTypeEnum, type BindingType } from './bindingType.js';

registerEnumType(BindingTypeEnum, {
  name: 'BindingType',
  description: 'What a binding does in the next plan.',
  valuesConfig: {
    RENAME: { description: 'An item of that name is imported under the other name. What refers to it follows.' },
    REMAP: { description: 'A resource of the project replaces one that items refer to and the file does not contain.' },
  },
});

@Entity('binding')
@ObjectType({
  implements: NodeType,
  description:
    'A binding: what a resource of a source project is in this project. An import remembers it, and the next plan of a file from the same source proposes it again.',
})
export class Binding {
  @PrimaryColumn('text')
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Column('text')
  projectId!: string;

  @Column(nullableTextColumn)
  sourceInstanceId!: string | null;

  @Column('text')
  sourceProjectId!: string;

  @Column(nullableTextColumn)
  sourceProjectKey!: string | null;

  @Column(nullableTextColumn)
  sourceProjectName!: string | null;

  @Column({ type: 'text', name: 'kind' })
  kindName!: string;

  @Column('text')
  namespace!: string;

  @Column('text')
  @Field(() => String, { description: 'The name in the source project.' })
  name!: string;

  @Column('text')
  @Field(() => BindingTypeEnum, { description: 'What it does in the next plan.' })
  type!: BindingType;

  @Column('text')
  @Field(() => String, { description: 'The name in this project.' })
  toName!: string;

  @Column(nullableTextColumn)
  @Field(() => String, {
    nullable: true,
    description: 'For a REMAP: the version that replaces all versions that items name.',
  })
  toVersion!: string | null;

  @Column(nullableTextColumn)
  @Field(() => String, {
    nullable: true,
    description:
      'For a REMAP: the tenant that replaces all tenants that items name. An empty string means "no tenant".',
  })
  toTenant!: string | null;

  @Column(timeColumn)
  @Field(() => Date, { description: 'When it was first remembered or set.' })
  createdAt!: Date;

  @Column(timeColumn)
  @Field(() => Date, { description: 'When it was last changed.' })
  updatedAt!: Date;

  /** The import or undo that wrote it last. */
  @Column(nullableTextColumn)
  @Field(() => ID, {
    nullable: true,
    description: 'The task that remembered it; null if it was set by hand. The task may have been deleted since.',
  })
  taskId!: string | null;

  /** The name of who set it by hand; null for a task. */
  @Column({ ...nullableTextColumn, name: 'set_by' })
  setByName!: string | null;
}
