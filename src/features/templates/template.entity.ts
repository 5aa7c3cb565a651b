import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { NodeType } from '../../graphql/index.js';
import { nullableTextColumn, timeColumn } from '../../database/index.js';
import type { JsonObject } from '../../shared/json.js';
import { TemplateDirectionEnum, type TemplateDirection } from './templateDirection.js';

registerEnumType(TemplateDirectionEnum, {
  name: 'TemplateDirection',
  description: 'Whether a template is for exports or for imports.',
  valuesConfig: {
    EXPORT: { description: 'For exports.' },
    IMPORT: { description: 'For imports.' },
  },
});

@Entity('template')
@ObjectType('Template', { implements: NodeType, description: 'Saved settings of an export or an import.' })
export class Template {
  @PrimaryColumn('text')
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Column('text')
  projectId!: string;

  @Column('text')
  @Field(() => TemplateDirectionEnum, { description: 'Whether the settings are for exports or for imports.' })
  direction!: TemplateDirection;

  @Column('text')
  @Field(() => String, { description: 'Its name, unique per project and direction, case-insensitive.' })
  name!: string;

  @Column('text')
  foldedName!: string;

  /** Read only on request: up to 1 MiB, and lists contain many. */
  @Column({ type: 'simple-json', select: false })
  settings!: JsonObject;

  @Column(timeColumn)
  @Field(() => Date, { description: 'When it was first saved.' })
  createdAt!: Date;

  @Column(timeColumn)
  @Field(() => Date, { description: 'When it was last saved.' })
  updatedAt!: Date;

  /** The name of the user who first saved it. */
  @Column({ ...nullableTextColumn, name: 'created_by' })
  createdByName!: string | null;
}
