import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { timeColumn } from '../../database/index.js';
import type { Role } from '../../shared/session.js';

export const RoleEnum: Readonly<Record<Role, Role>> = { VIEWER: 'VIEWER', EDITOR: 'EDITOR', MANAGER: 'MANAGER' };

registerEnumType(RoleEnum, {
  name: 'Role',
  description:
    'The permissions of a principal in a project: VIEWER, EDITOR, MANAGER. Each role includes the roles before it.',
  valuesConfig: {
    VIEWER: { description: 'May read, and may export if the pack allows it.' },
    EDITOR: { description: 'May change, export and import resources.' },
    MANAGER: { description: 'May grant roles, change settings, and undo imports of others.' },
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
  @Field(() => Date, { description: 'When the role was granted.' })
  createdAt!: Date;
}
