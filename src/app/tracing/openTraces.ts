/** Sends spans to a collector over OTLP/HTTP. Only this module knows OpenTelemetry, and it is loaded only if a collector is set (0055). */
import { SpanKind, SpanStatusCode, TraceFlags, type HrTime } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { defaultResource, detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, type ReadableSpan } from '@opentelemetry/sdk-trace';
import { spanEnded, type EndedSpan } from '../../shared/spans.js';

interface TraceParts {
  instanceId: string;
  version: string;
  /** How long spans are gathered. */
  delayMs: number;
}

/** Sends what ends from now on. The exporter reads its own variables, such as OTEL_EXPORTER_OTLP_HEADERS. Returns what sends the rest and stops. */
export function openTraces({ instanceId, version, delayMs }: TraceParts): () => Promise<void> {
  // Names from the environment come last, and so first.
  const resource = defaultResource()
    .merge(
      resourceFromAttributes({
        'service.name': 'waybill',
        'service.version': version,
        'service.namespace': instanceId,
      }),
    )
    .merge(detectResources({ detectors: [envDetector] }));
  const processor = new BatchSpanProcessor({ exporter: new OTLPTraceExporter(), scheduledDelayMillis: delayMs });
  const shared = { resource, instrumentationScope: { name: 'waybill', version } };
  const stop = spanEnded.listen((span) => {
    processor.onEnd({ ...readable(span), ...shared });
  });
  return async () => {
    stop();
    await processor.shutdown();
  };
}

function readable(span: EndedSpan): Omit<ReadableSpan, 'resource' | 'instrumentationScope'> {
  const { traceId, spanId, parentSpanId, name, kind, startMs, endMs, attributes, fault } = span;
  const traceFlags = TraceFlags.SAMPLED;
  return {
    name,
    kind: SpanKind[kind],
    spanContext: () => ({ traceId, spanId, traceFlags }),
    ...(parentSpanId !== undefined && { parentSpanContext: { traceId, spanId: parentSpanId, traceFlags } }),
    startTime: hrTime(startMs),
    endTime: hrTime(endMs),
    duration: hrTime(endMs - startMs),
    status: fault === undefined ? { code: SpanStatusCode.UNSET } : { code: SpanStatusCode.ERROR, message: fault },
    attributes,
    ...{ links: [], events: [], ended: true },
    ...{ droppedAttributesCount: 0, droppedEventsCount: 0, droppedLinksCount: 0 },
  };
}

/** Seconds, and the rest in nanoseconds. */
function hrTime(ms: number): HrTime {
  const seconds = Math.floor(ms / 1000);
  return [seconds, Math.round((ms - seconds * 1000) * 1e6)];
}
