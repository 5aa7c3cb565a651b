/** The tables and resolvers of all features. */
import { accessApi } from '../features/access/index.js';
import { auditApi } from '../features/audit/index.js';
import { callbacksApi } from '../features/callbacks/index.js';
import { deletingApi } from '../features/deleting/index.js';
import { dependenciesApi } from '../features/dependencies/index.js';
import { exportingApi } from '../features/exporting/index.js';
import { filesApi } from '../features/files/index.js';
import { importingApi } from '../features/importing/index.js';
import { kindsApi } from '../features/kinds/index.js';
import { projectsApi } from '../features/projects/index.js';
import { resourcesApi } from '../features/resources/index.js';
import { tasksApi } from '../features/tasks/index.js';
import { templatesApi } from '../features/templates/index.js';
import { undoingApi } from '../features/undoing/index.js';
import { verifyingApi } from '../features/verifying/index.js';

const features: readonly FeatureApi[] = [
  accessApi,
  auditApi,
  callbacksApi,
  deletingApi,
  dependenciesApi,
  exportingApi,
  filesApi,
  importingApi,
  kindsApi,
  projectsApi,
  resourcesApi,
  tasksApi,
  templatesApi,
  undoingApi,
  verifyingApi,
];

interface FeatureApi {
  entities?: EntityClass[];
  resolvers: ResolverClass[];
}

type EntityClass = new () => object;
export type ResolverClass = new (...parts: never[]) => object;

/** All tables that TypeORM reads. */
export const entities = features.flatMap(({ entities: ofFeature = [] }) => ofFeature);

export const resolverClasses = features.flatMap(({ resolvers }) => resolvers);
