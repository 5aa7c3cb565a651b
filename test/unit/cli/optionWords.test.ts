import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { inOptions } from '../../../src/cli/words/optionWords.js';
import { projectFile } from '../../support/projectFile.js';

/** What a client of the API writes, and a person at the command line cannot. */
const apiWords =
  /\b(createStrategy|updateStrategy|UPSERT|PARTIAL_UPDATE|ON_ERROR_CONTINUE|isDeletionAllowed|isOverwriteAllowed|mirrorKinds|definitionErc|[Dd]eselect|force to true)\b|option "format"|remapPrerequisite(?!\()/;
/** What these sentences are about: a fix, or a part of one. */
const sentence = /['`]([^'`]*?[A-Za-z]+ [^'`]*)['`]/g;
const folders = [
  'importing/reporting',
  'importing/executing',
  'importing',
  'undoing',
  'formats',
  'formats/objects',
  'scheduling',
  'importing/amending',
];

describe('a sentence of the server at the command line', () => {
  it('names options where it names what the API has', () => {
    expect(inOptions('Import it with createStrategy UPSERT to update that one.')).toBe(
      'Import it with --create-strategy upsert to update that one.',
    );
    expect(inOptions('Allow it with isDeletionAllowed, or deselect the deletion to keep the resource.')).toBe(
      'Allow it with --allow-deletions, or leave the deletion out with --skip to keep the resource.',
    );
    expect(inOptions('Deselect the deletion to keep the resource.')).toBe(
      'Leave the deletion out with --skip to keep the resource.',
    );
    expect(inOptions('Set force to true to undo anyway.')).toBe('Add --force to undo anyway.');
    expect(inOptions('Choose another name, or save it with isOverwriteAllowed: true.')).toBe(
      'Choose another name, or save it with --overwrite.',
    );
    expect(inOptions('If it has a supported format, set the option "format": csv (CSV).')).toBe(
      'If it has a supported format, add --file-format with its name: csv (CSV).',
    );
    const call = 'remapPrerequisite(input: { planId: "p", toVersion: "latest" })';
    expect(inOptions(call)).toBe(call);
  });

  it('has no words of the API, whatever an import or an undo says', async () => {
    const found: string[] = [];
    for (const folder of folders.map((each) => projectFile(`src/features/${each}`))) {
      const files = (await readdir(folder)).filter((name) => name.endsWith('.ts') && !/\.(inputs|resolver)/.test(name));
      const texts = await Promise.all(files.map((name) => readFile(path.join(folder, name), 'utf8')));
      const lines = texts
        .flatMap((text) => text.split('\n'))
        .filter((line) => !/^\s*(\/\/|\*|\/\*|description)/.test(line));
      const sentences = lines.flatMap((line) => [...line.matchAll(sentence)].map(([, text = '']) => text));
      found.push(...sentences.filter((text) => apiWords.test(text)));
    }
    expect(found.length).toBeGreaterThan(8);
    expect(found.map(inOptions).filter((text) => apiWords.test(text))).toEqual([]);
  });
});
