import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { timeColumn } from '../../database/index.js';
import type { Role } from '../../shared/session.js';

export const RoleEnum: Readonly<Record<Role, Role>> = { VIEWER: 'VIEWER', EDITOR: 'EDITOR', MANAGER: 'MANAGER' };

registerEnumType(RoleEnum, {
  name: 'Role',
  description: 'What a principal may do in a project; each role includes those before it.',
  valuesConfig: {
    VIEWER: { description: 'Look, and export where the pack allows that.' },
    EDITOR: { description: 'Change resources, export and import.' },
    MANAGER: { description: "Give roles, change settings, and undo others' imports." },
  },
});

@Entity('membership')
@ObjectType('Membership', { description: 'The role of a principal in a project.' })
export class Membership {
  @PrimaryColumn('text')
  projectId!: string;

  @PrimaryColumn('text')
  principalId!: string;

  @Column('text')
  @Field(() => RoleEnum, { description: 'What it may do there.' })
  role!: Role;

  @Column(timeColumn)
  @Field(() => Date, { description: 'When it was given.' })
  createdAt!: Date;
}
