import { readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { parse } from 'yaml';
import { CliHome } from '../support/cli.js';
import { castFunction } from '../support/fastDataRecords.js';
import { GitFolder } from '../support/gitFolder.js';
import { bundleOf } from '../support/importBundle.js';
import { ImportFlow, type Place } from '../support/importFlow.js';
import { Runner, type JobEnd, type WorkflowStep } from '../support/pipelines.js';
import { projectFile } from '../support/projectFile.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

type Job = 'plan' | 'apply' | 'drift';

const exampleOf = (name: string) => parse(readFileSync(projectFile(`examples/ci/${name}`), 'utf8')) as unknown;
const workflow = exampleOf('github-workflow.yml') as {
  env: Record<string, string>;
  jobs: Record<Job, { steps: WorkflowStep[] }>;
};
const gitlab = exampleOf('gitlab-ci.yml') as Record<Job, { script: string[] }> & { variables: Record<string, string> };

/** What both kinds of pipelines have: runs a job for a commit; what it has commented. */
interface Pipeline {
  run: (job: Job, sha: string, head?: string) => Promise<JobEnd>;
  comments: () => Promise<string[]>;
  close: () => Promise<void>;
}

interface PipelinePlace {
  home: CliHome;
  server: ServerClient;
  repository: string;
  into: string;
}

/** With a `gh` that keeps comments in files, and artifacts in folders. */
async function onGitHub({ home, server, repository, into }: PipelinePlace): Promise<Pipeline> {
  const runner = await Runner.make(home.file('runner'), {
    COMMENTS: home.file('comments'),
    ARTIFACTS: home.file('artifacts'),
  });
  await mkdir(home.file('comments'));
  await runner.addProgram(
    'gh',
    `case "$1 $2" in
      "pr comment") test "$3 $4 $5 $6" = "7 --edit-last --create-if-none --body-file"; cp "$7" "$COMMENTS/$(date +%s%N)" ;;
      "api repos/o/r/commits/$GITHUB_SHA/pulls") echo "$HEAD" ;;
      "run download") cp "$ARTIFACTS/$4"/* . ;;
      *) echo "gh $*" >&2; exit 1 ;;
    esac`,
  );
  return {
    run: (job, sha, head = sha) => {
      const values = {
        ...{
          'vars.WAYBILL_URL': server.url,
          'secrets.WAYBILL_TOKEN': server.token,
          'vars.WAYBILL_PACKAGE': 'waybill',
        },
        ...{ 'vars.WAYBILL_INTO': into, 'github.token': 'secret', 'github.repository': 'o/r' },
        ...{ 'github.event.pull_request.number': '7', 'github.event.pull_request.head.sha': sha },
      };
      const env = { ...workflow.env, GITHUB_SHA: sha, HEAD: head };
      const artifacts = home.file('artifacts');
      return runner.workflow(workflow.jobs[job].steps, { cwd: repository, env, values, artifacts });
    },
    comments: async () =>
      (await runner.shell('cat "$COMMENTS"/* 2> /dev/null || true', { cwd: repository })).output.split('### ').slice(1),
    close: () => Promise.resolve(),
  };
}

/** With a server that answers as GitLab does. */
async function onGitLab({ home, server, repository, into }: PipelinePlace): Promise<Pipeline> {
  const comments: string[] = [];
  const files = new Map<string, string>();
  let head = '';
  const api: Server = createServer((request, response) => {
    void text(request).then((body) => {
      const { method = '', url = '' } = request;
      const isKnown = request.headers['private-token'] === 'secret';
      if (isKnown && method === 'POST' && url === '/projects/5/merge_requests/7/notes')
        comments.push(new URLSearchParams(body).get('body') ?? '');
      else if (isKnown && method === 'PUT') files.set(url, body);
      else if (isKnown && files.has(url)) response.write(files.get(url));
      else if (isKnown && url.endsWith('/merge_requests')) response.write(JSON.stringify([{ sha: head }]));
      else response.statusCode = 404;
      response.end();
    });
  });
  await new Promise<void>((resolve) => api.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${String((api.address() as AddressInfo).port)}`;
  const given = { CI_API_V4_URL: address, CI_PROJECT_ID: '5', CI_MERGE_REQUEST_IID: '7', GITLAB_TOKEN: 'secret' };
  const runner = await Runner.make(home.file('runner'), {
    ...{ ...given, WAYBILL_URL: server.url, WAYBILL_TOKEN: server.token, WAYBILL_INTO: into },
    ...Object.fromEntries(
      Object.entries(gitlab.variables).map(([key, value]) => [
        key,
        value.replace('$CI_API_V4_URL', address).replace('$CI_PROJECT_ID', '5'),
      ]),
    ),
  });
  return {
    run: (job, sha, source = sha) => {
      head = source;
      return runner.shell(gitlab[job].script.join('\n'), { cwd: repository, env: { CI_COMMIT_SHA: sha } });
    },
    comments: () => Promise.resolve(comments),
    close: () => new Promise((resolve) => api.close(() => { resolve(); })), // prettier-ignore
  };
}

describe.each([
  ['GitHub', onGitHub],
  ['GitLab', onGitLab],
])('the example of a pipeline on %s', (_name, make) => {
  let server: ServerClient;
  let flow: ImportFlow;
  let home: CliHome;
  let git: GitFolder;
  let pipeline: Pipeline;
  let target: Place;
  beforeEach(async () => {
    server = await sharedServer();
    flow = new ImportFlow(server);
    home = await CliHome.make(server);
    const source = await flow.makeProject([], server.keyFor('ci-source'));
    target = await flow.makeProject([], server.keyFor('ci-target'));
    await flow.import(bundleOf([castFunction('one', 'return 1'), castFunction('two', 'return 2')]), source);
    await mkdir(home.file('repository'));
    git = await GitFolder.make(home.file('repository'));
    expect(await home.run(['export', source.key, '-o', 'repository/config/', '--yes'])).toMatchObject({ code: 0 });
    await writeFile(path.join(git.path, '.gitignore'), 'plan.*\nrequests.json\n');
    await git.commit('The configuration');
    pipeline = await make({ home, server, repository: git.path, into: `${target.key}/main` });
  });
  afterEach(async () => {
    await pipeline.close();
    await home.remove();
  });

  const head = async () => (await git.git('rev-parse', 'HEAD')).trim();
  const edit = async (name: string, from: string, to: string) => {
    const file = path.join(git.path, `config/fast-data/CastFunction/${name}.json`);
    await writeFile(file, (await readFile(file, 'utf8')).replace(from, to));
    await git.commit(`${name}: ${to}`);
    return head();
  };
  const castingOf = async (name: string) =>
    (await flow.resources(target)).find((each) => each.name === name)?.spec['casting'] ?? null;

  it('shows the plan in the pull request, and carries out exactly that after the merge', async () => {
    const first = await head();
    expect(await pipeline.run('plan', first)).toMatchObject({ code: 0 });
    expect((await pipeline.comments())[0]).toMatch(
      /\*\*2 to create\*\*[^]*To carry it out exactly: `waybill apply plan\.json`/,
    );
    expect(await castingOf('one')).toBeNull();
    expect(await pipeline.run('apply', 'merge-1', first)).toMatchObject({
      code: 0,
      output: expect.stringContaining('Imported: 2 created.') as string,
    });
    expect(await pipeline.run('drift', first)).toMatchObject({ code: 0 });

    await git.git('checkout', '--quiet', '-b', 'change');
    const second = await edit('one', 'return 1', 'return 11');
    expect(await pipeline.run('plan', second)).toMatchObject({ code: 0 });
    expect((await pipeline.comments())[1]).toMatch(/\*\*1 to update, 1 unchanged\*\*[^]*`\/casting`/);
    await git.git('checkout', '--quiet', 'main');
    await git.git('merge', '--quiet', '--no-ff', '--message', 'Merge', 'change');
    expect(await pipeline.run('apply', await head(), second)).toMatchObject({ code: 0 });
    expect(await castingOf('one')).toContain('return 11');
  });

  it('refuses the plan if the branch has changed since, and says when it was changed by hand', async () => {
    const first = await head();
    await pipeline.run('plan', first);
    await pipeline.run('apply', first);
    const second = await edit('one', 'return 1', 'return 11');
    await pipeline.run('plan', second);
    await flow.import(bundleOf([castFunction('one', 'return 0')]), target, { options: { createStrategy: 'UPSERT' } });
    const refused = await pipeline.run('apply', second);
    expect([refused.code, refused.output]).toEqual([
      1,
      expect.stringContaining('Nothing was imported: the plan is not the sealed one any more.') as string,
    ]);
    expect(await castingOf('one')).toContain('return 0');
    await git.git('checkout', '--quiet', first);
    expect(await pipeline.run('drift', first)).toMatchObject({
      code: 2,
      output: expect.stringContaining('~  one') as string,
    });
  });

  it('fails before anything is planned if the folder is broken', async () => {
    const broken = await edit('one', '"kind"', '<<<<<<< a\n=======\n>>>>>>> b\n"kind"');
    expect(await pipeline.run('plan', broken)).toMatchObject({
      code: 1,
      output: expect.stringContaining('config/fast-data/CastFunction/one.json:2: fault:') as string,
    });
    expect(await pipeline.comments()).toEqual([]);
  });
});
