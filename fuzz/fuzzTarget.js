/** The server under test: what is sent to it, and what in its answers is a fault. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import WebSocket from 'ws';
import { adminToken } from '../bench/apiClient.js';
import { examples } from './seedFiles.js';

const folder = path.resolve(import.meta.dirname, '../examples/demo');
/** A minute on a busy machine; what is only slow is done by then. */
const patienceMs = 60_000;
const openStatuses = new Set(['QUEUED', 'RUNNING']);

export class FuzzTarget {
  constructor(server) {
    this.server = server;
    this.url = new URL(server.url).origin;
  }

  /** Projects with something in them, exports of it, and the ids of all that. */
  async makeScene() {
    const projects = [];
    for (const key of ['fuzz-one', 'fuzz-two']) projects.push(await this.makeProject(key));
    const [{ branchId }] = projects;
    this.branchIds = projects.map((project) => project.branchId);
    const ids = { branchId: this.branchIds, projectId: projects.map(({ projectId }) => projectId), key: ['fuzz-one'] };
    const tasks = [];
    const plans = [];
    for (const name of examples) {
      const options = name.endsWith('.csv') ? { kind: 'objects/ObjectEntry', definitionErc: 'BOOK' } : {};
      const plan = await this.stage({ name, bytes: readFileSync(path.join(folder, name)) }, { branchId, options });
      plans.push(plan.id);
      tasks.push(plan.task.id, await this.execute(plan.id));
    }
    const exported = [];
    for (const format of ['JSON', 'JSONL', 'WAYBILL_JSON', 'WAYBILL_JSONL', 'JSONT', 'CSV', 'OPTIMIZE_JSON'])
      for (const isArchive of [false, true]) exported.push(...(await this.export({ branchId, format, isArchive })));
    const { resources, me } = await this.ask(
      `query ($id: ID!) { resources(branchId: $id, first: 100) { edges { node { id } } } me { id } }`,
      { id: branchId },
    );
    const resourceIds = resources.edges.map(({ node }) => node.id);
    Object.assign(ids, { resourceIds, rootIds: resourceIds, resourceId: resourceIds, planId: plans, taskId: tasks });
    Object.assign(ids, { principalId: [me.id], itemId: plans.map((id) => `${id}.1`) });
    return { exported, ids };
  }

  async makeProject(key) {
    const { createProject } = await this.ask(
      'mutation ($input: CreateProjectInput!) { createProject(input: $input) { project { id defaultBranch { id } } } }',
      { input: { key, name: key, capabilities: ['EVENT_DRIVEN'] } },
    );
    return { projectId: createProject.project.id, branchId: createProject.project.defaultBranch.id };
  }

  async export({ branchId, format, isArchive }) {
    const input = { selection: { branchId, all: true }, format, isArchive };
    const { data } = await this.post({
      query: 'mutation ($input: StartExportInput!) { startExport(input: $input) { task { id } } }',
      variables: { input },
    });
    const id = data?.startExport?.task?.id;
    if (id === undefined) return [];
    const { files } = await this.endOf(id);
    return Promise.all(
      files.map(async ({ url, name }) => ({ name, bytes: Buffer.from(await (await fetch(url)).arrayBuffer()) })),
    );
  }

  /** Now and then as it was approved, or with a fingerprint of something else. */
  async execute(planId, random) {
    const { importPlan } = await this.ask('query ($id: ID!) { importPlan(id: $id) { fingerprint } }', { id: planId });
    const fingerprint = importPlan?.fingerprint ?? null;
    const expectedFingerprint =
      random?.pick([null, fingerprint, fingerprint, `${fingerprint}.zz.${fingerprint}`, '1..']) ?? null;
    const { executeImport } = await this.ask(
      'mutation ($input: ExecuteImportInput!) { executeImport(input: $input) { task { id } problems { code } } }',
      { input: { planId, importStrategy: 'ON_ERROR_CONTINUE', expectedFingerprint } },
    );
    if (!executeImport.task) return undefined;
    await this.endOf(executeImport.task.id);
    return executeImport.task.id;
  }

  /** Uploads a file and waits until it was read. */
  async stage({ name, bytes }, input) {
    const body = new FormData();
    const query = `mutation ($input: StageImportInput!) { stageImport(input: $input) { plan { id task { id } } problems { code message } } }`;
    body.append('operations', JSON.stringify({ query, variables: { input: { ...input, file: null } } }));
    body.append('map', JSON.stringify({ 0: ['variables.input.file'] }));
    body.append('0', new Blob([bytes]), name);
    const answer = await this.send('/graphql', { method: 'POST', body, headers: { 'apollo-require-preflight': '1' } });
    this.throwInternal(answer.text);
    const plan = JSON.parse(answer.text).data?.stageImport?.plan ?? undefined;
    if (plan) await this.endOf(plan.task.id);
    return plan;
  }

