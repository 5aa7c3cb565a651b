import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { diskFile } from '../../../../src/features/files/worker.js';
import { detectFormat } from '../../../../src/features/formats/detectFormat.js';
import { formatReaders } from '../../../../src/features/formats/formatReaders.js';
import { zipOf } from '../../../support/zipOf.js';

describe('files of other products', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'foreign-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const refusalOf = async (content: string | Buffer) => {
    const file = path.join(folder, 'upload');
    writeFileSync(file, content);
    const found = await detectFormat({ ...diskFile(file), sizeBytes: Buffer.byteLength(content) }, formatReaders);
    if ('problem' in found) return found.problem;
    for await (const events of found.reader.read({
      ...diskFile(file),
      sizeBytes: Buffer.byteLength(content),
    } as never)) {
      for (const event of events) if (event.type === 'problem') return event.problem;
    }
    return undefined;
  };
  const json = (value: unknown) => JSON.stringify(value);

  it.each([
    ['Kibana', '{"id":"a","type":"dashboard","attributes":{"title":"x"},"references":[]}\n{"exportedCount":1,"missingRefCount":0}\n'],
    ['Kibana', '{"exportedCount":1,"missingRefCount":0}'],
    ['Kibana', json([{ _id: 'a', _type: 'dashboard', _source: {} }])],
    ['Kibana', json({ version: '7.9', objects: [{ id: 'a', type: 'dashboard', attributes: {} }] })],
    ['Grafana', json({ annotations: { list: [] }, panels: [], schemaVersion: 39, title: 'x' })],
    ['Grafana', json({ dashboard: { panels: [] }, folderUid: 'f', overwrite: true })],
    ['Grafana', json({ apiVersion: 'dashboard.grafana.app/v1beta1', kind: 'Dashboard', spec: {} })],
    ['n8n', json({ name: 'w', nodes: [], connections: {}, settings: {} })],
    ['n8n', json([{ name: 'w', nodes: [], connections: {} }])],
    ['Directus', json({ version: 1, directus: '11.1.0', vendor: 'sqlite', collections: [], fields: [], relations: [] })],
    ['Directus', json({ data: { version: 1, directus: '11.1.0', collections: [] } })],
    ['Strapi', json({ kind: 'collectionType', collectionName: 'a', info: {}, attributes: {} })],
    ['Strapi', json({ data: [{ id: 1, attributes: {} }], meta: { pagination: { page: 1 } } })],
    ['Strapi', '{"type":"api::article.article","id":1,"data":{}}\n{"type":"api::article.article","id":2,"data":{}}\n'],
  ])('of %s are called by its name: %s', async (product, content) => {
    const problem = await refusalOf(content);
    expect(problem?.code).toBe('FORMAT_UNRECOGNIZED');
    expect(problem?.message).toContain(product);
    expect(problem?.fix).toContain('Upload a file of');
  }); // prettier-ignore

  it('that are workbooks are called so, and are to be saved as CSV', async () => {
    const xlsx = await zipOf({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>' });
    const ods = await zipOf({
      mimetype: 'application/vnd.oasis',
      'content.xml': '<x/>',
      'META-INF/manifest.xml': '<x/>',
    });
    const xls = Buffer.from('d0cf11e0a1b11ae1000000000000', 'hex');
    const asXml = '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook/>';
    for (const content of [xlsx, xls, asXml]) expect((await refusalOf(content))?.message).toContain('Excel workbook');
    for (const content of [xlsx, ods, xls, asXml]) expect((await refusalOf(content))?.fix).toContain('CSV');
  });

  it('that nobody knows are told with the formats that are read, and how to name one', async () => {
    const problem = await refusalOf(json({ some: 'thing' }));
    expect(problem?.message).toBe('The file is JSON, but its format is unknown. Its first keys are "some".');
    expect(problem?.fix).toContain('the option "format": waybill/json (Waybill bundle (JSON));');
  });
});
