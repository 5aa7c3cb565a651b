/**
 * Functions that read texts of files, specs and requests are given texts that are made to be slow to read. They run in a thread that says
 * what it is about to call: one that reads in quadratic time needs minutes for what others read in milliseconds, and is ended and named.
 */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { projectFile } from '../../../support/projectFile.js';

const dist = projectFile('dist/src');

/** Module, function, and its arguments, in which the text is `text`. */
const calls: readonly (readonly [module: string, call: string])[] = [
  [
    'app/errorBoundary',
    'formatError({}, { isIntrospectionAllowed: false })({ message: `${text}?`, extensions: { code: "GRAPHQL_VALIDATION_FAILED" } }, null)',
  ],
  ['features/access/credential', 'credentialIn(text)'],
  ['features/formats/csvLine', 'csvLine([text])'],
  ['features/formats/documents/documentReader', 'nameForFile({ fileName: text })'],
  ['features/formats/foreignFile', 'refuseForeignText(text)'],
  ['features/formats/objects/fileNames', 'hintOfName(text)'],
  ['features/formats/objects/objectsClasses', 'findClass(text)'],
  ['features/formats/objects/objectsClasses', 'definitionOfDelegate(`C_${text}`)'],
  [
    'features/kinds/packs/objects/boundShapes',
    'boundShapeOf(text) ?? [boundShapeOfPart(text), boundOfEntries(new Set()).generated(`r_${text}Id`)]',
  ],
  ['features/kinds/boundShape', 'isNumberId(text) || isIsoDate(text)'],
  ['features/formats/objects/batchSettings', 'readBatchSettings({ [text]: text, className: text })'],
  ['features/formats/records/csvColumns', 'fieldOfColumn(text)'],
  ['features/formats/records/csvColumns', 'planColumns([text], 1)'],
  ['features/formats/records/csvCells', 'plainText(text)'],
  ['features/formats/records/csvDialect', 'findDialect(text)'],
  ['features/formats/records/csvDialect', 'looksLikeTable(text)'],
  ['features/formats/records/sourceFields', 'typeOfText(text)'],
  ['features/formats/records/suggestMapping', 'suggestMapping([text], [text, "b"])'],
  ['features/formats/scanning/fileProblems', 'quote(text)'],
  ['features/formats/scanning/jsonFault', 'findJsonFault(text)'],
  ['features/formats/scanning/jsonFault', 'findJsonFault(`["${text}`)'],
  ['shared/candidates', 'closestName(text, [text.slice(1), "b"])'],
  ['features/kinds/validateName', 'validateName({ title: "t", identity: { by: "name", namespace: "n" } }, text)'],
  ['features/kinds/packs/analytics/flowNodeIds', 'flowNodeIds(text)'],
  ['features/kinds/packs/analytics/flowNodeIds', 'flowNodeIds(`<userTask ${text}`)'],
  ['features/kinds/packs/fastData/specialValues', 'customFileOf(`__fromFile__[${text}`)'],
  ['features/kinds/packs/fastData/specialValues', 'isConstant(`__string__[${text}`)'],
  ['features/kinds/packs/fastData/topics', 'variablesOf({ name: text })'],
  ['features/kinds/packs/objects/expressionNames', 'namesInExpression(text)'],
  ['features/projects/project.rules', 'checkBranchName(text)'],
  ...['Text', 'RichText', 'Decimal', 'Date', 'Picklist', 'Attachment', 'Integer'].map(
    (type) => ['features/kinds/packs/objects/entryValues', `valueCheckOf({ type: "${type}" })(text)`] as const,
  ),
];

const script = `
  const { parentPort, workerData } = require('node:worker_threads');
  const texts = workerData.seeds.map(([seed, end]) => seed.repeat(Math.ceil(workerData.length / seed.length)) + end);
  (async () => {
    await import(workerData.metadata);
    for (const { address, call } of workerData.calls) {
      const module = await import(address);
      const run = new Function('text', ...Object.keys(module), 'return ' + call);
      texts.forEach((text, place) => {
        parentPort.postMessage(call + ' of ' + JSON.stringify(workerData.seeds[place]));
        run(text, ...Object.values(module));
      });
    }
    parentPort.postMessage('done');
  })();
`;

/** What is repeated, and what comes after it so that nothing fits. */
const seeds = [
  ['/', '\n'],
  ['#', '\n'],
  ['.', '\n'],
  ['a', '!'],
  ['1', '.5'],
  ['-a', '!'],
  ['e', '1'],
  ['"\\', ''],
  ['{{', ''],
  [' ', 'x'],
  ['r__c_', 'IdI'],
  ['Did you mean ', ''],
  ['"format":"', ''],
] as const;

/** Far beyond what a call of one of these needs, far below what a quadratic one needs for such a text. */
const standstillMs = 20_000;

/** The call that the thread never came back from; undefined when it came to its end. */
function stuckCall(
  length: number,
  called: readonly { address: string; call: string }[],
  waitMs = standstillMs,
): Promise<string | undefined> {
  const metadata = import.meta.resolve('reflect-metadata');
  const worker = new Worker(script, { eval: true, workerData: { seeds, length, metadata, calls: called } });
  return new Promise((resolve, reject) => {
    let last = 'loading';
    const give = (call: string | undefined) => {
      clearTimeout(timer);
      void worker.terminate().then(() => {
        resolve(call);
      });
    };
    let timer = setTimeout(() => {
      give(last);
    }, waitMs);
    worker.on('message', (name: string) => {
      last = name;
      clearTimeout(timer);
      timer = setTimeout(() => {
        give(last);
      }, waitMs);
      if (name === 'done') give(undefined);
    });
    worker.on('error', reject);
  });
}

describe('functions that read texts', () => {
  test('read each of a million letters without standing still', async () => {
    const called = calls.map(([module, call]) => ({
      address: pathToFileURL(path.join(dist, `${module}.js`)).href,
      call,
    }));
    expect(await stuckCall(1_000_000, called)).toBeUndefined();
  });

  test('one that stalls is named', async () => {
    const address = 'data:text/javascript,export const slow = (text) => { while (text) {} };';
    expect(await stuckCall(1, [{ address, call: 'slow(text)' }], 1000)).toContain('slow(text)');
  });
});
