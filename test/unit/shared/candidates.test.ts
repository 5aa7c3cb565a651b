import { candidatesFor, closestName, KnownNames } from '../../../src/shared/candidates.js';

const definitions = [
  { name: 'D4B8_DISTRIBUTOR_APPLICATION', secondName: 'DistributorApplication' },
  { name: 'D4B8_APPLICATION_EVALUATION', secondName: 'ApplicationEvaluation' },
  { name: 'D4B8_DISTRIBUTOR_VALIDATION', secondName: 'DistributorValidation' },
  { name: 'TICKET', secondName: 'Ticket' },
];
const names = definitions.map(({ name }) => name);

describe('candidates for a name that is missing', () => {
  it('are those that share words or letters with it', () => {
    const found = candidatesFor('D4B8_APPLICATION_VALIDATION', names).map(({ name }) => name);
    expect(found.toSorted()).toEqual(names.slice(0, 3).toSorted());
  });

  it('start with the one that a hint names', () => {
    const [first, second] = candidatesFor('D4B8_APPLICATION_VALIDATION', definitions, {
      hint: 'DistributorValidation',
    });
    expect(first).toEqual({ name: 'D4B8_DISTRIBUTOR_VALIDATION', score: 1 });
    expect(second?.score).toBeLessThan(1);
  });

  it.each([
    ['distributorValidation', 'DISTRIBUTOR_VALIDATION'],
    ['ticket-priorities', 'TICKET_PRIORITIES'],
    ['PRIORITES', 'PRIORITIES'],
    ['Ünïcode', 'ünïcode'],
  ])('find for %s what only differs in form or by a letter: %s', (missing, known) => {
    expect(candidatesFor(missing, ['SOMETHING_ELSE', known]).map(({ name }) => name)).toEqual([known]);
  });

  it('are as many as are asked for, the likeliest first, and in the order of names when equally likely', () => {
    const known = Array.from({ length: 20 }, (_, index) => `PORT_${String(index).padStart(2, '0')}`);
    expect(candidatesFor('PORT_07', known)).toHaveLength(5);
    expect(candidatesFor('PORT_07', known, { limit: 1 })).toEqual([{ name: 'PORT_07', score: 1 }]);
    expect(candidatesFor('PORT', ['PORT_B', 'PORT_A']).map(({ name }) => name)).toEqual(['PORT_A', 'PORT_B']);
  });

  it('are none when nothing is alike, and for names without letters', () => {
    expect(candidatesFor('HARBOUR', ['TICKET'])).toEqual([]);
    expect(candidatesFor('***', ['+++', ''])).toEqual([]);
    expect(closestName('HARBOUR', [])).toBeUndefined();
  });

  it.each([
    ['json', ['JSONL', 'JSON'], 'JSON'],
    ['cretaeStrategy', ['createStrategy'], 'createStrategy'],
    ['delimeter', ['delimiter'], 'delimiter'],
    ['TOKENS', ['HOST', 'PORT', 'ADMIN_TOKEN'], undefined],
    ['strategy', ['createStrategy', 'updateStrategy'], undefined],
    ['JS', ['JSON'], undefined],
    ['colour', ['count', 'column'], undefined],
    ['', ['JSON'], undefined],
  ])(
    'are near enough for a sentence when at least two thirds of the letters agree: %s among %j',
    (name, known, meant) => {
      expect(closestName(name, known)).toBe(meant);
    },
  );

  it('are found among thousands of names, whatever stands before and behind them', () => {
    const known = Array.from({ length: 8000 }, (_, index) => `distributor_${index}`);
    const names = new KnownNames([...known, 'X1_TICKET_VALIDATION', { name: 'A7', secondName: 'Harbour master' }]);
    expect(names.candidatesFor('D4_TICKET_VALIDATION', { limit: 1 })[0]?.name).toBe('X1_TICKET_VALIDATION');
    expect(names.candidatesFor('Z9', { hint: 'harbourMaster', limit: 1 })).toEqual([{ name: 'A7', score: 1 }]);
    expect(names.candidatesFor('distributor4711', { limit: 1 })).toEqual([{ name: 'distributor_4711', score: 1 }]);
    expect(names.candidatesFor('***')).toEqual([]);
  });

  it('are the same among many names as when each is compared', () => {
    const known = Array.from({ length: 3000 }, (_, index) => `unlike${'xyz'.charAt(index % 3)}${index * 7919}`);
    const alike = ['orderTotals', 'order_total', 'totals', 'orders'];
    const missing = 'orderTotal';
    expect(candidatesFor(missing, [...known, ...alike])).toEqual(candidatesFor(missing, alike));
  });

  it('are found for a name of any length', () => {
    expect(candidatesFor('x'.repeat(1_000_000), ['x'.repeat(900_000)])).toHaveLength(1);
  });
});
