import type { RequestContext } from '../../../graphql/index.js';
import { hasRole, type Session } from '../../../shared/session.js';
import type { ReaderRepository, Restriction } from './reader.repository.js';

/** Whether a session may see a restricted resource: as a reader, or because it may change the readers. */
export function seesRestricted(
  session: Session,
  { projectId, readerIds }: Pick<Restriction, 'projectId' | 'readerIds'>,
): boolean {
  return hasRole(session, projectId, 'MANAGER') || session.principalIds.some((id) => readerIds.includes(id));
}

/** Whether the caller may see a resource of a visible project. Several are checked in one statement. */
export async function mayRead(
  readers: ReaderRepository,
  { loaders, session }: RequestContext,
  resourceId: string,
): Promise<boolean> {
  if (session.isSuperuser) return true;
  const restriction = await loaders.load(readers.restrictionsOf, resourceId);
  return restriction === null || seesRestricted(session, restriction);
}
