/**
 * Refuses an upload whose Content-Length is too large. The length does not say which part is too large, so the request is read until its
 * file begins, which is the last part. Nothing of it is kept.
 */
import type { Request, RequestHandler } from 'express';
import { AppError } from '../shared/appError.js';
import { refuseEarly, type Refusal } from './refuseEarly.js';

/** The overhead of a multipart request: headers of parts, the map and boundaries. */
const multipartOverheadBytes = 1024 * 1024;

/** A client may send only the headers, and wait for the response. */
const maxWaitMs = 2000;

/** The code for a request that is too large even without its file. */
export const payloadTooLarge = 'PAYLOAD_TOO_LARGE';

interface UploadLimits {
  maxUploadBytes: number;
  maxBodyBytes: number;
}

/** A request with a wrong length is aborted at the limit of the part. */
export function limitUploads(limits: UploadLimits): RequestHandler {
  return (request, response, next) => {
    const isUpload = request.is('multipart/form-data') === 'multipart/form-data';
    const length = Number(request.headers['content-length'] ?? 0);
    if (!isUpload || length <= limits.maxUploadBytes + limits.maxBodyBytes + multipartOverheadBytes) {
      next();
      return;
    }
    void reachesFile(request, limits.maxBodyBytes + multipartOverheadBytes).then((isReached) => {
      refuseEarly(response, 413, isReached ? AppError.fileTooLarge(limits.maxUploadBytes) : otherPart(limits));
    });
  };
}

function otherPart({ maxBodyBytes }: UploadLimits): Refusal {
  const message = `Without its file, the request is larger than the ${maxBodyBytes} bytes that this server accepts (WAYBILL_MAX_BODY_BYTES). Split it into several requests.`;
  return { message, code: payloadTooLarge };
}

/** The header of a part that is a file. It may be divided between two chunks. */
const fileHeader = /\r\ncontent-disposition:[^\r\n]{0,200}\bfilename\*?=/i;
const longestHeader = 300;

/** Whether the file of a request begins within this number of bytes. If no data arrives in time, the file counts as too large. */
function reachesFile(request: Request, maxBytes: number): Promise<boolean> {
  return new Promise((resolve) => {
    let readBytes = 0;
    let tail = '';
    const timer = setTimeout(() => {
      end(true);
    }, maxWaitMs).unref();
    const look = (bytes: Buffer) => {
      readBytes += bytes.length;
      const text = tail + bytes.toString('latin1');
      tail = text.slice(-longestHeader);
      if (fileHeader.test(text)) end(true);
      else if (readBytes > maxBytes) end(false);
    };
    const ended = () => {
      end(true);
    };
    function end(isReached: boolean): void {
      clearTimeout(timer);
      request.off('data', look).off('end', ended).off('close', ended).pause();
      resolve(isReached);
    }
    request.on('data', look).once('end', ended).once('close', ended).resume();
  });
}
