/** A name with a slip of the pen is recognised, wherever in the name it is, however many names there are. */
import { distance } from 'fastest-levenshtein';
import fc from 'fast-check';
import { castFunction, projection, systemOfRecord } from '../support/fastDataRecords.js';
import { bundleOf, type BundleRecord } from '../support/importBundle.js';
import { ImportFlow, type Place } from '../support/importFlow.js';
import { sharedServer } from '../support/sharedServer.js';

const words = [
  'alpha', 'bravo', 'carol', 'delta', 'ember', 'field', 'glass', 'hotel', 'india', 'joule', 'knife', 'lemon', 'mango',
  'night', 'ocean', 'piano', 'quilt', 'river', 'sugar',
] as const; // prettier-ignore
const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** Beginnings and endings that few share, and those that a thousand share. */
const names = [
  ...words.flatMap((one) => words.flatMap((two) => words.map((three) => `${one}_${two}_${three}`))),
  ...Array.from({ length: 1000 }, (_, index) => `number_${String(index).padStart(3, '0')}_as_text`),
];
const known = new Set(names);

interface Slip {
  name: number;
  sort: 'wrong' | 'missing' | 'added' | 'swapped';
  at: number;
  letter: number;
}

const slip: fc.Arbitrary<Slip> = fc.record({
  name: fc.nat(names.length - 1),
  sort: fc.constantFrom('wrong', 'missing', 'added', 'swapped'),
  at: fc.nat(1000),
  letter: fc.nat(letters.length - 1),
});

/** The text with the slip somewhere between two places. */
function slipped(text: string, { sort, at, letter }: Omit<Slip, 'name'>, [start, end] = [0, text.length]): string {
  const place = start + (at % (end - start));
  const [before, after, other] = [text.slice(0, place), text.slice(place), letters.charAt(letter)];
  if (sort === 'wrong') return before + other + after.slice(1);
  if (sort === 'missing') return before + after.slice(1);
  if (sort === 'added') return before + other + after;
  return before + after.charAt(1) + after.charAt(0) + after.slice(2);
}

/** How many slips lie between two texts, separators aside. */
function slipsBetween(one: string, other: string): number {
  const [a, b] = [one, other].map((text) => text.replaceAll('_', '')) as [string, string];
  const swaps = Array.from(a).map((_, at) => slipped(a, { sort: 'swapped', at, letter: 0 }));
  return Math.min(distance(a, b), ...swaps.map((swapped) => distance(swapped, b) + 1));
}

describe('what was meant by a name with a slip', () => {
  let flow: ImportFlow;
  let full: Place;
  beforeAll(async () => {
    flow = new ImportFlow(await sharedServer());
    full = await flow.makeProject(['EVENT_DRIVEN']);
    await flow.import(bundleOf(functions, { layout: 'JSONL' }), full);
  });

  const functions: BundleRecord[] = names.map((name) => castFunction(name));

  /** Stages something that needs each of the names; gives what the answer takes each for. */
  async function meantBy(wrong: readonly string[], place: Place, others: readonly BundleRecord[]): Promise<string[]> {
    const needing = wrong.map((name, at) => projection(`p${at}`, { system: 'erp', fields: { field: name } }));
    const plan = await flow.stage(bundleOf([systemOfRecord('erp'), ...needing, ...others], { layout: 'JSONL' }), place);
    const { items } = await flow.plan(plan.id, { filter: { kinds: ['fast-data/Projection'] } });
    await flow.discard(plan.id);
    const fixes = new Map(items.edges.map(({ node }) => [node.name, node.problems.map(({ fix }) => fix).join()]));
    return wrong.map((_, at) => /Did you mean "([^"]+)"/.exec(fixes.get(`p${at}`) ?? '')?.[1] ?? 'nothing');
  }

  async function expectToBeMeant(
    pairs: readonly (readonly [right: string, wrong: string])[],
    place: Place,
    others: readonly BundleRecord[] = [],
  ) {
    const lacking = pairs.filter(([, wrong]) => wrong !== '' && !known.has(wrong));
    const meant = await meantBy(
      lacking.map(([, wrong]) => wrong),
      place,
      others,
    );
    const farther = lacking.flatMap(([right, wrong], at) =>
      slipsBetween(meant[at]!, wrong) > slipsBetween(right, wrong) ? [`${wrong}: ${right}, not ${meant[at]}`] : [],
    );
    expect(farther).toEqual([]);
  }

  const once = fc.array(slip, { minLength: 100, maxLength: 100 });
  const oncePairs = (slips: readonly Slip[]) =>
    slips.map(({ name, ...how }) => [names[name]!, slipped(names[name]!, how)] as const);

  it('is found among many on the branch, wherever the slip is', async () => {
    await fc.assert(
      fc.asyncProperty(once, (slips) => expectToBeMeant(oncePairs(slips), full)),
      { numRuns: 5, endOnFailure: true },
    );
  });

  it('is found among many in the file, wherever the slip is', async () => {
    const empty = await flow.makeProject(['EVENT_DRIVEN']);
    await fc.assert(
      fc.asyncProperty(once, (slips) => expectToBeMeant(oncePairs(slips), empty, functions)),
      { numRuns: 2, endOnFailure: true },
    );
  });

  it('is found with two slips at one end, where few names share the other', async () => {
    const letterSlip = slip.filter(({ sort }) => sort !== 'swapped');
    const twice = fc.array(fc.tuple(letterSlip, letterSlip, fc.boolean()), { minLength: 100, maxLength: 100 });
    const pairs = (slips: readonly (readonly [Slip, Slip, boolean])[]) =>
      slips.map(([{ name, ...first }, { name: _, ...second }, isAtStart]) => {
        const right = names[name % words.length ** 3]!;
        const place: [number, number] = isAtStart ? [0, 4] : [right.length - 4, right.length - 1];
        return [right, slipped(slipped(right, first, place), second, place)] as const;
      });
    await fc.assert(
      fc.asyncProperty(twice, (slips) => expectToBeMeant(pairs(slips), full)),
      { numRuns: 5, endOnFailure: true },
    );
    const empty = await flow.makeProject(['EVENT_DRIVEN']);
    await fc.assert(
      fc.asyncProperty(twice, (slips) => expectToBeMeant(pairs(slips), empty, functions)),
      { numRuns: 1, endOnFailure: true },
    );
  });
});
