/** The dashboard and the alerts in examples/monitoring name nothing that a server does not serve. */
import { readFile } from 'node:fs/promises';
import { metricsUrl, MetricsScrape } from '../support/metricsScrape.js';
import { projectFile } from '../support/projectFile.js';
import { startTestServer } from '../support/testServer.js';

/** A metric in an expression, with the values that it is asked for. */
interface Selector {
  name: string;
  labels: { label: string; operator: string; value: string }[];
}

interface Dashboard {
  panels: { title: string; targets: { expr: string }[] }[];
}

/** Of Prometheus itself. */
const ownMetrics = ['up'];
/** Labels that Prometheus adds. */
const ownLabels = new Set(['job', 'instance']);
const keywords = new Set(['and', 'or', 'unless', 'bool', 'offset', 'group_left', 'group_right']);

async function alertExpressions(): Promise<string[]> {
  const text = await readFile(projectFile('examples/monitoring/alerts.yml'), 'utf8');
  return text.split('- alert: ').slice(1).map(expressionOf);
}

/** In one line, or folded over the lines that are indented further. */
function expressionOf(rule: string): string {
  const [, first = '', more = ''] = /\n {8}expr: (.*)\n((?: {10}.*\n)*)/.exec(rule) ?? [];
  return first === '>-' ? more.replaceAll(/\s+/g, ' ') : first;
}

async function dashboard(): Promise<Dashboard> {
  return JSON.parse(await readFile(projectFile('examples/monitoring/grafana-dashboard.json'), 'utf8')) as Dashboard;
}

/** The metrics of an expression: names that are no function, no keyword and in no list of labels. */
function selectorsIn(expression: string): Selector[] {
  const labelLists = /\b(by|without|on|ignoring)\s*\([^)]*\)/g;
  const plain = expression.replaceAll(labelLists, '').replaceAll(/\[[^\]]*\]/g, '');
  return [...plain.matchAll(/([a-zA-Z_:][a-zA-Z0-9_:]*)\s*(?:\{([^}]*)\})?\s*(\(?)/g)].flatMap(
    ([, name = '', matchers = '', opening]) => {
      if (opening === '(' || keywords.has(name)) return [];
      const labels = [...matchers.matchAll(/(\w+)(=~|!=|!~|=)"([^"]*)"/g)];
      return [
        { name, labels: labels.map(([, label = '', operator = '', value = '']) => ({ label, operator, value })) },
      ];
    },
  );
}

/** What is wrong with the selectors, measured against what is served. */
function unserved(selectors: readonly Selector[], served: MetricsScrape): string[] {
  return selectors.flatMap(({ name, labels }) => {
    if (ownMetrics.includes(name)) return [];
    const base = name.replace(/_(bucket|sum|count)$/, '');
    const isHistogram = served.metrics.get(base)?.type === 'histogram';
    if (!served.metrics.has(name) && !(isHistogram && base !== name)) return [name];
    const known = served.labelsOf(name);
    return labels
      .filter(({ label, operator, value }) => {
        if (ownLabels.has(label)) return false;
        return operator === '=' || operator === '!='
          ? !known.some((sample) => sample.includes(`${label}="${value}"`))
          : !known.some((sample) => sample.some((one) => one.startsWith(`${label}=`)));
      })
      .map(({ label, value }) => `${name}{${label}="${value}"}`);
  });
}

describe('the examples of monitoring', () => {
  let served: MetricsScrape;
  beforeAll(async () => {
    const server = await startTestServer({ settings: { WAYBILL_METRICS_PORT: '0' } });
    served = new MetricsScrape(await (await fetch(metricsUrl(server))).text());
    await server.stop();
  });

  it('alert on nothing but what is served', async () => {
    const expressions = await alertExpressions();
    expect(expressions.length).toBeGreaterThan(10);
    const selectors = expressions.map(selectorsIn);
    expect(selectors.every(({ length }) => length > 0)).toBe(true);
    expect(unserved(selectors.flat(), served)).toEqual([]);
  });

  it('show nothing but what is served', async () => {
    const { panels } = await dashboard();
    expect(panels.length).toBeGreaterThan(10);
    const selectors = panels.flatMap(({ targets }) => targets.map(({ expr }) => selectorsIn(expr)));
    expect(selectors.every(({ length }) => length > 0)).toBe(true);
    expect(unserved(selectors.flat(), served)).toEqual([]);
  });

  it('use all metrics of Waybill', async () => {
    const { panels } = await dashboard();
    const expressions = panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)).join('\n');
    const own = [...served.metrics.keys()].filter((name) => name.startsWith('waybill_'));
    expect(own.filter((name) => !expressions.includes(name))).toEqual([]);
  });

  it('would be found to name a metric that was renamed, or a label that there is not', () => {
    const selectors = selectorsIn(
      'sum by (job) (rate(waybill_tasks_ended_total{status="FAILED"}[5m])) > 0.2 * sum(waybill_tasks_total{status="BROKEN"})',
    );
    expect(unserved(selectors, served)).toEqual(['waybill_tasks_ended_total', 'waybill_tasks_total{status="BROKEN"}']);
  });

  it('choose the data source by a variable', async () => {
    const text = await readFile(projectFile('examples/monitoring/grafana-dashboard.json'), 'utf8');
    const uids = [...text.matchAll(/"uid":\s*"([^"]*)"/g)].map(([, uid]) => uid);
    expect(new Set(uids)).toEqual(new Set(['waybill', '${datasource}']));
  });
});
