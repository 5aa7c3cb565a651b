import { PlanMappingResolver } from '../../../../../src/features/importing/mapping/planMapping.resolver.js';
import type { ImportPlan } from '../../../../../src/features/importing/tables/importPlan.entity.js';
import type { Workers } from '../../../../../src/features/workers/index.js';
import { superuserSession } from '../../../../support/sessions.js';
import { AnswerBudgets, RequestLoaders, type RequestContext } from '../../../../../src/graphql/index.js';

describe('the mapping of a plan', () => {
  it('is read once for all that a request asks of it, and once for each plan', async () => {
    const asked: unknown[] = [];
    const lists = {
      sourceFields: [],
      targetFields: [],
      mapping: [],
      unmappedSourceFields: [],
      missingRequiredFields: [],
    };
    const call = (_call: unknown, args: unknown) => {
      asked.push(args);
      return Promise.resolve({ ...lists, sampleRows: [{ a: 1 }, { a: 2 }], sampleBytes: [8, 8] });
    };
    const resolver = new PlanMappingResolver({ call } as unknown as Workers, Infinity);
    const answer = new AnswerBudgets({ maxObjects: 1000, maxAnswerBytes: 1000 }).begin();
    const session = superuserSession();
    const context: RequestContext = { loaders: new RequestLoaders(), answer, publicUrl: '', session };
    const plan = (id: string) => ({ id }) as ImportPlan;
    const answers = await Promise.all([
      resolver.sourceFields(plan('p'), context),
      resolver.targetFields(plan('p'), context),
      resolver.mapping(plan('p'), context),
      resolver.unmappedSourceFields(plan('p'), context),
      resolver.missingRequiredFields(plan('p'), context),
      resolver.sampleRows(plan('p'), context, 1),
      resolver.sampleRows(plan('q'), context, 20),
    ]);
    expect(asked).toEqual([{ planId: 'p' }, { planId: 'q' }]);
    expect(answers.slice(-2)).toEqual([[{ a: 1 }], [{ a: 1 }, { a: 2 }]]);
  });
});
