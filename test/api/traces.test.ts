/** Traces: what a request causes is one trace, from the caller through the worker to the callback. */
import { auditDocument, type AuditEventState } from '../support/auditEvents.js';
import { CallbackReceiver } from '../support/callbackReceiver.js';
import { castFunction } from '../support/fastDataRecords.js';
import { bundleOf } from '../support/importBundle.js';
import { ImportFlow, type Place } from '../support/importFlow.js';
import { MovedClock, ScheduleFlow } from '../support/scheduleFlow.js';
import { subscribeTo } from '../support/taskSubscription.js';
import { TemplateFlow } from '../support/templateFlow.js';
import { S3Server } from '../support/s3Server.js';
import { soon } from '../support/soon.js';
import { startTestServer, type TestServer } from '../support/testServer.js';
import { newCaller, parentsIn, TraceCollector } from '../support/traceCollector.js';

/** Of a span that begins what somebody else asked for. */
const serverKind = 2;

const startExport = `mutation Nightly($input: StartExportInput!) {
  startExport(input: $input) { task { id } problems { message } } }`;

describe('a server with a collector', () => {
  let clock: MovedClock;
  let collector: TraceCollector;
  let store: S3Server;
  let receiver: CallbackReceiver;
  let server: TestServer;
  let flow: ImportFlow;
  let place: Place;
  beforeAll(async () => {
    [clock, store] = [await MovedClock.make(), await new S3Server().start()];
    [collector, receiver] = [await TraceCollector.start(), await CallbackReceiver.start()];
    server = await startTestServer({
      settings: {
        ...{ ...clock.settings, ...collector.settings, ...receiver.settings, ...store.settings('traced') },
        WAYBILL_LOG_LEVEL: 'info',
      },
    });
    flow = new ImportFlow(server);
    place = await flow.makeProject();
    await flow.import(bundleOf([castFunction('one')]), place);
  });
  afterAll(async () => {
    await server.stop();
    await receiver.stop();
    await collector.stop();
    await store.stop();
    await clock.remove();
  });

  async function send(
    document: string,
    variables: object,
    { traceparent }: { traceparent?: string | undefined } = {},
  ): Promise<Record<string, unknown>> {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { ...server.authorization, 'content-type': 'application/json', ...(traceparent && { traceparent }) },
      body: JSON.stringify({ query: document, variables }),
    });
    return ((await response.json()) as { data: Record<string, unknown> }).data;
  }

  /** Starts an export with a callback; gives the id of its task. */
  async function exportWith(path: string, traceparent?: string): Promise<string> {
    const input = { selection: { branchId: place.branchId, all: true }, callbackUrl: receiver.url(path) };
    const { startExport: started } = await send(startExport, { input }, { traceparent });
    return (started as { task: { id: string } }).task.id;
  }

  it('continues the trace of the caller through request, operation, worker and callback', async () => {
    const caller = newCaller();
    const taskId = await exportWith('traced', caller.header);
    const names = ['POST /graphql', 'mutation Nightly', 'call exporting.checkSelection', 'task EXPORT', 'callback'];
    const spans = await collector.trace(caller.traceId, names);
    expect(parentsIn(spans, names)).toEqual([
      ...[caller.spanId, 'POST /graphql', 'mutation Nightly', 'mutation Nightly', 'mutation Nightly'],
    ]);
    const task = spans.get('task EXPORT')!;
    expect(task.attributes).toContainEqual({ key: 'waybill.task.id', value: { stringValue: taskId } });
    expect(task.attributes).toContainEqual({ key: 'waybill.task.outcome', value: { stringValue: 'COMPLETED' } });
    const [call] = await receiver.calls('traced');
    expect(call?.headers['traceparent']).toBe(`00-${caller.traceId}-${spans.get('callback')!.spanId}-01`);
    expect(Object.fromEntries(collector.resource)).toMatchObject({ 'service.name': 'waybill' });
  });

  it('has the stages of a task in it, and the commit with what it wrote', async () => {
    const { plan } = await server.upload(bundleOf([castFunction('two')]), { branchId: place.branchId });
    await flow.ended(plan!.task.id);
    const caller = newCaller();
    const document = 'mutation ($input: ExecuteImportInput!) { executeImport(input: $input) { task { id } } }';
    const { executeImport } = await send(document, { input: { planId: plan!.id } }, { traceparent: caller.header });
    await flow.ended((executeImport as { task: { id: string } }).task.id);
    const spans = await collector.trace(caller.traceId, ['task EXECUTE_IMPORT', 'COMMIT']);
    const stages = [...spans.keys()].filter((name) => name.startsWith('stage '));
    expect(stages.length).toBeGreaterThan(0);
    expect(new Set(parentsIn(spans, [...stages, 'COMMIT']))).toEqual(new Set(['task EXECUTE_IMPORT']));
    const [task, commit] = [spans.get('task EXECUTE_IMPORT')!, spans.get('COMMIT')!];
    expect(BigInt(commit.endTimeUnixNano)).toBeLessThanOrEqual(BigInt(task.endTimeUnixNano));
    expect(BigInt(commit.startTimeUnixNano)).toBeGreaterThanOrEqual(BigInt(task.startTimeUnixNano));
  });

  it('names the trace in the lines of the log and in the audit log', async () => {
    const caller = newCaller();
    const taskId = await exportWith('logged', caller.header);
    await receiver.calls('logged');
    await collector.trace(caller.traceId, ['callback']);
    const lines = () =>
      server.log
        .split('\n')
        .filter((line) => line.endsWith('}'))
        .map((line) => JSON.parse(line) as object);
    await soon(lines).toContainEqual(expect.objectContaining({ msg: 'task run', taskId, traceId: caller.traceId }));
    const document = auditDocument.replace('outcome', 'outcome traceId');
    const { auditEvents } = await send(document, { filter: { actions: ['EXPORT'] }, first: 100 });
    const { edges } = auditEvents as { edges: { node: AuditEventState & { traceId: string } }[] };
    expect(edges.find(({ node }) => node.subjectId === taskId)?.node.traceId).toBe(caller.traceId);
  });

  it('begins a trace for a request without one, and for one that it cannot read', async () => {
    for (const [path, header] of [
      ['none', undefined],
      ['broken', '00-00000000000000000000000000000000-0000000000000000-01'],
      ['text', 'a trace'],
    ] as const) {
      await exportWith(path, header);
      const [call] = await receiver.calls(path);
      const [, traceId = ''] = String(call?.headers['traceparent']).split('-');
      expect(traceId).toMatch(/^(?!0+$)[0-9a-f]{32}$/);
      const spans = await collector.trace(traceId, ['POST /graphql', 'callback']);
      expect(spans.get('POST /graphql')?.parentSpanId ?? '').toBe('');
    }
  });

  it('records nothing of a trace that its caller does not record, and passes that on', async () => {
    const caller = newCaller('00');
    await exportWith('unrecorded', caller.header);
    const [call] = await receiver.calls('unrecorded');
    expect(call?.headers['traceparent']).toMatch(new RegExp(`^00-${caller.traceId}-[0-9a-f]{16}-00$`));
    const later = newCaller();
    await exportWith('recorded', later.header);
    await collector.trace(later.traceId, ['callback']);
    expect(collector.spans.filter(({ traceId }) => traceId === caller.traceId)).toEqual([]);
  });

  it('shows the requests to an object store, in the task that sends them', async () => {
    const caller = newCaller();
    await exportWith('stored', caller.header);
    const spans = await collector.trace(caller.traceId, ['task EXPORT', 's3 PutObject']);
    expect(parentsIn(spans, ['s3 PutObject'])).toEqual(['task EXPORT']);
  });

  it('begins with the run of a schedule, where one starts the task', async () => {
    const { id: templateId } = await new TemplateFlow(server).save(place, { settings: { selection: { all: true } } });
    const schedules = new ScheduleFlow(server);
    const saved = await schedules.save(place, { templateId });
    await clock.goTo(saved.nextRunAt);
    const { lastRun } = await schedules.ran(saved);
    const { traceId } = await collector.spanOf('task EXPORT', lastRun.task!.id);
    const spans = await collector.trace(traceId, ['schedule EXPORT']);
    expect(parentsIn(spans, ['schedule EXPORT', 'task EXPORT'])).toEqual([undefined, 'schedule EXPORT']);
  });

  it('begins with an operation over WebSocket', async () => {
    const document = 'query OverSocket { me { id } }';
    for await (const event of subscribeTo({ url: server.url, token: server.token }, document, {}))
      expect(event).toMatchObject({ id: expect.any(String) as string });
    const span = await collector.spanOf('query OverSocket');
    expect([span.kind, span.parentSpanId ?? '']).toEqual([serverKind, '']);
  });

  it('marks what failed', async () => {
    const caller = newCaller();
    const document = 'mutation Wrong($input: StartExportInput!) { startExport(input: $input) { nothing } }';
    await send(document, { input: {} }, { traceparent: caller.header });
    const spans = await collector.trace(caller.traceId, ['POST /graphql']);
    const failed = [...spans.values()].filter(({ status }) => status.code === 2);
    expect(failed.map(({ status }) => status.message)).toEqual(['ERROR']);
  });
});
