import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { readPath } from '../writtenFile.js';

/** Real files of the product, which are not part of this project. */
const folder = path.resolve('../shared/samples/objects');
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];

interface Expected {
  reader: string;
  kind: string;
  names: string[];
  errors?: string[];
  warnings?: string[];
}

/** Of most files: a setting that has no effect, with what was meant by it. */
const misspelt = ['SETTING_UNKNOWN'];
const jsont = 'objects/jsont';
/** What of an item is bound to its source: one warning for each cause. */
const left = 'CONTENT_IGNORED';

const expectedByName: Record<string, Expected> = {
  'coupon-definition': {
    reader: 'objects/page',
    kind: 'ObjectDefinition',
    names: ['32a81178-8c8b-8435-1b17-e1981c11424d'],
    warnings: [left, left, left],
  },
  'devcon-ticket-object-definition': {
    reader: jsont,
    kind: 'ObjectDefinition',
    names: ['C_TICKET'],
    warnings: [...misspelt, left],
  },
  'distributor-00': {
    reader: jsont,
    kind: 'Picklist',
    names: Array.from({ length: 8 }, () => expect.stringMatching(/^[\w-]+$/) as string),
    warnings: misspelt,
  },
  'distributor-01': {
    reader: jsont,
    kind: 'ObjectFolder',
    names: ['D4B8_DISTRIBUTOR_MANAGEMENT'],
    warnings: [...misspelt, left],
  },
  'distributor-02': {
    reader: jsont,
    kind: 'ObjectDefinition',
    names: ['D4B8_DISTRIBUTOR_APPLICATION', 'D4B8_APPLICATION_EVALUATION', 'D4B8_DISTRIBUTOR_VALIDATION'],
    warnings: [...misspelt, left, left],
  },
  'distributor-05': {
    reader: jsont,
    kind: 'ObjectEntry',
    names: ['EYE_SPY', 'NEU_VEU', 'FAB_FRAMES'].map((code) => `DistributorApplication/APPLICATION_${code}`),
    warnings: misspelt,
  },
  'distributor-06': {
    reader: jsont,
    kind: 'ObjectEntry',
    names: Array.from({ length: 3 }, () => expect.stringMatching(/^DistributorValidation\//) as string),
    warnings: misspelt,
  },
  'jsont-account-export': { reader: jsont, kind: '', names: [], errors: ['UNKNOWN_KIND'] },
  'ticket-00': {
    reader: jsont,
    kind: 'Picklist',
    names: expect.arrayContaining(['PRIORITIES']) as string[],
    warnings: misspelt,
  },
  'ticket-01': { reader: jsont, kind: 'ObjectDefinition', names: ['TICKET'], warnings: [...misspelt, left] },
  'ticket-02': { reader: jsont, kind: 'ObjectDefinition', names: ['L_USER'], warnings: misspelt },
  'validator-01': {
    reader: jsont,
    kind: 'ObjectDefinition',
    names: ['D4B8_DISTRIBUTOR_VALIDATION'],
    warnings: misspelt,
  },
  'validator-03': {
    reader: jsont,
    kind: 'ObjectDefinition',
    names: ['D4B8_DISTRIBUTOR_APPLICATION'],
    warnings: misspelt,
  },
};

describe('real files', () => {
  if (files.length === 0) {
    it.skip('are not here', () => undefined);
    return;
  }
  it.each(files)('%s is read as what it is', async (name) => {
    const key = Object.keys(expectedByName).find((prefix) => name.startsWith(prefix))!;
    const { reader, kind, names, errors = [], warnings = [] } = expectedByName[key]!;
    const read = await readPath(path.join(folder, name), { fileName: name });
    expect(read.reader).toBe(reader);
    expect(read.items.map((item) => item.name)).toEqual(names);
    expect(new Set(read.items.map((item) => item.kind))).toEqual(new Set(kind === '' ? [] : [`objects/${kind}`]));
    const codes = (severity: string): string[] =>
      read.problems.filter((problem) => problem.severity === severity).map(({ code }) => code);
    expect([codes('ERROR'), codes('WARNING')]).toEqual([errors, warnings]);
    expect(read.items.flatMap(({ problems }) => problems)).toEqual([]);
  });

  it('hold nothing that is bound to an environment once they are read', async () => {
    const texts: string[] = [];
    for (const name of files) {
      const { items } = await readPath(path.join(folder, name), { fileName: name });
      texts.push(...items.map(({ spec }) => JSON.stringify(spec)));
    }
    for (const text of texts)
      expect(text).not.toMatch(/"href"|"dateCreated"|"dateModified"|"(id|companyId|userId|\w*Id\d?)":\d/);
  });

  it('report what was meant by a setting that has no effect, and its place', async () => {
    const name = files.find((file) => file.startsWith('validator-01'))!;
    const { problems } = await readPath(path.join(folder, name));
    expect(problems[0]).toMatchObject({
      code: 'SETTING_UNKNOWN',
      path: ['configuration', 'parameters', 'onErrorFail'],
      fix: 'Did you mean "importStrategy": "ON_ERROR_FAIL"?',
    });
  });

  it('state how they are to be imported', async () => {
    const name = files.find((file) => file.startsWith('distributor-02'))!;
    const { events } = await readPath(path.join(folder, name));
    expect(events.filter(({ type }) => type === 'settings')).toEqual([
      {
        type: 'settings',
        settings: {
          kind: 'objects/ObjectDefinition',
          createStrategy: 'UPSERT',
          updateStrategy: 'PARTIAL_UPDATE',
          importStrategy: null,
        },
      },
    ]);
  });
});
