import { Field, Int, ObjectType, type ClassType } from 'type-graphql';
import { AppError } from '../shared/appError.js';
import type { ListOrder } from '../shared/listOrder.js';
import { textFault } from '../shared/storableText.js';

/** The default and the maximum number of nodes of a page. */
export const defaultPageSize = 50;
export const maxPageSize = 500;

/** The values of the sort key of a row, in the order of the sort; they come back in a cursor. */
export type CursorKey = readonly (string | number)[];

/** A page by keyset: rows after a key, so that neither depth nor concurrent writes repeat or lose a row. */
export interface Page<Node> {
  nodes: readonly Node[];
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  cursorOf: (node: Node) => CursorKey;
  /** Called only if the client selects `totalCount`. */
  count: () => Promise<number>;
}

/** A checked request for a page. */
export interface PageRequest {
  first: number;
  after: CursorKey | undefined;
}

/** The types of the parts of a sort key. */
export type CursorShape = readonly ('text' | 'integer')[];

/** A checked request for a page of a list with several orders. */
export interface OrderedPageRequest<Row> extends PageRequest {
  order: ListOrder<Row>;
}

interface AskedPage {
  first?: number | null;
  after?: string | null;
}

/** @throws AppError BAD_USER_INPUT for a size out of bounds or a cursor that the list did not give out. */
export function pageRequest(
  first: number | null | undefined,
  after: string | null | undefined,
  shape: CursorShape,
): PageRequest {
  return { first: pageSize(first), after: isGiven(after) ? decodeCursor(after, shape) : undefined };
}

/** The same for a list with several orders, whose cursors name theirs. */
export function orderedPageRequest<Row>({ first, after }: AskedPage, order: ListOrder<Row>): OrderedPageRequest<Row> {
  if (!isGiven(after)) return { first: pageSize(first), after: undefined, order };
  const [name] = parseCursor(after);
  if (typeof name === 'string' && name !== order.name && orderName.test(name)) throw otherOrder(name, order.name);
  const [, ...key] = decodeCursor(after, ['text', ...order.key.map(({ type }) => type)]);
  if (name !== order.name) throw foreignCursor();
  return { first: pageSize(first), after: key, order };
}

/** Makes a page of a list with several orders. */
export function orderedPage<Row>(
  rows: readonly Row[],
  request: OrderedPageRequest<Row>,
  count: () => Promise<number>,
): Page<Row> {
  const { name, key } = request.order;
  return pageOf(rows, request, { cursorOf: (row) => [name, ...key.map(({ of }) => of(row))], count });
}

const orderName = /^[A-Z_]{1,40} (?:ASC|DESC)$/;

function otherOrder(name: string, asked: string): AppError {
  return AppError.badInput(
    `The cursor in "after" belongs to the order ${name}; this list is in the order ${asked}. Ask for the order of the cursor, or leave "after" out to start this one.`,
  );
}

function isGiven(value: string | null | undefined): value is string {
  return value !== null && value !== undefined;
}

function pageSize(first: number | null | undefined): number {
  const size = first ?? defaultPageSize;
  if (size < 0 || size > maxPageSize) throw AppError.badInput(`first must be from 0 to ${maxPageSize}; it is ${size}.`);
  return size;
}

/** Builds a page from `first + 1` rows: the last one only shows that there are more. */
export function pageOf<Node>(
  rows: readonly Node[],
  request: PageRequest,
  rest: Pick<Page<Node>, 'cursorOf' | 'count'>,
): Page<Node> {
  return {
    nodes: rows.slice(0, request.first),
    hasNextPage: rows.length > request.first,
    hasPreviousPage: request.after !== undefined,
    ...rest,
  };
}

/** A page of a list that is known as a whole, in the order of its one text key. */
export function pageOfList<Node>(
  list: readonly Node[],
  request: PageRequest,
  keyOf: (node: Node) => string,
): Page<Node> {
  const after = String(request.after?.[0] ?? '');
  const rows = request.after ? list.filter((node) => keyOf(node) > after) : list;
  return pageOf(rows, request, {
    cursorOf: (node) => [keyOf(node)],
    count: () => Promise.resolve(list.length),
  });
}

