/** Requests made from the schema: random operations, arguments, variables and headers, in lists that no request may hold, over HTTP and WebSocket, and malformed. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  buildSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';

const schemaFile = path.resolve(import.meta.dirname, '../schema.graphql');
/** Would end what the run itself needs. */
const spared = new Set(['revokeToken', 'setSuperuser', 'discardImport']);
const texts = [
  ...[
    '',
    'x',
    ' ',
    '\0',
    '\ud800',
    '%',
    "' OR 1=1 --",
    '𝒳',
    'ė',
    '__proto__',
    '2024-01-01T00:00:00Z',
    'fast-data/ErSchema',
    'objects/ObjectEntry',
  ],
  ...['x'.repeat(300), 'x'.repeat(70_000), 'http://127.0.0.1/', 'W10', Buffer.from('[1e999]').toString('base64url')],
];
const maxListLength = 4_000_000;
const numbers = [0, 1, 2, 50, 500, -1, 2_147_483_647, 2_147_483_648, -2_147_483_649, 1.5, 1e300];

export class RequestMaker {
  schema = buildSchema(readFileSync(schemaFile, 'utf8'));

  /** @param ids of things that there are, by the name of the argument that may name them */
  constructor(ids) {
    this.ids = ids;
    this.allIds = Object.values(ids).flat();
  }

  /** One operation, as JSON of GraphQL over HTTP. */
  operation(random, root = random.pick(['query', 'query', 'mutation'])) {
    const type = {
      query: this.schema.getQueryType(),
      mutation: this.schema.getMutationType(),
      subscription: this.schema.getSubscriptionType(),
    }[root];
    const fields = Object.values(type.getFields()).filter(({ name }) => !spared.has(name));
    const variables = {};
    const declared = [];
    const parts = Array.from({ length: root === 'subscription' ? 1 : 1 + random.below(3) }, (_, at) => {
      const field = random.pick(fields);
      return `a${at}: ${this.field(field, { random, variables, declared, depth: 0 })}`;
    });
    const head = declared.length === 0 ? '' : `(${declared.join(', ')})`;
    const query = `${root} O${head} { ${parts.join(' ')} }`;
    return {
      query: random.chance(0.04) ? this.damaged(query, random) : query,
      variables,
      ...(random.chance(0.1) && { operationName: random.pick(['O', 'P', '', 1]) }),
    };
  }

  field(field, at) {
    const { random, variables, declared } = at;
    const given = field.args.filter(({ type }) => isNonNullType(type) || random.chance(0.5));
    const passed = given.map(({ name, type }) => {
      const variable = `v${declared.length}`;
      declared.push(`$${variable}: ${type}`);
      variables[variable] = this.value(type, name, random);
      return `${name}: $${variable}`;
    });
    const head = `${field.name}${passed.length === 0 ? '' : `(${passed.join(', ')})`}`;
    return isCompositeType(getNamedType(field.type)) ? `${head} ${this.selection(getNamedType(field.type), at)}` : head;
  }

  selection(type, at) {
    const { random } = at;
    const fields = typeof type.getFields === 'function' ? Object.values(type.getFields()) : [];
    const open = at.depth >= 4 ? fields.filter((field) => !isCompositeType(getNamedType(field.type))) : fields;
    const chosen = open.filter(() => random.chance(0.4)).slice(0, 6);
    const inner = chosen.map((field, place) => `f${place}: ${this.field(field, { ...at, depth: at.depth + 1 })}`);
    return `{ __typename ${inner.join(' ')} }`;
  }

  value(declaredType, name, random) {
    if (random.chance(0.03)) return random.pick([null, 1, 'x', [], {}, true]);
    const type = getNullableType(declaredType);
    if (isListType(type)) {
      const length = random.chance(0.02) ? random.pick([1001, 40_000]) : random.below(4);
      const element = this.value(type.ofType, name, random);
      // Many long texts would be more than the fuzzer itself can hold.
      const most = Math.ceil(maxListLength / (JSON.stringify(element)?.length ?? 1));
      return new Array(Math.min(length, most)).fill(element);
    }
    if (isInputObjectType(type)) {
      const members = Object.values(type.getFields()).filter(
        (member) => isNonNullType(member.type) || random.chance(0.4),
      );
      return Object.fromEntries(members.map((member) => [member.name, this.value(member.type, member.name, random)]));
    }
    if (isEnumType(type)) return random.pick(type.getValues()).name;
    return this.scalar(type.name, name, random);
  }

