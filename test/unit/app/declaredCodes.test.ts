import { answering } from '../../../src/graphql/answering.js';
import { problemCodes } from '../../../src/shared/problemCode.js';
import { declaredCodes, refuseUndeclared } from '../../support/declaredCodes.js';

describe('the problem codes that a mutation declares', () => {
  const mutations = [...declaredCodes];

  it('are told for every mutation', () => {
    expect(mutations.length).toBeGreaterThan(30);
    expect(mutations.filter(([, codes]) => !codes.has('FORBIDDEN')).map(([name]) => name)).toEqual([]);
  });

  it('exist', () => {
    const unknown = mutations.flatMap(([, codes]) => [...codes].filter((code) => !(code in problemCodes)));
    expect(unknown).toEqual([]);
  });

  it('stand in its description, sorted and once', () => {
    expect(answering('Does it.', ['NOT_FOUND', 'FORBIDDEN'])).toEqual({
      description: 'Does it.\nProblems: CHARACTER_NOT_ALLOWED, FORBIDDEN, NOT_FOUND, NUMBER_NOT_EXACT.',
    });
  });

  it('are all that the clients of the tests let it answer, under any name', () => {
    const answer = (code: string) => ({ gone: { problems: [{ code }] } });
    const refuse = (text: string, data: object | null) => () => {
      refuseUndeclared(text, data as Record<string, unknown> | null);
    };
    const document = 'mutation { gone: deleteBranch(input: { id: "1" }) { problems { code } } }';
    expect(refuse(document, answer('BRANCH_IS_DEFAULT'))).not.toThrow();
    expect(refuse(document, answer('FILE_EMPTY'))).toThrow('deleteBranch answers FILE_EMPTY');
    expect(refuse(document.replace('mutation', 'query'), answer('FILE_EMPTY'))).not.toThrow();
    expect(refuse(document, null)).not.toThrow();
  });
});
