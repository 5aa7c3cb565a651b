import { readContent } from '../writtenFile.js';

const className = 'com.liferay.object.rest.dto.v1_0.ObjectEntry';
const items = [{ externalReferenceCode: 'A' }];

describe('a setting that a batch file states twice', () => {
  it.each([
    { key: 'siteId', outside: [{ x: false }], inside: 'S', ignored: ['siteId'] },
    { key: 'createStrategy', outside: 'INSERT', inside: 'UPSERT', ignored: ['createStrategy'] },
    { key: 'taskItemDelegateName', outside: 'C_A', inside: 'C_B', ignored: ['parameters', 'taskItemDelegateName'] },
  ])('is a warning: $key', async ({ key, outside, inside, ignored }) => {
    const file = { configuration: { className, [key]: outside, parameters: { [key]: inside } }, items };
    const { problems } = await readContent(file, { definitionErc: 'BOOK' });
    const told = { code: 'CONTENT_IGNORED', severity: 'WARNING', path: ['configuration', ...ignored] };
    expect(problems).toContainEqual(expect.objectContaining(told));
  });

  it('is read where it has a value, if it is null in the other place', async () => {
    const file = { configuration: { className, siteId: [{ x: false }], parameters: { siteId: null } }, items };
    const { problems } = await readContent(file, { definitionErc: 'BOOK' });
    expect(problems).toMatchObject([{ code: 'SETTING_INVALID', path: ['configuration', 'siteId'] }]);
  });
});
