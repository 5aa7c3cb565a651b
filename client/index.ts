/** The client for programs: docs/api.md. */
export { createWaybillClient, type Page, type StagedPlan, type WaybillClient } from './createWaybillClient.js';
export { type DownloadFile } from './download.js';
export { apiAddress, type TypedDocument } from './transport.js';
export { type UploadFile } from './upload.js';
export { hasEnded } from './watchTask.js';
export { isRest, resultOf, totalOf, WaybillError, type ClientProblem } from './waybillError.js';
