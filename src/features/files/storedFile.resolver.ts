import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../graphql/index.js';
import type { Session } from '../../shared/session.js';
import { StoredFile } from './storedFile.entity.js';

/** What the addresses of downloads need besides the request. */
export interface DownloadContext extends RequestContext {
  /** Gives the query of an address that holds for a while without a token. */
  signer: { sign: (fileId: string, session: Session) => string };
}

@Resolver(() => StoredFile)
export class StoredFileResolver {
  @FieldResolver(() => String, {
    description: 'Where it can be downloaded, in ranges too: with a token, or for 15 minutes as it stands.',
  })
  url(@Root() file: StoredFile, @Ctx() { publicUrl, session, signer }: DownloadContext): string {
    return `${publicUrl}/downloads/${file.id}/${encodeURIComponent(file.name)}?${signer.sign(file.id, session)}`;
  }
}
