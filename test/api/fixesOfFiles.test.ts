import { castFunction } from '../support/fastDataRecords.js';
import { followFixes, told, toldOfFile, type FixRow, type PlanFixRow } from '../support/fixTable.js';
import { aggregation, asBooks, asDraft, book, erp, erpWith } from '../support/fixFiles.js';
import { bundleOf } from '../support/importBundle.js';
import type { StageOptions } from '../support/importFlow.js';
import { zipOf } from '../support/zipOf.js';

const good = bundleOf([erp]);
const lines = bundleOf([erp], { layout: 'JSONL' });
const changed = bundleOf([castFunction('a')]).replace('function', 'function ');
const wrongCount = bundleOf([erp], { claims: { count: 7 } });
const wrongDigest = { ...castFunction('a'), digest: 'f'.repeat(64) };
const digested = (records: Parameters<typeof bundleOf>[0]) => bundleOf(records);
const er = (second: string) => `{"version":"1.0.0","config":{"a":{"outgoing":{}},"${second}":{"outgoing":{}}}}`;
const asEr = { options: { name: 'er' } };
const page = (totalCount: number) =>
  JSON.stringify({
    items: [{ externalReferenceCode: 'a', title: 'x' }],
    page: 1,
    lastPage: totalCount,
    pageSize: 1,
    totalCount,
  });
/** Items that need far more space than their file. */
const growing = `{"externalReferenceCode":"a"}\n${'{}\n'.repeat(100_000)}`;
const asLines = { format: 'objects/jsonl', ...asBooks };
const archive = zipOf({ 'a.json': good });
const gzip = Buffer.from('1f8b0800000000000003', 'hex');

/** A file that is refused while it is uploaded. */
function refused(
  content: string,
  options: StageOptions,
  again: { content?: string; options?: StageOptions },
): FixRow['make'] {
  return async (scene) => ({
    problems: await toldOfFile(scene, content, options),
    follow: () => toldOfFile(scene, again.content ?? content, again.options),
  });
}

