import { AppError } from '../shared/appError.js';
import type { JsonObject } from '../shared/json.js';
import type { BatchRead, RequestContext } from './requestLoaders.js';

/** A column of JSON texts: how large they are, which is asked first, and the texts. */
export interface StoredJson {
  sizesByIds: BatchRead<string, number>;
  textsByIds: BatchRead<string, string>;
}

/**
 * A stored JSON object, for an answer. Its size is counted before it is read.
 * @throws GraphQLError ANSWER_TOO_LARGE
 */
export async function readStoredJson(
  { answer, loaders }: Pick<RequestContext, 'answer' | 'loaders'>,
  { sizesByIds, textsByIds }: StoredJson,
  id: string,
): Promise<JsonObject> {
  const sizeBytes = await loaders.load(sizesByIds, id);
  await answer.takeBytes(sizeBytes ?? 0);
  const text = await loaders.load(textsByIds, id);
  // A mutation may change it before the same request asks again.
  loaders.forget(sizesByIds, id);
  loaders.forget(textsByIds, id);
  if (text === null) throw AppError.notFound('What was asked for');
  return JSON.parse(text) as JsonObject;
}
