/**
 * Sends one operation of operations.graphql to the server, and prints what came back.
 *
 *   node examples/ask.mjs <operation> ['<variables as JSON>'] [<place>]
 *
 * A place, such as `projects.totalCount` or `projects.edges.0.node.key`, prints that one value alone, for a shell variable. A
 * subscription prints each event on a line until it ends. The address is http://127.0.0.1:4000/graphql, or WAYBILL_URL; the token
 * is WAYBILL_TOKEN.
 */
import { readFileSync } from 'node:fs';
import { getOperationAST, parse, print } from 'graphql';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

const url = process.env.WAYBILL_URL ?? 'http://127.0.0.1:4000/graphql';
const authorization = `Bearer ${process.env.WAYBILL_TOKEN ?? ''}`;
const lineWidth = 120;

async function main([operationName, variablesText = '{}', place]) {
  const document = parse(readFileSync(new URL('operations.graphql', import.meta.url), 'utf8'));
  const operation = getOperationAST(document, operationName);
  if (!operation) {
    const names = document.definitions.map((definition) => definition.name.value);
    throw new Error(`Name one of the operations: ${names.join(', ')}`);
  }
  const request = { query: print(operation), variables: JSON.parse(variablesText) };
  if (operation.operation === 'subscription') await watch(request);
  else show(await send(request), place);
}

async function send(request) {
  const headers = { 'content-type': 'application/json', accept: 'application/json', authorization };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(request) });
  return response.json();
}

async function watch(request) {
  const socket = { webSocketImpl: WebSocket, retryAttempts: 0, connectionParams: { authorization } };
  const client = createClient({ url: url.replace(/^http/, 'ws'), ...socket });
  for await (const { data, errors } of client.iterate(request)) {
    if (errors) throw new Error(errors.map(({ message }) => message).join(' '));
    console.log(JSON.stringify(Object.values(data)[0]));
  }
  await client.dispose();
}

function show({ data, errors }, place) {
  if (errors) throw new Error(errors.map(({ message }) => message).join(' '));
  const value = place?.split('.').reduce((inner, key) => inner?.[key], data);
  if (place !== undefined && value === undefined) throw new Error(`Nothing at ${place} in ${layOut(data)}`);
  const text = place === undefined ? layOut(data) : value;
  console.log(typeof text === 'object' ? layOut(text) : text);
}

/** JSON in which everything that fits stands on one line. */
function layOut(value, indent = '') {
  const flat = flatten(value);
  if (typeof value !== 'object' || value === null || indent.length + flat.length <= lineWidth) return flat;
  const inner = `${indent}  `;
  const members = Object.entries(value).map(
    ([key, member]) => (Array.isArray(value) ? '' : `"${key}": `) + layOut(member, inner),
  );
  const [start, end] = Array.isArray(value) ? '[]' : '{}';
  return `${start}\n${members.map((member) => inner + member).join(',\n')}\n${indent}${end}`;
}

function flatten(value) {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(flatten).join(', ')}]`;
  const members = Object.entries(value).map(([key, member]) => `"${key}": ${flatten(member)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(error.cause ? `${url} does not answer: ${error.cause.message}` : error.message);
  process.exitCode = 1;
}
