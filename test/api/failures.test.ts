import JSZip from 'jszip';
import { castFunction, singleView } from '../support/fastDataRecords.js';
import { bundleOf } from '../support/importBundle.js';
import { ImportFlow, actionsOf, codesOf, type Place, type TaskRecord } from '../support/importFlow.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

type Row = Record<'file' | 'name' | 'externalReferenceCode' | 'code' | 'pointer' | 'value' | 'message', string> & {
  line: number;
  index: number;
};

const definition = JSON.stringify({
  configuration: { className: 'com.liferay.object.admin.rest.dto.v1_0.ObjectDefinition' },
  items: [
    {
      externalReferenceCode: 'BOOK',
      label: { en_US: 'Book' },
      name: 'Book',
      objectFields: ['title', 'apiToken'].map((name) => ({
        DBType: 'String',
        businessType: 'Text',
        externalReferenceCode: `${name.toUpperCase()}_FIELD`,
        label: { en_US: name },
        name,
        required: name === 'title',
      })),
      pluralLabel: { en_US: 'Books' },
      scope: 'company',
      status: { code: 0 },
    },
  ],
});

const entryOptions = { options: { kind: 'objects/ObjectEntry', definitionErc: 'BOOK' } };

describe('what a task with failures leaves to download', () => {
  let server: ServerClient;
  let flow: ImportFlow;
  beforeAll(async () => {
    server = await sharedServer();
    flow = new ImportFlow(server);
  });

  const textOf = async ({ files }: TaskRecord, purpose: string, mediaType?: string) => {
    const file = files.find((one) => one.purpose === purpose && (mediaType ?? one.mediaType) === one.mediaType);
    if (!file) throw new Error(`The task has no file ${purpose}.`);
    const answer = await fetch(file.url);
    expect(answer.status).toBe(200);
    return answer.text();
  };
  const rowsOf = async (task: TaskRecord) =>
    JSON.parse(await textOf(task, 'ERROR_REPORT', 'application/json')) as Row[];
  const stagingTask = async (content: string | Buffer, place: Place, options: object = {}) => {
    const { plan } = await server.upload(content, { branchId: place.branchId, ...options });
    return { planId: plan!.id, task: await flow.ended(plan!.task.id) };
  };

  it('holds the failed items with their problems, which can be corrected and imported', async () => {
    const place = await flow.makeProject();
    await flow.import(definition, place);
    const lines = [
      { externalReferenceCode: 'B1', title: 'One' },
      { externalReferenceCode: 'B2' },
      { externalReferenceCode: 'B3', title: 3 },
    ].map((line) => JSON.stringify(line));
    const { planId, task: staged } = await stagingTask(lines.join('\n'), place, entryOptions);
    expect(staged).toMatchObject({ status: 'COMPLETED_WITH_ERRORS', failedCount: 2 });
    const { task } = await flow.execute(planId, 'ON_ERROR_CONTINUE');
    expect(task).toMatchObject({ status: 'COMPLETED_WITH_ERRORS', createdCount: 1, failedCount: 2 });
    expect(await textOf(task!, 'REMAINDER')).toBe(await textOf(staged, 'REMAINDER'));

    const [head = '', ...records] = (await textOf(task!, 'REMAINDER')).trimEnd().split('\n');
    const failed = records.map((line) => JSON.parse(line) as { name: string; spec: object; problems: object[] });
    expect(failed).toMatchObject([
      { name: 'Book/B2', parent: 'BOOK', problems: [{ pointer: '' }], spec: { externalReferenceCode: 'B2' } },
      { name: 'Book/B3', parent: 'BOOK', problems: [{ pointer: '/title' }], spec: { title: 3 } },
    ]);

    const untouched = await flow.stage([head, ...records].join('\n'), place);
    expect(untouched.counts).toMatchObject({ total: 2, blocked: 2 });
    const corrected = failed.map((record) =>
      JSON.stringify({ ...record, spec: { ...record.spec, title: 'Corrected' } }),
    );
    expect(await flow.import([head, ...corrected].join('\n'), place)).toMatchObject({
      createdCount: 2,
      failedCount: 0,
    });
    expect((await flow.resources(place)).map(({ name }) => name)).toEqual(['BOOK', 'Book/B1', 'Book/B2', 'Book/B3']);
    const whole = await flow.stage([head, ...corrected].join('\n'), place);
    expect(codesOf(whole.problems)).toEqual([]);
    expect(actionsOf(whole)).toEqual({ 'Book/B2': 'UNCHANGED', 'Book/B3': 'UNCHANGED' });
  });

  it('names line, index, code, place and value of each fault, and no value of a secret', async () => {
    const place = await flow.makeProject();
    await flow.import(definition, place);
    const token = 'abc'.repeat(100);
    const table = `externalReferenceCode,title,apiToken\nB1,One,x\nB2,${'long '.repeat(60)},x\nB3,Three,${token}\n`;
    const { task } = await stagingTask(table, place, entryOptions);
    const rows = await rowsOf(task);
    expect(rows).toMatchObject([
      { line: 3, index: 2, name: 'Book/B2', externalReferenceCode: 'B2', pointer: '/title', code: 'SPEC_INVALID' },
      { line: 4, index: 3, name: 'Book/B3', externalReferenceCode: 'B3', pointer: '/apiToken', value: '(not shown)' },
    ]);
    expect(rows[0]?.value).toMatch(/^(long ){40}…$/);
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(await textOf(task, 'ERROR_REPORT', 'text/csv; charset=utf-8')).not.toContain(token);
  });

  it('guards the table of errors against formulas', async () => {
    const place = await flow.makeProject();
    const { task } = await stagingTask(bundleOf([singleView('view', { tags: '=1+1' })]), place);
    expect(await rowsOf(task)).toMatchObject([{ pointer: '/tags', value: '=1+1' }]);
    expect(await textOf(task, 'ERROR_REPORT', 'text/csv; charset=utf-8')).toContain(",'=1+1,");
  });

  it('names the member of an archive, and its line there', async () => {
    const place = await flow.makeProject();
    const zip = new JSZip();
    zip.file('definition.batch-engine-data.json', definition);
    const configuration = { className: 'com.liferay.object.rest.dto.v1_0.ObjectEntry', taskItemDelegateName: 'C_Book' };
    zip.file(
      'books/entries.batch-engine-data.json',
      JSON.stringify({ configuration, items: [{ externalReferenceCode: 'B1' }] }, null, 1),
    );
    const { task } = await stagingTask(await zip.generateAsync({ type: 'nodebuffer' }), place);
    const [row] = await rowsOf(task);
    expect(row).toMatchObject({
      file: 'books/entries.batch-engine-data.json',
      name: 'Book/B1',
      code: 'SPEC_INVALID',
      index: 2,
    });
    expect(row?.line).toBeGreaterThan(1);
  });

  it('tells in a report what is wrong with a file that is refused, and gives the file back', async () => {
    const place = await flow.makeProject();
    const content = '[{"externalReferenceCode": "B1"},\n{"externalReferenceCode": ]\n';
    const { task } = await stagingTask(content, place, entryOptions);
    expect(task.status).toBe('FAILED');
    expect(await rowsOf(task)).toMatchObject([{ code: 'FILE_NOT_JSON', line: 2, message: task.errorMessage }]);
    expect(await textOf(task, 'SOURCE')).toBe(content);
    expect(task.files.map(({ purpose }) => purpose)).not.toContain('REMAINDER');
  });

  it('contains the problem of an invalid row once, and its code can be corrected in one place', async () => {
    const place = await flow.makeProject();
    await flow.import(definition, place);
    const table = 'externalReferenceCode,title\nQ1,One,surplus\n"Q2 ",Two\n';
    const { task } = await stagingTask(table, place, entryOptions);
    expect((await rowsOf(task)).map(({ name, code }) => [name, code])).toEqual([
      ['Book/Q1', 'ITEM_MALFORMED'],
      ['Book/Q2 ', 'NAME_INVALID'],
    ]);
    const remainder = await textOf(task, 'REMAINDER');
    expect(remainder).toContain('"surplus"');
    const corrected = remainder
      .replace(',"(cells without a column)":["surplus"]', '')
      .replace('"externalReferenceCode":"Q2 "', '"externalReferenceCode":"Q2"');
    expect(await flow.import(corrected, place)).toMatchObject({ createdCount: 2 });
    const entries = (await flow.resources(place)).filter(({ name }) => name.startsWith('Book/'));
    expect(entries.map(({ name, spec }) => [name, spec['externalReferenceCode']])).toEqual([
      ['Book/Q1', 'Q1'],
      ['Book/Q2', 'Q2'],
    ]);
  });

  it('is no place for two codes of one record, nor for a mark of a draft that says neither yes nor no', async () => {
    const place = await flow.makeProject();
    await flow.import(definition, place);
    const { task } = await stagingTask('externalReferenceCode,title\nQ1,\n', place, entryOptions);
    const remainder = await textOf(task, 'REMAINDER');
    const twoCodes = remainder.replace('"spec":{', '"externalReferenceCode":"Q9","spec":{"title":"One",');
    const [item] = (await flow.stage(twoCodes, place)).items.edges.map(({ node }) => node);
    expect(item?.problems[0]).toMatchObject({ code: 'SPEC_INVALID', path: ['externalReferenceCode'] });
    const unclear = await flow.stage(remainder.replace('"isDraft":true', '"isDraft":"yes"'), place);
    expect(unclear.problems).toMatchObject([{ code: 'FORMAT_UNRECOGNIZED', path: ['isDraft'] }]);
  });

  it('keeps origin, mode and collisions of a bundle in the remainder', async () => {
    const place = await flow.makeProject();
    await flow.import(bundleOf([castFunction('taken', 'here()')]), place);
    const plan = await flow.stage(bundleOf([castFunction('taken', 'there()'), castFunction('free')]), place);
    const { task } = await flow.execute(plan.id, 'ON_ERROR_CONTINUE');
    const remainder = await textOf(task!, 'REMAINDER');
    const again = await flow.stage(remainder, place);
    expect(again.source).toEqual(plan.source);
    expect(actionsOf(again)).toEqual({ taken: 'COLLISION' });
    const upsert = await flow.stage(remainder, place, { options: { createStrategy: 'UPSERT' } });
    expect(actionsOf(upsert)).toEqual({ taken: 'UPDATE' });
  });

  it('is left by no task without failures', async () => {
    const place = await flow.makeProject();
    const task = await flow.import(bundleOf([castFunction('fine')]), place);
    expect(task.files.map(({ purpose }) => purpose)).toEqual(['SOURCE', 'RESULT']);
  });
});
