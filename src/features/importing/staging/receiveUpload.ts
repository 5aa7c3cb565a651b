import path from 'node:path';
import type { FileUpload } from '../../../graphql/index.js';
import { AppError } from '../../../shared/appError.js';
import { newId } from '../../../shared/clock.js';
import { errorProblem, type Problem } from '../../../shared/problem.js';
import { storableText } from '../../../shared/storableText.js';
import type { FileStore, FileTarget, WrittenFile } from '../../files/index.js';

/** A completely received file, stored under its id. */
export interface ReceivedUpload extends WrittenFile {
  id: string;
  name: string;
  mediaType: string;
}

/**
 * Browsers derive the media type of a table from the program that opens it, so this list is wide. The format is detected from
 * the content.
 */
const readableMediaTypes = new Set([
  'application/json',
  'application/jsonl',
  'application/x-ndjson',
  'application/x-jsonlines',
  'application/ndjson',
  'application/csv',
  'application/zip',
  'application/x-zip',
  'application/x-zip-compressed',
  'application/octet-stream',
  'application/vnd.ms-excel',
]);
const readableFamilies = [
  /^text\/[\w.+-]+$/,
  /^application\/[\w.+-]+\+json$/,
  /^application\/vnd\.openxmlformats-officedocument\.[\w.-]+$/,
  /^application\/vnd\.oasis\.opendocument\.[\w.-]+$/,
];

function isReadable(mediaType: string): boolean {
  const known = mediaType.toLowerCase();
  return readableMediaTypes.has(known) || readableFamilies.some((family) => family.test(known));
}

/**
 * Streams an upload into the store. An unsupported media type, an empty file and an incomplete upload are problems.
 * @throws AppError FILE_TOO_LARGE for a file of more than `maxBytes`
 */
export async function receiveUpload(
  upload: FileUpload,
  { fileStore, maxBytes }: { fileStore: FileStore; maxBytes: number },
): Promise<{ upload: ReceivedUpload; problems: [] } | { upload: null; problems: Problem[] }> {
  const mediaType = upload.mimetype.split(';')[0]?.trim() ?? '';
  if (mediaType !== '' && !isReadable(mediaType)) {
    return { upload: null, problems: [unreadable(mediaType)] };
  }
  const id = newId();
  const written = await writeUpload(upload, { target: fileStore.file(id), maxBytes });
  if ('code' in written) return { upload: null, problems: [written] };
  if (written.sizeBytes === 0) {
    await fileStore.remove([id]);
    return { upload: null, problems: [empty()] };
  }
  return {
    upload: { id, name: safeName(upload.filename), mediaType: mediaType || 'application/octet-stream', ...written },
    problems: [],
  };
}

async function writeUpload(
  upload: FileUpload,
  { target, maxBytes }: { target: FileTarget; maxBytes: number },
): Promise<WrittenFile | Problem> {
  try {
    return await target.writeStream(() => upload.createReadStream());
  } catch (error) {
    const status = (error as { status?: unknown }).status;
    if (status === 413) throw AppError.fileTooLarge(maxBytes);
    if (status === 499) return cutOff();
    throw error;
  }
}

/** The last segment of the name, without characters that could break a header or a path. */
function safeName(fileName: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what it removes
  const name = path.posix.basename(fileName.replaceAll('\\', '/')).replaceAll(/[\u0000-\u001f\u007f"<>|:*?]/g, '_');
  // `slice` may cut a surrogate pair in half.
  return storableText(name.slice(0, 200)) || 'upload.json';
}

const inFile = { path: ['input', 'file'] };

function unreadable(mediaType: string): Problem {
  return errorProblem('MEDIA_TYPE_UNSUPPORTED', `Files of type ${mediaType.slice(0, 100)} can't be imported.`, {
    ...inFile,
    fix: 'Upload a JSON, JSON Lines or CSV file, or a ZIP archive of such files.',
  });
}

function empty(): Problem {
  return errorProblem('FILE_EMPTY', 'The file is empty.', {
    originalCode: 'importFileInvalid',
    ...inFile,
    fix: 'Upload a file that was exported before.',
  });
}

function cutOff(): Problem {
  return errorProblem('UPLOAD_INCOMPLETE', 'The upload ended before the file was complete.', {
    ...inFile,
    fix: 'Upload it again.',
  });
}