const rows: (FixRow | PlanFixRow)[] = [
  { code: 'FILE_EMPTY', fix: /upload the whole file/, file: ' \n', follow: { file: good } },
  { code: 'FILE_GROWS_TOO_LARGE', fix: /raise/, make: async (scene) => {
    const { flow, place } = scene;
    await flow.import(book, place);
    const plan = await flow.stage(growing, place, asLines);
    // The reading is over, and nothing is kept of it.
    expect(plan).toMatchObject({ status: 'FAILED', counts: { total: 0 } });
    expect(plan.problems.map(({ message }) => message).join(' ')).toContain('WAYBILL_MAX_GROWTH');
    return { problems: told(plan), follow: () => toldOfFile(scene, '{"externalReferenceCode":"a"}\n', asLines) };
  } },
  { code: 'FILE_EMPTY', fix: /exported before/, make: refused('', {}, { content: good }) },
  { code: 'FILE_TRUNCATED', fix: /again/, file: good.slice(0, -40), follow: { file: good } },
  { code: 'FILE_TRUNCATED', fix: /again/, file: lines.trimEnd().split('\n').slice(0, -1).join('\n'), follow: { file: lines } },
  { code: 'FILE_NOT_UTF8', fix: /UTF-8/, file: Buffer.from('[{"a":"\xe9"}]', 'latin1'), follow: { file: good } },
  { code: 'FILE_NOT_UTF8', fix: /UTF-8/, file: Buffer.from(`\ufeff${good}`, 'utf16le'), follow: { file: good } },
  { code: 'FILE_NOT_JSON', fix: /convert it to JSON/, file: 'hello', follow: { file: good } },
  { code: 'FILE_NOT_JSON', fix: /one bundle at a time/, file: `${lines}${lines}`, follow: { file: lines } },
  { code: 'DUPLICATE_KEY', fix: /rename one of the two/, file: er('a'), options: asEr, follow: { file: er('b'), options: asEr } },
  { code: 'FORMAT_UNRECOGNIZED', fix: /Upload a file of/, file: '{"nodes":[],"connections":{}}', follow: { file: good } },
  { code: 'FORMAT_UNRECOGNIZED', fix: /"format".*fast-data\/er-schema/, file: '{"version":"1.0.0","config":{}}', options: asEr, follow: { options: { format: 'fast-data/er-schema', ...asEr } } },
  { code: 'FORMAT_UNRECOGNIZED', fix: /"isDraft": true for an edited/, file: asDraft(good).replace('true', '"yes"'), follow: { file: asDraft(good) } },
  { code: 'FORMAT_UNRECOGNIZED', fix: /remove the member/, file: asDraft(good).replace('true', '"yes"'), follow: { file: good } },
  { code: 'FORMAT_UNSUPPORTED', fix: /Use one of waybill\/json/, file: good, options: { format: 'x' }, follow: { options: { format: 'waybill/json' } } },
  { code: 'FORMAT_VERSION_UNSUPPORTED', fix: /format version 1/, file: bundleOf([erp], { claims: { formatVersion: 9 } }), follow: { file: good } },
  { code: 'DIGEST_MISMATCH', fix: /"isDraft": true/, file: changed, follow: { file: asDraft(changed) } },
  { code: 'DIGEST_MISMATCH', fix: /"isDraft": true/, file: good.replace(/,\s*"digest":"[^"]+"\}\s*$/, '}'), follow: { file: asDraft(good) } },
  { code: 'DIGEST_MISMATCH', fix: /Export it again, or change it after/, file: bundleOf([wrongDigest]), follow: { file: digested([castFunction('a')]) } },
  { code: 'COUNT_MISMATCH', fix: /"isDraft": true/, file: wrongCount, follow: { file: asDraft(wrongCount) } },
  { code: 'COUNT_MISMATCH', fix: /larger "pageSize"/, before: [book], file: page(2), options: asBooks, follow: { file: page(1), options: asBooks } },
  { code: 'NOTHING_TO_IMPORT', fix: /another file/, before: [book], file: 'externalReferenceCode,title\n', options: asBooks, follow: { file: 'externalReferenceCode,title\na,x\n', options: asBooks } },
  { code: 'MEDIA_TYPE_UNSUPPORTED', fix: /CSV UTF-8/, file: zipOf({ '[Content_Types].xml': '<T/>', 'xl/workbook.xml': '<w/>' }), before: [book], follow: { file: 'externalReferenceCode,title\na,x\n', options: asBooks } },
  { code: 'MEDIA_TYPE_UNSUPPORTED', fix: /gunzip/, file: gzip, follow: { file: good } },
  { code: 'MEDIA_TYPE_UNSUPPORTED', fix: /Upload a JSON, JSON Lines or CSV/, make: refused(good, { mediaType: 'image/png' }, { options: { mediaType: 'application/json' } }) },
  { code: 'ARCHIVE_REFUSED', fix: /Unpack it, and add its files/, file: zipOf({ 'a.zip': 'PK' }), follow: { file: archive } },
  { code: 'ARCHIVE_REFUSED', fix: /without a password/, file: encrypted(), follow: { file: archive } },
  { code: 'ARCHIVE_DAMAGED', fix: /pack it again/, file: archive.then((bytes) => bytes.subarray(0, -30)), follow: { file: archive } },
  { code: 'IDEMPOTENCY_KEY_REUSED', fix: /new key/, make: async (scene) => {
    await toldOfFile(scene, good, { idempotencyKey: 'one' });
    const other = bundleOf([castFunction('a')]);
    return {
      problems: await toldOfFile(scene, other, { idempotencyKey: 'one' }),
      follow: () => toldOfFile(scene, other, { idempotencyKey: 'two' }),
    };
  } },
  { code: 'FILE_TOO_LARGE', fix: /Split the file/, file: er('b') + ' '.repeat(33 * 1024 * 1024), options: asEr, follow: { file: er('b'), options: asEr } },
  { code: 'ITEM_MALFORMED', fix: /"kind", a "name" and a "spec"/, file: asDraft(digested([erp])).replace('"name":"erp",', ''), follow: { file: asDraft(good) } },
  { code: 'NESTING_TOO_DEEP', fix: /Flatten/, file: bundleOf([erpWith(JSON.parse(`${'{"a":'.repeat(100)}1${'}'.repeat(100)}`) as never)]), follow: { file: bundleOf([erpWith({ a: 1 })]) } },
  { code: 'UNRESOLVED_BLOCK', fix: /Add "KIDS" to "config"/, file: aggregation('a', { KIDS: { type: 'config' } }), options: { options: { name: 'sv' } }, follow: { file: aggregation('a', { KIDS: { type: 'config' } }).replace('"config":{', '"config":{"KIDS":{"dependencies":{},"mapping":{}},'), options: { options: { name: 'sv' } } } },
]; // prettier-ignore

/** The bit of the first member that says that it is encrypted, in its header and in the directory. */
async function encrypted(): Promise<Buffer> {
  const bytes = Buffer.from(await archive);
  bytes.writeUInt16LE(bytes.readUInt16LE(6) | 1, 6);
  const directory = bytes.indexOf(Buffer.from('504b0102', 'hex'));
  bytes.writeUInt16LE(bytes.readUInt16LE(directory + 8) | 1, directory + 8);
  return bytes;
}

followFixes('a fix of a file', rows);
