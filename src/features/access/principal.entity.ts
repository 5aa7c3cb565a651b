import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { NodeType } from '../../graphql/index.js';
import { timeColumn } from '../../database/index.js';

export const PrincipalTypeEnum = { USER: 'USER', SERVICE_ACCOUNT: 'SERVICE_ACCOUNT', GROUP: 'GROUP' } as const;
export type PrincipalType = keyof typeof PrincipalTypeEnum;

registerEnumType(PrincipalTypeEnum, {
  name: 'PrincipalType',
  description: 'The type of a principal.',
  valuesConfig: {
    USER: { description: 'A person, identified by an identity provider.' },
    SERVICE_ACCOUNT: { description: 'A program, identified by its tokens.' },
    GROUP: { description: 'Several principals. Each member has the rights of the group.' },
  },
});

/** The issuer of principals that were created on this server. */
export const ownIssuer = '';

@Entity('principal')
@ObjectType('Principal', {
  implements: NodeType,
  description: 'A user, a service account or a group. Principals have roles.',
})
export class Principal {
  @PrimaryColumn('text')
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Column('text')
  @Field(() => PrincipalTypeEnum, { description: 'The type of the principal.' })
  type!: PrincipalType;

  @Column('text')
  @Field(() => String, { description: 'Its display name.' })
  name!: string;

  /** For a user: the issuer of the identity provider; else {@link ownIssuer}. */
  @Column('text')
  issuer!: string;

  /** For a user: the `sub` of the issuer. For a group: the value of the claim that makes users its members. Else its id. */
  @Column('text')
  subject!: string;

  @Column('boolean')
  @Field(() => Boolean, {
    description: 'Whether it has superuser rights, in every project. Members of a group inherit them from the group.',
  })
  isSuperuser!: boolean;

  @Column(timeColumn)
  @Field(() => Date, { description: 'When it was first seen on this server.' })
  createdAt!: Date;
}
