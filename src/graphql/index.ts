export { answering } from './answering.js';
export { ByteSize, DateTimeScalar } from './scalars.js';
export { ActorType } from './actor.type.js';
export { DeletionPayload } from './deletion.payload.js';
export {
  FileProblemType,
  IncompleteFileProblemType,
  InputProblemType,
  ProblemSeverityEnum,
  ProblemType,
  ResourceProblemType,
  SchemaVersionProblemType,
} from './problem.type.js';
export { AnswerBudget, AnswerBudgets } from './answerBudget.js';
export {
  connectionType,
  defaultPageSize,
  maxPageSize,
  orderedPage,
  orderedPageRequest,
  pageOf,
  pageOfList,
  pageRequest,
  toConnection,
  type Connection,
  type CursorKey,
  type OrderedPageRequest,
  type Page,
  type PageRequest,
} from './connection.js';
export { readPages } from './pageBatches.js';
export { RequestLoaders, groupedByKey, inKeyOrder, type RequestContext } from './requestLoaders.js';
export { readStoredJson, type StoredJson } from './storedJson.js';
export { selectedFields } from './selectedFields.js';
export { UploadScalar, type FileUpload } from './upload.scalar.js';
export { orderType } from './orderType.js';
export { NodeType } from './node.type.js';
export { onlyNews, stateUpdates } from './stateUpdates.js';
export { PageArgs } from './page.inputs.js';
export { refusedPayload } from './refusedPayload.js';
