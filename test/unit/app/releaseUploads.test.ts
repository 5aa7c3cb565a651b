import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import type { Request, Response } from 'express';
import Upload from 'graphql-upload/Upload.mjs';
import { releaseUploads } from '../../../src/app/releaseUploads.js';

/** A response as far as the handler knows it. */
class FakeResponse extends PassThrough {}

/** The temporary file of an upload, as the library hands it out. */
class FakeCapacitor extends PassThrough {
  releaseCount = 0;

  release(): void {
    this.releaseCount += 1;
  }
}

async function handled(response: FakeResponse): Promise<FakeCapacitor> {
  const upload = new Upload();
  const capacitor = new FakeCapacitor();
  const next = jest.fn();
  const request = { body: { variables: { input: { file: upload } } } };
  await releaseUploads()(request as Request, response as unknown as Response, next);
  expect(next).toHaveBeenCalledTimes(1);
  // The file begins after the operations were read.
  upload.resolve({ capacitor, createReadStream: () => new PassThrough() } as never);
  await upload.promise;
  return capacitor;
}

describe('the temporary file of an upload', () => {
  it('is kept while the answer is made, and given back once the response is closed', async () => {
    const response = new FakeResponse();
    const capacitor = await handled(response);
    expect(capacitor.releaseCount).toBe(0);
    response.destroy();
    await once(response, 'close');
    await new Promise(setImmediate);
    expect(capacitor.releaseCount).toBe(1);
  });

  it('is given back where the response was closed before the operations were read', async () => {
    const response = new FakeResponse();
    response.destroy();
    await once(response, 'close');
    const capacitor = await handled(response);
    await new Promise(setImmediate);
    expect(capacitor.releaseCount).toBe(1);
  });
});
