import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../graphql/index.js';
import type { Session } from '../../shared/session.js';
import { StoredFile, type FilePurpose } from './storedFile.entity.js';

/** What download URLs need in addition to the request. */
export interface DownloadContext extends RequestContext {
  /** Returns the query of a URL that is valid for a limited time without a token. */
  signer: { sign: (fileId: string, session: Session) => string };
  /** Whether the caller may download each of these files. */
  downloadable: (fileIds: readonly string[]) => Promise<boolean[]>;
}

/** Names for callers who may not read the file, because the real name may reveal contents. */
const neutralNameByPurpose: Readonly<Record<FilePurpose, string>> = {
  SOURCE: 'a file that you may not read',
  RESULT: 'a result that you may not read',
  ERROR_REPORT: 'an error report that you may not read',
  REMAINDER: 'a remainder that you may not read',
};

@Resolver(() => StoredFile)
export class StoredFileResolver {
  @FieldResolver(() => String, {
    description: 'The file name for saving. Users who may not read the file see a generic name.',
  })
  name(@Root() file: StoredFile, @Ctx() context: DownloadContext): Promise<string> {
    return shownFileName(file, context);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'SHA-256 of its bytes, as 64 hexadecimal digits. Null for users who may not read the file.',
  })
  async sha256(@Root() { id, sha256 }: StoredFile, @Ctx() context: DownloadContext): Promise<string | null> {
    return (await mayDownload(context, id)) ? sha256 : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The download URL; it supports range requests. Without a token it is valid for 15 minutes, while the token that requested it is valid; with a token it does not expire. Null for users who may not read the file: only its creator, and editors of the project who may read all of its content, may.',
  })
  async url(@Root() { id, name }: StoredFile, @Ctx() context: DownloadContext): Promise<string | null> {
    if (!(await mayDownload(context, id))) return null;
    const { publicUrl, session, signer } = context;
    return `${publicUrl}/downloads/${id}/${encodeURIComponent(name)}?${signer.sign(id, session)}`;
  }
}

/** The name of a file as the caller may see it. */
export async function shownFileName({ id, name, purpose }: StoredFile, context: DownloadContext): Promise<string> {
  return (await mayDownload(context, id)) ? name : neutralNameByPurpose[purpose];
}

async function mayDownload({ loaders, downloadable }: DownloadContext, id: string): Promise<boolean> {
  return (await loaders.load(downloadable, id)) === true;
}
