import { hasRole, type Role, type Session } from '../../shared/session.js';
import type { KindDefinition } from './kind.js';

/** Whether a server offers a pack: `beta` is on, and says that it may still change; `off` is offered to no project. */
export type PackState = 'on' | 'beta' | 'off';

/** The kinds of one product, as one folder under `packs`. The name of each starts with the pack's: `pack/Kind`. */
export interface KindPack {
  /** e.g. `fast-data`; it is the first part of file names of exports too. */
  name: string;
  /** For a person, e.g. "Fast Data". */
  title: string;
  /** What it is unless a setting says otherwise; `on` when not given. */
  state?: PackState;
  kinds: readonly KindDefinition[];
  /** The role in a project that exporting its resources takes; VIEWER when not given. */
  exportNeeds?: Role;
  /** Whether only superusers export and import its resources; a setting says so, never the pack itself. */
  isForSuperusers?: boolean;
}

/** Whether somebody may export resources of a pack from a project that they see. */
export function mayExport(
  { exportNeeds = 'VIEWER', isForSuperusers = false }: KindPack,
  session: Session,
  projectId: string,
): boolean {
  return isForSuperusers ? session.isSuperuser : hasRole(session, projectId, exportNeeds);
}

/** The pack that a kind belongs to, by its name. */
export function packNameOf(kindName: string): string {
  return kindName.split('/', 1)[0] ?? kindName;
}
