import { canCarry, checkRecordClasses } from '../../../../../src/features/formats/writing/recordFormats.js';

describe('canCarry', () => {
  it("knows that a table holds entries alone, and that all of these formats are one product's", () => {
    expect(canCarry('CSV', 'objects/ObjectEntry')).toBeNull();
    expect(canCarry('CSV', 'objects/ObjectDefinition')).toMatchObject({
      code: 'FORMAT_UNSUPPORTED',
      kind: 'objects/ObjectDefinition',
    });
    expect(canCarry('CSV', 'objects/ApiApplication')).toMatchObject({ code: 'FORMAT_UNSUPPORTED' });
    for (const format of ['LIFERAY_JSON', 'LIFERAY_JSONL', 'JSONT'] as const) {
      expect(canCarry(format, 'objects/ObjectDefinition')).toBeNull();
      expect(canCarry(format, 'fast-data/ErSchema')).toMatchObject({
        code: 'FORMAT_UNSUPPORTED',
        fix: 'Use JSON, JSONL or ZIP.',
      });
    }
  });

  it('knows that a table holds texts alone', () => {
    expect(canCarry('CSV', 'fast-data/CastFunction', true)).toBeNull();
    expect(canCarry('JSONT', 'fast-data/CastFunction', true)).toMatchObject({ fix: 'Use JSON, JSONL, ZIP or CSV.' });
    expect(canCarry('CSV', 'fast-data/ErSchema', false)).toMatchObject({ fix: 'Use JSON, JSONL or ZIP.' });
    const classes = [{ kind: 'fast-data/CastFunction', definitionName: undefined }];
    const isPlain = (kind: string): boolean => kind === 'fast-data/CastFunction';
    expect(checkRecordClasses('CSV', classes, { isArchive: false, isPlain })).toEqual([]);
    expect(checkRecordClasses('CSV', classes, { isArchive: false })).toHaveLength(1);
  });

  it('asks for an archive where one file would need several classes', () => {
    const classes = ['Ticket', 'Order'].map((definitionName) => ({ kind: 'objects/ObjectEntry', definitionName }));
    expect(checkRecordClasses('JSONT', classes, { isArchive: true })).toEqual([]);
    expect(checkRecordClasses('JSONT', classes.slice(1), { isArchive: false })).toEqual([]);
    expect(checkRecordClasses('JSONT', classes, { isArchive: false })).toMatchObject([
      { code: 'FORMAT_UNSUPPORTED', message: expect.stringContaining('objects/ObjectEntry of "Ticket"') as string },
    ]);
    const mixed = [...classes, { kind: 'objects/Picklist', definitionName: undefined }];
    expect(checkRecordClasses('CSV', mixed, { isArchive: true })).toMatchObject([{ kind: 'objects/Picklist' }]);
  });
});
