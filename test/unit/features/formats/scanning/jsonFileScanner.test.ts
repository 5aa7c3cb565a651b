import fc from 'fast-check';
import { JsonFileScanner } from '../../../../../src/features/formats/scanning/jsonFileScanner.js';
import type { ScanOptions } from '../../../../../src/features/formats/scanning/jsonFileScanner.js';
import { parseJsonBytes } from '../../../../../src/features/formats/scanning/parseJsonBytes.js';
import { lostNumber, withDigitsInside } from '../../../../../src/shared/exactNumbers.js';
import type { JsonValue } from '../../../../../src/shared/json.js';
import type { Problem } from '../../../../../src/shared/problem.js';

interface Scanned {
  members: Record<string, unknown>;
  elements: unknown[];
  lines: number[];
  problem: Problem | undefined;
}

/** Scans a text in chunks of the given sizes (repeated), and parses each part at once, as readers do. */
function scan(text: string | Buffer, options: ScanOptions, chunkSizes: readonly number[] = [1 << 20]): Scanned {
  const scanner = new JsonFileScanner(options);
  const bytes = Buffer.from(text);
  const scanned: Scanned = { members: {}, elements: [], lines: [], problem: undefined };
  const take = (events: ReturnType<JsonFileScanner['feed']>): void => {
    for (const event of events) {
      if (event.type === 'problem') scanned.problem ??= event.problem;
      if (event.type !== 'member' && event.type !== 'element') continue;
      const parsed = parseJsonBytes(event.slice);
      if ('problem' in parsed) scanned.problem ??= parsed.problem;
      else if (event.type === 'member')
        Object.defineProperty(scanned.members, event.key, { value: parsed.value, enumerable: true });
      else {
        scanned.elements.push(parsed.value);
        scanned.lines.push(event.slice.line);
      }
    }
  };
  for (let offset = 0, turn = 0; offset < bytes.length && !scanner.isStopped; turn += 1) {
    const size = chunkSizes[turn % chunkSizes.length]!;
    take(scanner.feed(bytes.subarray(offset, offset + size)));
    offset += size;
  }
  take(scanner.end());
  return scanned;
}

const list: ScanOptions = { layout: 'members', listKey: 'resources' };
const bytesAtATime = [1];