  scalar(type, name, random) {
    if (type === 'Boolean') return random.chance(0.5);
    if (type === 'Int' || type === 'Float') return random.pick(numbers);
    if (type === 'DateTime') return random.pick(['2024-01-01T00:00:00Z', '0000-00-00', '+275760-09-13T00:00:00Z', 'x']);
    if (type === 'JSON' || type === 'JSONObject') return this.json(random, 0);
    if (type === 'Upload') return null;
    if (random.chance(0.7) && this.ids[name]) return random.pick(this.ids[name]);
    return type === 'ID' && random.chance(0.6) ? random.pick(this.allIds) : random.pick(texts);
  }

  json(random, depth) {
    const kind = random.below(depth > 3 ? 4 : 6);
    if (kind < 2) return random.pick(texts);
    if (kind < 4) return random.pick([...numbers, null, true]);
    const inner = Array.from({ length: random.below(4) }, () => this.json(random, depth + 1));
    return kind === 4 ? inner : Object.fromEntries(inner.map((value) => [random.pick(texts), value]));
  }

  damaged(text, random) {
    const at = random.below(text.length);
    return random.pick([
      text.slice(0, at),
      `${text.slice(0, at)}${random.pick(['{', '}', '"', '...', '@', '\0', '$', 'é'])}${text.slice(at)}`,
    ]);
  }

  /** What `fetch` is called with. */
  request(random) {
    const operation = this.operation(random);
    const kind = random.below(12);
    const headers = { 'content-type': 'application/json', ...this.headers(random) };
    if (kind === 0) {
      const search = new URLSearchParams({ query: operation.query, variables: JSON.stringify(operation.variables) });
      return {
        path: `/graphql?${search.toString().slice(0, 12_000)}`,
        init: { method: 'GET', headers: { ...headers, 'apollo-require-preflight': '1' } },
      };
    }
    const batch = Array.from({ length: random.below(12) }, () => this.operation(random));
    const body = JSON.stringify(kind === 1 ? batch : operation);
    const sent = kind === 2 ? this.damaged(body, random) : body;
    return {
      path: '/graphql',
      init: { method: kind === 3 ? random.pick(['PUT', 'DELETE', 'PATCH']) : 'POST', headers, body: sent },
    };
  }

  headers(random) {
    if (random.chance(0.85)) return {};
    return random.pick([
      {
        'content-type': random.pick([
          'text/plain',
          'multipart/form-data',
          'multipart/form-data; boundary=x',
          'application/json; charset=utf-7',
          'x',
        ]),
      },
      { accept: random.pick(['text/html', 'application/graphql-response+json', 'x/y;q=9', '*/*']) },
      { authorization: random.pick(['Bearer x', 'Basic !!!', 'Bearer ey.a.b', '']) },
      { 'content-encoding': random.pick(['gzip', 'br', 'deflate', 'x']) },
    ]);
  }

  /** Messages over one socket; a text is sent as it is. */
  messages(random) {
    return Array.from({ length: 1 + random.below(6) }, (_, at) => {
      const kind = random.below(10);
      if (kind === 0)
        return random.pick([
          '',
          '{',
          '[]',
          'null',
          '1',
          '{"type":1}',
          '{"type":"subscribe"}',
          '{"id":"1","type":"complete"}',
          '{"type":"ping"}',
          '{"type":"connection_init"}',
        ]);
      const payload = this.operation(random, random.pick(['subscription', 'query', 'query', 'mutation']));
      return JSON.stringify({ id: kind === 1 ? '0' : String(at), type: 'subscribe', payload });
    });
  }
}
