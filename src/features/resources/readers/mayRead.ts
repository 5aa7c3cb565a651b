import type { RequestContext } from '../../../graphql/index.js';
import { hasRole, type Session } from '../../../shared/session.js';
import type { ReaderRepository, Restriction } from './reader.repository.js';

/** Whether a session sees a restricted resource: as a reader, or because it says who the readers are. */
export function seesRestricted(
  session: Session,
  { projectId, readerIds }: Pick<Restriction, 'projectId' | 'readerIds'>,
): boolean {
  return hasRole(session, projectId, 'MANAGER') || session.principalIds.some((id) => readerIds.includes(id));
}

/** Whether a request may be shown a resource of a project that it sees. Many are asked about in one statement. */
export async function mayRead(
  readers: ReaderRepository,
  { loaders, session }: RequestContext,
  resourceId: string,
): Promise<boolean> {
  if (session.isSuperuser) return true;
  const restriction = await loaders.load(readers.restrictionsOf, resourceId);
  return restriction === null || seesRestricted(session, restriction);
}
