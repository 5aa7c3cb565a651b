import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That a principal is in a group. */
@Entity('group_member')
export class GroupMember {
  @PrimaryColumn('text')
  principalId!: string;

  @PrimaryColumn('text')
  groupId!: string;

  /** The identity provider said so, and takes it back by no longer saying so. */
  @Column('boolean')
  isClaimed!: boolean;
}
