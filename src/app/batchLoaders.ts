import type { ApolloServerPlugin } from '@apollo/server';
import { RequestLoaders } from '../graphql/index.js';
import type { ServerContext } from './context.js';

/** Gives each operation of a batch loaders of its own: what one has read may be changed by another, which runs beside it. */
export function batchLoadersPlugin(): ApolloServerPlugin<ServerContext> {
  return {
    requestDidStart: ({ contextValue, requestIsBatched }) => {
      if (requestIsBatched) contextValue.loaders = new RequestLoaders();
      return Promise.resolve();
    },
  };
}