describe('JsonFileScanner', () => {
  it('gives members whole and the elements of the chosen list one by one, with their lines', () => {
    const text =
      '{"a": {"b": [1, "]}"]},\n"resources": [\n{"x": 1},\n\n [2], "three", 4e1\n, null],\n"z": "\\"\\\\"}\n';
    for (const chunks of [[1], [2], [7], [1000]]) {
      const scanned = scan(text, list, chunks);
      expect(scanned.problem).toBeUndefined();
      expect(scanned.members).toEqual({ a: { b: [1, ']}'] }, z: '"\\' });
      expect(scanned.elements).toEqual([{ x: 1 }, [2], 'three', 40, null]);
      expect(scanned.lines).toEqual([3, 5, 5, 5, 6]);
    }
  });

  it('reads any object as JSON.parse does, wherever the chunks end', () => {
    const property = fc.property(
      fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue({ maxDepth: 4 }), { maxKeys: 6 }),
      fc.array(fc.jsonValue({ maxDepth: 4 }), { maxLength: 8 }),
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }),
      fc.constantFrom(undefined, 1, '\t'),
      (...[others, resources, chunks, indent]) => {
        const text = JSON.stringify({ ...others, resources }, null, indent);
        const scanned = scan(text, list, chunks);
        const { resources: parsedList, ...parsedOthers } = JSON.parse(text) as Record<string, unknown>;
        expect(scanned.problem).toBeUndefined();
        expect(scanned.elements).toEqual(parsedList);
        expect(Object.entries(scanned.members)).toEqual(Object.entries(parsedOthers));
      },
    );
    fc.assert(property, { numRuns: 300 });
  });

  it('refuses exactly what JSON.parse refuses, when one byte was changed', () => {
    const property = fc.property(
      fc.array(fc.jsonValue({ maxDepth: 3 }), { maxLength: 5 }),
      fc.nat(),
      fc.constantFrom(...Array.from('{}[]",:\\ 1eE.-ntu\n\u0000x')),
      fc.constantFrom([1], [3], [4096]),
      (...[value, place, character, chunks]) => {
        const text = JSON.stringify({ resources: value, after: 'é' });
        const at = place % text.length;
        const changed = text.slice(0, at) + character + text.slice(at + 1);
        let isJson = true;
        try {
          JSON.parse(changed);
        } catch {
          isJson = false;
        }
        const { problem } = scan(changed, list, chunks);
        const isRefused = problem !== undefined && problem.code !== 'DUPLICATE_KEY';
        const isUnreadable = isJson && problem?.code === 'ITEM_MALFORMED';
        expect({ changed, isRefused }).toEqual({ changed, isRefused: !isJson || isUnreadable });
      },
    );
    fc.assert(property, { numRuns: 600 });
  });

  it('finds every truncation, and never calls it anything else', () => {
    const text = '{"format": "x", "resources": [{"a": "\\u00e9é"}, [1, 2]], "count": 12}';
    const bytes = Buffer.from(text);
    for (let length = 1; length < bytes.length; length += 1) {
      const { problem } = scan(bytes.subarray(0, length), list, bytesAtATime);
      expect({ length, code: problem?.code }).toEqual({ length, code: 'FILE_TRUNCATED' });
    }
  });

  it('steps over a byte order mark, and refuses half of one', () => {
    expect(scan('\ufeff{"resources":[1]}', list, bytesAtATime).elements).toEqual([1]);
    expect(scan(Buffer.from([0xef, 0xbb, 0x7b, 0x7d]), list).problem).toMatchObject({ code: 'FILE_NOT_UTF8', line: 1 });
  });

  it.each<[string, string, string, number | undefined]>([
    ['an empty file', '', 'FILE_EMPTY', undefined],
    ['white space', ' \r\n\t\n', 'FILE_EMPTY', undefined],
    ['text after the document', '{"a":1}\n\n{"b":2}', 'FILE_NOT_JSON', 3],
    ['a missing comma', '{"a":1\n"b":2}', 'FILE_NOT_JSON', 2],
    ['a comma before the end', '{"resources":[1,\n]}', 'FILE_NOT_JSON', 2],
    ['a key without quotation marks', '{\na:1}', 'FILE_NOT_JSON', 2],
    ['a fault inside of an element', '{"resources":[\n{"a":1},\n{"b":\n  tru}]}', 'FILE_NOT_JSON', 4],
    ['a list instead of an object', '[1]', 'FILE_NOT_JSON', 1],
    ['the same key twice', '{"a":1,\n"a":2}', 'DUPLICATE_KEY', 2],
  ])('refuses %s and names the line', (_, ...[text, code, line]) => {
    for (const chunks of [[1], [1000]]) {
      const { problem } = scan(text, list, chunks);
      expect(problem?.code).toBe(code);
      expect(problem?.line).toBe(line);
    }
  });

  it('says in its own words what is at which place, and what is expected', () => {
    const messageOf = (text: string): string | undefined => scan(text, list).problem?.message;
    expect(messageOf('{"a" 1}')).toBe('The file is not valid JSON: line 1, column 6: expected a colon, found "1".');
    expect(messageOf('{"resources":[{"a":[1 2]}]}')).toBe(
      'The file is not valid JSON: line 1, column 23: expected a comma or "]", found "2".',
    );
    expect(messageOf('{"a":"\n"}')).toContain('expected a closing quotation mark, found a line break');
  });

  it('passes over lines that are wrong where it is asked to, wherever the chunks end', () => {
    const deep = '['.repeat(200);
    const lines = ['{"a":1}', '{"b":', '{"c":3}', `{"d":${deep}`, '{"e":5}x', ',', '"f', '7', '', '{"g":8'];
    for (const size of [1, 3, 10_000]) {
      const scanner = new JsonFileScanner({ layout: 'lines', skipsBadLines: true });
      const bytes = Buffer.from(`${lines.join('\n')}\n`);
      const events = [];
      for (let offset = 0; offset < bytes.length; offset += size) {
        for (const event of scanner.feed(bytes.subarray(offset, offset + size))) {
          if (event.type === 'element') events.push([event.slice.line, event.slice.bytes.toString()]);
          if (event.type === 'badLine') events.push([event.slice.line, event.problem.code]);
        }
      }
      expect(scanner.end()).toEqual([]);
      expect(events).toEqual([
        [1, '{"a":1}'],
        [2, 'FILE_NOT_JSON'],
        [3, '{"c":3}'],
        [4, 'NESTING_TOO_DEEP'],
        [5, '{"e":5}'],
        [5, 'FILE_NOT_JSON'],
        [6, 'FILE_NOT_JSON'],
        [7, 'FILE_NOT_JSON'],
        [8, '7'],
        [10, 'FILE_NOT_JSON'],
      ]);
    }
  });

  it('tells a number that cannot be kept from all others, and reads on', () => {
    const digits = '9'.repeat(400);
    const { elements, problem } = scan(`{"resources":[1,\n1e999,{"n":${digits}},0.10]}`, list);
    expect(problem).toBeUndefined();
    expect(withDigitsInside(elements as JsonValue)).toEqual([1, '1e999', { n: digits }, 0.1]);
    expect(lostNumber(elements[1])).toBe('1e999');
  });

  it('keeps strings with digits that only look like huge numbers', () => {
    const value = { digest: 'a1e999b', digits: '7'.repeat(500), fine: 1e300, small: 1e-300 };
    expect(scan(`{"resources":[${JSON.stringify(value)}]}`, list).elements).toEqual([value]);
  });

  it('refuses text that is not UTF-8, in values and keys, with its line', () => {
    const broken = (text: string): Buffer => Buffer.from(text, 'latin1');
    expect(scan(broken('{"resources":[\n1,\n{"a":\n"\xe9"}]}'), list).problem).toMatchObject({
      code: 'FILE_NOT_UTF8',
      line: 4,
    });
    expect(scan(broken('{"\xff":1}'), list).problem).toMatchObject({ code: 'FILE_NOT_UTF8', line: 1 });
  });

  it('stops at the nesting limit, not a level earlier, however deep the file goes on', () => {
    const nested = (depth: number): string => `{"resources":[\n${'['.repeat(depth)}${']'.repeat(depth)}]}`;
    expect(scan(nested(100), list).problem).toBeUndefined();
    expect(scan(nested(101), list).problem).toMatchObject({ code: 'NESTING_TOO_DEEP', line: 2 });
    expect(scan(`{"a":${'['.repeat(2_000_000)}`, list, [65_536]).problem?.code).toBe('NESTING_TOO_DEEP');
  });

  it('refuses an item that is too large without holding more than the limit', () => {
    const options: ScanOptions = { ...list, maxBytes: 100 };
    const fits = JSON.stringify('x'.repeat(98));
    expect(scan(`{"resources":[${fits}]}`, options, [16]).problem).toBeUndefined();
    for (const chunks of [[16], [1000]]) {
      const { problem, elements } = scan(`{"resources":[1,\n"x${fits.slice(1)}, 2]}`, options, chunks);
      expect(problem).toMatchObject({ code: 'FILE_TOO_LARGE', line: 2 });
      expect(elements).toEqual([1]);
    }
  });

  it('gives what came before a fault', () => {
    const { elements, problem } = scan('{"resources":[{"a":1},{"b":2},{"c":3]', list);
    expect(elements).toEqual([{ a: 1 }, { b: 2 }]);
    expect(problem?.code).toBe('FILE_NOT_JSON');
  });

  describe('with one value a line', () => {
    const lines: ScanOptions = { layout: 'lines' };

    it('reads lines, tolerates blank ones, and needs no last line break', () => {
      for (const chunks of [[1], [5], [1000]]) {
        const scanned = scan('\n{"a":1}\r\n\n  [2]  \n"x"\n17', lines, chunks);
        expect(scanned.problem).toBeUndefined();
        expect(scanned.elements).toEqual([{ a: 1 }, [2], 'x', 17]);
        expect(scanned.lines).toEqual([2, 4, 5, 6]);
      }
    });

    it('blames the line on which a value is not closed', () => {
      for (const chunks of [[1], [1000]]) {
        const { problem, elements } = scan('{"a":1}\n{"b":{"c":1}\n{"d":2}\n', lines, chunks);
        expect(problem).toMatchObject({ code: 'FILE_NOT_JSON', line: 2 });
        expect(elements).toEqual([{ a: 1 }]);
      }
    });

    it('calls an unclosed last line truncated, and refuses two values on one line', () => {
      expect(scan('{"a":1}\n{"b":', lines).problem).toMatchObject({ code: 'FILE_TRUNCATED', line: 2 });
      expect(scan('{"a":1} {"b":2}', lines).problem).toMatchObject({ code: 'FILE_NOT_JSON', line: 1 });
    });
  });

  it('reads a list at the top level element by element', () => {
    const elements: ScanOptions = { layout: 'elements' };
    expect(scan(' [1, {"a": []},\n"b"] ', elements, bytesAtATime)).toMatchObject({
      elements: [1, { a: [] }, 'b'],
      lines: [1, 1, 2],
      problem: undefined,
    });
    expect(scan('[1] 2', elements).problem?.code).toBe('FILE_NOT_JSON');
    expect(scan('{"a":1}', elements).problem?.code).toBe('FILE_NOT_JSON');
  });
});
