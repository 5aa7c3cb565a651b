import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../graphql/index.js';
import { StoredFile } from './storedFile.entity.js';

@Resolver(() => StoredFile)
export class StoredFileResolver {
  @FieldResolver(() => String, { description: 'Where it can be downloaded, in ranges too.' })
  url(@Root() file: StoredFile, @Ctx() { publicUrl }: RequestContext): string {
    return `${publicUrl}/downloads/${file.id}/${encodeURIComponent(file.name)}`;
  }
}
