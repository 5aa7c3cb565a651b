/**
 * A fix is true: each row makes a problem, does what its fix says, and sees the problem gone and no error in its place. One row for each
 * code, and more where fixes lead to different actions. `test/unit/fixRows.test.ts` holds that no code with a fix lacks a row.
 */
import { codesWithFixes } from './codesWithFixes.js';
import { AnalyticsFlow } from './analyticsFlow.js';
import type { UploadContent } from './graphqlClient.js';
import type { Place, PlanProblem, PlanView, StageOptions } from './importFlow.js';
import type { ServerClient } from './serverClient.js';
import { sharedServer } from './sharedServer.js';

/** What a problem has at least. */
export type ToldProblem = Pick<PlanProblem, 'code' | 'fix'> & Partial<Omit<PlanProblem, 'code' | 'fix'>>;

/** A project of its own for each row. */
export interface FixScene {
  server: ServerClient;
  flow: AnalyticsFlow;
  place: Place;
}

interface Row {
  code: string;
  /** What tells the fix from others of the code. */
  fix: RegExp;
  /** Codes of errors of something else that stay. */
  leaves?: readonly string[];
}

/** A problem of any kind, and how its fix is followed; each gives what is told. */
export interface FixRow extends Row {
  make: (scene: FixScene) => Promise<{
    problems: readonly ToldProblem[];
    follow: (problem: ToldProblem & { fix: string }) => Promise<readonly ToldProblem[]>;
  }>;
}

/** A problem of a plan. */
export interface PlanFixRow extends Row {
  /** Resources that the branch has, and files that are imported before, the latter with their options. */
  before?: readonly (UploadContent | readonly [UploadContent, StageOptions])[];
  file: UploadContent | Promise<Buffer>;
  options?: StageOptions;
  /** What the fix says: another file, other options, or a change of the plan or the branch, after which the plan is read again. */
  follow:
    | { file: UploadContent | Promise<Buffer>; options?: StageOptions }
    | { options: StageOptions }
    | ((scene: FixScene, plan: PlanView, problem: ToldProblem & { fix: string }) => Promise<unknown>);
}

/** All problems of a plan and of its items. */
export function told(plan: PlanView): PlanProblem[] {
  return [...plan.problems, ...plan.items.edges.flatMap(({ node }) => node.problems)];
}

/** Uploads a file and gives what is told of it, whether a plan is made or not. */
export async function toldOfFile(
  scene: FixScene,
  content: UploadContent,
  options?: StageOptions,
): Promise<readonly ToldProblem[]> {
  const { plan, problems } = await stageFile(scene, content, options);
  return plan ? told(plan) : problems;
}

async function stageFile(
  { flow, place: { branchId } }: FixScene,
  content: UploadContent,
  options: StageOptions = {},
): Promise<{ plan: PlanView | null; problems: PlanProblem[] }> {
  const input = { branchId, ...options };
  const { data, errors } = await flow.client.sendUpload(content, input, { document: uploadDocument });
  if (!data || errors) throw new Error(JSON.stringify(errors));
  const { plan, problems } = data['stageImport'] as Staged;
  if (!plan) return { plan, problems };
  await flow.ended(plan.task.id);
  return { plan: await flow.plan(plan.id), problems };
}

interface Staged {
  plan: { id: string; task: { id: string } } | null;
  problems: PlanProblem[];
}

const uploadDocument = `mutation StageImport($input: StageImportInput!) {
  stageImport(input: $input) { plan { id task { id } } problems { code severity message path fix } } }`;

/** Calls a mutation and gives its problems. */
export async function problemsOfCall(
  client: Pick<AnalyticsFlow, 'ask'>,
  field: string,
  input: object,
): Promise<PlanProblem[]> {
  const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { ${field}(input: $input) { problems { code severity message path fix } } }`;
  const data = await client.ask<Record<string, { problems: PlanProblem[] }>>(document, { input });
  return data[field]!.problems;
}

/** Makes the call that a fix states word for word: `name(input: { … })`. Gives its problems. */
export async function makeCallOf(client: Pick<AnalyticsFlow, 'ask'>, fix: string): Promise<PlanProblem[]> {
  const call = /(\w+)\(input: \{[^}]*\}\)/.exec(fix);
  if (!call) throw new Error(`There is no call in: ${fix}`);
  const [text, field = ''] = call;
  const document = `mutation { ${text} { problems { code severity message path fix } } }`;
  return (await client.ask<Record<string, { problems: PlanProblem[] }>>(document, {}))[field]!.problems;
}

/** The first name that a fix gives in quotes. */
export function nameIn(fix: string): string {
  const [, name] = /"([^"]+)"/.exec(fix) ?? [];
  if (name === undefined) throw new Error(`There is no name in: ${fix}`);
  return name;
}

/** The id of an item of a plan. */
export function itemNamed(plan: PlanView, name: string): string {
  return plan.items.edges.find(({ node }) => node.name === name)!.node.id;
}

/** Tests the rows on the shared server, or on one of the caller's. */
export function followFixes(
  title: string,
  rows: readonly (FixRow | PlanFixRow)[],
  start: () => Promise<ServerClient & { stop?: () => Promise<void> }> = sharedServer,
): void {
  describe(title, () => {
    const codes = codesWithFixes();
    let server: Awaited<ReturnType<typeof start>>;
    beforeAll(async () => {
      server = await start();
    });
    afterAll(() => server.stop?.());

    it.each(rows.map((row, index) => [`${index + 1}: ${row.code}, ${row.fix.source}`, row] as const))(
      '%s',
      async (_, row) => {
        const flow = new AnalyticsFlow(server);
        const scene = { server, flow, place: await flow.makeProject() };
        const { problems, follow } = await ('make' in row ? row.make(scene) : makePlan(scene, row));
        const found = problems.filter(({ code }) => code === row.code);
        expect(found.map(({ fix }) => fix).join('\n')).toMatch(row.fix);
        expect(problems.filter(({ code, fix }) => fix !== null && !codes.has(code))).toEqual([]);
        const problem = found.find(({ fix }) => fix !== null && row.fix.test(fix));
        const left = await follow(problem as ToldProblem & { fix: string });
        const isLeft = ({ code, severity, fix }: ToldProblem) =>
          (code === row.code && (fix === null || row.fix.test(fix))) ||
          (severity === 'ERROR' && row.leaves?.includes(code) !== true);
        expect(left.filter(isLeft)).toEqual([]);
      },
    );
  });
}

async function makePlan(scene: FixScene, row: PlanFixRow): ReturnType<FixRow['make']> {
  const { flow, place } = scene;
  for (const each of row.before ?? []) {
    const [content, options] = Array.isArray(each) ? (each as [UploadContent, StageOptions]) : [each as UploadContent];
    await flow.import(content, place, options);
  }
  const content = await row.file;
  const { plan, problems } = await stageFile(scene, content, row.options);
  const { follow } = row;
  return {
    problems: plan ? told(plan) : problems,
    follow: async (problem) => {
      if (typeof follow !== 'function' || !plan) {
        const { file = content, options } = follow as {
          file?: UploadContent | Promise<Buffer>;
          options?: StageOptions;
        };
        return toldOfFile(scene, await file, options);
      }
      const again = (await follow(scene, plan, problem)) as Partial<PlanView> | undefined;
      return told(await flow.plan(again && 'items' in again && again.id !== undefined ? again.id : plan.id));
    },
  };
}
