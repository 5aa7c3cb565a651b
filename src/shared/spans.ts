/**
 * The spans of a trace (OpenTelemetry): pieces of work that belong together, from the request through the worker to the callback. A span is told when it
 * ends, to whoever records them; see src/app/tracing. Without one, nothing is made and nothing follows the work.
 */
import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import { Observed } from './observed.js';

/** Where a span stands in its trace. */
export interface SpanPlace {
  /** 32 hexadecimal digits. */
  traceId: string;
  /** 16 hexadecimal digits. */
  spanId: string;
  /** Whether the caller wants the trace recorded. */
  isSampled: boolean;
}

/** `SERVER` and `CONSUMER` begin what another process asked for, `CLIENT` asks another one. */
export type SpanKindName = 'INTERNAL' | 'SERVER' | 'CLIENT' | 'CONSUMER';

export type SpanAttributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** A span that ended. Plain data, which crosses threads. */
export interface EndedSpan extends SpanPlace {
  parentSpanId: string | undefined;
  name: string;
  kind: SpanKindName;
  /** Milliseconds since 1970, with fractions. */
  startMs: number;
  endMs: number;
  attributes: SpanAttributes;
  /** Why the work failed; undefined if it did not. Never a text from a file or a user. */
  fault: string | undefined;
}

interface NewSpan {
  name: string;
  kind?: SpanKindName;
  attributes?: SpanAttributes;
  /**
   * A `traceparent`, if the work continues a trace of another process or thread; null begins a trace if there is none. Otherwise a span is only
   * made inside another one.
   */
  parent?: string | null;
}

/** Spans that ended on this thread, or that its workers passed on. */
export const spanEnded = new Observed<EndedSpan>('span-ended');

const current = new AsyncLocalStorage<SpanPlace>();

/** The span that the present work belongs to; undefined if none is recorded. */
export function currentSpan(): SpanPlace | undefined {
  return current.getStore();
}

/** The present span as a `traceparent` (https://www.w3.org/TR/trace-context/), for what continues its trace; undefined if there is none. */
export function traceparent(): string | undefined {
  const span = currentSpan();
  return span && textOf(span);
}

/** Does work that belongs to no span, whoever causes it. */
export function outsideSpans<Result>(work: () => Result): Result {
  return current.exit(work);
}

/** The same work, for a queue that starts it later: it belongs to the span that is present now. */
export function keepSpan<Args extends unknown[], Result>(work: (...args: Args) => Result): (...args: Args) => Result {
  return AsyncResource.bind(work);
}

/** Does work as a span. */
export async function inSpan<Result>(span: NewSpan, work: () => Promise<Result>): Promise<Result> {
  const begun = beginSpan(span);
  if (!begun) return work();
  try {
    const result = await begun.run(work);
    begun.end();
    return result;
  } catch (error) {
    begun.end({ fault: faultOf(error) });
    throw error;
  }
}

/** A span whose end somebody else knows. */
export interface BegunSpan extends SpanPlace {
  /** Does work that belongs to it. */
  run: <Result>(work: () => Result) => Result;
  /** Only the first call counts. */
  end: (what?: { name?: string; attributes?: SpanAttributes; fault?: string | undefined }) => void;
}

/** Begins a span; undefined if none is to be recorded. */
export function beginSpan({ name, kind = 'INTERNAL', attributes = {}, parent }: NewSpan): BegunSpan | undefined {
  if (!spanEnded.isObserved) return undefined;
  const above = placeOf(parent) ?? currentSpan();
  if (!above && parent === undefined) return undefined;
  const place: SpanPlace = {
    traceId: above?.traceId ?? hexId(16),
    spanId: hexId(8),
    isSampled: above?.isSampled ?? true,
  };
  const startMs = presentMs();
  let isEnded = false;
  return {
    ...place,
    run: (work) => current.run(place, work),
    end: (what = {}) => {
      if (isEnded) return;
      isEnded = true;
      if (!place.isSampled) return;
      spanEnded.tell({
        ...{ ...place, parentSpanId: above?.spanId, name: what.name ?? name, kind, startMs, endMs: presentMs() },
        ...{ attributes: { ...attributes, ...what.attributes }, fault: what.fault },
      });
    },
  };
}

/** The name of an error, which tells nothing of what it is about. */
function faultOf(error: unknown): string {
  const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown };
  if (typeof code === 'string') return code;
  return typeof name === 'string' ? name : 'Error';
}

function textOf({ traceId, spanId, isSampled }: SpanPlace): string {
  return `00-${traceId}-${spanId}-${isSampled ? '01' : '00'}`;
}

const format = /^[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

/** Undefined for a text that is none, and for ids of zeros, which are invalid. */
function placeOf(text: string | null | undefined): SpanPlace | undefined {
  const [, traceId = '', spanId = '', flags = ''] = format.exec(text ?? '') ?? [];
  if (/^0*$/.test(traceId) || /^0*$/.test(spanId) || text?.startsWith('ff') === true) return undefined;
  return { traceId, spanId, isSampled: Number.parseInt(flags, 16) % 2 === 1 };
}

function hexId(bytes: number): string {
  return randomBytes(bytes).toString('hex');
}

function presentMs(): number {
  return performance.timeOrigin + performance.now();
}
