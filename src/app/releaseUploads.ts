import type { RequestHandler } from 'express';
import Upload from 'graphql-upload/Upload.mjs';

/** What the library's file has beyond its types. */
interface BufferedFile {
  capacitor: { release: () => void };
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
    response.once('close', () => {
      for (const upload of uploads) {
        upload.promise.then(
          (file) => {
            (file as unknown as BufferedFile).capacitor.release();
          },
          () => undefined,
        );
      }
    });
    next();
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
