/** Where stored files are, and the declarations of the settings that say so; see config.ts. */
import path from 'node:path';
import type { SettingReader } from './settingReader.js';

/** Plain data: workers get it. */
export type FilesPlace = FolderPlace | S3Place;

export interface FolderPlace {
  type: 'FOLDER';
  folder: string;
  /** The folder with the id of the instance that it belongs to. */
  claimed: string;
  /** The setting that names it. */
  setting: 'WAYBILL_DATA_DIR' | 'WAYBILL_FILES_URL';
}

/** A bucket, or a part of one, in an object store that speaks S3. */
export interface S3Place {
  type: 'S3';
  bucket: string;
  /** Before each name: empty, or with a slash at its end. */
  prefix: string;
  /** Undefined: that of AWS. */
  endpoint: string | undefined;
  /** Undefined: what the environment of AWS says. */
  region: string | undefined;
  /** Whether the bucket is named in the path, and not in the host. */
  isPathStyle: boolean;
  /** Undefined: what the environment of AWS says. */
  credentials: { accessKeyId: string; secretAccessKey: string } | undefined;
}

/** The stored files of a data folder, or of a backup. */
export function filesIn(dataDir: string): FolderPlace {
  return { type: 'FOLDER', folder: path.join(dataDir, 'files'), claimed: dataDir, setting: 'WAYBILL_DATA_DIR' };
}

export function filesSettings(reader: SettingReader, dataDir: string): FilesPlace {
  const url = reader.optional('WAYBILL_FILES_URL', {
    unset: '`files` in the data folder',
    values: 'path or `s3://bucket/prefix`',
    about:
      'Where uploads and results are: a folder, or a bucket of an [object store](operating.md#files-in-an-object-store).',
  });
  const s3 = s3Settings(reader);
  const place = url === undefined ? undefined : placeInBucket(url);
  if (place) return { type: 'S3', ...place, ...s3 };
  // A scheme has two letters or more: one letter names a drive.
  if (/^[a-z][a-z0-9+.-]+:/i.test(url ?? '')) reader.tell(wrongUrl);
  else if (s3.endpoint !== undefined || s3.region !== undefined || s3.credentials) reader.tell(withoutBucket);
  if (url === undefined) return filesIn(dataDir);
  const folder = path.resolve(url);
  return { type: 'FOLDER', folder, claimed: folder, setting: 'WAYBILL_FILES_URL' };
}

function s3Settings(reader: SettingReader): Omit<S3Place, 'type' | 'bucket' | 'prefix'> {
  const endpoint = reader.url('WAYBILL_S3_ENDPOINT', {
    unset: 'that of AWS',
    about: 'Where the object store is, such as MinIO, Garage or Ceph.',
  });
  const region = reader.optional('WAYBILL_S3_REGION', {
    unset: '`us-east-1` with an endpoint, else `AWS_REGION`',
    about: 'Region of the bucket.',
  });
  const isPathStyle = reader.boolean('WAYBILL_S3_PATH_STYLE', {
    fallback: false,
    about: 'Names the bucket in the path of an address, and not in its host. Most stores other than AWS need it.',
  });
  const accessKeyId = reader.optional('WAYBILL_S3_ACCESS_KEY_ID', {
    unset: 'as for the tools of AWS: `AWS_ACCESS_KEY_ID`, or the role of the machine',
    about: 'The id of the access key.',
  });
  const secretAccessKey = reader.optional('WAYBILL_S3_SECRET_ACCESS_KEY', {
    unset: 'none; required with `WAYBILL_S3_ACCESS_KEY_ID`',
    about: 'The secret of the access key.',
  });
  if ((accessKeyId === undefined) !== (secretAccessKey === undefined)) reader.tell(halfOfKey);
  const isWhole = accessKeyId !== undefined && secretAccessKey !== undefined;
  return {
    endpoint,
    region: region ?? (endpoint === undefined ? undefined : 'us-east-1'),
    isPathStyle,
    credentials: isWhole ? { accessKeyId, secretAccessKey } : undefined,
  };
}

/** Undefined for what is no address of a bucket. Clients resolve the dots of a path before they ask: such a name leads elsewhere. */
function placeInBucket(url: string): Pick<S3Place, 'bucket' | 'prefix'> | undefined {
  const [, bucket = '', prefix = ''] = /^s3:\/\/([a-zA-Z0-9][\w.-]*[a-zA-Z0-9])(?:\/(.*))?$/.exec(url) ?? [];
  const parts = prefix.split('/').filter((part) => part !== '');
  const hasDots = bucket.includes('..') || parts.some((part) => part === '.' || part === '..');
  if (bucket.length < 3 || bucket.length > 63 || hasDots) return undefined;
  return { bucket, prefix: parts.map((part) => `${part}/`).join('') };
}

const halfOfKey = 'WAYBILL_S3_ACCESS_KEY_ID and WAYBILL_S3_SECRET_ACCESS_KEY belong together; set both or none.';

const withoutBucket =
  'Settings that begin with WAYBILL_S3_ are set, but WAYBILL_FILES_URL names no bucket; set it to s3://bucket/prefix, or remove them.';

/** Does not show the address: it may contain a password. */
const wrongUrl =
  'WAYBILL_FILES_URL must be the path of a folder, or of the form s3://bucket/prefix: no user in it, and no "." or ".." between slashes.';
