import contentDisposition from 'content-disposition';
import { Router, type RequestHandler } from 'express';
import { storedFilePath, type StoredFileRepository } from '../features/files/index.js';
import { isId } from '../shared/clock.js';

/** Serves stored files: whole or in ranges, with their digest, and always as an attachment that no browser runs. */
export function downloads({ files, filesDir }: { files: StoredFileRepository; filesDir: string }): RequestHandler {
  const router = Router();
  router.get('/:id{/:name}', async (request, response, next) => {
    const { id } = request.params;
    const file = isId(id) ? await files.byId(id) : null;
    if (!file) {
      response.status(404).json({ error: 'There is no such file.' });
      return;
    }
    response.set({
      'content-type': file.mediaType,
      'content-disposition': contentDisposition(file.name),
      'repr-digest': `sha-256=:${Buffer.from(file.sha256, 'hex').toString('base64')}:`,
      etag: `"${file.sha256}"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=31536000, immutable',
    });
    response.sendFile(
      storedFilePath(filesDir, file.id),
      { acceptRanges: true, etag: false, lastModified: false, dotfiles: 'allow', cacheControl: false },
      (error) => {
        if (error && !response.headersSent) next(error);
      },
    );
  });
  return router;
}
