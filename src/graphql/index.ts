export { ProblemType, InputProblemType, ResourceProblemType, FileProblemType } from './problem.type.js';
export {
  connectionType,
  encodeCursor,
  pageOf,
  pageRequest,
  toConnection,
  type Connection,
  type CursorKey,
  type Page,
  type PageRequest,
} from './connection.js';
export { RequestLoaders, groupedByKey, inKeyOrder, type BatchRead, type RequestContext } from './requestLoaders.js';
export { UploadScalar, type FileUpload } from './upload.scalar.js';
export { PageArgs } from './page.inputs.js';
