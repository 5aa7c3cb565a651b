/**
 * The law of writing, for every kind and every format that can hold it: each value of a stored spec is in the exported file, at its place,
 * or the preview of the export has said before that this format cannot contain it; and it says so of nothing that is there.
 */
import fc from 'fast-check';
import JSZip from 'jszip';
import type { FileItem } from '../../src/features/formats/index.js';
import type { JsonObject, JsonValue } from '../../src/shared/json.js';
import { createProject, exportBytes } from '../support/projectScene.js';
import { changedAt, leavesOf, oddKey, oddValue, valueAt, withOddities } from '../support/leaves.js';
import type { InputOf } from '../support/operationResults.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';
import { readChunked } from '../unit/features/formats/writtenFile.js';
import { around, formats, storedKinds, ticketCells, type StoredKind } from './storedSpecs.js';

const perKind = 2;

/** A resource as it is stored, and as a file gives it. */
interface Held {
  kind: string;
  name: string;
  spec: JsonObject;
}

interface Told {
  code: string;
  severity: string;
  message: string;
  path: string[];
  fix: string | null;
  kind?: string;
  name?: string;
}

const keyOf = ({ kind, name }: Pick<Held, 'kind' | 'name'>) => `${kind} ${name}`;

/** Also keys that tables and products have a meaning of their own for. */
const keys = fc.oneof(
  oddKey,
  fc.constantFrom('title', 'externalReferenceCode', 'x-class-name', 'exportEntityType', 'sourceIndexVersion', 'xml'),
  fc.constantFrom('collectionId', 'a.b', 'a', 'a_en_US', 'a_i18n', 'tags', 'key', ' pad ', '=1', 'a.', 'key_0', '*'),
  fc.constantFrom('instantPreviewReport', 'managementDashboard', 'description', 'keywords', 'status', 'permissions'),
);

/** Values whose inside a table shows in columns of their own, or in one cell. */
const deep = fc
  .dictionary(keys, oddValue, { maxKeys: 3 })
  .chain((one) => fc.constantFrom<JsonValue>(one, [one], [1, one], [{ key: 'k' }, one], { a: { b: one } }));

function specsOf({ base, unique, openMembers }: StoredKind): fc.Arbitrary<JsonObject[]> {
  const numbered = (index: number) => ({
    ...base,
    ...(unique === undefined ? {} : { [unique]: `${base[unique] as string}${index}` }),
  });
  // What replaces a value is seldom valid; what is new is kept, or is one of those that may hold anything.
  const added = fc.dictionary(openMembers ? fc.constantFrom(...openMembers) : keys, fc.oneof(oddValue, deep), {
    maxKeys: 5,
  });
  const specs = Array.from({ length: perKind }, (_, index) => {
    const whole = numbered(index);
    const more = added.map((members) => (openMembers ? { ...whole, ...members } : { ...members, ...whole }));
    const odd = withOddities(whole, keys).map(({ document }) => document as JsonObject);
    return fc.oneof({ arbitrary: more, weight: 4 }, { arbitrary: odd, weight: 1 });
  });
  return fc.tuple(...specs);
}

const branches = fc.tuple(...storedKinds.map(specsOf));

const createDocument = `mutation ($input: CreateResourceInput!) {
  createResource(input: $input) { resource { id name spec } problems { message path } } }`;

const previewDocument = `query ($input: StartExportInput!) { exportPreview(input: $input) { problems {
  code severity message path fix ... on ResourceProblem { kind name } } } }`;

