import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

export interface CollectedSpan {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  kind: number;
  startTimeUnixNano: string;
  endTimeUnixNano: string;
  status: { code: number; message?: string };
  attributes: { key: string; value: Record<string, unknown> }[];
}

interface ExportRequest {
  resourceSpans: {
    resource: { attributes: { key: string; value: Record<string, unknown> }[] };
    scopeSpans: { spans: CollectedSpan[] }[];
  }[];
}

/** Somebody who asks within a trace of their own. */
export interface Caller {
  traceId: string;
  spanId: string;
  header: string;
}

/** `flags`: whether they record it. */
export function newCaller(flags = '01'): Caller {
  const [traceId, spanId] = [randomBytes(16).toString('hex'), randomBytes(8).toString('hex')];
  return { traceId, spanId, header: `00-${traceId}-${spanId}-${flags}` };
}

/** The names of the parents of some spans of a trace; their ids where these belong to the caller. */
export function parentsIn(spans: ReadonlyMap<string, CollectedSpan>, names: readonly string[]): (string | undefined)[] {
  return names.map((name) => {
    const parentSpanId = spans.get(name)?.parentSpanId;
    return [...spans.values()].find(({ spanId }) => spanId === parentSpanId)?.name ?? parentSpanId;
  });
}

/** A collector of traces: keeps the spans that it is sent over OTLP/HTTP as JSON. */
export class TraceCollector {
  readonly spans: CollectedSpan[] = [];
  /** What the sender says of itself. */
  readonly resource = new Map<string, unknown>();

  private constructor(private readonly server: Server) {}

  static async start(): Promise<TraceCollector> {
    const server = createServer();
    const collector = new TraceCollector(server);
    server.on('request', (request, response) => {
      void json(request).then((body) => {
        if (request.method === 'POST' && request.url === '/v1/traces') collector.keep(body as ExportRequest);
        response.setHeader('content-type', 'application/json').end('{}');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return collector;
  }

  /** What makes a server send its traces here, soon. */
  get settings(): Record<string, string> {
    const { port } = this.server.address() as AddressInfo;
    return { OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}`, OTEL_BSP_SCHEDULE_DELAY: '50' };
  }

  /** Waits until a trace has a span of each of these names. */
  async trace(traceId: string, names: readonly string[]): Promise<Map<string, CollectedSpan>> {
    for (;;) {
      const found = new Map(this.spans.filter((span) => span.traceId === traceId).map((span) => [span.name, span]));
      if (names.every((name) => found.has(name))) return found;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Waits for a span with this name, and the id of this task if one is given. */
  async spanOf(name: string, taskId?: string): Promise<CollectedSpan> {
    for (;;) {
      const isMeant = ({ attributes }: CollectedSpan) =>
        taskId === undefined || attributes.some(({ value }) => value['stringValue'] === taskId);
      const found = this.spans.find((span) => span.name === name && isMeant(span));
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private keep({ resourceSpans }: ExportRequest): void {
    for (const { resource, scopeSpans } of resourceSpans) {
      for (const { key, value } of resource.attributes) this.resource.set(key, Object.values(value)[0]);
      this.spans.push(...scopeSpans.flatMap(({ spans }) => spans));
    }
  }
}
