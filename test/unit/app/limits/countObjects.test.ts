import { buildSchema, graphql, type GraphQLObjectType } from 'graphql';
import { countObjects } from '../../../../src/app/limits/countObjects.js';
import { AnswerBudgets } from '../../../../src/graphql/index.js';

describe('fields that are counted', () => {
  it('leave no failure unheard when a later one fails at once', async () => {
    const schema = buildSchema('type Item { late: [String!]! now: [String!]! } type Query { items: [Item!]! }');
    const { late, now } = (schema.getType('Item') as GraphQLObjectType).getFields();
    late!.resolve = ({ index }: { index: number }) =>
      index === 0
        ? new Promise((_, reject) =>
            setTimeout(() => {
              reject(new Error('late'));
            }, 20),
          )
        : [];
    now!.resolve = ({ index }: { index: number }) => {
      if (index === 1) throw new Error('now');
      return [];
    };
    countObjects(schema);
    const unheard: unknown[] = [];
    const hear = (reason: unknown) => unheard.push(reason);
    process.on('unhandledRejection', hear);
    const answer = new AnswerBudgets({ maxObjects: 1000, maxAnswerBytes: 1000 }).begin();
    const rootValue = { items: [{ index: 0 }, { index: 1 }] };
    const { errors } = await graphql({ schema, source: '{ items { late now } }', rootValue, contextValue: { answer } });
    await new Promise((resolve) => setTimeout(resolve, 50));
    process.off('unhandledRejection', hear);
    expect(errors).toHaveLength(1);
    expect(unheard).toEqual([]);
  });
});