/** Reads what a file of a format holds; for archives, of each of its members. */
const readers: Record<string, (text: string, member: string) => Promise<Held[]> | Held[]> = {
  JSON: (text) => (JSON.parse(text) as { resources: Held[] }).resources,
  JSONL: (text) => linesOf(text).slice(1, -1) as unknown as Held[],
  ZIP: (text, member) => (member === 'manifest.json' ? [] : [JSON.parse(text) as Held]),
  JSONT: (text, member) => itemsOf((JSON.parse(text) as { items: JsonObject[] }).items, member),
  LIFERAY_JSON: (text, member) => itemsOf(JSON.parse(text) as JsonObject[], member),
  LIFERAY_JSONL: (text, member) => itemsOf(linesOf(text), member),
  CSV: async (text, member) => {
    const isEntry = member.includes('object-entry');
    const hints = isEntry
      ? { kind: 'objects/ObjectEntry', definitionName: 'Ticket', fieldTypes: ticketCells }
      : { kind: 'fast-data/CastFunction' };
    const { items, problems } = await readChunked(text, [1 << 20], { ...hints, csv: { delimiter: ',' } });
    expect(problems.filter(({ severity }) => severity === 'ERROR')).toEqual([]);
    return items.map(withoutRefused);
  },
  OPTIMIZE_JSON: (text) =>
    (JSON.parse(text) as JsonObject[]).map((entity) => {
      const { name, exportEntityType } = entity;
      const spec = Object.fromEntries(Object.entries(entity).filter(([key]) => !ofEntities.has(key)));
      return { kind: kindByType[exportEntityType as string]!, name: name as string, spec };
    }),
};

/** What an entity says of itself beside its spec. */
const ofEntities: ReadonlySet<string> = new Set([
  'id',
  'name',
  'exportEntityType',
  'sourceIndexVersion',
  'collectionId',
]);

/** A cell that is refused stands in its item as it is, to be shown. It is not imported. */
function withoutRefused({ kind, name, spec, problems }: FileItem): Held {
  const refused = problems.filter(({ severity }) => severity === 'ERROR').map(({ path }) => path);
  return {
    kind,
    name,
    spec: refused.reduce<JsonValue>((kept, at) => changedAt(kept, at, undefined), spec) as JsonObject,
  };
}

const linesOf = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as JsonObject);

const kindByType: Record<string, string> = {
  ...{ single_process_report: 'analytics/ProcessReport', single_decision_report: 'analytics/DecisionReport' },
  ...{ combined_report: 'analytics/CombinedReport', dashboard: 'analytics/Dashboard' },
};
const kindByStem: Record<string, string> = {
  ...{ 'object-folder': 'objects/ObjectFolder', 'list-type-definition': 'objects/Picklist' },
  ...{ 'notification-template': 'objects/NotificationTemplate', 'workflow-definition': 'objects/WorkflowDefinition' },
  ...{ 'object-definition': 'objects/ObjectDefinition', 'object-entry.C_APIApplication': 'objects/ApiApplication' },
  ...{ 'object-entry.C_Ticket': 'objects/ObjectEntry' },
};

function itemsOf(items: readonly JsonObject[], member: string): Held[] {
  const kind = Object.entries(kindByStem).find(([stem]) => member.includes(stem))![1];
  return items.map((item) => {
    const { externalReferenceCode: code, name } = item;
    const isByName = kind === 'objects/WorkflowDefinition' && (code === undefined || code === '');
    const known = (isByName ? name : code) as string;
    return { kind, name: kind === 'objects/ObjectEntry' ? `Ticket/${known}` : known, spec: item };
  });
}

async function heldIn(format: string, bytes: Buffer, isArchive: boolean): Promise<Held[]> {
  const read = readers[format]!;
  if (!isArchive) return read(bytes.toString(), '');
  const { files } = await JSZip.loadAsync(bytes);
  const members = Object.values(files).map(async (file) => read(await file.async('string'), file.name));
  return (await Promise.all(members)).flat();
}

