import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Membership of a principal in a group. */
@Entity('group_member')
export class GroupMember {
  @PrimaryColumn('text')
  principalId!: string;

  @PrimaryColumn('text')
  groupId!: string;

  /** Whether the identity provider claimed it: it ends when the provider no longer claims it. */
  @Column('boolean')
  isClaimed!: boolean;
}
