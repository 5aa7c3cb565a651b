import { rowShapeOf, shapedRow } from '../../../src/database/rowShape.js';

describe('the rows of a statement', () => {
  it('have a member for each column, in camelCase', () => {
    const shape = rowShapeOf(['id', 'external_reference_code', 'count', 'a_b']);
    expect(shapedRow(shape, ['1', null, 3, 'x'])).toEqual({ id: '1', externalReferenceCode: null, count: 3, aB: 'x' });
  });

  it('have booleans for columns whose names tell of a truth', () => {
    const shape = rowShapeOf(['is_valid', 'has_warning', 'lacks_required', 'is_known', 'is_open', 'issuer', 'hash']);
    expect(shapedRow(shape, [1, 0, true, null, false, 1, 0])).toEqual({
      isValid: true,
      hasWarning: false,
      lacksRequired: true,
      isKnown: null,
      isOpen: false,
      issuer: 1,
      hash: 0,
    });
  });
});
