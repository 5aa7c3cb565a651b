import { writableKinds } from '../../../../../src/features/importing/plan/writeStrategies.js';
import type { FileFacts, PlanOptions } from '../../../../../src/features/importing/tables/planRows.js';

describe('how copies meet what has their name', () => {
  const stated = (createStrategy: 'INSERT' | 'UPSERT' | null, updateStrategy: 'UPDATE' | 'PARTIAL_UPDATE' | null) => [
    { kind: 'a', createStrategy, updateStrategy, importStrategy: null },
  ];

  it.each<[what: string, said: PlanOptions & FileFacts, kinds: [upsert: string[], partial: string[]]]>([
    ['nothing was said', {}, [[], []]],
    ['INSERT was chosen', { createStrategy: 'INSERT', updateStrategy: 'PARTIAL_UPDATE' }, [[], []]],
    ['UPSERT was chosen', { createStrategy: 'UPSERT' }, [['a', 'b'], []]],
    ['UPSERT and UPDATE were chosen', { createStrategy: 'UPSERT', updateStrategy: 'UPDATE' }, [['a', 'b'], []]],
    ['a partial UPSERT was chosen', { createStrategy: 'UPSERT', updateStrategy: 'PARTIAL_UPDATE' }, [['a', 'b'], ['a', 'b']]],
    ['the file states UPSERT for one kind', { stated: stated('UPSERT', null) }, [['a'], []]],
    ['the file states a partial UPSERT', { stated: stated('UPSERT', 'PARTIAL_UPDATE') }, [['a'], ['a']]],
    ['the file states a partial INSERT', { stated: stated('INSERT', 'PARTIAL_UPDATE') }, [[], []]],
    ['INSERT was chosen against the file', { createStrategy: 'INSERT', stated: stated('UPSERT', null) }, [[], []]],
    ['UPDATE was chosen against the file', { updateStrategy: 'UPDATE', stated: stated('UPSERT', 'PARTIAL_UPDATE') }, [['a'], []]],
    ['a choice was taken back', { createStrategy: null, stated: stated('UPSERT', null) }, [['a'], []]],
    ['the file states a part of it, and a person chose the rest', { createStrategy: 'UPSERT', stated: stated(null, 'PARTIAL_UPDATE') }, [['a', 'b'], ['a']]],
  ])('when %s', (_what, { stated: inFile, ...options }, [upsertKinds, partialKinds]) => {
    expect(writableKinds({ options, fileFacts: inFile ? { stated: inFile } : {} }, ['a', 'b'])).toEqual({ upsertKinds, partialKinds });
  }); // prettier-ignore
});