/** The pointers, with `*` for elements of lists, to a place and those around it. */
function pointersTo(spec: JsonValue, path: readonly string[]): string[] {
  return path.map((_, end) =>
    path
      .slice(0, end + 1)
      .map((key, at) => (Array.isArray(valueAt(spec, path.slice(0, at))) ? '*' : key))
      .map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`)
      .join(''),
  );
}

const isSame = (one: JsonValue | undefined, other: JsonValue | undefined) =>
  JSON.stringify(one) === JSON.stringify(other);

describe('an exported file', () => {
  let server: ServerClient;
  beforeAll(async () => {
    server = await sharedServer();
  });

  async function create(input: object): Promise<(Held & { id: string }) | undefined> {
    const { data } = await server.query(createDocument, { input });
    const { resource } = (data as { createResource: { resource: (Held & { id: string }) | null } }).createResource;
    return resource ?? undefined;
  }

  /** Makes what can be made of these specs: what is not valid is refused, and so is not stored. */
  async function store(branchId: string, specs: readonly JsonObject[][]): Promise<Held[]> {
    const parents = new Map<string, string>();
    for (const { kind, name, base } of around) {
      parents.set(name, (await create({ branchId, kind, name, spec: base }))!.id);
    }
    const made = storedKinds.flatMap(({ kind, prefix, parent }, at) =>
      specs[at]!.map(async (spec, index) => {
        const name = `${prefix}${index}`;
        const parentId = parent === undefined ? null : parents.get(parent);
        const resource = await create({ branchId, kind, name, parentId, spec });
        return resource ? [{ kind, name, spec: resource.spec }] : [];
      }),
    );
    return (await Promise.all(made)).flat();
  }

  async function previewed(input: InputOf<'StartExport'>): Promise<Told[]> {
    const { data, errors } = await server.query(previewDocument, { input });
    expect(errors).toBeUndefined();
    return (data as { exportPreview: { problems: Told[] } }).exportPreview.problems;
  }

  /** What is lost without a word, and what is told of something that is not lost. */
  function faultsOf(stored: Held, written: Held | undefined, problems: readonly Told[]): string[] {
    const { kind, name, spec } = stored;
    if (!written) return [`${name} is not in the file`];
    const ofKind = problems.filter((problem) => problem.kind === kind);
    return leavesOf(spec).flatMap(([path, value]) => {
      const pointers = pointersTo(spec, path);
      const isTold = ofKind.some(({ message }) => pointers.some((at) => message.includes(`the value at ${at} of "`)));
      const isThere = isSame(valueAt(written.spec, path), value);
      return isThere || isTold ? [] : [`${name} lacks ${pointers.at(-1) ?? ''} = ${JSON.stringify(value)}`];
    });
  }

  it('has each value of each resource, or the preview names its place', async () => {
    let lossCount = 0;
    await fc.assert(
      fc.asyncProperty(branches, async (specs) => {
        const { branchId } = await createProject(server, 'law');
        const stored = await store(branchId, specs);
        for (const { format, kinds, isArchive = false } of formats) {
          const selection = kinds === null ? { branchId, all: true } : { branchId, kinds: [...kinds] };
          const input = { selection, format, isArchive, includeDependencies: false } as InputOf<'StartExport'>;
          const problems = await previewed(input);
          if (problems.some(({ severity }) => severity === 'ERROR')) {
            const { startExport } = await server.operation('StartExport', { input });
            expect(startExport.problems).toMatchObject(problems.map(({ code }) => ({ code })));
            expect([format, problems[0]?.code]).toEqual(['OPTIMIZE_JSON', 'DEPENDENCY_MISSING']);
            continue;
          }
          const { bytes } = await exportBytes(server, input);
          const held = new Map((await heldIn(format, bytes, isArchive || format === 'ZIP')).map((one) => [keyOf(one), one])); // prettier-ignore
          const wished = stored.filter(({ kind }) => kinds === null || kinds.includes(kind));
          const faults = wished.flatMap((one) => faultsOf(one, held.get(keyOf(one)), problems));
          expect([format, faults]).toEqual([format, []]);
          // It names nothing that is there.
          for (const problem of problems) {
            expect(problem).toMatchObject({ code: 'NOT_CARRIED', severity: 'WARNING', fix: expect.any(String) as string }); // prettier-ignore
            const { spec } = stored.find(({ kind, name }) => kind === problem.kind && name === problem.name)!;
            const written = held.get(`${problem.kind ?? ''} ${problem.name ?? ''}`)?.spec;
            if (problem.path.length === 0) continue;
            expect([problem.message, isSame(valueAt(written, problem.path), valueAt(spec, problem.path))]).toEqual([problem.message, false]); // prettier-ignore
          }
          lossCount += problems.length;
          if (kinds === null) expect(problems).toEqual([]);
        }
      }),
      // The message names what is lost: nothing has to be made smaller.
      { numRuns: 3, endOnFailure: true },
    );
    expect(lossCount).toBeGreaterThan(5);
  });
});