  /** The faults of a file that is staged, looked at, and now and then carried out and taken back. */
  async sendFile(file, random) {
    const isTable = /csv/.test(file.name) || random.chance(0.1);
    const options = isTable ? { kind: 'objects/ObjectEntry', definitionErc: random.pick(['BOOK', 'NONE']) } : {};
    const input = { branchId: random.pick(this.branchIds), options, mode: random.chance(0.2) ? 'REFERENCE' : 'COPY' };
    const plan = await this.stage(file, input);
    if (!plan) return [];
    await this.ask(
      `query ($id: ID!) { importPlan(id: $id) { status isExecutable problems { code message fix path } counts { total }
         items(first: 50) { totalCount edges { node { name action problems { code message fix path } diff { path } } } } } }`,
      { id: plan.id },
    );
    if (random.chance(0.15)) {
      const taskId = await this.execute(plan.id, random);
      if (taskId && random.chance(0.5)) await this.undo(taskId);
    }
    return [];
  }

  async undo(taskId) {
    const { undoImport } = await this.ask(
      'mutation ($input: UndoImportInput!) { undoImport(input: $input) { task { id } problems { code } } }',
      { input: { taskId } },
    );
    if (undoImport.task) await this.endOf(undoImport.task.id);
  }

  /** Over HTTP, or now and then over a socket. */
  async sendRequest(maker, random) {
    if (random.chance(0.1)) return this.sendMessages(maker.messages(random));
    const { path: place, init } = maker.request(random);
    const { status, text } = await this.send(place, init);
    return status >= 500 || isInternal(text)
      ? [`${status}: ${text.slice(0, 500)} to ${JSON.stringify(init).slice(0, 2000)}`]
      : [];
  }

  /** Sends messages and a query behind them: when that is answered or the socket closed, all of them were read. */
  async sendMessages(messages) {
    const socket = new WebSocket(`${this.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    const received = [];
    const closed = new Promise((resolve) => {
      socket.on('error', () => undefined);
      socket.on('close', resolve);
      socket.on('open', () => {
        socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${adminToken}` } }));
      });
      socket.on('message', (data) => {
        // oxlint-disable-next-line typescript/no-base-to-string -- a Buffer, as the socket was told to give
        const text = String(data);
        received.push(text);
        if (text.includes('"connection_ack"')) {
          for (const message of messages) socket.send(message);
          socket.send(JSON.stringify({ id: 'last', type: 'subscribe', payload: { query: '{ __typename }' } }));
        }
        if (/"id":"last","type":"(complete|error)"/.test(text)) socket.close();
      });
    });
    const isDone = await Promise.race([closed.then(() => true), sleep(patienceMs, false, { ref: false })]);
    socket.terminate();
    if (!isDone) return [`the socket stands still after ${JSON.stringify(messages).slice(0, 2000)}`];
    return received
      .filter(isInternal)
      .map((text) => `${text.slice(0, 300)} to ${JSON.stringify(messages).slice(0, 2000)}`);
  }

  async soundnessFault() {
    const { verifyDatabase } = await this.ask('{ verifyDatabase { isSound problems { message } } }').catch((error) => ({
      verifyDatabase: { isSound: false, problems: [error] },
    }));
    return verifyDatabase.isSound ? undefined : verifyDatabase.problems.map(({ message }) => message).join(' ');
  }

  async endOf(id) {
    const giveUpAt = Date.now() + patienceMs;
    for (;;) {
      const { task } = await this.ask('query ($id: ID!) { task(id: $id) { status errorMessage files { name url } } }', {
        id,
      });
      this.throwInternal(task.errorMessage ?? '');
      if (!openStatuses.has(task.status)) return task;
      if (Date.now() > giveUpAt) throw new Error(`Task ${id} stands still.`);
      await sleep(10);
    }
  }

  async ask(query, variables = {}) {
    const { data, errors } = await this.post({ query, variables });
    if (errors) throw new Error(JSON.stringify(errors).slice(0, 1000));
    return data;
  }

  async post(body) {
    const headers = { 'content-type': 'application/json' };
    return JSON.parse((await this.send('/graphql', { method: 'POST', headers, body: JSON.stringify(body) })).text);
  }

  async send(place, { headers, ...init }) {
    const signal = AbortSignal.timeout(patienceMs);
    const all = { authorization: `Bearer ${adminToken}`, ...headers };
    const response = await fetch(`${this.url}${place}`, { ...init, headers: all, signal });
    return { status: response.status, text: await response.text() };
  }

  throwInternal(text) {
    if (isInternal(text)) throw new Error(text.slice(0, 500));
  }
}

function isInternal(text) {
  return /Internal error \(ref|"code":"INTERNAL/.test(text);
}
