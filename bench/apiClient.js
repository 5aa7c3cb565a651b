/** The public API as any client uses it: GraphQL over HTTP, uploads as multipart requests. */
import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import http from 'node:http';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';

const problemFields = 'problems { code message }';
const badEnds = new Set(['FAILED', 'CANCELLED']);
const taskFields = `id status stage errorMessage createdCount updatedCount unchangedCount failedCount
  files { purpose url sizeBytes }`;

/** The secret of the superuser's token on every server that is started for this. */
export const adminToken = 'the-token-of-the-superuser-of-bench-servers';

export class ApiClient {
  agent = new http.Agent({ keepAlive: true });
  /** How long {@link endOfTask} waits between two questions. */
  pollMs = 10;

  constructor(url) {
    this.url = url;
  }

  /** Sends one operation; gives its data. Errors and problems are failures of the benchmark. */
  async ask(query, variables = {}) {
    const body = Buffer.from(JSON.stringify({ query, variables }));
    const headers = { 'content-type': 'application/json', 'content-length': body.length };
    return this.send(headers, (request) => request.end(body));
  }

  /** Uploads a file and stages it; gives the plan. */
  async stageImport(path, { branchId, mode, options, idempotencyKey }) {
    const boundary = randomUUID();
    const query = `mutation ($input: StageImportInput!) {
      stageImport(input: $input) { plan { id task { id } } ${problemFields} } }`;
    const input = { branchId, mode, options, idempotencyKey, file: null };
    const operations = JSON.stringify({ query, variables: { input } });
    const part = (disposition) => `--${boundary}\r\nContent-Disposition: form-data; ${disposition}\r\n`;
    const head = Buffer.from(
      `${part('name="operations"')}\r\n${operations}\r\n${part('name="map"')}\r\n{"0":["variables.input.file"]}\r\n` +
        `${part('name="0"; filename="bench.jsonl"')}Content-Type: application/jsonl\r\n\r\n`,
    );
    const tail = Buffer.from(`\r\n--${boundary}--\r\n`);
    const { size } = await stat(path);
    const headers = {
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'content-length': head.length + size + tail.length,
      'apollo-require-preflight': '1',
    };
    const data = await this.send(headers, async (request) => {
      request.write(head);
      await pipeline(createReadStream(path, { highWaterMark: 256 * 1024 }), request, { end: false });
      request.end(tail);
    });
    return data.stageImport.plan;
  }

  /**
   * Waits until a task has ended well, failed items aside, which its counts tell; gives it, and when (in `performance.now()`) each of its stages was first heard of. It asks
   * every 10 ms: a subscription tells at most ten times a second, which is too coarse for small files.
   */
  async endOfTask(taskId) {
    const stages = new Map();
    for (;;) {
      const { task } = await this.ask(`query ($id: ID!) { task(id: $id) { ${taskFields} } }`, { id: taskId });
      if (task.stage !== null && !stages.has(task.stage)) stages.set(task.stage, performance.now());
      if (task.status.startsWith('COMPLETED')) return { task, stages };
      if (badEnds.has(task.status)) throw new Error(`A task ended as ${task.status}: ${task.errorMessage}`);
      await sleep(this.pollMs);
    }
  }

  /** Fetches a file and lets its bytes go; gives how many they were. */
  async download(url) {
    const response = await fetch(url);
    let sizeBytes = 0;
    for await (const chunk of response.body) sizeBytes += chunk.length;
    return sizeBytes;
  }

  close() {
    this.agent.destroy();
  }

  async send(headers, write) {
    const authorization = `Bearer ${adminToken}`;
    const request = http.request(this.url, {
      method: 'POST',
      headers: { authorization, ...headers },
      agent: this.agent,
    });
    const answer = new Promise((resolve, reject) => {
      request.once('error', reject);
      request.once('response', (response) => resolve(textOf(response)));
    });
    // A request that breaks off while it is written fails there.
    answer.catch(() => undefined);
    await write(request);
    const text = await answer;
    const { data, errors } = JSON.parse(text);
    if (errors) throw new Error(JSON.stringify(errors));
    const problems = Object.values(data).flatMap((field) => field?.problems ?? []);
    if (problems.length > 0) throw new Error(JSON.stringify(problems.slice(0, 5)));
    return data;
  }
}

async function textOf(response) {
  const chunks = [];
  for await (const chunk of response) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
