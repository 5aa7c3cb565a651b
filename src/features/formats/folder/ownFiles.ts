import { isJsonObject, type JsonObject, type JsonValue } from '../../../shared/json.js';
import { folderOfPath, isRecordPath, nameOfPath, recordEnding, type FolderFiles } from './folderFiles.js';
import { textFilesOf } from './textFiles.js';

/**
 * Paths of the files that exports have written: those of resources with an id, and the texts beside them that are named after them. A file
 * that a person added has no id until its resource is imported and exported.
 */
export async function ownFilesIn(files: FolderFiles): Promise<string[]> {
  const own: string[] = [];
  const present = new Set(files.paths);
  for (const path of files.paths.filter(isRecordPath)) {
    const stem = nameOfPath(path).slice(0, -recordEnding.length);
    const texts = textsOf(await files.read(path));
    if (texts === undefined) continue;
    const beside = texts.filter((name): name is string => typeof name === 'string' && name.startsWith(`${stem}~`));
    own.push(path, ...beside.map((name) => folderOfPath(path) + name).filter((file) => present.has(file)));
  }
  return own;
}

/** The texts of a resource with an id; undefined for anything else, which nobody but its author removes. */
function textsOf(bytes: Buffer): JsonValue[] | undefined {
  try {
    // An editor may have put a byte order mark in front, which readers accept.
    const { kind, name, id, spec } = JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, '')) as JsonObject;
    if (typeof kind !== 'string' || typeof name !== 'string' || typeof id !== 'string') return undefined;
    return isJsonObject(spec) ? textFilesOf(spec) : [];
  } catch {
    // It is no JSON, null, or nested too deeply.
    return undefined;
  }
}
