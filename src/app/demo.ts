/** Two demo projects, loaded into an empty database through the normal import. */
import { createReadStream } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Capability } from '../features/kinds/index.js';
import type { Actor } from '../shared/actor.js';
import { packageFile } from '../shared/packageFile.js';
import { sessionOfSuperuser } from '../shared/session.js';
import type { Services } from './services.js';

interface DemoProject {
  key: string;
  name: string;
  description: string;
  capabilities: Capability[];
}

const demoProjects: readonly DemoProject[] = [
  {
    key: 'city-library',
    name: 'City library',
    description: 'A demo: books, members and loans, with an ER schema and a single view.',
    capabilities: ['EVENT_DRIVEN'],
  },
  {
    key: 'reading-club',
    name: 'Reading club',
    description: 'A demo to import into: it has a projection of its own that is named like one of the library.',
    capabilities: ['EVENT_DRIVEN'],
  },
];

export async function loadDemo(services: Services, actor: Actor): Promise<void> {
  for (const project of demoProjects) await loadProject(services, project, actor);
}

async function loadProject(services: Services, input: DemoProject, actor: Actor): Promise<void> {
  const { project } = await services.projectService.createProject(input, actor);
  // Another server that shares the database is loading it.
  if (!project) return;
  const [branches] = await services.projects.branchesOfProjects([project.id]);
  const branchId = branches?.[0]?.id ?? '';
  const filename = `${input.key}.json`;
  const file = packageFile(`examples/demo/${filename}`);
  const upload = {
    branchId,
    file: Promise.resolve({
      fieldName: 'file',
      filename,
      mimetype: 'application/json',
      encoding: '7bit',
      capacitor: undefined as never,
      createReadStream: () => createReadStream(file) as never,
    }),
  };
  const { plan, problems } = await services.stagingService.stage(upload, sessionOfSuperuser(actor));
  if (!plan)
    throw new Error(`The demo file ${filename} was refused: ${problems.map(({ message }) => message).join(' ')}`);
  await taskEnd(services, plan.stageTaskId);
  const executed = await services.executionService.execute({ planId: plan.id }, sessionOfSuperuser(actor));
  if (!executed.task)
    throw new Error(`The demo could not be imported: ${executed.problems.map(({ message }) => message).join(' ')}`);
  await taskEnd(services, executed.task.id);
}

async function taskEnd({ tasks }: Services, taskId: string): Promise<void> {
  for (;;) {
    const task = await tasks.byId(taskId);
    if (task?.endedAt) {
      if (task.status !== 'COMPLETED')
        throw new Error(`A task of the demo ended as ${task.status}: ${task.errorMessage ?? ''}`);
      return;
    }
    await pause(20);
  }
}