export function encodeCursor(key: CursorKey): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

function decodeCursor(cursor: string, shape: CursorShape): CursorKey {
  const key = parseCursor(cursor);
  if (key.length === shape.length && shape.every((type, at) => isPart(key[at], type))) return key as CursorKey;
  throw foreignCursor();
}

/** The parts of a cursor, whatever they are; none when it is no cursor at all. */
function parseCursor(cursor: string): readonly unknown[] {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(key) ? key : [];
  } catch {
    return [];
  }
}

function foreignCursor(): AppError {
  return AppError.badInput('The cursor in "after" was not given out by this list. Use an endCursor of the same list.');
}

/** Texts and whole numbers that both databases can compare with. */
function isPart(part: unknown, type: CursorShape[number]): boolean {
  if (type === 'text') return typeof part === 'string' && textFault(part) === undefined;
  return Number.isInteger(part) && Math.abs(part as number) <= maxInteger;
}

const maxInteger = 2 ** 31 - 1;

@ObjectType({ simpleResolvers: true, description: 'Where a page stands in its list (Relay).' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether there are nodes after this page.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, {
    description: 'Whether there are nodes before this page: true if it was requested with a cursor.',
  })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'The cursor of the first node of the page.' })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'The cursor of the last node of the page.' })
  endCursor!: string | null;
}

interface Edge<Node> {
  cursor: string;
  node: Node;
}

export interface Connection<Node> {
  edges: Edge<Node>[];
  nodes: Node[];
  pageInfo: PageInfo;
  totalCount: () => Promise<number>;
}

/** Makes the Relay connection type of a node: `<Name>Connection` with `<Name>Edge`. */
export function connectionType<Node extends object>(
  NodeClass: ClassType<Node>,
  name: string,
): ClassType<Connection<Node>> {
  @ObjectType(`${name}Edge`, { simpleResolvers: true, description: `One ${name} of a page, with its cursor.` })
  class NodeEdge {
    @Field(() => String, { description: 'Pass it as "after" to continue after this node.' })
    cursor!: string;

    @Field(() => NodeClass, { description: `The ${name} itself.` })
    node!: Node;
  }

  @ObjectType(`${name}Connection`, { simpleResolvers: true, description: `A page of ${name} nodes (Relay).` })
  class NodeConnection implements Connection<Node> {
    @Field(() => [NodeEdge], { description: 'The nodes of the page, each with its cursor.' })
    edges!: Edge<Node>[];

    @Field(() => [NodeClass], { description: 'The nodes of the page.' })
    nodes!: Node[];

    @Field(() => PageInfo, { description: 'The position of the page in the list.' })
    pageInfo!: PageInfo;

    @Field(() => Int, { description: 'The number of nodes on all pages that match the filter.' })
    totalCount!: () => Promise<number>;
  }
  return NodeConnection;
}

/** Turns a page into the shape of its connection type; with `nodes`, these stand in place of the rows that were read for them. */
export function toConnection<Node>(page: Page<Node>): Connection<Node>;
export function toConnection<Row, Node>(page: Page<Row>, nodes: readonly Node[]): Connection<Node>;
export function toConnection<Node>(page: Page<unknown>, nodes = page.nodes as readonly Node[]): Connection<Node> {
  const cursors = page.nodes.map((row) => encodeCursor(page.cursorOf(row)));
  return {
    edges: nodes.map((node, index) => ({ cursor: cursors[index] ?? '', node })),
    nodes: [...nodes],
    pageInfo: {
      hasNextPage: page.hasNextPage,
      hasPreviousPage: page.hasPreviousPage,
      startCursor: cursors[0] ?? null,
      endCursor: cursors.at(-1) ?? null,
    },
    totalCount: page.count,
  };
}
