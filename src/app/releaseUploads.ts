import type { EventEmitter } from 'node:events';
import { fstatSync } from 'node:fs';
import type { RequestHandler } from 'express';
import Upload from 'graphql-upload/Upload.mjs';
import type { FileUpload } from '../graphql/index.js';
import { AppError } from '../shared/appError.js';

/** What the library's file has beyond its types: it is written to the folder for temporary files while it arrives. */
interface BufferedFile extends Pick<FileUpload, 'createReadStream'> {
  capacitor: EventEmitter & {
    destroyed: boolean;
    _fd: number | null;
    _pos: number;
    release: () => void;
    destroy: (error: Error) => void;
  };
}

/** An operation names few uploads, and near its top: so many values are looked at to find them. */
const maxVisited = 10_000;

/**
 * Gives the temporary files of uploads back once the answer is sent. The upload library does so for files that have begun by then;
 * where an operation is refused at once (a variable of the wrong type), the file begins after the answer, and would stay for ever.
 */
export function releaseUploads(): RequestHandler {
  return (request, response, next) => {
    const uploads = uploadsIn(request.body);
    for (const { promise } of uploads)
      promise.then(
        (file) => {
          endWhenDiskIsFull(file as unknown as BufferedFile);
          readOnce(file as unknown as BufferedFile);
        },
        () => undefined,
      );
    const release = () => {
      for (const { promise } of uploads) {
        promise.then(
          (file) => {
            (file as unknown as BufferedFile).capacitor.release();
          },
          () => undefined,
        );
      }
    };
    // A connection that broke while the operations were read has closed the response before anybody could listen.
    if (response.closed) release();
    else response.once('close', release);
    next();
  };
}

/**
 * Ends the reading of a file that can't be written while it arrives. The library would let its reader wait for ever, and takes a part
 * that was written for the whole.
 */
function endWhenDiskIsFull(file: BufferedFile): void {
  const { capacitor } = file;
  const { createReadStream } = file;
  let fault: Error | undefined;
  const end = (error: Error) => {
    if (fault) return;
    fault = error;
    capacitor.destroy(error);
  };
  capacitor.on('error', end);
  capacitor.on('write', () => {
    if (!capacitor.destroyed && capacitor._fd !== null && fstatSync(capacitor._fd).size < capacitor._pos) {
      end(Object.assign(new Error('A part of an upload could not be written.'), { code: 'ENOSPC' }));
    }
  });
  file.createReadStream = (options) => {
    if (fault) throw fault;
    return createReadStream(options);
  };
}

/** Several fields of a request may use the same upload: each would store the whole file again. */
function readOnce(file: BufferedFile): void {
  const { createReadStream } = file;
  let isTaken = false;
  file.createReadStream = (options) => {
    if (isTaken)
      throw AppError.badInput(
        'The upload is already used by another field of this request. Upload the file once for each field.',
      );
    isTaken = true;
    return createReadStream(options);
  };
}

function uploadsIn(body: unknown): Upload[] {
  const uploads: Upload[] = [];
  const open = [body];
  for (let visited = 0; open.length > 0 && visited < maxVisited; visited += 1) {
    const value = open.pop();
    if (value instanceof Upload) uploads.push(value);
    else if (typeof value === 'object' && value !== null)
      open.push(...Object.values(value as Record<string, unknown>).slice(0, maxVisited));
  }
  return uploads;
}
