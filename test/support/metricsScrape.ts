import { setTimeout as pause } from 'node:timers/promises';
import type { TestServer } from './testServer.js';

/** A metric as a scrape shows it. */
interface Metric {
  type: string;
  help: string;
}

const namePattern = '[a-zA-Z_:][a-zA-Z0-9_:]*';
const helpLine = new RegExp(`^# HELP (${namePattern}) (\\S.*)$`);
const typeLine = new RegExp(`^# TYPE (${namePattern}) (counter|gauge|histogram|summary)$`);
const labelPattern = '[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\\]|\\\\.)*"';
const sampleLine = new RegExp(`^(${namePattern})(?:\\{(${labelPattern}(?:,${labelPattern})*)\\})? (\\S+)$`);
/** What a histogram adds to its name. */
const endings = /_(bucket|sum|count)$/;

/** The text of a scrape, read as strictly as Prometheus reads it. */
export class MetricsScrape {
  readonly metrics = new Map<string, Metric>();
  /** By name, with its labels in the order of the alphabet. */
  private readonly valueBySample = new Map<string, number>();

  constructor(text: string) {
    if (!text.endsWith('\n')) throw new Error('The last line does not end.');
    const helpByName = new Map<string, string>();
    for (const line of text.split('\n').filter((one) => one !== '')) {
      const [, helped, help = ''] = helpLine.exec(line) ?? [];
      const [, typed, type = ''] = typeLine.exec(line) ?? [];
      if (helped !== undefined) helpByName.set(helped, help);
      else if (typed !== undefined) this.addMetric(typed, { type, help: helpByName.get(typed) ?? '' });
      else this.addSample(line);
    }
  }

  /** The samples of a metric: their labels, such as `type="EXPORT"`. */
  labelsOf(name: string): string[][] {
    return [...this.valueBySample.keys()]
      .filter((sample) => sample === name || sample.startsWith(`${name}{`))
      .map((sample) => sample.slice(name.length + 1, -1).match(new RegExp(labelPattern, 'g')) ?? []);
  }

  value(name: string, labels: Readonly<Record<string, string>> = {}): number | undefined {
    return this.valueBySample.get(
      sampleOf(
        name,
        Object.entries(labels).map(([label, value]) => `${label}="${value}"`),
      ),
    );
  }

  /** The sum of the samples of a metric, whatever their labels. */
  total(name: string): number {
    const values = [...this.valueBySample].filter(([sample]) => sample === name || sample.startsWith(`${name}{`));
    return values.reduce((sum, [, value]) => sum + value, 0);
  }

  private addMetric(name: string, metric: Metric): void {
    if (metric.help === '') throw new Error(`${name} has no HELP before its TYPE.`);
    if (this.metrics.has(name)) throw new Error(`${name} is there twice.`);
    this.metrics.set(name, metric);
  }

  private addSample(line: string): void {
    const [, name = '', labels = '', text = ''] = sampleLine.exec(line) ?? [];
    if (name === '') throw new Error(`No sample: ${line}`);
    const isOfHistogram = this.metrics.get(name.replace(endings, ''))?.type === 'histogram';
    if (!this.metrics.has(name) && !isOfHistogram) throw new Error(`A sample without TYPE before it: ${line}`);
    const value = /^nan$/i.test(text) ? Number.NaN : Number(text.replace(/^\+?Inf$/, 'Infinity'));
    if (Number.isNaN(value) && !/^nan$/i.test(text)) throw new Error(`No number: ${line}`);
    const sample = sampleOf(name, labels.match(new RegExp(labelPattern, 'g')) ?? []);
    if (this.valueBySample.has(sample)) throw new Error(`There twice: ${line}`);
    this.valueBySample.set(sample, value);
  }
}

function sampleOf(name: string, labels: readonly string[]): string {
  return labels.length === 0 ? name : `${name}{${labels.toSorted().join(',')}}`;
}

/** Where a server that was started with metrics says that they are. */
export function metricsUrl({ greeting }: Pick<TestServer, 'greeting'>): string {
  const [url] = greeting.flatMap((line) => /^The metrics are at (\S+)$/.exec(line)?.[1] ?? []);
  if (url === undefined) throw new Error('The server names no metrics.');
  return url;
}

/** What the server counts now, without a token. */
export async function scrape(server: TestServer): Promise<MetricsScrape> {
  const response = await fetch(metricsUrl(server));
  if (response.status !== 200) throw new Error(`The metrics were answered with ${response.status}.`);
  return new MetricsScrape(await response.text());
}

const mostScrapes = 1000;

/** Scrapes until something holds: what is counted when a request or a task is over may be a moment later than its answer. */
export async function scrapeUntil(
  server: TestServer,
  isReached: (found: MetricsScrape) => boolean,
): Promise<MetricsScrape> {
  for (let count = 0; count < mostScrapes; count += 1) {
    const found = await scrape(server);
    if (isReached(found)) return found;
    await pause(20);
  }
  throw new Error(`It does not hold after ${mostScrapes} scrapes.`);
}
