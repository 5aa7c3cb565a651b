/**
 * The requests to an object store: all that this server asks of S3. Only this module knows the client, and it is loaded when a store is
 * used for the first time (0052). Faults are AppErrors; a request that may succeed later was tried four times.
 */
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  ListMultipartUploadsCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { AppError } from '../../../shared/appError.js';
import type { S3Place } from '../../../shared/filesPlace.js';
import { inSpan } from '../../../shared/spans.js';
import type { ByteRange } from '../fileBytes.js';

const maxAttempts = 4;
const connectTimeoutMs = 3000;
/** Without a byte in either direction. */
const stallTimeoutMs = 30_000;

export interface FoundObject {
  key: string;
  sizeBytes: number;
  writtenMs: number;
}

export interface OpenUpload {
  key: string;
  uploadId: string;
  startedMs: number;
}

/** A part of an object, and the size of the whole. */
export interface ObjectPart {
  bytes: Buffer;
  totalBytes: number;
}

export class S3Api {
  private readonly client: S3Client;
  private readonly bucket: string;

  constructor({ bucket, endpoint, region, isPathStyle, credentials }: S3Place) {
    this.bucket = bucket;
    this.client = new S3Client({
      ...(endpoint !== undefined && { endpoint }),
      ...(region !== undefined && { region }),
      ...(credentials && { credentials }),
      forcePathStyle: isPathStyle,
      maxAttempts,
      // Many stores know no other checksum than the signature, which covers the bytes.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      requestHandler: { connectionTimeout: connectTimeoutMs, socketTimeout: stallTimeoutMs },
    });
  }

  async put(key: string, body: Buffer): Promise<void> {
    await told('PutObject', () => this.client.send(new PutObjectCommand({ ...this.at(key), Body: body })));
  }

  /** False if there is an object of that name. Stores that do not know the condition replace it. */
  async putNew(key: string, body: Buffer): Promise<boolean> {
    const command = new PutObjectCommand({ ...this.at(key), Body: body, IfNoneMatch: '*' });
    return told('PutObject', () =>
      this.client.send(command).then(
        () => true,
        (error: unknown) => {
          if (statusOf(error) === 412 || statusOf(error) === 409) return false;
          throw error;
        },
      ),
    );
  }

