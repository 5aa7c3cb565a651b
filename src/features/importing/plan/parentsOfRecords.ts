import type { RecordShape } from '../../kinds/worker.js';
import type { WorkerContext } from '../../workers/index.js';
import type { PlanRow } from '../tables/planRows.js';
import { recordParents } from './recordParents.js';

/** The shapes of records, one by one, while contents are derived; each parent is read and compiled once. */
export class ParentsOfRecords {
  private readonly shapeByParent = new Map<string, RecordShape | undefined>();

  constructor(
    private readonly context: WorkerContext,
    private readonly plan: PlanRow,
  ) {}

  /** The shape that the parent gives to a record; undefined for other items, and if the parent does not exist. */
  async shapeOf({ kind, parentName }: { kind: string; parentName: string | null }): Promise<RecordShape | undefined> {
    if (parentName === null || !this.context.kinds.get(kind).compileRecordShape) return undefined;
    const key = `${kind}\n${parentName}`;
    if (!this.shapeByParent.has(key)) this.shapeByParent.set(key, await this.read(kind, parentName));
    return this.shapeByParent.get(key);
  }

  private async read(kind: string, name: string): Promise<RecordShape | undefined> {
    const found = recordParents(this.context, this.plan, { kind, names: [name], items: 'selected' });
    for await (const { shape } of found) return shape;
    return undefined;
  }
}
