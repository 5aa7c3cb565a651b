import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../graphql/index.js';
import type { Session } from '../../shared/session.js';
import { StoredFile, type FilePurpose } from './storedFile.entity.js';

/** What the addresses of downloads need besides the request. */
export interface DownloadContext extends RequestContext {
  /** Gives the query of an address that holds for a while without a token. */
  signer: { sign: (fileId: string, session: Session) => string };
  /** Whether each of some files may be downloaded by who asks. */
  downloadable: (fileIds: readonly string[]) => Promise<boolean[]>;
}

/** What a file is called for those who may not read it: a name may tell what is in it. */
const neutralNameByPurpose: Readonly<Record<FilePurpose, string>> = {
  SOURCE: 'source',
  RESULT: 'result',
  ERROR_REPORT: 'error report',
  REMAINDER: 'remainder',
};

@Resolver(() => StoredFile)
export class StoredFileResolver {
  @FieldResolver(() => String, {
    description: 'Its name, for saving it; only what it is to the task for those who may not read it.',
  })
  name(@Root() file: StoredFile, @Ctx() context: DownloadContext): Promise<string> {
    return shownFileName(file, context);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'SHA-256 of its bytes, 64 hexadecimal digits; null for those who may not read it.',
  })
  async sha256(@Root() { id, sha256 }: StoredFile, @Ctx() context: DownloadContext): Promise<string | null> {
    return (await mayDownload(context, id)) ? sha256 : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Where it can be downloaded, in ranges too: with a token, or for 15 minutes as it stands, as long as the token holds that asked for it. Null for those who may not read it: a file is for who had it made, and for editors of the project who may read all that it holds.',
  })
  async url(@Root() { id, name }: StoredFile, @Ctx() context: DownloadContext): Promise<string | null> {
    if (!(await mayDownload(context, id))) return null;
    const { publicUrl, session, signer } = context;
    return `${publicUrl}/downloads/${id}/${encodeURIComponent(name)}?${signer.sign(id, session)}`;
  }
}

/** The name of a file, as who asks may know it. */
export async function shownFileName({ id, name, purpose }: StoredFile, context: DownloadContext): Promise<string> {
  return (await mayDownload(context, id)) ? name : neutralNameByPurpose[purpose];
}

async function mayDownload({ loaders, downloadable }: DownloadContext, id: string): Promise<boolean> {
  return (await loaders.load(downloadable, id)) === true;
}
