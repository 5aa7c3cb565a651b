import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import type { RequestHandler } from 'express';
import { Kind, parse, print } from 'graphql';

/** The page, with everything that it needs: it works without internet. Made when first asked for, and kept compressed. */
export function graphiqlPage(endpoint: string): RequestHandler {
  let page: Buffer | undefined;
  return (request, response, next) => {
    if (request.accepts(['json', 'html']) !== 'html') {
      next();
      return;
    }
    page ??= gzipSync(
      renderGraphiQL({ title: 'Waybill', endpoint, subscriptionsProtocol: 'WS', defaultTabs: exampleTabs() } as never),
    );
    response
      .set({ 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'gzip', 'x-frame-options': 'DENY' })
      .send(page);
  };
}

/** A tab for each ready-made operation of `examples/operations.graphql`, so that the whole story can be clicked through. */
function exampleTabs(): { query: string; variables?: string }[] {
  const text = readFileSync(new URL('../../../examples/operations.graphql', import.meta.url), 'utf8');
  const document = parse(text);
  return document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? [{ query: print(definition) }] : [],
  );
}
