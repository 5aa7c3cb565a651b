import { makeCastFunction } from '../support/fastDataResources.js';
import type { InputOf } from '../support/operationResults.js';
import { createProject, createResources, exportFile } from '../support/projectScene.js';
import { sharedServer } from '../support/sharedServer.js';

const castFunctions = 'fast-data/CastFunction';

describe('the preview of an export', () => {
  it('names what the format cannot contain, and the file lacks just that', async () => {
    const server = await sharedServer();
    const { branchId } = await createProject(server, 'losses');
    const spec = { name: 'other', note: null, size: 5, type: 'custom' };
    await createResources(server, branchId, [
      makeCastFunction('first', spec),
      makeCastFunction('second', { ...spec, note: 'x' }),
    ]);
    const input: InputOf<'StartExport'> = { selection: { branchId, kinds: [castFunctions] }, format: 'CSV' };
    const previewed = async (more: Partial<InputOf<'StartExport'>> = {}) => {
      const { data } = await server.query(
        `query ($input: StartExportInput!) { exportPreview(input: $input) {
          problems { code severity message path fix ... on ResourceProblem { kind name } } } }`,
        { input: { ...input, ...more } },
      );
      return (data as { exportPreview: { problems: unknown[] } }).exportPreview.problems;
    };
    const fix = 'Use JSON, JSONL or ZIP, which contain whole resources.';
    const told = { code: 'NOT_CARRIED', severity: 'WARNING', kind: castFunctions, name: 'first', fix };
    const message = (at: string, more: string, why: string) =>
      `CSV cannot contain the value at /${at} of "first"${more}, because ${why}.`;
    const both = ' and of 1 more resource';
    expect(await previewed()).toEqual([
      {
        ...{ ...told, path: ['name'] },
        message: message('name', both, 'the member "name" of its item describes the resource itself'),
      },
      {
        ...{ ...told, path: ['note'] },
        message: message('note', '', 'an empty value cannot be distinguished from an absent one'),
      },
      { ...{ ...told, path: ['size'] }, message: message('size', both, 'it would be read as a string') },
    ]);
    expect(await previewed({ fields: ['type'] })).toEqual([]);
    expect(await previewed({ format: 'JSON' })).toEqual([]);
    const { text } = await exportFile(server, input);
    expect(text.split('\r\n').map((line) => line.split(',')[0])).toEqual(['name', 'first', 'second', '']);
  });
});
