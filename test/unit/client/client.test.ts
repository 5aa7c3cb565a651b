import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { apiAddress, createWaybillClient, WaybillError } from '../../../client/index.js';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

describe('the client', () => {
  let server: Server;
  let url: string;
  /** What answers the requests: one each, the last one all the others. */
  let answers: Answer[];
  let requests: IncomingMessage[];
  beforeAll(async () => {
    server = createServer((request, response) => {
      requests.push(request);
      const answer = answers.length > 1 ? answers.shift() : answers[0];
      request.resume();
      request.once('end', () => answer?.(request, response));
    });
    server.on('upgrade', (_request, socket) => {
      socket.destroy();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  });
  beforeEach(() => {
    answers = [];
    requests = [];
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const client = () => createWaybillClient({ url, token: 'secret' });
  const json =
    (value: unknown, status = 200, headers: Record<string, string> = {}): Answer =>
    (_request, response) => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value));
    };
  const faultOf = async (work: Promise<unknown>): Promise<WaybillError> => {
    const error = await work.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (!(error instanceof WaybillError)) throw new Error(`This is no WaybillError: ${String(error)}`);
    return error;
  };

  it.each([
    ['http://host', 'http://host/graphql'],
    ['https://host/below/', 'https://host/below/graphql'],
    ['https://host/graphql', 'https://host/graphql'],
  ])('finds the API below %s', (address, api) => {
    expect(apiAddress(address)).toBe(api);
  });

  it.each(['host', 'ftp://host'])('refuses the address %s', (address) => {
    expect(() => apiAddress(address)).toThrow(TypeError);
  });

  it('sends the token, and gives the data of an answer', async () => {
    answers = [json({ data: { me: 'x' } })];
    expect(await client().ask('{ me }', {})).toEqual({ me: 'x' });
    expect(requests[0]?.headers.authorization).toBe('Bearer secret');
  });

  it('says that a mutation may have been done whose answer was lost', async () => {
    answers = [(request) => request.socket.destroy()];
    const lost = 'It may have done what was asked.';
    const fault = await faultOf(client().ask('mutation { executeImport { task { id } } }', {}));
    expect(fault).toMatchObject({ code: 'UNREACHABLE', message: expect.stringContaining(lost) as string });
    expect(fault.fix).toContain('its tasks show it');
    expect((await faultOf(client().ask('{ me }', {}))).message).not.toContain(lost);
    const nowhere = createWaybillClient({ url: 'http://127.0.0.1:9', token: 'secret' });
    expect((await faultOf(nowhere.ask('mutation { executeImport { task { id } } }', {}))).message).not.toContain(lost);
  });

  it('throws what the server says, with its code and its fix', async () => {
    answers = [json({ errors: [{ message: 'No.', extensions: { code: 'FORBIDDEN', fix: 'Ask.' } }] }, 200)];
    expect(await faultOf(client().ask('{ me }', {}))).toMatchObject({ code: 'FORBIDDEN', message: 'No.', fix: 'Ask.' });
  });

  it.each([
    [[], ''],
    [['Two.', 'Three.'], ' (and 2 more)'],
    [['Two.', 'And 39998 more; the items of the plan show them all.'], ' (and 39,999 more)'],
    [['Two.', 'There are 1500 more problems, which are not listed.'], ' (and 1,501 more)'],
    [['There is 1 more problem like these.'], ' (and 1 more)'],
    [['Two.', 'There are more problems like the ones above.'], ' (and at least 2 more)'],
  ])('says how many problems there are beside the first: %j', (others, rest) => {
    const problems = ['One.', ...others].map((message) => ({
      ...{ code: 'PLAN_NOT_EXECUTABLE' as const, severity: 'ERROR' as const, message, path: [], fix: null },
    }));
    expect(WaybillError.ofProblems(problems as never).message).toBe(`One.${rest}`);
  });

  it('comes back when the server has too much to do', async () => {
    answers = [json({ errors: [{ message: 'Busy.' }] }, 503, { 'retry-after': '0' }), json({ data: { me: 'x' } })];
    expect(await client().ask('{ me }', {})).toEqual({ me: 'x' });
    expect(requests).toHaveLength(2);
  });

  it('says that something else answers, or nothing', async () => {
    answers = [(_request, response) => response.writeHead(200).end('<html>')];
    expect(await faultOf(client().ask('{ me }', {}))).toMatchObject({ code: 'NOT_WAYBILL' });
    const nobody = createWaybillClient({ url: 'http://127.0.0.1:9', token: 'secret' });
    expect(await faultOf(nobody.ask('{ me }', {}))).toMatchObject({ code: 'UNREACHABLE' });
  });

  it('does not follow a redirection, which would carry the token elsewhere', async () => {
    answers = [(_request, response) => response.writeHead(307, { location: 'http://127.0.0.1:9/graphql' }).end()];
    expect(await faultOf(client().ask('{ me }', {}))).toMatchObject({ code: 'UNREACHABLE' });
    expect(requests).toHaveLength(1);
  });

  it('goes through all pages of a list', async () => {
    const page = (nodes: number[], endCursor: string | null) =>
      json({ data: { list: { nodes, pageInfo: { hasNextPage: endCursor !== null, endCursor } } } });
    answers = [page([1, 2], 'a'), page([3], null)];
    const found = [];
    type List = { list: { nodes: number[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } } };
    for await (const node of client().each<List, { after?: string }, number>('…', {}, ({ list }) => list))
      found.push(node);
    expect(found).toEqual([1, 2, 3]);
  });

  it('asks again and again for a task where there is no WebSocket', async () => {
    const task = (status: string) => json({ data: { task: { id: 'x', status } } });
    answers = [task('RUNNING'), task('COMPLETED')];
    const states = [];
    for await (const { status } of client().watch('x')) states.push(status);
    expect(states).toEqual(['RUNNING', 'COMPLETED']);
  });

  describe('downloads a file', () => {
    const content = Buffer.from('0123456789'.repeat(1000));
    const sha256 = createHash('sha256').update(content).digest('hex');
    const fileOf = (change: object = {}) => ({
      ...{ url: `${url}/files/x`, name: 'x.json', sizeBytes: content.length, sha256 },
      ...change,
    });
    const whole: Answer = (_request, response) => response.writeHead(200).end(content);
    const read = async (file: ReturnType<typeof fileOf>) => {
      const chunks = [];
      for await (const chunk of client().download(file)) chunks.push(chunk);
      return Buffer.concat(chunks);
    };

    it('without the token, which its address does not need', async () => {
      answers = [whole];
      expect((await read(fileOf())).equals(content)).toBe(true);
      expect(requests[0]?.headers.authorization).toBeUndefined();
    });

    it('from where a connection broke off', async () => {
      answers = [
        (_request, response) => {
          response.writeHead(200, { 'content-length': content.length });
          response.write(content.subarray(0, 4000), () => response.destroy());
        },
        (request, response) => {
          const [, from = ''] = /^bytes=(\d+)-$/.exec(request.headers.range ?? '') ?? [];
          response.writeHead(206).end(content.subarray(Number(from)));
        },
      ];
      expect((await read(fileOf())).equals(content)).toBe(true);
      expect(requests).toHaveLength(2);
    });

    it.each([
      ['another content', { sha256: '0'.repeat(64) }, 'DIGEST_MISMATCH'],
      ['nobody but its owner', { url: null }, 'FORBIDDEN'],
    ])('but not %s', async (_what, change, code) => {
      answers = [whole];
      expect(await faultOf(read(fileOf(change)))).toMatchObject({ code });
    });

    it('but not one that is gone', async () => {
      answers = [json({ error: 'There is no such file.' }, 404)];
      expect(await faultOf(read(fileOf()))).toMatchObject({ code: 'FILE_GONE' });
    });
  });
});
