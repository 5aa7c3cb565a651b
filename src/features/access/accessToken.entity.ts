import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { NodeType } from '../../graphql/index.js';
import { nullableTimeColumn, timeColumn } from '../../database/index.js';

@Entity('access_token')
@ObjectType('AccessToken', {
  implements: NodeType,
  description: 'A credential that a program or a person sends instead of a password.',
})
export class AccessToken {
  @PrimaryColumn('text')
  @Field(() => ID, { description: 'The id of the token, used to revoke it. It is not the secret.' })
  id!: string;

  @Column('text')
  principalId!: string;

  @Column('text')
  @Field(() => String, { description: 'Its purpose.' })
  name!: string;

  /** SHA-256 of the secret, in hexadecimal digits; the secret is not stored. */
  @Column('text')
  secretHash!: string;

  @Column('boolean')
  @Field(() => Boolean, {
    description: 'Whether the token grants superuser rights, provided that its principal is a superuser.',
  })
  isSuperuser!: boolean;

  /** Whether it was shown at a start and not used yet. */
  @Column('boolean', { default: false })
  isAwaited!: boolean;

  @Column(timeColumn)
  @Field(() => Date, { description: 'When it was created.' })
  createdAt!: Date;

  @Column(nullableTimeColumn)
  @Field(() => Date, { nullable: true, description: 'When it expires; null if it never expires.' })
  expiresAt!: Date | null;

  @Column(nullableTimeColumn)
  @Field(() => Date, { nullable: true, description: 'When it was revoked; null if it was not revoked.' })
  revokedAt!: Date | null;
}
