/**
 * Sends one operation of operations.graphql to the server, and prints what came back.
 *
 *   node examples/ask.mjs <operation> ['<variables as JSON>'] [<place>] [<file>]
 *
 * A place, such as `projects.totalCount` or `projects.edges.0.node.key`, prints that one value alone, for a shell variable. A file is
 * uploaded as the variable `input.file`. A subscription prints each event on a line until it ends. The address is
 * http://127.0.0.1:4000/graphql, or WAYBILL_URL; the token is WAYBILL_TOKEN. What goes wrong is told in the words of the server, on
 * stderr, and the exit code is 1 then.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { getOperationAST, parse, print } from 'graphql';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

const url = process.env.WAYBILL_URL ?? 'http://127.0.0.1:4000/graphql';
const token = process.env.WAYBILL_TOKEN ?? '';
const authorization = `Bearer ${token}`;
const lineWidth = 120;

async function main([operationName, variablesText = '{}', place, file]) {
  if (token === '') throw new Error('Set WAYBILL_TOKEN to the token that the first start of the server has shown.');
  if (!URL.canParse(url)) throw new Error(`WAYBILL_URL is "${url}", which is no address.`);
  const document = parse(readFileSync(new URL('operations.graphql', import.meta.url), 'utf8'));
  const operation = getOperationAST(document, operationName);
  if (!operation) {
    const names = document.definitions.map((definition) => definition.name.value);
    throw new Error(`Name one of the operations: ${names.join(', ')}`);
  }
  const [query, variables] = [print(operation), variablesIn(variablesText)];
  // The variables go out as they were written: a number of many digits would be another one when it was read and written again.
  const body = `{"query":${JSON.stringify(query)},"variables":${variablesText}}`;
  if (operation.operation === 'subscription') await watch({ query, variables });
  else show(await send(file === undefined ? requestOf(body) : uploadOf(body, file)), place);
}

/** An id that was not found before leaves a gap in the text, which is worth a sentence of its own. */
function variablesIn(text) {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`The variables are no JSON (${error.message}): ${text}`, { cause: error });
  }
}

function requestOf(body) {
  return { headers: { 'content-type': 'application/json' }, body };
}

/** As https://github.com/jaydenseric/graphql-multipart-request-spec has it. The header is one that no foreign web page could set. */
function uploadOf(operations, file) {
  const body = new FormData();
  body.append('operations', operations);
  body.append('map', JSON.stringify({ 0: ['variables.input.file'] }));
  body.append('0', new Blob([bytesOf(file)]), path.basename(file));
  return { headers: { 'apollo-require-preflight': 'true' }, body };
}

function bytesOf(file) {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new Error(`The file can't be read: ${error.message}.`, { cause: error });
  }
}

async function send({ headers, body }) {
  const sent = { accept: 'application/json', authorization, ...headers };
  const response = await fetch(url, { method: 'POST', headers: sent, body });
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(
      `${url} answers ${response.status}, and not as a Waybill server does. Is it the address in WAYBILL_URL? It ends in /graphql.`,
    );
  }
}

async function watch(request) {
  const socket = { webSocketImpl: WebSocket, retryAttempts: 0, connectionParams: { authorization } };
  const client = createClient({ url: url.replace(/^http/, 'ws'), ...socket });
  for await (const { data, errors } of client.iterate(request)) {
    if (errors) throw new Error(sentencesOf(errors));
    console.log(JSON.stringify(Object.values(data)[0]));
  }
  await client.dispose();
}

function show({ data, errors }, place) {
  if (errors) throw new Error(sentencesOf(errors));
  const value = place?.split('.').reduce((inner, key) => inner?.[key], data);
  if (place !== undefined && (value === undefined || value === null)) {
    const problems = Object.values(data).flatMap((field) => field?.problems ?? []);
    throw new Error(problems.length > 0 ? sentencesOf(problems) : `Nothing at ${place} in ${layOut(data)}`);
  }
  const text = place === undefined ? layOut(data) : value;
  console.log(typeof text === 'object' ? layOut(text) : text);
}

function sentencesOf(faults) {
  return faults
    .map(({ message, fix, extensions }) => [message, fix ?? extensions?.fix ?? ''].join(' ').trim())
    .join('\n');
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

/** Of an error; of how a WebSocket was closed or not opened; of a connection that `fetch` did not get. */
function sentenceOf(thrown) {
  const { reason, cause, error } = thrown;
  if (reason) return reason;
  if (Array.isArray(thrown)) return sentencesOf(thrown);
  // What `fetch` throws says only that it failed.
  const fault = thrown instanceof TypeError ? cause : error;
  return fault
    ? `${url} does not answer: ${fault.message || fault.code}`
    : (thrown.message ?? `The server closed the connection (${thrown.code}).`);
}

try {
  await main(process.argv.slice(2));
} catch (thrown) {
  console.error(sentenceOf(thrown));
  process.exitCode = 1;
}
