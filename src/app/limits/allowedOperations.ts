/**
 * The allowed operations, and finding the one that a request means. Texts are compared in a normal form, so that whitespace, commas,
 * comments and the order of fragments make no difference; nothing else may differ.
 */
import { createHash } from 'node:crypto';
import { Kind, parse, print, separateOperations, type DocumentNode } from 'graphql';
import { refusals } from './refusals.js';

/** How a request names its operation. Not checked yet. */
export interface OperationRequest {
  query?: unknown;
  operationName?: unknown;
  extensions?: unknown;
}

/** An operation of the list, with its fragments. */
interface AllowedOperation {
  name: string;
  text: string;
}

export class AllowedOperations {
  private readonly byName = new Map<string, AllowedOperation>();
  private readonly byText = new Map<string, AllowedOperation>();
  private readonly byHash = new Map<string, AllowedOperation>();

  /** Of a document in which every operation has a name of its own. */
  constructor(document: DocumentNode) {
    for (const [name, separate] of Object.entries(separateOperations(document))) {
      const operation = { name, text: normalText(separate) };
      this.byName.set(name, operation);
      this.byText.set(operation.text, operation);
      this.byHash.set(sha256(operation.text), operation);
      // The hash that a tool computes if it extracts the operation from the file without sorting its fragments.
      this.byHash.set(sha256(print(separate)), operation);
    }
  }

  /**
   * The operation as in the list, which is executed instead of the text that was sent.
   * @throws AppError OPERATION_NOT_ALLOWED
   */
  find(request: OperationRequest): OperationRequest {
    const { query, operationName } = request;
    const isTextGiven = typeof query === 'string' && query !== '';
    const name = typeof operationName === 'string' && operationName !== '' ? operationName : undefined;
    const found = isTextGiven ? this.byText.get(sentText(query, name) ?? '') : this.persisted(request.extensions);
    if (!found || (name !== undefined && name !== found.name)) throw refusals.operationNotAllowed();
    return { query: found.text, operationName: found.name, extensions: withoutPersistedQuery(request.extensions) };
  }

  private persisted(extensions: unknown): AllowedOperation | undefined {
    const { persistedQuery } = asRecord(extensions);
    const { name, sha256Hash } = asRecord(persistedQuery);
    if (typeof sha256Hash === 'string') return this.byHash.get(sha256Hash.toLowerCase());
    return typeof name === 'string' ? this.byName.get(name) : undefined;
  }
}

/** The normal form of the named operation of a text, or of its only one. */
function sentText(query: string, name: string | undefined): string | undefined {
  try {
    const operations = separateOperations(parse(query));
    const [only, ...others] = Object.values(operations);
    const meant = name === undefined ? (others.length === 0 ? only : undefined) : operations[name];
    return meant && normalText(meant);
  } catch {
    // Not GraphQL, so not an operation of the list.
    return undefined;
  }
}

/** The operation, then its fragments by name, as graphql-js prints them. */
function normalText({ definitions }: DocumentNode): string {
  const texts = definitions.map((definition) => ({
    order: definition.kind === Kind.FRAGMENT_DEFINITION ? definition.name.value : '',
    text: print(definition),
  }));
  texts.sort((one, other) => (one.order < other.order ? -1 : 1));
  return texts.map(({ text }) => text).join('\n\n');
}

function withoutPersistedQuery(extensions: unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(asRecord(extensions)).filter(([name]) => name !== 'persistedQuery'));
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
