import { itemOfRecord } from '../../../../../src/features/formats/writing/recordTexts.js';

describe('the item of a record', () => {
  it('is all of its spec, whatever its members are called', () => {
    const spec = { externalReferenceCode: 'A', id: 5, dateCreated: '2024-03-01T10:00:00Z', creator: { name: 'x' } };
    const record = { kind: 'objects/ObjectEntry', name: 'Ticket/A', externalReferenceCode: 'A', spec };
    expect(itemOfRecord(record)).toEqual(spec);
  });
});
