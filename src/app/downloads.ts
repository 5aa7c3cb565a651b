import contentDisposition from 'content-disposition';
import { Router, type Request, type RequestHandler, type Response } from 'express';
import type { Logger } from 'pino';
import type { DownloadSigner, Guard } from '../features/access/index.js';
import type { DownloadLog, FileStore, StoredFile, StoredFileRepository } from '../features/files/index.js';
import { isId } from '../shared/clock.js';
import type { Session } from '../shared/session.js';
import { authenticate, sessionIn, type AuthenticationParts } from './authentication.js';
import { sendStored } from './sendStored.js';

interface DownloadParts extends AuthenticationParts {
  files: StoredFileRepository;
  fileStore: FileStore;
  guard: Guard;
  signer: DownloadSigner;
  downloadLog: DownloadLog;
  logger: Logger;
}

/** Serves stored files: whole or in ranges, with their digest, always as an attachment that no browser executes. */
export function downloads(parts: DownloadParts): RequestHandler {
  const router = Router();
  const askForToken = authenticate(parts);
  router.get('/:id{/:name}', async (request, response, next) => {
    const signed = await signedSession(parts, request);
    if (signed) await serve(parts, { request, response, session: signed });
    else await askForToken(request, response, next);
  });
  router.get('/:id{/:name}', async (request, response) => {
    await serve(parts, { request, response, session: sessionIn(response) });
  });
  return router;
}

/** The session of the signatory of a link, if it is still valid. */
async function signedSession({ signer, authenticator }: DownloadParts, request: Request): Promise<Session | undefined> {
  const signatory = signer.signatoryOf(String(request.params['id']), request.query);
  return signatory && authenticator.sessionOf(signatory);
}

async function serve(
  { files, fileStore, guard, downloadLog, logger }: DownloadParts,
  { request, response, session }: { request: Request; response: Response; session: Session },
): Promise<void> {
  const id = String(request.params['id']);
  const verdict = await guard.judge('Download.file', { id }, session);
  const found = verdict.type !== 'HIDDEN' && isId(id) ? await files.byId(id) : null;
  // HEAD requests and "not modified" responses are no downloads.
  const isSent = request.method === 'GET' && !request.fresh;
  const outcome = verdict.type === 'ALLOWED' ? 'SUCCEEDED' : 'DENIED';
  if (found && isSent) await downloadLog.note(found, { session, outcome });
  const file = verdict.type === 'ALLOWED' ? found : null;
  if (!file) {
    response.status(404).json({ error: 'There is no such file.' });
    return;
  }
  response.set(headersOf(file));
  await sendStored(fileStore, file, { request, response, logger });
}

function headersOf(file: StoredFile): Record<string, string> {
  return {
    'content-type': file.mediaType,
    'content-disposition': contentDisposition(file.name),
    'repr-digest': `sha-256=:${Buffer.from(file.sha256, 'hex').toString('base64')}:`,
    etag: `"${file.sha256}"`,
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, max-age=31536000, immutable',
  };
}