  /** A range of an object, as far as the object has it; undefined if there is no such object. */
  async get(key: string, range: ByteRange, signal?: AbortSignal): Promise<ObjectPart | undefined> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.getOnce(key, range, signal);
      } catch (error) {
        if (statusOf(error) === 416) return { bytes: Buffer.alloc(0), totalBytes: range.start };
        if (error instanceof S3ServiceException && error.name === 'NoSuchKey') return undefined;
        // The client repeats requests, and not answers that break off.
        const isFinal = error instanceof S3ServiceException || attempt === maxAttempts || signal?.aborted === true;
        if (isFinal) throw meaningOf(error);
      }
    }
  }

  private async getOnce(key: string, { start, end }: ByteRange, signal?: AbortSignal): Promise<ObjectPart> {
    const command = new GetObjectCommand({ ...this.at(key), Range: `bytes=${start}-${end}` });
    const found = await inSpan({ name: 's3 GetObject', kind: 'CLIENT' }, () =>
      this.client.send(command, { ...(signal && { abortSignal: signal }) }),
    );
    const bytes = Buffer.from((await found.Body?.transformToByteArray()) ?? []);
    const { ContentLength = bytes.length } = found;
    if (bytes.length !== ContentLength) throw new Error('The answer of the store was cut off.');
    return { bytes, totalBytes: Number(found.ContentRange?.split('/')[1] ?? bytes.length) };
  }

  async remove(key: string): Promise<void> {
    await told('DeleteObject', () => this.client.send(new DeleteObjectCommand(this.at(key))));
  }

  /** Objects whose key begins with the prefix and has no slash after it. */
  async *list(prefix: string): AsyncGenerator<FoundObject> {
    for (let token: string | undefined; ;) {
      const command = new ListObjectsV2Command({
        ...{ Bucket: this.bucket, Prefix: prefix, Delimiter: '/' },
        ...(token !== undefined && { ContinuationToken: token }),
      });
      const page = await told('ListObjectsV2', () => this.client.send(command));
      for (const { Key, Size, LastModified } of page.Contents ?? [])
        yield { key: Key ?? '', sizeBytes: Size ?? 0, writtenMs: LastModified?.getTime() ?? 0 };
      if (page.IsTruncated !== true || page.NextContinuationToken === undefined) return;
      token = page.NextContinuationToken;
    }
  }

  async begin(key: string): Promise<string> {
    const { UploadId } = await told('CreateMultipartUpload', () =>
      this.client.send(new CreateMultipartUploadCommand(this.at(key))),
    );
    return UploadId ?? '';
  }

  /** Returns the tag of the part. Parts are counted from 1. */
  async putPart(
    key: string,
    { uploadId, number }: { uploadId: string; number: number },
    body: Buffer,
  ): Promise<string> {
    const command = new UploadPartCommand({ ...this.at(key), UploadId: uploadId, PartNumber: number, Body: body });
    const { ETag } = await told('UploadPart', () => this.client.send(command));
    return ETag ?? '';
  }

  async complete(key: string, uploadId: string, tags: readonly string[]): Promise<void> {
    const parts = tags.map((tag, place) => ({ ETag: tag, PartNumber: place + 1 }));
    const command = new CompleteMultipartUploadCommand({
      ...this.at(key),
      UploadId: uploadId,
      MultipartUpload: { Parts: parts },
    });
    await told('CompleteMultipartUpload', () => this.client.send(command));
  }

  async abort(key: string, uploadId: string): Promise<void> {
    const command = new AbortMultipartUploadCommand({ ...this.at(key), UploadId: uploadId });
    await told('AbortMultipartUpload', () =>
      this.client.send(command).catch((error: unknown) => {
        if (statusOf(error) !== 404) throw error;
      }),
    );
  }

  /** None where the store cannot list them: it has to end them by a rule of its own. */
  async *openUploads(prefix: string): AsyncGenerator<OpenUpload> {
    for (let from: { KeyMarker?: string; UploadIdMarker?: string } = {}; ;) {
      const command = new ListMultipartUploadsCommand({ Bucket: this.bucket, Prefix: prefix, ...from });
      const page = await told('ListMultipartUploads', () => this.client.send(command).catch(unlessUnknown));
      for (const { Key, UploadId, Initiated } of page?.Uploads ?? [])
        yield { key: Key ?? '', uploadId: UploadId ?? '', startedMs: Initiated?.getTime() ?? 0 };
      if (page?.IsTruncated !== true || page.NextKeyMarker === undefined) return;
      from = {
        KeyMarker: page.NextKeyMarker,
        ...(page.NextUploadIdMarker && { UploadIdMarker: page.NextUploadIdMarker }),
      };
    }
  }

  private at(key: string): { Bucket: string; Key: string } {
    return { Bucket: this.bucket, Key: key };
  }
}

function statusOf(error: unknown): number | undefined {
  return error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;
}

/** A store need not know every request. */
function unlessUnknown(error: unknown): undefined {
  if (statusOf(error) !== 501) throw error;
}

/** Asks the store. The span has the name of the request. */
async function told<T>(name: string, ask: () => Promise<T>): Promise<T> {
  try {
    return await inSpan({ name: `s3 ${name}`, kind: 'CLIENT' }, ask);
  } catch (error) {
    throw meaningOf(error);
  }
}

function meaningOf(error: unknown): AppError {
  return AppError.filesUnavailable(reasonOf(error), error);
}

/** A word that operators find in the documentation of their store or system. */
function reasonOf(error: unknown): string {
  const { name, code } = error as { name?: unknown; code?: unknown };
  if (typeof code === 'string') return code;
  return typeof name === 'string' && name !== 'Error' ? name : 'no whole answer';
}
