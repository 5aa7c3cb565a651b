import type { RequestHandler } from 'express';
import { observed } from '../shared/observed.js';

/** Tells of each request with a file, when it has ended, whatever becomes of it. */
export function observeUploads(): RequestHandler {
  return (request, response, next) => {
    if (request.is('multipart/form-data') === 'multipart/form-data') {
      let bytes = 0;
      // Not before a reader lets the data flow: this listener must not be the one that does.
      request.once('resume', () => {
        request.on('data', (chunk: Buffer) => {
          bytes += chunk.length;
        });
      });
      response.once('close', () => {
        const isRefused = response.statusCode >= 400;
        const outcome = !response.writableFinished ? 'BROKEN' : isRefused ? 'REFUSED' : 'ANSWERED';
        observed.uploadSeen.tell({ outcome, bytes });
      });
    }
    next();
  };
}
