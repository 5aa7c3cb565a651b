/**
 * What a scrape of Prometheus reads. Counters count what this server does from its start; they hear of it through `observed`. Labels have
 * a fixed set of values: never a text, a name or an id that somebody chose.
 */
import { collectDefaultMetrics, Registry } from 'prom-client';
import { callbackMetrics } from './callbackMetrics.js';
import { requestMetrics } from './requestMetrics.js';
import { stateMetrics, type StateSources } from './stateMetrics.js';
import { taskMetrics } from './taskMetrics.js';

export class Metrics {
  private readonly registry = new Registry();
  private readonly stops: readonly (() => void)[];
  private reading: Promise<string> | undefined;

  constructor(sources: StateSources) {
    const registers = [this.registry];
    collectDefaultMetrics({ register: this.registry });
    stateMetrics(registers, sources);
    this.stops = [...taskMetrics(registers), ...callbackMetrics(registers), ...requestMetrics(registers)];
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  /** In the text format of Prometheus. Scrapes at the same time share one reading. */
  text(): Promise<string> {
    this.reading ??= this.registry.metrics().finally(() => {
      this.reading = undefined;
    });
    return this.reading;
  }

  close(): void {
    for (const stop of this.stops) stop();
  }
}
