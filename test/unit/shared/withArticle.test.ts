import { withArticle, withArticleCapital } from '../../../src/shared/withArticle.js';

describe('withArticle', () => {
  it.each([
    ...[
      'an object definition',
      'an ER schema',
      'an API application',
      'a CRUD collection',
      'a user',
      'an unknown',
      'an hour',
    ],
    ...[
      'a unit',
      'a unique field',
      'an index',
      'a single view',
      'an SQL file',
      'a URL',
      'a UI',
      'an undo',
      'an entry',
      'an X',
    ],
    ...[
      'an array',
      'a string',
      'an integer',
      'a European',
      'a one',
      'an unimportant',
      'an uninstalled',
      'a System of Record',
    ],
    ...['a utility', 'an upload', 'an address', 'an issue', 'an MQ topic', 'an OIDC provider', 'a usage', 'an urn'],
  ])('says "%s"', (phrase) => {
    const noun = phrase.replace(/^an? /, '');
    expect(withArticle(noun)).toBe(phrase);
    expect(withArticleCapital(noun)).toBe(phrase.replace(/^a/, 'A'));
  });
});
