import { createSchema } from '../../../src/app/schema.js';
import { FeatureList } from '../../../src/app/featureList.js';

class Shelf {
  readonly title = '';
}
class ShelfResolver {
  readonly shelves: string[] = [];
}
class LoanResolver {
  constructor(readonly shelfName: string) {}
}

const shelves = {
  entities: [Shelf],
  resolvers: [ShelfResolver],
  wire: ({ prefix }: { prefix: string }) => ({
    parts: { shelfName: `${prefix} shelf` },
    resolvers: [new ShelfResolver()],
    nodes: [() => Promise.resolve(null)],
  }),
};

function loansThat(background: { start: () => void; close: () => void }) {
  return {
    resolvers: [LoanResolver],
    wire: ({ shelfName }: { shelfName: string }) => ({
      parts: { loanCount: 3 },
      resolvers: [new LoanResolver(shelfName)],
      background: [background],
    }),
  };
}

describe('the list of features', () => {
  const list = FeatureList.over<{ prefix: string }>();

  it('gives a feature the parts of the server and of the features before it', () => {
    const background = { start: () => undefined, close: () => undefined };
    const wired = list.with(shelves).with(loansThat(background)).wire({ prefix: 'red' });
    expect(wired.parts).toEqual({ prefix: 'red', shelfName: 'red shelf', loanCount: 3 });
    expect(wired.resolvers).toEqual([new ShelfResolver(), new LoanResolver('red shelf')]);
    expect(wired.nodes).toHaveLength(1);
    expect(wired.background).toEqual([background]);
  });

  it('knows tables and resolver classes before anything is wired', () => {
    const { entities, resolverClasses } = list.with(shelves);
    expect({ entities, resolverClasses }).toEqual({ entities: [Shelf], resolverClasses: [ShelfResolver] });
  });

  it('does not compile with a feature before one whose parts it uses', () => {
    const loans = loansThat({ start: () => undefined, close: () => undefined });
    // @ts-expect-error -- no feature before it gives the name of a shelf
    const { parts } = list.with(loans).wire({ prefix: 'red' });
    expect(parts).toHaveProperty('loanCount');
  });

  it('makes no schema with a resolver class that no feature gave an instance of', () => {
    expect(() => createSchema([new ShelfResolver()])).toThrow('No feature wires NodeResolver.');
  });
});
