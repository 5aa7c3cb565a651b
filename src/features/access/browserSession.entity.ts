import { Column, Entity, PrimaryColumn } from 'typeorm';
import { nullableTextColumn, timeColumn } from '../../database/index.js';

/** A person who signed in with a browser; its cookie holds the secret. */
@Entity('browser_session')
export class BrowserSession {
  @PrimaryColumn('text')
  id!: string;

  /** SHA-256 of the secret, in hexadecimal digits; the secret is not stored. */
  @Column('text')
  secretHash!: string;

  @Column('text')
  principalId!: string;

  /** The token that was shown at the sign-in: the session ends with it. Null if an identity provider named the person. */
  @Column(nullableTextColumn)
  tokenId!: string | null;

  @Column(timeColumn)
  createdAt!: Date;

  /** The last request, give or take a part of the idle time. */
  @Column(timeColumn)
  lastSeenAt!: Date;

  @Column(timeColumn)
  expiresAt!: Date;
}
