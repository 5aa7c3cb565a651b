import { withoutSlash } from '../../../src/shared/withoutSlash.js';

describe('withoutSlash', () => {
  it.each([
    ['https://waybill.example', 'https://waybill.example'],
    ['https://waybill.example/', 'https://waybill.example'],
    ['https://waybill.example/base//', 'https://waybill.example/base'],
    ['//', ''],
    ['', ''],
  ])('makes of %j %j', (url, expected) => {
    expect(withoutSlash(url)).toBe(expected);
  });
});
