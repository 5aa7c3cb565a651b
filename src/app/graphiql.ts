import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { RequestHandler } from 'express';
import { Kind, parse } from 'graphql';
import { packageFile } from '../shared/packageFile.js';

const examplesFile = packageFile('examples/operations.graphql');
const variablesComment = /^# Variables: (\{.*\})\n/m;

/**
 * Draggable tabs get an offset that is applied on focus: the tab would move away from the mouse, and the click would have no effect.
 */
const steadyTabs = '.graphiql-tab { transform: none !important; }';

interface ExampleTab {
  query: string;
  /** As JSON text. */
  variables?: string;
}

/** Relative to `/graphql`, the address of the page, so that it is correct below any prefix of a proxy. */
const endpoint = 'graphql';

/** The page with all its assets: it works without internet. Built at the first request and cached compressed. */
export function graphiqlPage(): RequestHandler {
  let page: Promise<Buffer> | undefined;
  return async (request, response, next) => {
    if (request.accepts(['json', 'html']) !== 'html') {
      next();
      return;
    }
    if (request.path === '/graphql/') {
      response.redirect(308, '../graphql');
      return;
    }
    page ??= renderPage();
    response
      .set({ 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'gzip', 'x-frame-options': 'DENY' })
      .send(await page);
  };
}

/** The package, which is loaded by the first request alone, is one module of 10 MB. */
async function renderPage(): Promise<Buffer> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const defaultTabs = exampleTabs(readFileSync(examplesFile, 'utf8'));
  // The package's type lacks `defaultTabs`, which GraphiQL itself takes.
  const page = renderGraphiQL({ title: 'Waybill', endpoint, subscriptionsProtocol: 'WS', defaultTabs } as never);
  return promisify(gzip)(page.replace('</style>', `${steadyTabs}</style>`));
}

/** A tab for each operation of a document, with the comments above it; a line `# Variables: {…}` sets the variables of the tab. */
export function exampleTabs(document: string): ExampleTab[] {
  const { definitions } = parse(document);
  return definitions.flatMap((definition, index) => {
    if (definition.kind !== Kind.OPERATION_DEFINITION) return [];
    const text = document.slice(definitions[index - 1]?.loc?.end ?? 0, definition.loc?.end).trim();
    const variables = variablesComment.exec(text)?.[1];
    const query = text.replace(variablesComment, '');
    return [variables === undefined ? { query } : { query, variables: formatted(variables) }];
  });
}

function formatted(json: string): string {
  return JSON.stringify(JSON.parse(json), null, 2);
}
