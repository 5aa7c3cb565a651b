import type { RequestContext } from '../../graphql/index.js';
import { AppError } from '../../shared/appError.js';
import type { JsonObject } from '../../shared/json.js';
import type { ResourceRepository } from './resource.repository.js';

/**
 * The spec of a content, for an answer. Its size is counted before it is read.
 * @throws GraphQLError ANSWER_TOO_LARGE
 */
export async function readSpec(
  { contentFactsByIds, contentsByIds }: Pick<ResourceRepository, 'contentFactsByIds' | 'contentsByIds'>,
  { answer, loaders }: Pick<RequestContext, 'answer' | 'loaders'>,
  contentId: number,
): Promise<JsonObject> {
  const facts = await loaders.load(contentFactsByIds, contentId);
  await answer.takeBytes(facts?.specBytes ?? 0);
  const content = await loaders.load(contentsByIds, contentId);
  loaders.forget(contentsByIds, contentId);
  if (!content) throw AppError.internal(`Content ${contentId} is gone.`);
  return JSON.parse(content.spec) as JsonObject;
}
