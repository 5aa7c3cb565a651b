import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { NodeType } from '../../graphql/index.js';
import { nullableTimeColumn, timeColumn } from '../../database/index.js';

@Entity('access_token')
@ObjectType('AccessToken', {
  implements: NodeType,
  description: 'What a program or a person shows instead of a password.',
})
export class AccessToken {
  @PrimaryColumn('text')
  @Field(() => ID, { description: 'Its id, by which it is revoked; not its secret.' })
  id!: string;

  @Column('text')
  principalId!: string;

  @Column('text')
  @Field(() => String, { description: 'What it is for.' })
  name!: string;

  /** SHA-256 of the secret, in hexadecimal digits; the secret itself is not kept. */
  @Column('text')
  secretHash!: string;

  @Column('boolean')
  @Field(() => Boolean, { description: 'Whether it carries the rights of a superuser, where its principal has them.' })
  isSuperuser!: boolean;

  /** Whether a start has shown it and nobody has used it since. */
  @Column('boolean', { default: false })
  isAwaited!: boolean;

  @Column(timeColumn)
  @Field(() => Date, { description: 'When it was made.' })
  createdAt!: Date;

  @Column(nullableTimeColumn)
  @Field(() => Date, { nullable: true, description: 'When it ends; null when it does not.' })
  expiresAt!: Date | null;

  @Column(nullableTimeColumn)
  @Field(() => Date, { nullable: true, description: 'When it was revoked; null while it was not.' })
  revokedAt!: Date | null;
}
