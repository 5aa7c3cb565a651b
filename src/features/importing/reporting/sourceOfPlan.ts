import type { BundleSource } from '../../formats/index.js';
import type { TaskContext } from '../../tasks/worker.js';
import type { PlanRow } from '../tables/planRows.js';

type Row = Record<
  'instanceId' | 'instanceName' | 'projectId' | 'projectKey' | 'projectName' | 'branch' | 'exportedAt' | 'exportedBy',
  string | null
>;

const nobody: Row = {
  ...{ instanceId: null, instanceName: null, projectId: null, projectKey: null, projectName: null },
  ...{ branch: null, exportedAt: null, exportedBy: null },
};

/** The source of the file of a plan, as stated in the file. */
export async function readSourceOf({ connection }: TaskContext, { id }: PlanRow): Promise<BundleSource> {
  const row = await connection.get<Row>(
    `SELECT v.instance_id AS "instanceId", v.instance_name AS "instanceName", v.project_id AS "projectId",
       v.project_key AS "projectKey", v.project_name AS "projectName", v.branch, v.exported_at AS "exportedAt",
       v.exported_by AS "exportedBy"
     FROM import_plan pl JOIN provenance v ON v.id = pl.provenance_id WHERE pl.id = :id`,
    { id },
  );
  const { branch, exportedAt, exportedBy, ...ids } = row ?? nobody;
  const { instanceId, instanceName, projectId, projectKey, projectName } = ids;
  return {
    instance: instanceId !== null && instanceName !== null ? { id: instanceId, name: instanceName } : null,
    project:
      projectId !== null && projectKey !== null && projectName !== null
        ? { id: projectId, key: projectKey, name: projectName }
        : null,
    ...{ branch, exportedAt, exportedBy },
  };
}
