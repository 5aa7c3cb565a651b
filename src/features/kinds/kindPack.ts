import { hasRole, type Role, type Session } from '../../shared/session.js';
import type { KindDefinition } from './kind.js';

/** Whether a server offers a pack. `beta` is on, but may still change; `off` is offered to no project. */
export type PackState = 'on' | 'beta' | 'off';

/** The kinds of one product; a folder under `packs`. Names of its kinds start with the name of the pack: `pack/Kind`. */
export interface KindPack {
  /** E.g. `fast-data`; also the start of the file names of exports. */
  name: string;
  /** The display name, e.g. "Fast Data". */
  title: string;
  /** The default state, which a setting can change; `on` when absent. */
  state?: PackState;
  kinds: readonly KindDefinition[];
  /** The role in a project that exporting its resources requires; VIEWER when absent. */
  exportNeeds?: Role;
  /** Whether only superusers may export and import its resources. Set by a setting, never by the pack. */
  isForSuperusers?: boolean;
}

/** Whether a user may export resources of a pack from a project that they may see. */
export function mayExport(
  { exportNeeds = 'VIEWER', isForSuperusers = false }: KindPack,
  session: Session,
  projectId: string,
): boolean {
  return isForSuperusers ? session.isSuperuser : hasRole(session, projectId, exportNeeds);
}

/** The name of the pack of a kind. */
export function packNameOf(kindName: string): string {
  return kindName.split('/', 1)[0] ?? kindName;
}
