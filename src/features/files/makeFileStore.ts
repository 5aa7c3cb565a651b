import type { FilesPlace } from '../../shared/filesPlace.js';
import type { FileStore } from './fileStore.js';
import { FolderStore } from './folderStore.js';
import { S3Store } from './s3/s3Store.js';

/** The store that the settings name. Nothing is opened or loaded before it is used. */
export function makeFileStore(place: FilesPlace): FileStore {
  return place.type === 'S3' ? new S3Store(place) : new FolderStore(place);
}
