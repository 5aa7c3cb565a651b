import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { graphql, type GraphQLSchema } from 'graphql';
import pino from 'pino';
import { createContext } from '../../src/app/context.js';
import { createSchema } from '../../src/app/schema.js';
import { createServices, type Services } from '../../src/app/services.js';
import { parseConfig } from '../../src/shared/config.js';
import { InlineWorkers } from './inlineWorkers.js';
import { superuserSession } from '../support/sessions.js';
import { StatementRecorder } from './statementRecorder.js';

const superuser = superuserSession();

/** Everything behind HTTP in this process, on a database of its own, with every statement in sight. */
export class InProcessServer {
  private constructor(
    private readonly dataDir: string,
    private readonly services: Services,
    private readonly schema: GraphQLSchema,
    private readonly recorder: StatementRecorder,
  ) {}

  static async start(): Promise<InProcessServer> {
    const dataDir = await mkdtemp(path.join(tmpdir(), 'waybill-golden-'));
    const recorder = new StatementRecorder();
    const services = await createServices(parseConfig({ WAYBILL_DATA_DIR: dataDir }), pino({ level: 'silent' }), {
      statementLog: recorder,
      makeWorkers: (settings) => new InlineWorkers(settings, recorder.add),
    });
    return new InProcessServer(dataDir, services, createSchema(services.resolvers), recorder);
  }

  /** Runs a document; throws when there are errors. */
  async run(document: string, variables: Record<string, unknown> = {}): Promise<Record<string, unknown>> {
    const { data, errors } = await graphql({
      schema: this.schema,
      source: document,
      variableValues: variables,
      contextValue: createContext(this.services, { publicUrl: 'http://waybill.example', session: superuser }),
    });
    if (!data || errors) throw new AggregateError(errors ?? [], errors?.map(({ message }) => message).join(' '));
    return data;
  }

  /** The statements that a document runs. */
  async statementsOf(document: string, variables: Record<string, unknown> = {}): Promise<string[]> {
    return this.recorder.during(() => this.run(document, variables));
  }

  /** Stages a file and waits until its plan is there; gives the id of the plan. */
  async stage(text: string, branchId: string, mode: 'COPY' | 'REFERENCE' = 'COPY'): Promise<string> {
    const { plan, problems } = await this.services.stagingService.stage(
      {
        branchId,
        mode,
        file: Promise.resolve({
          fieldName: 'file',
          filename: 'bundle.json',
          mimetype: 'application/json',
          encoding: '7bit',
          capacitor: undefined as never,
          createReadStream: () => Readable.from([Buffer.from(text)]) as never,
        }),
      },
      superuser,
    );
    if (!plan) throw new Error(problems.map(({ message }) => message).join(' '));
    await this.ended(plan.stageTaskId);
    return plan.id;
  }

  /** Carries a plan out and waits for the end. */
  async execute(planId: string): Promise<void> {
    const { task, problems } = await this.services.executionService.execute({ planId }, superuser);
    if (!task) throw new Error(problems.map(({ message }) => message).join(' '));
    await this.ended(task.id);
  }

  async close(): Promise<void> {
    await this.services.close();
    await rm(this.dataDir, { recursive: true });
  }

  private async ended(taskId: string): Promise<void> {
    for await (const { endedAt } of await this.services.taskUpdates(taskId)) if (endedAt) return;
  }
}
