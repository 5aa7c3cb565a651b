import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A pack that was switched on or off in a project. */
@Entity('project_pack')
export class ProjectPack {
  @PrimaryColumn('text')
  projectId!: string;

  @PrimaryColumn('text')
  pack!: string;

  @Column('boolean')
  isEnabled!: boolean;
}
