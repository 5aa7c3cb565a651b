import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { NodeType } from '../../graphql/index.js';
import { timeColumn } from '../../database/index.js';

export const PrincipalTypeEnum = { USER: 'USER', SERVICE_ACCOUNT: 'SERVICE_ACCOUNT', GROUP: 'GROUP' } as const;
export type PrincipalType = keyof typeof PrincipalTypeEnum;

registerEnumType(PrincipalTypeEnum, {
  name: 'PrincipalType',
  description: 'What a principal is.',
  valuesConfig: {
    USER: { description: 'A person, known by an identity provider.' },
    SERVICE_ACCOUNT: { description: 'A program, known by its tokens.' },
    GROUP: { description: 'Several principals: each of them has the rights of the group.' },
  },
});

/** The issuer of principals that were made here. */
export const ownIssuer = '';

@Entity('principal')
@ObjectType('Principal', {
  implements: NodeType,
  description: 'A user, a service account or a group: whoever can be given rights.',
})
export class Principal {
  @PrimaryColumn('text')
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Column('text')
  @Field(() => PrincipalTypeEnum, { description: 'What it is.' })
  type!: PrincipalType;

  @Column('text')
  @Field(() => String, { description: 'Its name, for people.' })
  name!: string;

  /** Of a user: the identity provider, by its issuer; else {@link ownIssuer}. */
  @Column('text')
  issuer!: string;

  /** Of a user: what the issuer calls it. Of a group: the value of the claim that makes users its members. Else its id. */
  @Column('text')
  subject!: string;

  @Column('boolean')
  @Field(() => Boolean, {
    description: 'Whether it may do everything, in every project. Members of a group have this from the group too.',
  })
  isSuperuser!: boolean;

  @Column(timeColumn)
  @Field(() => Date, { description: 'When it was first known here.' })
  createdAt!: Date;
}
