/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { JsonValue, JsonObject } from '../json.js';
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** The action. */
export type AuditAction =
  /** Invalid credentials were presented. The principal is unknown; the detail contains the address and the number of attempts. */
  | 'AUTHENTICATE'
  /** A binding was deleted by hand. */
  | 'BINDING_DELETE'
  /** A binding was set by hand. */
  | 'BINDING_SET'
  /** A branch was created. */
  | 'BRANCH_CREATE'
  /** A branch was deleted, with all that it held. */
  | 'BRANCH_DELETE'
  /** A resource was created through the API. */
  | 'CREATE'
  /** A resource was deleted. */
  | 'DELETE'
  /** A reference became an editable copy. */
  | 'DETACH'
  /** An import plan was discarded. */
  | 'DISCARD'
  /** A download of a task file was started. */
  | 'DOWNLOAD'
  /** Resources were exported. */
  | 'EXPORT'
  /** A group was created, or its members were changed. */
  | 'GROUP_CHANGE'
  /** An import plan was executed. */
  | 'IMPORT'
  /** A pack was enabled or disabled for a project. */
  | 'PACK_SWITCH'
  /** A project was created. */
  | 'PROJECT_CREATE'
  /** A project was deleted, with all that it held. */
  | 'PROJECT_DELETE'
  /** The name, description or capabilities of a project were changed. */
  | 'PROJECT_UPDATE'
  /** The readers of a resource were changed. */
  | 'READERS_CHANGE'
  /** A resource was renamed, together with all references to it. */
  | 'RENAME'
  /** A resource was restored to an earlier revision. */
  | 'RESTORE'
  /** A principal was given a role in a project. */
  | 'ROLE_GRANT'
  /** The role of a principal in a project was revoked. */
  | 'ROLE_REVOKE'
  /** A schedule was deleted. */
  | 'SCHEDULE_DELETE'
  /** A run of a schedule started a task, or could not start it. The task has an event of its own when it ends. */
  | 'SCHEDULE_RUN'
  /** A schedule was saved, enabled, disabled, or asked to run. */
  | 'SCHEDULE_SAVE'
  /** A person signed in with a browser, and a session was created. */
  | 'SIGN_IN'
  /** A person signed out, and the session ended. */
  | 'SIGN_OUT'
  /** A file was uploaded and read, and an import plan was created. */
  | 'STAGE'
  /** A principal was made a superuser, or lost superuser rights. */
  | 'SUPERUSER_CHANGE'
  /** A request to cancel a task was denied. A task that was cancelled has its own event, with the outcome CANCELLED. */
  | 'TASK_CANCEL'
  /** Tasks were deleted with their files: one by hand, or old ones by the server. */
  | 'TASK_DELETE'
  /** A template was deleted. */
  | 'TEMPLATE_DELETE'
  /** A template was saved. */
  | 'TEMPLATE_SAVE'
  /** An access token was created. */
  | 'TOKEN_CREATE'
  /** An access token was revoked. */
  | 'TOKEN_REVOKE'
  /** An import was undone. */
  | 'UNDO'
  /** The spec or title of a resource was changed. */
  | 'UPDATE';

/** A filter for audit events. An event must match every condition. */
export type AuditFilter = {
  /** Only events of these actions. */
  actions?: Array<AuditAction> | null | undefined;
  /** Only events at or after this time. */
  after?: string | null | undefined;
  /** Only events before this time. */
  before?: string | null | undefined;
  /** Only actions of this principal. */
  principalId?: string | null | undefined;
  /** Only events of this project. */
  projectId?: string | null | undefined;
};

/** The outcome of an action. */
export type AuditOutcome =
  /** The action was cancelled; nothing was changed. */
  | 'CANCELLED'
  /** The principal had no permission; nothing was changed. */
  | 'DENIED'
  /** The action failed; nothing was changed. */
  | 'FAILED'
  /** The action succeeded. */
  | 'SUCCEEDED'
  /** The action succeeded for some items and failed for others. */
  | 'SUCCEEDED_WITH_ERRORS';

/** A filter for bindings. A binding must match every condition. */
export type BindingFilter = {
  /** Only bindings of these kinds. */
  kinds?: Array<string> | null | undefined;
  /** Only bindings with this text in one of their names, case-insensitive. */
  search?: string | null | undefined;
};

/** What a binding does in the next plan. */
export type BindingType =
  /** A resource of the project replaces one that items refer to and the file does not contain. */
  | 'REMAP'
  /** An item of that name is imported under the other name. What refers to it follows. */
  | 'RENAME';

/** The task to cancel. */
export type CancelTaskInput = {
  /** The task. */
  id: string;
};

/** A capability of a project. Some kinds can only be imported as references into projects that have it. */
export type Capability =
  /** The project uses the event-driven architecture (Single View Trigger Generator). */
  'EVENT_DRIVEN';

/** The branch to create. */
export type CreateBranchInput = {
  /** The branch to copy the resources from. When absent, the new branch is empty. */
  fromBranchId?: string | null | undefined;
  /** Its name, unique in the project. */
  name: string;
  /** The project that it belongs to. */
  projectId: string;
};

/** The group to create. */
export type CreateGroupInput = {
  /** The value of the groups claim that makes a user a member. Defaults to the name. */
  claim?: string | null | undefined;
  /** Its display name. */
  name: string;
};

/** The project to create. */
export type CreateProjectInput = {
  /** Its capabilities. */
  capabilities?: Array<Capability> | null | undefined;
  /** Its purpose. */
  description?: string | null | undefined;
  /** A short unique name: letters, digits, - and _. */
  key: string;
  /** Its display name. */
  name: string;
};

/** The resource to create. */
export type CreateResourceInput = {
  /** The branch on which to create it. */
  branchId: string;
  /** Its external reference code, for kinds that have one. */
  externalReferenceCode?: string | null | undefined;
  /** Its kind, e.g. "fast-data/ErSchema". */
  kind: string;
  /** Its name, unique in its namespace on the branch. */
  name: string;
  /** The resource that contains it, for kinds that live inside another. */
  parentId?: string | null | undefined;
  /** Its content. It must be valid against the JSON Schema of its kind. */
  spec: JsonObject;
  /** Its display title. It is ignored if the spec contains a title. */
  title?: string | null | undefined;
};

/** What happens when a copy has the name of an existing resource. */
export type CreateStrategy =
  /** "Only Add New Records": an existing resource of the same name is a collision. */
  | 'INSERT'
  /** "Add or Update Records": an existing editable resource of the same name is updated. */
  | 'UPSERT';

/** The token to create. */
export type CreateTokenInput = {
  /** When it expires. When absent, it never expires. */
  expiresAt?: string | null | undefined;
  /** Whether the token grants superuser rights. Defaults to false. */
  isSuperuser?: boolean | null | undefined;
  /** The purpose of the token. It is also the name of the service account that is created with it. */
  name: string;
  /** The existing service account or user that the token belongs to, for example yourself. When absent, a service account is created. */
  principalId?: string | null | undefined;
};

/** The format of a CSV file. Options that are absent are detected from the first lines. */
export type CsvOptionsInput = {
  /** The character that separates two cells. */
  delimiter?: string | null | undefined;
  /** Whether the first line contains the column names. Defaults to true. When false, the columns are named 0, 1 and so on. */
  hasHeader?: boolean | null | undefined;
  /** The character that encloses cells. Defaults to ". */
  quote?: string | null | undefined;
};

/** The binding to delete. */
export type DeleteBindingInput = {
  /** The binding. */
  id: string;
};

/** The branch to delete. */
export type DeleteBranchInput = {
  /** The branch. */
  id: string;
};

/** The project to delete. */
export type DeleteProjectInput = {
  /** The key of the project, as a confirmation. */
  confirmKey: string;
  /** The project. */
  id: string;
};

/** The resource to delete. */
export type DeleteResourceInput = {
  /** Delete the resource even if other resources depend on it. A resource that contains others is still not deleted. */
  force?: boolean | null | undefined;
  /** The resource. */
  id: string;
};

/** The schedule to delete. */
export type DeleteScheduleInput = {
  /** The schedule. */
  id: string;
};

/** The task to delete. */
export type DeleteTaskInput = {
  /** The task. */
  id: string;
};

/** The template to delete. */
export type DeleteTemplateInput = {
  /** The template. */
  id: string;
};

/** The reference to detach. */
export type DetachReferenceInput = {
  /** The reference. */
  id: string;
};

/** The plan to discard. */
export type DiscardImportInput = {
  /** The plan. */
  planId: string;
};

/** The plan to execute. */
export type ExecuteImportInput = {
  /** A key of your choice, returned in the callback to identify it. At most 200 characters. */
  callbackKey?: string | null | undefined;
  /** The http or https URL that receives the result by POST when the task has ended. This server must allow its host. */
  callbackUrl?: string | null | undefined;
  /** The fingerprint of the plan that was approved. If the plan has another one, because its file, a choice or the branch differs, nothing is imported and the problems name what differs. It is also refused after the time until which it was sealed. */
  expectedFingerprint?: string | null | undefined;
  /** What happens when an item cannot be imported. Defaults to the value of the template of the upload, else to ON_ERROR_FAIL. */
  importStrategy?: ImportStrategy | null | undefined;
  /** The plan. */
  planId: string;
};

/** The format of an exported file. */
export type ExportFormat =
  /** Records as a table: entries of an object definition, or resources whose specs contain only strings. An empty value cannot be distinguished from an absent one. */
  | 'CSV'
  /** A folder for Git, in a ZIP archive: one file per resource, long texts beside it, and no time, count or digest, so that the same content gives the same files. At most 99,999 files. */
  | 'DIRECTORY'
  /** One JSON document with one resource per line. */
  | 'JSON'
  /** JSON Lines: a header, one resource per line, and a trailer. For files of any size. */
  | 'JSONL'
  /** Records as a Liferay batch file that names their class. It can be imported again without changes. */
  | 'JSONT'
  /** Records as a JSON array of Liferay items. */
  | 'LIFERAY_JSON'
  /** Records as JSON Lines of Liferay items. For files of any size. */
  | 'LIFERAY_JSONL'
  /** Reports and dashboards in the export format of Camunda Optimize, with all reports that they show. Collections are not included. */
  | 'OPTIMIZE_JSON'
  /** A ZIP archive with one readable file per resource, for version control. At most 99,999 resources. */
  | 'ZIP';

/** The resources to export: the union of everything selected here. */
export type ExportSelectionInput = {
  /** Select every exportable resource of the branch. */
  all?: boolean | null | undefined;
  /** The branch. */
  branchId: string;
  /** All resources of these kinds. */
  kinds?: Array<string> | null | undefined;
  /** These resources. */
  resourceIds?: Array<string> | null | undefined;
};

/** A mapping from a field of the file to a field of the record. */
export type FieldMappingInput = {
  /** The field of the file; dots separate nested fields. */
  source: string;
  /** The field of the record; dots separate nested fields. */
  target: string;
};

/** The role of a file in its task. */
export type FilePurpose =
  /** The error report: the problems of each item. */
  | 'ERROR_REPORT'
  /** The failed items with their problems, as a draft bundle that can be corrected and imported. */
  | 'REMAINDER'
  /** The result of the task: an exported file, or a report of each item. */
  | 'RESULT'
  /** The file that was read: an upload, or what a transfer exported. */
  | 'SOURCE';

/** The role to grant. */
export type GrantRoleInput = {
  /** The id of the principal, or of one of its tokens. */
  principalId: string;
  /** The project. */
  projectId: string;
  /** The role. It replaces the previous role. */
  role: Role;
};

/** The direction in which a graph is followed from its roots. */
export type GraphDirection =
  /** To the resources that the roots depend on. */
  | 'DEPENDENCIES'
  /** To the resources that depend on the roots. */
  | 'DEPENDENTS';

/** The action planned for an item. */
export type ImportAction =
  /** The item cannot be imported; its problems give the reason. */
  | 'BLOCKED'
  /** The name, code or a unique text of the item is already taken. Rename or deselect the item. */
  | 'COLLISION'
  /** A resource will be created. */
  | 'CREATE'
  /** A resource that came from the same source project earlier, and is no longer in the file, will be deleted. */
  | 'DELETE'
  /** A reference from the same source will be updated. */
  | 'REFERENCE_UPDATE'
  /** The item is not imported. Items that depend on it will use the resource of that name on the branch. */
  | 'SKIPPED'
  /** The branch already has the resource with the same content. */
  | 'UNCHANGED'
  /** An editable resource will be updated. */
  | 'UPDATE';

/** A filter for items. An item must match every condition. */
export type ImportItemFilter = {
  /** Only items with one of these actions. */
  actions?: Array<ImportAction> | null | undefined;
  /** Only items with problems, or only items without problems. */
  hasProblems?: boolean | null | undefined;
  /** Only these items. Ids of no item of the plan are ignored. */
  ids?: Array<string> | null | undefined;
  /** Only items that are blocked by nothing but other items that are to be decided, directly or through others, or only the rest. */
  isBlockedByItem?: boolean | null | undefined;
  /** Only deletions, or only items of the file. */
  isDeletion?: boolean | null | undefined;
  /** Only items of these kinds. A kind that neither this server nor an item of the plan has is an error. */
  kinds?: Array<string> | null | undefined;
  /** Only items whose name or title contains this text, case-insensitive. */
  search?: string | null | undefined;
};

/** How an item is imported. */
export type ImportMode =
  /** As an editable copy that belongs to this project. */
  | 'COPY'
  /** As a read-only reference. Importing it again updates it. */
  | 'REFERENCE';

/** The state of an import plan. */
export type ImportPlanStatus =
  /** The plan was discarded. */
  | 'DISCARDED'
  /** The plan was executed. */
  | 'EXECUTED'
  /** The plan is being executed. */
  | 'EXECUTING'
  /** The file could not be read; the problems give the reason. */
  | 'FAILED'
  /** The plan can be reviewed, changed and executed. */
  | 'READY'
  /** The file is being read. */
  | 'STAGING';

/** What happens when an item cannot be imported. */
export type ImportStrategy =
  /** All other items are imported; the error report lists the failed ones. */
  | 'ON_ERROR_CONTINUE'
  /** Nothing is imported. */
  | 'ON_ERROR_FAIL';

/** The direction of an order. */
export type OrderDirection =
  /** Ascending: A to Z, oldest first. */
  | 'ASC'
  /** Descending: Z to A, newest first. */
  | 'DESC';

/** A filter for principals. A principal must match every condition. */
export type PrincipalFilter = {
  /** A part of the name, case-insensitive. */
  search?: string | null | undefined;
  /** Only principals of these types. */
  types?: Array<PrincipalType> | null | undefined;
};

/** The type of a principal. */
export type PrincipalType =
  /** Several principals. Each member has the rights of the group. */
  | 'GROUP'
  /** A program, identified by its tokens. */
  | 'SERVICE_ACCOUNT'
  /** A person, identified by an identity provider. */
  | 'USER';

/** A stable code for each type of problem. */
export type ProblemCode =
  /** The project lacks the capability that references of this kind require. */
  | 'ARCHITECTURE_REQUIRED'
  /** The archive, or a file in it, is damaged and cannot be unpacked. */
  | 'ARCHIVE_DAMAGED'
  /** The archive, or a file in it, exceeds a limit of this server. Nothing was unpacked. */
  | 'ARCHIVE_REFUSED'
  /** The branch is the default branch of its project. */
  | 'BRANCH_IS_DEFAULT'
  /** The item is built in: every project has it, so the item is not imported. */
  | 'BUILT_IN'
  /** The URL or the key of the callback is invalid. */
  | 'CALLBACK_INVALID'
  /** This server does not allow callbacks to this host. */
  | 'CALLBACK_NOT_ALLOWED'
  /** The project has references that require the capability. */
  | 'CAPABILITY_IN_USE'
  /** A cast function is written for a different service than the one that will run it. */
  | 'CAST_LANGUAGE'
  /** The resource has changed since the import. */
  | 'CHANGED_SINCE_IMPORT'
  /** A string contains the character U+0000 or half of a surrogate pair, which cannot be stored. */
  | 'CHARACTER_NOT_ALLOWED'
  /** The confirmation does not match. */
  | 'CONFIRMATION_WRONG'
  /** The container of the item is neither imported nor on the branch. The item is imported without a container. */
  | 'CONTAINER_MISSING'
  /** A part of the file cannot be imported and is ignored. */
  | 'CONTENT_IGNORED'
  /** The number of resources does not match the count stated in the file. */
  | 'COUNT_MISMATCH'
  /** The text is not a cron expression of five fields, or it never comes due. */
  | 'CRON_INVALID'
  /** A node is a CRUD collection, which is never exported. */
  | 'CRUD_COLLECTION_NODE'
  /** The CSV file is malformed: its rows or columns cannot be determined. */
  | 'CSV_MALFORMED'
  /** The spec refers to a custom file, which is not exported. */
  | 'CUSTOM_FILE_MISSING'
  /** The database is inconsistent. */
  | 'DATABASE_UNSOUND'
  /** An update would remove parts of an existing resource, or a mirrored kind would delete one, and isDeletionAllowed is not set. */
  | 'DELETION_NOT_ALLOWED'
  /** An item that the item depends on is blocked. */
  | 'DEPENDENCY_BLOCKED'
  /** A resource that the item depends on is neither selected nor on the branch. */
  | 'DEPENDENCY_MISSING'
  /** The content does not match the digest stated in the file. */
  | 'DIGEST_MISMATCH'
  /** Two items of one file have the same name in the same namespace. */
  | 'DUPLICATE_IN_FILE'
  /** An object of the file has the same key twice. */
  | 'DUPLICATE_KEY'
  /** Endpoints are not imported. */
  | 'ENDPOINTS_NOT_IMPORTED'
  /** The expiry time is in the past. */
  | 'EXPIRY_INVALID'
  /** The resource calls a client extension, which must be deployed and is never imported. */
  | 'EXTENSION_NOT_IMPORTED'
  /** The file does not state the type of a field. A type was assumed. */
  | 'FIELD_TYPE_ASSUMED'
  /** No kind of the selection has a field of this name. */
  | 'FIELD_UNKNOWN'
  /** The mapping does not use all fields of the file. */
  | 'FIELD_UNMAPPED'
  /** The file is empty. */
  | 'FILE_EMPTY'
  /** The content of the file needs too much space in the database, compared with the size of the file. */
  | 'FILE_GROWS_TOO_LARGE'
  /** The file refers to ids that it does not contain. */
  | 'FILE_INCOMPLETE'
  /** The file is not valid JSON. */
  | 'FILE_NOT_JSON'
  /** The file is not valid UTF-8. */
  | 'FILE_NOT_UTF8'
  /** The file, or one of its items, is larger than this server accepts. */
  | 'FILE_TOO_LARGE'
  /** The file ends before it is complete. */
  | 'FILE_TRUNCATED'
  /** The principal does not have permission. The message states the required permission. */
  | 'FORBIDDEN'
  /** The spec contains a forbidden key, such as __proto__. */
  | 'FORBIDDEN_KEY'
  /** The file is JSON, but its format is unknown. */
  | 'FORMAT_UNRECOGNIZED'
  /** The format is unknown, or cannot be used for this selection. */
  | 'FORMAT_UNSUPPORTED'
  /** This server does not support the format version of the file. */
  | 'FORMAT_VERSION_UNSUPPORTED'
  /** Other resources depend on this resource. */
  | 'HAS_DEPENDENTS'
  /** The idempotency key was already used for another file or transfer. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** A numeric id that is only valid in the source environment was ignored. */
  | 'ID_IGNORED'
  /** The id does not have the format of the ids of this server. */
  | 'INVALID_ID'
  /** An item of the file lacks a required member. */
  | 'ITEM_MALFORMED'
  /** The file does not state the kind of its records. */
  | 'KIND_REQUIRED'
  /** There would be no superuser left. */
  | 'LAST_SUPERUSER'
  /** The mapping contradicts itself, or refers to a field that the file does not have. */
  | 'MAPPING_INVALID'
  /** This server does not support the media type of the upload. */
  | 'MEDIA_TYPE_UNSUPPORTED'
  /** The spec has a member that the schema of its kind does not list. It is kept unchanged. */
  | 'MEMBER_UNKNOWN'
  /** A custom message format belongs to a service and is not imported. */
  | 'MISSING_MESSAGE_FORMAT'
  /** A single view requires a Single View Creator, which is never imported. */
  | 'MISSING_SVC'
  /** In an event-driven project, a single view requires a Single View Trigger Generator, which is never imported. */
  | 'MISSING_SVTG'
  /** A projection requires a Real-Time Updater or a Projection Storer, which is never imported. */
  | 'MISSING_WRITER_SERVICE'
  /** The name of an item was changed to make it unique within the file. */
  | 'NAME_ADJUSTED'
  /** The name differs from an existing name only in upper and lower case. */
  | 'NAME_CASE_DIFFERS'
  /** The name is already taken on the branch. */
  | 'NAME_COLLISION'
  /** The name is empty, too long, or contains characters that its kind does not allow. */
  | 'NAME_INVALID'
  /** The name mixes alphabets or invisible characters, so that it looks like another name. */
  | 'NAME_LOOKALIKE'
  /** The name is already taken in this namespace of the branch. */
  | 'NAME_TAKEN'
  /** The item was a reference in its source project. */
  | 'NESTED_REFERENCE'
  /** The JSON is nested too deeply. */
  | 'NESTING_TOO_DEEP'
  /** The file contains no resources. */
  | 'NOTHING_TO_IMPORT'
  /** The resource is not a reference. It is already editable. */
  | 'NOT_A_REFERENCE'
  /** The format of an export cannot contain a value of a resource. */
  | 'NOT_CARRIED'
  /** Resources of this kind cannot be exported. */
  | 'NOT_EXPORTABLE'
  /** No object with this id or key exists. */
  | 'NOT_FOUND'
  /** A projection has no primary key and cannot be saved in the Console. */
  | 'NO_PRIMARY_KEY'
  /** A number is too large, too close to 0 or has too many digits to be stored exactly. */
  | 'NUMBER_NOT_EXACT'
  /** A part states a different owner than the resource that contains it. */
  | 'OWNER_DIFFERS'
  /** The pack is disabled in the project or on this server. */
  | 'PACK_OFF'
  /** The kind of the parent cannot contain this resource, or the parent is on another branch. */
  | 'PARENT_INVALID'
  /** The parent of the resource no longer exists on the branch. */
  | 'PARENT_MISSING'
  /** A resource of this kind must have a parent, and none was given. */
  | 'PARENT_REQUIRED'
  /** An update makes a part stricter, so that existing records may no longer be valid. */
  | 'PART_CHANGED'
  /** An update removes parts of an existing resource. */
  | 'PART_REMOVED'
  /** The plan is not the one that was approved: its file, a choice or the branch differs. */
  | 'PLAN_CHANGED'
  /** A selected item is blocked or has a collision. */
  | 'PLAN_NOT_EXECUTABLE'
  /** The state of the plan does not allow this operation. */
  | 'PLAN_NOT_READY'
  /** A principal of this type cannot be used here. */
  | 'PRINCIPAL_UNFIT'
  /** A topic uses public variables that must be defined in this project. */
  | 'PUBLIC_VARIABLE_MISSING'
  /** The resource is a read-only reference. Detach it first, or update it by importing it again. */
  | 'READ_ONLY_REFERENCE'
  /** Resources of this kind can only be imported as copies. */
  | 'REFERENCE_NOT_ALLOWED'
  /** The item was a reference in its source project, or updates a reference on the branch. It cannot be renamed. */
  | 'RENAME_NOT_ALLOWED'
  /** A run of a schedule could not start. The message gives the reason. */
  | 'RUN_NOT_STARTED'
  /** The schema version of an item cannot be migrated. */
  | 'SCHEMA_VERSION_UNSUPPORTED'
  /** The import adds a data source to the container. */
  | 'SCOPE_EXTENDED'
  /** The time until which the approval of the plan counts has passed. */
  | 'SEAL_EXPIRED'
  /** Nothing is selected. */
  | 'SELECTION_EMPTY'
  /** A setting has an invalid value. */
  | 'SETTING_INVALID'
  /** A setting of a file has no effect, or a setting of a template does not exist. */
  | 'SETTING_UNKNOWN'
  /** The container lacks a data source that an item requires. */
  | 'SOURCE_MISSING'
  /** The container has the data source that an item requires, but not for all of its tenants. */
  | 'SOURCE_TENANT_MISSING'
  /** The file does not state its source project. Its items can only be imported as copies, and no kind can be mirrored. */
  | 'SOURCE_UNKNOWN'
  /** The spec is not valid against the JSON Schema of its kind. */
  | 'SPEC_INVALID'
  /** The resource has changed since the given revision. */
  | 'STALE_REVISION'
  /** The disk is full. The changes of the task were rolled back. */
  | 'STORAGE_FULL'
  /** A flag that marks a resource as managed by the system was ignored. */
  | 'SYSTEM_FLAG_IGNORED'
  /** The branch has changed since the plan was created. */
  | 'TARGET_CHANGED'
  /** An open import plan or an undo needs the task. */
  | 'TASK_IN_USE'
  /** The task has already ended. */
  | 'TASK_NOT_CANCELLABLE'
  /** A task is still queued or running. */
  | 'TASK_NOT_ENDED'
  /** The task is not an executed import, or it was already undone or is being undone. */
  | 'TASK_NOT_UNDOABLE'
  /** The template contains a setting that is no longer valid in this project or on this server. The path points into the template. */
  | 'TEMPLATE_UNFIT'
  /** The prerequisite of an item does not exist for any of its tenants. */
  | 'TENANT_MISSING'
  /** The time zone is unknown. */
  | 'TIME_ZONE_UNKNOWN'
  /** The project has reached the maximum number of branches. */
  | 'TOO_MANY_BRANCHES'
  /** The file has more items than this server accepts in one file. */
  | 'TOO_MANY_ITEMS'
  /** A topic still refers to the tenant, project or system of the source. */
  | 'TOPIC_FROM_SOURCE'
  /** A value that must be unique within its kind or definition is already taken. */
  | 'UNIQUE_TEXT_TAKEN'
  /** This server has no kind of this name. */
  | 'UNKNOWN_KIND'
  /** The spec refers to a block that the aggregation does not contain. */
  | 'UNRESOLVED_BLOCK'
  /** The spec refers to a condition that the ER schema does not contain. */
  | 'UNRESOLVED_CONDITION'
  /** The spec refers to a field that does not exist. */
  | 'UNRESOLVED_FIELD'
  /** The spec refers to a flow node that the process does not have. */
  | 'UNRESOLVED_FLOW_NODE'
  /** A filter refers to a definition that the report does not have. */
  | 'UNRESOLVED_IDENTIFIER'
  /** A node is not a projection, single view or CRUD collection of the branch. */
  | 'UNRESOLVED_NODE'
  /** The spec refers to an entry that the picklist does not contain. */
  | 'UNRESOLVED_PICKLIST_ENTRY'
  /** The item refers to a resource that neither the file nor the branch contains. The item is imported without the reference. */
  | 'UNRESOLVED_REFERENCE'
  /** The spec refers to a relationship that the definition does not contain. */
  | 'UNRESOLVED_RELATIONSHIP'
  /** An endpoint and a schema of an API application are linked, and one of them does not exist. */
  | 'UNRESOLVED_SCHEMA'
  /** A filter refers to a variable that no report of the dashboard uses. */
  | 'UNRESOLVED_VARIABLE'
  /** The upload ended before the file was complete. */
  | 'UPLOAD_INCOMPLETE'
  /** None of the versions that an item requires exists. */
  | 'VERSION_MISSING'
  /** Versions that do not exist were removed from the item. */
  | 'VERSION_PRUNED';

/** Whether a problem blocks the operation. */
export type ProblemSeverity =
  /** The problem blocks the operation. */
  | 'ERROR'
  /** The problem is reported and blocks nothing. */
  | 'WARNING';

/** A filter for projects. */
export type ProjectFilter = {
  /** A part of the key, the name or the description, case-insensitive. */
  search?: string | null | undefined;
};

/** The order of a list of Project nodes. A cursor holds only in its order. */
export type ProjectOrder = {
  /** The direction; ASC when absent. */
  direction?: OrderDirection | null | undefined;
  /** What the list is sorted by. */
  field: ProjectOrderField;
};

/** What a list of Project nodes can be sorted by. */
export type ProjectOrderField =
  /** By the time of creation. */
  | 'CREATED_AT'
  /** By key. */
  | 'KEY'
  /** By name, case-insensitive. */
  | 'NAME'
  /** By the time at which its settings were last changed. */
  | 'UPDATED_AT';

/** A condition on a field of the spec. An absent field counts as null. */
export type RecordConditionInput = {
  /** The field; dots separate nested fields, for example "state.key". */
  field: string;
  /** How the field is compared. */
  operator: RecordOperator;
  /** The value to compare with, of the type of the field: a list for IN, true or false for IS_NULL. */
  value?: JsonValue | null | undefined;
};

/** How a field is compared with a value. Only values of the same type match, except for NE and IS_NULL. */
export type RecordOperator =
  /** The field is a string that contains this text, case-insensitive. */
  | 'CONTAINS'
  /** The field equals the value. */
  | 'EQ'
  /** The field is greater than or equal to the value. */
  | 'GE'
  /** The field is greater than the value. Strings are compared in sort order. */
  | 'GT'
  /** The field equals one of the values of the list. */
  | 'IN'
  /** With true: the field is absent or null. With false: the field has a value. */
  | 'IS_NULL'
  /** The field is less than or equal to the value. */
  | 'LE'
  /** The field is less than the value. Strings, such as ISO 8601 dates, are compared in sort order. */
  | 'LT'
  /** The field does not equal the value, or is absent. */
  | 'NE';

/** The replacement of a prerequisite of a plan. */
export type RemapPrerequisiteInput = {
  /** The kind of the prerequisite. */
  kind: string;
  /** The name by which the items refer to it. */
  name: string;
  /** The plan. */
  planId: string;
  /** The name of the replacement, in the file or on the branch. When absent, the name is not replaced. Without toName, toTenant and toVersion the replacement is removed. */
  toName?: string | null | undefined;
  /** The tenant that replaces all tenants that the items name, for kinds with tenants. An empty string means "no tenant". */
  toTenant?: string | null | undefined;
  /** The version that replaces all versions that the items name, for kinds with versions. For definitions also "all" and "latest". */
  toVersion?: string | null | undefined;
};

/** The new name of an item. */
export type RenameImportItemInput = {
  /** The item. */
  itemId: string;
  /** The name on the branch. The name in the file undoes the renaming. */
  name: string;
};

/** The new name of a resource. */
export type RenameResourceInput = {
  /** The revision that the change is based on. If the resource has another revision, the change is refused. */
  expectedRevision?: number | null | undefined;
  /** The resource. */
  id: string;
  /** Its new name. */
  name: string;
};

/** What a dependency requires of its target. */
export type Requirement =
  /** The target should exist where the source is imported; if not, there is a warning. */
  | 'ADVISED'
  /** The target is exported together with the source. */
  | 'INCLUDED'
  /** The target must exist where the source is imported; it is never exported with it. */
  | 'REQUIRED';

/** A filter for resources. A resource must match every condition. */
export type ResourceFilter = {
  /** Only resources of these kinds. A kind that this server does not have is an error. */
  kinds?: Array<string> | null | undefined;
  /** Only editable resources, or only references. */
  mode?: ResourceMode | null | undefined;
  /** Only resources that were imported from the project with this key. */
  originProjectKey?: string | null | undefined;
  /** Only resources whose name or title contains this text, case-insensitive. */
  search?: string | null | undefined;
};

/** Whether a resource is editable or a reference. */
export type ResourceMode =
  /** The resource belongs to this project and can be changed. */
  | 'EDITABLE'
  /** The resource belongs to another project and is read-only here. Importing it again updates it. */
  | 'REFERENCE';

/** The order of a list of Resource nodes. A cursor holds only in its order. */
export type ResourceOrder = {
  /** The direction; ASC when absent. */
  direction?: OrderDirection | null | undefined;
  /** What the list is sorted by. */
  field: ResourceOrderField;
};

/** What a list of Resource nodes can be sorted by. */
export type ResourceOrderField =
  /** By the time at which it was created on this branch. */
  | 'CREATED_AT'
  /** By the name of the kind, then by name. */
  | 'KIND'
  /** By name, case-insensitive. */
  | 'NAME'
  /** By the time at which it was last changed. */
  | 'UPDATED_AT';

/** A principal that may read and use a resource. */
export type ResourceReaderInput = {
  /** The user, service account or group. */
  principalId: string;
  /** The tenants that it may use. When absent, all tenants. An empty string means "no tenant". */
  tenants?: Array<string> | null | undefined;
};

/** The revision to restore. */
export type RestoreRevisionInput = {
  /** The resource. */
  id: string;
  /** The number of the revision. */
  revision: number;
};

/** The role to revoke. */
export type RevokeRoleInput = {
  /** The id of the principal, or of one of its tokens. */
  principalId: string;
  /** The project. */
  projectId: string;
};

/** The token to revoke. */
export type RevokeTokenInput = {
  /** The id of the token. */
  id: string;
};

/** The permissions of a principal in a project: VIEWER, EDITOR, MANAGER. Each role includes the roles before it. */
export type Role =
  /** May change, export and import resources. */
  | 'EDITOR'
  /** May grant roles, change settings, and undo imports of others. */
  | 'MANAGER'
  /** May read, and may export if the pack allows it. */
  | 'VIEWER';

/** The schedule to run now. */
export type RunScheduleInput = {
  /** The schedule. */
  id: string;
};

/** The schedule to save. Each task of its runs is reported to the callback. */
export type SaveScheduleInput = {
  /** What it does. */
  action: ScheduleAction;
  /** The branch to export from. */
  branchId: string;
  /** A key of your choice, returned in the callback to identify it. At most 200 characters. */
  callbackKey?: string | null | undefined;
  /** The http or https URL that receives the result by POST when the task has ended. This server must allow its host. */
  callbackUrl?: string | null | undefined;
  /** When it runs, as a cron expression of five fields: minute, hour, day of the month, month, day of the week; for example "30 2 * * *" for every night at half past two. */
  cron: string;
  /** For transfers: a template for imports of the project, if settings other than the defaults are used. */
  importTemplateId?: string | null | undefined;
  /** For transfers: the branch to import into. */
  intoBranchId?: string | null | undefined;
  /** Whether it runs; otherwise it is only kept. */
  isEnabled?: boolean;
  /** Whether an existing schedule of this name is overwritten. When false, an existing name is a problem. */
  isOverwriteAllowed?: boolean;
  /** Its name, unique in the project, case-insensitive. */
  name: string;
  /** The project that it belongs to: that of the exported branch, or of the branch to import into. */
  projectId: string;
  /** The template for exports that says what is exported: one of the project of branchId. */
  templateId: string;
  /** The time zone of the expression, such as Europe/Rome. Defaults to UTC. A time that the change to summer time skips comes due right after it; one that occurs twice comes due once. */
  timeZone?: string | null | undefined;
};

/** The template to save. */
export type SaveTemplateInput = {
  /** Whether the settings are for exports or for imports. */
  direction: TemplateDirection;
  /** Whether an existing template of this name is overwritten. When false, an existing name is a problem. */
  isOverwriteAllowed?: boolean;
  /** Its name, unique per project and direction, case-insensitive. */
  name: string;
  /** The project that it belongs to. */
  projectId: string;
  /** For exports: the fields of StartExportInput, without the branch. For imports: the options of StageImportInput, and also mode, format and importStrategy. */
  settings: JsonObject;
};

/** What a schedule does. */
export type ScheduleAction =
  /** Exports to a file, such as a backup. */
  | 'EXPORT'
  /** Creates the import plan of a transfer, which shows what differs. Nothing is imported. */
  | 'STAGE_TRANSFER'
  /** Creates the import plan of a transfer and executes it, unless somebody has to decide something. */
  | 'TRANSFER';

/** The items to select or deselect. */
export type SelectImportItemsInput = {
  /** Whether the items are imported. Items that depend on a deselected item will use the resource of that name on the branch. */
  isSelected: boolean;
  /** These items. */
  itemIds?: Array<string> | null | undefined;
  /** All items of these kinds. Without itemIds and kinds: all items. */
  kinds?: Array<string> | null | undefined;
  /** The plan. */
  planId: string;
};

/** The binding to set. */
export type SetBindingInput = {
  /** The kind of the resource. */
  kind: string;
  /** Its name in the source project. */
  name: string;
  /** The project. */
  projectId: string;
  /** The source project, by its key or its id. A file from it must have been read into the project. */
  sourceProject: string;
  /** Its name in this project. */
  toName: string;
  /** For a REMAP: the tenant that replaces all tenants. An empty string means "no tenant". */
  toTenant?: string | null | undefined;
  /** For a REMAP: the version that replaces all versions. */
  toVersion?: string | null | undefined;
  /** What the binding does in the next plan. */
  type: BindingType;
};

/** The membership of a principal in a group. */
export type SetGroupMemberInput = {
  /** The group. */
  groupId: string;
  /** True to add the principal, false to remove it. */
  isMember: boolean;
  /** The user or service account. */
  principalId: string;
};

/** How items of a plan are imported. */
export type SetImportModeInput = {
  /** These items. */
  itemIds?: Array<string> | null | undefined;
  /** All items of these kinds. Without itemIds and kinds: all items. */
  kinds?: Array<string> | null | undefined;
  /** Editable copies or read-only references. */
  mode: ImportMode;
  /** The plan. */
  planId: string;
};

/** The options to change. Absent options keep their values. */
export type SetImportOptionsInput = {
  /** Whether copies may update existing resources of the same name, or only create resources. */
  createStrategy?: CreateStrategy | null | undefined;
  /** The container on the branch into which reports and dashboards are imported. An empty string means none. */
  intoCollection?: string | null | undefined;
  /** Whether an update may remove parts that other data depends on, such as fields of a definition, entries of a picklist or data sources of a container, and whether the resources that mirrorKinds names are deleted. */
  isDeletionAllowed?: boolean | null | undefined;
  /** Makes the created resources readable only by the importing user. */
  isPrivate?: boolean | null | undefined;
  /** Adds the missing data sources to the container. Requires the role MANAGER. */
  isScopeExtended?: boolean | null | undefined;
  /** The mapping from fields of the file to fields of the record. Changing the mapping re-reads the file as a task; the plan returns to STAGING, and choices per item and replaced prerequisites are lost. An empty list removes the mapping. */
  mapping?: Array<FieldMappingInput> | null | undefined;
  /** Kinds of which resources that came from the source project of the file earlier, and are no longer in the file, are deleted. An empty list means none. */
  mirrorKinds?: Array<string> | null | undefined;
  /** The plan. */
  planId: string;
  /** Whether an update replaces the whole resource, or only the parts that the file contains. */
  updateStrategy?: UpdateStrategy | null | undefined;
};

/** The pack to enable or disable in a project. */
export type SetPackEnabledInput = {
  /** Whether the pack is enabled. */
  isEnabled: boolean;
  /** The name of the pack. */
  pack: string;
  /** The project. */
  projectId: string;
};

/** The readers to set. */
export type SetResourceReadersInput = {
  /** Only these principals may read and use it; an empty list means nobody. Null means everyone who can see the project. */
  readers?: Array<ResourceReaderInput> | null | undefined;
  /** The resource. */
  resourceId: string;
};

/** The schedule to enable or disable. */
export type SetScheduleEnabledInput = {
  /** The schedule. */
  id: string;
  /** Whether it runs. */
  isEnabled: boolean;
};

/** The superuser rights to set. */
export type SetSuperuserInput = {
  /** Whether the principal has superuser rights, in every project. */
  isSuperuser: boolean;
  /** The user, service account or group. */
  principalId: string;
};

/** The file to import. */
export type StageImportInput = {
  /** The branch to import into. */
  branchId: string;
  /** A key of your choice, returned in the callback to identify it. At most 200 characters. */
  callbackKey?: string | null | undefined;
  /** The http or https URL that receives the result by POST when the task has ended. This server must allow its host. */
  callbackUrl?: string | null | undefined;
  /** The file, uploaded according to the GraphQL multipart request specification. */
  file: Blob;
  /** The name of the format. When absent, the format is detected from the content. */
  format?: string | null | undefined;
  /** A key that makes the request safe to retry: the same key with the same file returns the same plan. */
  idempotencyKey?: string | null | undefined;
  /** The initial mode of the items. Defaults to COPY. */
  mode?: ImportMode | null | undefined;
  /** Options for reading the file. */
  options?: StageImportOptions | null | undefined;
};

/** Options for reading a file and for importing its copies. */
export type StageImportOptions = {
  /** Whether copies may update existing resources of the same name ("Add or Update Records") or only create resources ("Only Add New Records"). Defaults to the value in the file, else to INSERT. */
  createStrategy?: CreateStrategy | null | undefined;
  /** The format of a CSV file. */
  csv?: CsvOptionsInput | null | undefined;
  /** For records of a definition: the external reference code of the definition. */
  definitionErc?: string | null | undefined;
  /** The container on the branch (a collection) into which all reports and dashboards of the file are imported, whatever the file says. Their definitions must be among its data sources. When absent, they are imported outside any container. */
  intoCollection?: string | null | undefined;
  /** Whether an update may remove parts that other data depends on, such as fields of a definition, entries of a picklist or data sources of a container, and whether the resources that mirrorKinds names are deleted. When false, such updates and deletions are blocked. */
  isDeletionAllowed?: boolean | null | undefined;
  /** Makes the created resources readable only by the importing user. Updated resources keep their readers. */
  isPrivate?: boolean | null | undefined;
  /** Adds the missing data sources to the container. Requires that the executing user has the role MANAGER. */
  isScopeExtended?: boolean | null | undefined;
  /** Whether members that the schema of the kind does not list block an item. When false, such members are kept and reported as a warning, because a newer release of the product may have them. */
  isStrict?: boolean | null | undefined;
  /** The kind of the records, if the file does not state it. */
  kind?: string | null | undefined;
  /** The mapping from fields of the file to fields of the record. Fields without a mapping are left out and reported. An empty list means no mapping. */
  mapping?: Array<FieldMappingInput> | null | undefined;
  /** Kinds to mirror: the import also deletes resources of these kinds that came from the source project of the file earlier and are no longer in the file. The plan lists each deletion as an item; they require isDeletionAllowed. What came from elsewhere, or was made here, stays. */
  mirrorKinds?: Array<string> | null | undefined;
  /** The name of the resource, for a file that contains one resource without a name. Defaults to the name of the file. */
  name?: string | null | undefined;
  /** A template of the project. Its settings are used for each option that is absent here, and also for mode, format and the importStrategy of the execution. An option that is null is not taken from the template. */
  templateId?: string | null | undefined;
  /** Whether an update replaces the whole resource ("Overwrite Records") or only the parts that the file contains ("Update Changed Record Fields"). Defaults to the value in the file, else to UPDATE. */
  updateStrategy?: UpdateStrategy | null | undefined;
};

/** What to transfer, and to where. */
export type StageTransferInput = {
  /** A key of your choice, returned in the callback to identify it. At most 200 characters. */
  callbackKey?: string | null | undefined;
  /** The http or https URL that receives the result by POST when the task has ended. This server must allow its host. */
  callbackUrl?: string | null | undefined;
  /** Resources to exclude although others depend on them. They become prerequisites of the plan. */
  excludeIds?: Array<string> | null | undefined;
  /** A key that makes the request safe to retry: the same key with the same input returns the same plan. */
  idempotencyKey?: string | null | undefined;
  /** Whether dependencies of the selection are transferred too. Defaults to true. */
  includeDependencies?: boolean | null | undefined;
  /** The branch to import into. */
  intoBranchId: string;
  /** The initial mode of the items. Defaults to COPY. */
  mode?: ImportMode | null | undefined;
  /** Options for importing. A template is one of the target project; its format is not used, because the server writes the file as a bundle. */
  options?: StageImportOptions | null | undefined;
  /** The resources to transfer, and the branch that they are on. */
  selection: ExportSelectionInput;
  /** A template for exports of the source project. Its selection, conditions, includeDependencies and excludeIds are used where they are absent here. One that is null is not taken from the template. */
  templateId?: string | null | undefined;
};

/** The export to start. */
export type StartExportInput = {
  /** A key of your choice, returned in the callback to identify it. At most 200 characters. */
  callbackKey?: string | null | undefined;
  /** The http or https URL that receives the result by POST when the task has ended. This server must allow its host. */
  callbackUrl?: string | null | undefined;
  /** Resources to exclude although others depend on them. They become prerequisites of the file. */
  excludeIds?: Array<string> | null | undefined;
  /** For records: export only these fields; dots separate nested fields. The fields that identify a record are always exported. */
  fields?: Array<string> | null | undefined;
  /** The format of the file. Defaults to JSON. */
  format?: ExportFormat | null | undefined;
  /** Whether dependencies of the selection are exported too. Defaults to true for bundles and false for records. */
  includeDependencies?: boolean | null | undefined;
  /** For records: write a ZIP archive with one file per kind, and for entries one file per definition. */
  isArchive?: boolean | null | undefined;
  /** Restricts the selection to resources that match all conditions. Their dependencies are exported regardless of the conditions. */
  recordFilter?: Array<RecordConditionInput> | null | undefined;
  /** The resources to export. */
  selection: ExportSelectionInput;
  /** A template of the project. Its settings are used for each option that is absent here. An option that is null is not taken from the template. */
  templateId?: string | null | undefined;
};

/** A filter for tasks. A task must match every condition. */
export type TaskFilter = {
  /** Only tasks of this branch. */
  branchId?: string | null | undefined;
  /** Only tasks that are undone, or only others: see Task.isUndone. */
  isUndone?: boolean | null | undefined;
  /** Only tasks whose file, or the user who started them, has this text in its name, case-insensitive. The file of a plan counts for all tasks of the plan. */
  search?: string | null | undefined;
  /** Only tasks in these states. */
  statuses?: Array<TaskStatus> | null | undefined;
  /** Only tasks of these types. */
  types?: Array<TaskType> | null | undefined;
};

/** The state of a task. */
export type TaskStatus =
  /** The task was cancelled and changed nothing. */
  | 'CANCELLED'
  /** The task succeeded. */
  | 'COMPLETED'
  /** The task succeeded for some items; the error report lists the failed ones. */
  | 'COMPLETED_WITH_ERRORS'
  /** The task failed and changed nothing; errorMessage gives the reason. */
  | 'FAILED'
  /** The task is waiting to start. */
  | 'QUEUED'
  /** The task is running. */
  | 'RUNNING';

/** The type of a task. */
export type TaskType =
  /** Executes an import plan. */
  | 'EXECUTE_IMPORT'
  /** Exports a selection to a file. */
  | 'EXPORT'
  /** Reads a file, which was uploaded or is transferred from another branch, and creates its import plan. */
  | 'STAGE_IMPORT'
  /** Undoes an import. */
  | 'UNDO_IMPORT';

/** Whether a template is for exports or for imports. */
export type TemplateDirection =
  /** For exports. */
  | 'EXPORT'
  /** For imports. */
  | 'IMPORT';

/** The import, or the undo of an import, to undo. */
export type UndoImportInput = {
  /** A key of your choice, returned in the callback to identify it. At most 200 characters. */
  callbackKey?: string | null | undefined;
  /** The http or https URL that receives the result by POST when the task has ended. This server must allow its host. */
  callbackUrl?: string | null | undefined;
  /** Undo the import even if resources were changed since. Those changes are lost. */
  force?: boolean | null | undefined;
  /** The task that executed the import, or that undid it. */
  taskId: string;
};

/** New settings of a project; what is absent stays as it is. */
export type UpdateProjectInput = {
  /** Its capabilities, replacing the present ones. */
  capabilities?: Array<Capability> | null | undefined;
  /** What it is for; null removes it. */
  description?: string | null | undefined;
  /** The project. */
  id: string;
  /** Its display name. */
  name?: string | null | undefined;
};

/** The new content of a resource. */
export type UpdateResourceInput = {
  /** The revision that the change is based on. If the resource has another revision, the change is refused. */
  expectedRevision?: number | null | undefined;
  /** The resource. */
  id: string;
  /** The complete new spec. */
  spec: JsonObject;
  /** The new title. When absent, the title is kept; null removes it. It is ignored if the spec contains a title. */
  title?: string | null | undefined;
};

/** How an update changes an existing resource. */
export type UpdateStrategy =
  /** "Update Changed Record Fields": only the parts that the file contains are changed. */
  | 'PARTIAL_UPDATE'
  /** "Overwrite Records": the whole resource is replaced. */
  | 'UPDATE';

export type PrincipalLineFragment = {
  id: string;
  name: string;
  type: PrincipalType;
  isSuperuser: boolean;
  createdAt: string;
};

export type PrincipalListQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: PrincipalFilter | null | undefined;
}>;

export type PrincipalListQuery = {
  principals: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    nodes: Array<{ id: string; name: string; type: PrincipalType; isSuperuser: boolean; createdAt: string }>;
  };
};

export type OpenPrincipalFragment = {
  id: string;
  name: string;
  type: PrincipalType;
  isSuperuser: boolean;
  createdAt: string;
  memberships: { totalCount: number; nodes: Array<{ role: Role; project: { id: string; key: string } }> };
  members: {
    totalCount: number;
    nodes: Array<{ id: string; name: string; type: PrincipalType; isSuperuser: boolean; createdAt: string }>;
  };
};

export type PrincipalDetailQueryVariables = Exact<{
  id: string;
}>;

export type PrincipalDetailQuery = {
  node:
    | {
        id: string;
        name: string;
        type: PrincipalType;
        isSuperuser: boolean;
        createdAt: string;
        memberships: { totalCount: number; nodes: Array<{ role: Role; project: { id: string; key: string } }> };
        members: {
          totalCount: number;
          nodes: Array<{ id: string; name: string; type: PrincipalType; isSuperuser: boolean; createdAt: string }>;
        };
      }
    | Record<PropertyKey, never>
    | null;
};

export type TokenLineFragment = {
  id: string;
  name: string;
  isSuperuser: boolean;
  createdAt: string;
  expiresAt: string | null;
  revokedAt: string | null;
  principal: { id: string; name: string; type: PrincipalType };
};

export type TokenListQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  principalId?: string | null | undefined;
}>;

export type TokenListQuery = {
  tokens: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    nodes: Array<{
      id: string;
      name: string;
      isSuperuser: boolean;
      createdAt: string;
      expiresAt: string | null;
      revokedAt: string | null;
      principal: { id: string; name: string; type: PrincipalType };
    }>;
  } | null;
};

export type CreateTokenMutationVariables = Exact<{
  input: CreateTokenInput;
}>;

export type CreateTokenMutation = {
  createToken: {
    secret: string | null;
    token: {
      id: string;
      name: string;
      isSuperuser: boolean;
      createdAt: string;
      expiresAt: string | null;
      revokedAt: string | null;
      principal: { id: string; name: string; type: PrincipalType };
    } | null;
    problems: Array<
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
    >;
  };
};

export type RevokeTokenMutationVariables = Exact<{
  input: RevokeTokenInput;
}>;

export type RevokeTokenMutation = {
  revokeToken: {
    revokedId: string | null;
    problems: Array<
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
    >;
  };
};

export type CreateGroupMutationVariables = Exact<{
  input: CreateGroupInput;
}>;

export type CreateGroupMutation = {
  createGroup: {
    principal: { id: string; name: string; type: PrincipalType; isSuperuser: boolean; createdAt: string } | null;
    problems: Array<
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
    >;
  };
};

export type SetGroupMemberMutationVariables = Exact<{
  input: SetGroupMemberInput;
}>;

export type SetGroupMemberMutation = {
  setGroupMember: {
    principal: { id: string } | null;
    problems: Array<
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
    >;
  };
};

export type SetSuperuserMutationVariables = Exact<{
  input: SetSuperuserInput;
}>;

export type SetSuperuserMutation = {
  setSuperuser: {
    principal: { id: string; name: string; type: PrincipalType; isSuperuser: boolean; createdAt: string } | null;
    problems: Array<
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
    >;
  };
};

type ProblemFields_FileProblem_Fragment = {
  code: ProblemCode;
  severity: ProblemSeverity;
  message: string;
  fix: string | null;
  path: Array<string>;
};

type ProblemFields_IncompleteFileProblem_Fragment = {
  code: ProblemCode;
  severity: ProblemSeverity;
  message: string;
  fix: string | null;
  path: Array<string>;
};

type ProblemFields_InputProblem_Fragment = {
  code: ProblemCode;
  severity: ProblemSeverity;
  message: string;
  fix: string | null;
  path: Array<string>;
};

type ProblemFields_ResourceProblem_Fragment = {
  code: ProblemCode;
  severity: ProblemSeverity;
  message: string;
  fix: string | null;
  path: Array<string>;
};

type ProblemFields_SchemaVersionProblem_Fragment = {
  code: ProblemCode;
  severity: ProblemSeverity;
  message: string;
  fix: string | null;
  path: Array<string>;
};

export type ProblemFieldsFragment =
  | ProblemFields_FileProblem_Fragment
  | ProblemFields_IncompleteFileProblem_Fragment
  | ProblemFields_InputProblem_Fragment
  | ProblemFields_ResourceProblem_Fragment
  | ProblemFields_SchemaVersionProblem_Fragment;

export type AuditRowFragment = {
  id: string;
  at: string;
  action: AuditAction;
  outcome: AuditOutcome;
  detail: JsonObject;
  subjectId: string | null;
  principal: { id: string | null; name: string };
  project: { id: string; key: string } | null;
};

export type AuditListQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: AuditFilter | null | undefined;
}>;

export type AuditListQuery = {
  auditEvents: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    nodes: Array<{
      id: string;
      at: string;
      action: AuditAction;
      outcome: AuditOutcome;
      detail: JsonObject;
      subjectId: string | null;
      principal: { id: string | null; name: string };
      project: { id: string; key: string } | null;
    }>;
  } | null;
};

export type AuditChoicesQueryVariables = Exact<{
  who: string;
  isWho: boolean;
  project: string;
  isProject: boolean;
}>;

export type AuditChoicesQuery = {
  who?:
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { name: string; id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | null;
  project?:
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { key: string; id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | null;
};

export type DatabaseCheckQueryVariables = Exact<{ [key: string]: never }>;

export type DatabaseCheckQuery = {
  verifyDatabase: {
    isSound: boolean;
    contentCount: number;
    fileCount: number;
    problems: Array<
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
    >;
  };
};

export type ExportChoiceFragment = {
  id: string;
  name: string;
  title: string | null;
  mode: ResourceMode;
  kind: { name: string; title: string; pluralTitle: string };
};

export type ExportChoicesQueryVariables = Exact<{
  branchId: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: ResourceFilter | null | undefined;
  orderBy?: ResourceOrder | null | undefined;
}>;

export type ExportChoicesQuery = {
  resources: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    nodes: Array<{
      id: string;
      name: string;
      title: string | null;
      mode: ResourceMode;
      kind: { name: string; title: string; pluralTitle: string };
    }>;
  } | null;
};

export type ExportKindsQueryVariables = Exact<{
  projectKey: string;
  branchName: string;
}>;

export type ExportKindsQuery = {
  branch: {
    id: string;
    kindCounts: Array<{
      count: number;
      kind: { name: string; title: string; pluralTitle: string; pack: string; isExportable: boolean };
    }>;
  } | null;
};

export type ExportCompanionFragment = {
  resource: { id: string; name: string; kind: { name: string; title: string } };
  reason: Array<{ id: string; name: string }>;
};

export type ExportSummaryQueryVariables = Exact<{
  input: StartExportInput;
  search?: string | null | undefined;
  first?: number | null | undefined;
}>;

export type ExportSummaryQuery = {
  exportPreview: {
    sizeBytes: number;
    requirementCount: number;
    unresolvedCount: number;
    cycleCount: number;
    selected: { totalCount: number };
    toConfirm: {
      totalCount: number;
      nodes: Array<{
        resource: { id: string; name: string; kind: { name: string; title: string } };
        reason: Array<{ id: string; name: string }>;
      }>;
    };
    silent: {
      totalCount: number;
      nodes: Array<{
        resource: { id: string; name: string; kind: { name: string; title: string } };
        reason: Array<{ id: string; name: string }>;
      }>;
    };
    byKind: Array<{ count: number; kind: { name: string; title: string; pluralTitle: string } }>;
    requirements: Array<{
      targetName: string;
      targetKinds: Array<string>;
      requirement: Requirement;
      isPresent: boolean;
      isBuiltIn: boolean;
      isExternal: boolean;
      severityIfMissing: ProblemSeverity | null;
      requiredByCount: number;
      requiredBy: Array<{ id: string; name: string }>;
    }>;
    unresolved: Array<{
      at: string;
      targetName: string;
      severityIfMissing: ProblemSeverity | null;
      source: { id: string; name: string };
    }>;
    problems: Array<
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
    >;
  } | null;
};

export type ExportSelectedQueryVariables = Exact<{
  input: StartExportInput;
  first?: number | null | undefined;
}>;

export type ExportSelectedQuery = {
  exportPreview: {
    items: { totalCount: number; nodes: Array<{ resource: { id: string } }> };
    inFile: { totalCount: number; nodes: Array<{ resource: { id: string } }> };
  } | null;
};

export type ReasonPlacesQueryVariables = Exact<{
  branchId: string;
  rootIds: Array<string> | string;
}>;

export type ReasonPlacesQuery = {
  dependencyGraph: {
    nodes: Array<{ id: string; name: string; kind: { name: string; title: string } }>;
    edges: Array<{ at: string; sourceId: string; targetId: string }>;
  } | null;
};

export type ExportTaskFragment = {
  id: string;
  status: TaskStatus;
  processedCount: number;
  totalCount: number | null;
  itemsPerSecond: number | null;
  startedAt: string | null;
  endedAt: string | null;
  errorMessage: string | null;
  files: Array<{ purpose: FilePurpose; name: string; sizeBytes: number; sha256: string | null; url: string | null }>;
};

export type ExportTaskStateQueryVariables = Exact<{
  id: string;
}>;

export type ExportTaskStateQuery = {
  task: {
    id: string;
    status: TaskStatus;
    processedCount: number;
    totalCount: number | null;
    itemsPerSecond: number | null;
    startedAt: string | null;
    endedAt: string | null;
    errorMessage: string | null;
    files: Array<{ purpose: FilePurpose; name: string; sizeBytes: number; sha256: string | null; url: string | null }>;
  } | null;
};

export type ExportTaskProgressSubscriptionVariables = Exact<{
  id: string;
}>;

export type ExportTaskProgressSubscription = {
  taskProgress: {
    id: string;
    status: TaskStatus;
    processedCount: number;
    totalCount: number | null;
    itemsPerSecond: number | null;
    startedAt: string | null;
    endedAt: string | null;
    errorMessage: string | null;
    files: Array<{ purpose: FilePurpose; name: string; sizeBytes: number; sha256: string | null; url: string | null }>;
  };
};

export type StartExportMutationVariables = Exact<{
  input: StartExportInput;
}>;

export type StartExportMutation = {
  startExport: {
    task: { id: string } | null;
    problems: Array<
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
    >;
  };
};

export type CancelExportMutationVariables = Exact<{
  input: CancelTaskInput;
}>;

export type CancelExportMutation = {
  cancelTask: {
    task: { id: string } | null;
    problems: Array<
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
    >;
  };
};

export type StartTransferMutationVariables = Exact<{
  input: StageTransferInput;
}>;

export type StartTransferMutation = {
  stageTransfer: {
    plan: { id: string } | null;
    problems: Array<
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
    >;
  };
};

export type TransferBranchesQueryVariables = Exact<{
  key: string;
}>;

export type TransferBranchesQuery = {
  project: { id: string; branches: Array<{ id: string; name: string; isDefault: boolean }> } | null;
};

export type ExportTemplatesQueryVariables = Exact<{
  projectId: string;
}>;

export type ExportTemplatesQuery = {
  templates: { nodes: Array<{ id: string; name: string; settings: JsonObject }> } | null;
};

export type RecordFieldsQueryVariables = Exact<{
  branchId: string;
  kind: string;
  definitionErc?: string | null | undefined;
}>;

export type RecordFieldsQuery = {
  exportFields: Array<{ name: string; title: string; type: string; isRequired: boolean }> | null;
};

export type GraphResourceFragment = {
  id: string;
  name: string;
  mode: ResourceMode;
  kind: { name: string; title: string; pluralTitle: string };
};

export type GraphQueryVariables = Exact<{
  branchId: string;
  rootIds: Array<string> | string;
  direction: GraphDirection;
  maxNodes?: number | null | undefined;
}>;

export type GraphQuery = {
  dependencyGraph: {
    nodeCount: number;
    edgeCount: number;
    isTruncated: boolean;
    nodes: Array<{
      id: string;
      name: string;
      mode: ResourceMode;
      kind: { name: string; title: string; pluralTitle: string };
    }>;
    edges: Array<{ sourceId: string; targetId: string; requirement: Requirement }>;
    unresolved: Array<{
      targetName: string;
      requirement: Requirement;
      severityIfMissing: ProblemSeverity | null;
      source: { id: string };
    }>;
    cycles: Array<{ nodes: Array<{ id: string }> }>;
  } | null;
};

export type GraphRootsQueryVariables = Exact<{
  branchId: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: ResourceFilter | null | undefined;
}>;

export type GraphRootsQuery = {
  resources: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    nodes: Array<{
      id: string;
      name: string;
      mode: ResourceMode;
      kind: { name: string; title: string; pluralTitle: string };
    }>;
  } | null;
};

export type PlanCountsFragment = {
  total: number;
  selected: number;
  create: number;
  update: number;
  referenceUpdate: number;
  unchanged: number;
  delete: number;
  collision: number;
  skipped: number;
  blocked: number;
};

export type PlanTaskFragment = {
  id: string;
  type: TaskType;
  status: TaskStatus;
  stage: string | null;
  processedCount: number;
  totalCount: number | null;
  itemsPerSecond: number | null;
  createdCount: number;
  updatedCount: number;
  unchangedCount: number;
  skippedCount: number;
  failedCount: number;
  deletedCount: number;
  errorMessage: string | null;
  startedAt: string | null;
  endedAt: string | null;
  createdBy: { id: string | null; name: string } | null;
  files: Array<{ purpose: FilePurpose; name: string; sizeBytes: number; url: string | null }>;
};

type PlanProblem_FileProblem_Fragment = {
  line: number | null;
  kind: string | null;
  name: string | null;
  originalCode: string | null;
  code: ProblemCode;
  severity: ProblemSeverity;
  message: string;
  fix: string | null;
  path: Array<string>;
};

type PlanProblem_IncompleteFileProblem_Fragment = {
  line: number | null;
  kind: string | null;
  name: string | null;
  originalCode: string | null;
  code: ProblemCode;
  severity: ProblemSeverity;
  message: string;
  fix: string | null;
  path: Array<string>;
  missing: Array<{ missingId: string; requiredBy: Array<string> }>;
};

type PlanProblem_InputProblem_Fragment = {
  originalCode: string | null;
  code: ProblemCode;
  severity: ProblemSeverity;
  message: string;
  fix: string | null;
  path: Array<string>;
};

type PlanProblem_ResourceProblem_Fragment = {
  kind: string | null;
  name: string | null;
  resourceId: string | null;
  originalCode: string | null;
  code: ProblemCode;
  severity: ProblemSeverity;
  message: string;
  fix: string | null;
  path: Array<string>;
};

type PlanProblem_SchemaVersionProblem_Fragment = {
  line: number | null;
  kind: string | null;
  name: string | null;
  originalCode: string | null;
  code: ProblemCode;
  severity: ProblemSeverity;
  message: string;
  fix: string | null;
  path: Array<string>;
  mismatchingIndices: Array<{ indexName: string; sourceIndexVersion: number; targetIndexVersion: number }>;
};

export type PlanProblemFragment =
  | PlanProblem_FileProblem_Fragment
  | PlanProblem_IncompleteFileProblem_Fragment
  | PlanProblem_InputProblem_Fragment
  | PlanProblem_ResourceProblem_Fragment
  | PlanProblem_SchemaVersionProblem_Fragment;

export type PlanFragment = {
  id: string;
  status: ImportPlanStatus;
  format: string | null;
  fileName: string | null;
  isExecutable: boolean;
  isCurrent: boolean;
  settings: JsonObject;
  createdAt: string;
  updatedAt: string;
  createdBy: { name: string } | null;
  branch: { id: string };
  source: {
    branch: string | null;
    exportedAt: string | null;
    exportedBy: string | null;
    project: { key: string; name: string } | null;
    instance: { name: string } | null;
  } | null;
  counts: {
    total: number;
    selected: number;
    create: number;
    update: number;
    referenceUpdate: number;
    unchanged: number;
    delete: number;
    collision: number;
    skipped: number;
    blocked: number;
  };
  kindCounts: Array<{
    kind: {
      name: string;
      title: string;
      pluralTitle: string;
      pack: string;
      isReferenceAllowed: boolean;
      requiredCapability: Capability | null;
    };
    counts: {
      total: number;
      selected: number;
      create: number;
      update: number;
      referenceUpdate: number;
      unchanged: number;
      delete: number;
      collision: number;
      skipped: number;
      blocked: number;
    };
  }>;
  problems: Array<
    | {
        line: number | null;
        kind: string | null;
        name: string | null;
        originalCode: string | null;
        code: ProblemCode;
        severity: ProblemSeverity;
        message: string;
        fix: string | null;
        path: Array<string>;
      }
    | {
        line: number | null;
        kind: string | null;
        name: string | null;
        originalCode: string | null;
        code: ProblemCode;
        severity: ProblemSeverity;
        message: string;
        fix: string | null;
        path: Array<string>;
        missing: Array<{ missingId: string; requiredBy: Array<string> }>;
      }
    | {
        originalCode: string | null;
        code: ProblemCode;
        severity: ProblemSeverity;
        message: string;
        fix: string | null;
        path: Array<string>;
      }
    | {
        kind: string | null;
        name: string | null;
        resourceId: string | null;
        originalCode: string | null;
        code: ProblemCode;
        severity: ProblemSeverity;
        message: string;
        fix: string | null;
        path: Array<string>;
      }
    | {
        line: number | null;
        kind: string | null;
        name: string | null;
        originalCode: string | null;
        code: ProblemCode;
        severity: ProblemSeverity;
        message: string;
        fix: string | null;
        path: Array<string>;
        mismatchingIndices: Array<{ indexName: string; sourceIndexVersion: number; targetIndexVersion: number }>;
      }
  >;
  task: {
    id: string;
    type: TaskType;
    status: TaskStatus;
    stage: string | null;
    processedCount: number;
    totalCount: number | null;
    itemsPerSecond: number | null;
    createdCount: number;
    updatedCount: number;
    unchangedCount: number;
    skippedCount: number;
    failedCount: number;
    deletedCount: number;
    errorMessage: string | null;
    startedAt: string | null;
    endedAt: string | null;
    createdBy: { id: string | null; name: string } | null;
    files: Array<{ purpose: FilePurpose; name: string; sizeBytes: number; url: string | null }>;
  };
  executeTask: {
    isUndone: boolean;
    id: string;
    type: TaskType;
    status: TaskStatus;
    stage: string | null;
    processedCount: number;
    totalCount: number | null;
    itemsPerSecond: number | null;
    createdCount: number;
    updatedCount: number;
    unchangedCount: number;
    skippedCount: number;
    failedCount: number;
    deletedCount: number;
    errorMessage: string | null;
    startedAt: string | null;
    endedAt: string | null;
    lastUndo: {
      id: string;
      type: TaskType;
      status: TaskStatus;
      stage: string | null;
      processedCount: number;
      totalCount: number | null;
      itemsPerSecond: number | null;
      createdCount: number;
      updatedCount: number;
      unchangedCount: number;
      skippedCount: number;
      failedCount: number;
      deletedCount: number;
      errorMessage: string | null;
      startedAt: string | null;
      endedAt: string | null;
      createdBy: { id: string | null; name: string } | null;
      files: Array<{ purpose: FilePurpose; name: string; sizeBytes: number; url: string | null }>;
    } | null;
    createdBy: { id: string | null; name: string } | null;
    files: Array<{ purpose: FilePurpose; name: string; sizeBytes: number; url: string | null }>;
  } | null;
};

export type ImportPlanQueryVariables = Exact<{
  id: string;
}>;

export type ImportPlanQuery = {
  importPlan: {
    id: string;
    status: ImportPlanStatus;
    format: string | null;
    fileName: string | null;
    isExecutable: boolean;
    isCurrent: boolean;
    settings: JsonObject;
    createdAt: string;
    updatedAt: string;
    sourceFields: Array<{ name: string }>;
    createdBy: { name: string } | null;
    branch: { id: string };
    source: {
      branch: string | null;
      exportedAt: string | null;
      exportedBy: string | null;
      project: { key: string; name: string } | null;
      instance: { name: string } | null;
    } | null;
    counts: {
      total: number;
      selected: number;
      create: number;
      update: number;
      referenceUpdate: number;
      unchanged: number;
      delete: number;
      collision: number;
      skipped: number;
      blocked: number;
    };
    kindCounts: Array<{
      kind: {
        name: string;
        title: string;
        pluralTitle: string;
        pack: string;
        isReferenceAllowed: boolean;
        requiredCapability: Capability | null;
      };
      counts: {
        total: number;
        selected: number;
        create: number;
        update: number;
        referenceUpdate: number;
        unchanged: number;
        delete: number;
        collision: number;
        skipped: number;
        blocked: number;
      };
    }>;
    problems: Array<
      | {
          line: number | null;
          kind: string | null;
          name: string | null;
          originalCode: string | null;
          code: ProblemCode;
          severity: ProblemSeverity;
          message: string;
          fix: string | null;
          path: Array<string>;
        }
      | {
          line: number | null;
          kind: string | null;
          name: string | null;
          originalCode: string | null;
          code: ProblemCode;
          severity: ProblemSeverity;
          message: string;
          fix: string | null;
          path: Array<string>;
          missing: Array<{ missingId: string; requiredBy: Array<string> }>;
        }
      | {
          originalCode: string | null;
          code: ProblemCode;
          severity: ProblemSeverity;
          message: string;
          fix: string | null;
          path: Array<string>;
        }
      | {
          kind: string | null;
          name: string | null;
          resourceId: string | null;
          originalCode: string | null;
          code: ProblemCode;
          severity: ProblemSeverity;
          message: string;
          fix: string | null;
          path: Array<string>;
        }
      | {
          line: number | null;
          kind: string | null;
          name: string | null;
          originalCode: string | null;
          code: ProblemCode;
          severity: ProblemSeverity;
          message: string;
          fix: string | null;
          path: Array<string>;
          mismatchingIndices: Array<{ indexName: string; sourceIndexVersion: number; targetIndexVersion: number }>;
        }
    >;
    task: {
      id: string;
      type: TaskType;
      status: TaskStatus;
      stage: string | null;
      processedCount: number;
      totalCount: number | null;
      itemsPerSecond: number | null;
      createdCount: number;
      updatedCount: number;
      unchangedCount: number;
      skippedCount: number;
      failedCount: number;
      deletedCount: number;
      errorMessage: string | null;
      startedAt: string | null;
      endedAt: string | null;
      createdBy: { id: string | null; name: string } | null;
      files: Array<{ purpose: FilePurpose; name: string; sizeBytes: number; url: string | null }>;
    };
    executeTask: {
      isUndone: boolean;
      id: string;
      type: TaskType;
      status: TaskStatus;
      stage: string | null;
      processedCount: number;
      totalCount: number | null;
      itemsPerSecond: number | null;
      createdCount: number;
      updatedCount: number;
      unchangedCount: number;
      skippedCount: number;
      failedCount: number;
      deletedCount: number;
      errorMessage: string | null;
      startedAt: string | null;
      endedAt: string | null;
      lastUndo: {
        id: string;
        type: TaskType;
        status: TaskStatus;
        stage: string | null;
        processedCount: number;
        totalCount: number | null;
        itemsPerSecond: number | null;
        createdCount: number;
        updatedCount: number;
        unchangedCount: number;
        skippedCount: number;
        failedCount: number;
        deletedCount: number;
        errorMessage: string | null;
        startedAt: string | null;
        endedAt: string | null;
        createdBy: { id: string | null; name: string } | null;
        files: Array<{ purpose: FilePurpose; name: string; sizeBytes: number; url: string | null }>;
      } | null;
      createdBy: { id: string | null; name: string } | null;
      files: Array<{ purpose: FilePurpose; name: string; sizeBytes: number; url: string | null }>;
    } | null;
  } | null;
};

export type PlanVersionQueryVariables = Exact<{
  id: string;
}>;

export type PlanVersionQuery = {
  importPlan: {
    id: string;
    status: ImportPlanStatus;
    updatedAt: string;
    isCurrent: boolean;
    task: { id: string; status: TaskStatus };
  } | null;
};

export type PlanItemFragment = {
  id: string;
  action: ImportAction;
  name: string;
  newName: string | null;
  isNameRemembered: boolean;
  title: string | null;
  mode: ImportMode;
  isSelected: boolean;
  isDeletion: boolean;
  canRename: boolean;
  line: number;
  diffCount: number;
  kind: {
    name: string;
    title: string;
    namespace: string;
    isReferenceAllowed: boolean;
    requiredCapability: Capability | null;
  };
  problems: Array<
    | {
        line: number | null;
        kind: string | null;
        name: string | null;
        originalCode: string | null;
        code: ProblemCode;
        severity: ProblemSeverity;
        message: string;
        fix: string | null;
        path: Array<string>;
      }
    | {
        line: number | null;
        kind: string | null;
        name: string | null;
        originalCode: string | null;
        code: ProblemCode;
        severity: ProblemSeverity;
        message: string;
        fix: string | null;
        path: Array<string>;
        missing: Array<{ missingId: string; requiredBy: Array<string> }>;
      }
    | {
        originalCode: string | null;
        code: ProblemCode;
        severity: ProblemSeverity;
        message: string;
        fix: string | null;
        path: Array<string>;
      }
    | {
        kind: string | null;
        name: string | null;
        resourceId: string | null;
        originalCode: string | null;
        code: ProblemCode;
        severity: ProblemSeverity;
        message: string;
        fix: string | null;
        path: Array<string>;
      }
    | {
        line: number | null;
        kind: string | null;
        name: string | null;
        originalCode: string | null;
        code: ProblemCode;
        severity: ProblemSeverity;
        message: string;
        fix: string | null;
        path: Array<string>;
        mismatchingIndices: Array<{ indexName: string; sourceIndexVersion: number; targetIndexVersion: number }>;
      }
  >;
  existing: {
    id: string;
    name: string;
    mode: ResourceMode;
    revision: number;
    kind: { name: string };
    origin: { exportedAt: string | null } | null;
  } | null;
  resource: { id: string } | null;
};

export type PlanItemsQueryVariables = Exact<{
  id: string;
  filter?: ImportItemFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;

export type PlanItemsQuery = {
  importPlan: {
    id: string;
    items: {
      totalCount: number;
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
      nodes: Array<{
        id: string;
        action: ImportAction;
        name: string;
        newName: string | null;
        isNameRemembered: boolean;
        title: string | null;
        mode: ImportMode;
        isSelected: boolean;
        isDeletion: boolean;
        canRename: boolean;
        line: number;
        diffCount: number;
        kind: {
          name: string;
          title: string;
          namespace: string;
          isReferenceAllowed: boolean;
          requiredCapability: Capability | null;
        };
        problems: Array<
          | {
              line: number | null;
              kind: string | null;
              name: string | null;
              originalCode: string | null;
              code: ProblemCode;
              severity: ProblemSeverity;
              message: string;
              fix: string | null;
              path: Array<string>;
            }
          | {
              line: number | null;
              kind: string | null;
              name: string | null;
              originalCode: string | null;
              code: ProblemCode;
              severity: ProblemSeverity;
              message: string;
              fix: string | null;
              path: Array<string>;
              missing: Array<{ missingId: string; requiredBy: Array<string> }>;
            }
          | {
              originalCode: string | null;
              code: ProblemCode;
              severity: ProblemSeverity;
              message: string;
              fix: string | null;
              path: Array<string>;
            }
          | {
              kind: string | null;
              name: string | null;
              resourceId: string | null;
              originalCode: string | null;
              code: ProblemCode;
              severity: ProblemSeverity;
              message: string;
              fix: string | null;
              path: Array<string>;
            }
          | {
              line: number | null;
              kind: string | null;
              name: string | null;
              originalCode: string | null;
              code: ProblemCode;
              severity: ProblemSeverity;
              message: string;
              fix: string | null;
              path: Array<string>;
              mismatchingIndices: Array<{ indexName: string; sourceIndexVersion: number; targetIndexVersion: number }>;
            }
        >;
        existing: {
          id: string;
          name: string;
          mode: ResourceMode;
          revision: number;
          kind: { name: string };
          origin: { exportedAt: string | null } | null;
        } | null;
        resource: { id: string } | null;
      }>;
    };
  } | null;
};

export type PlanItemDetailQueryVariables = Exact<{
  id: string;
}>;

export type PlanItemDetailQuery = {
  node:
    | {
        id: string;
        action: ImportAction;
        name: string;
        newName: string | null;
        isNameRemembered: boolean;
        title: string | null;
        mode: ImportMode;
        isSelected: boolean;
        isDeletion: boolean;
        canRename: boolean;
        line: number;
        diffCount: number;
        kind: {
          name: string;
          title: string;
          namespace: string;
          isReferenceAllowed: boolean;
          requiredCapability: Capability | null;
        };
        problems: Array<
          | {
              line: number | null;
              kind: string | null;
              name: string | null;
              originalCode: string | null;
              code: ProblemCode;
              severity: ProblemSeverity;
              message: string;
              fix: string | null;
              path: Array<string>;
            }
          | {
              line: number | null;
              kind: string | null;
              name: string | null;
              originalCode: string | null;
              code: ProblemCode;
              severity: ProblemSeverity;
              message: string;
              fix: string | null;
              path: Array<string>;
              missing: Array<{ missingId: string; requiredBy: Array<string> }>;
            }
          | {
              originalCode: string | null;
              code: ProblemCode;
              severity: ProblemSeverity;
              message: string;
              fix: string | null;
              path: Array<string>;
            }
          | {
              kind: string | null;
              name: string | null;
              resourceId: string | null;
              originalCode: string | null;
              code: ProblemCode;
              severity: ProblemSeverity;
              message: string;
              fix: string | null;
              path: Array<string>;
            }
          | {
              line: number | null;
              kind: string | null;
              name: string | null;
              originalCode: string | null;
              code: ProblemCode;
              severity: ProblemSeverity;
              message: string;
              fix: string | null;
              path: Array<string>;
              mismatchingIndices: Array<{ indexName: string; sourceIndexVersion: number; targetIndexVersion: number }>;
            }
        >;
        existing: {
          id: string;
          name: string;
          mode: ResourceMode;
          revision: number;
          kind: { name: string };
          origin: { exportedAt: string | null } | null;
        } | null;
        resource: { id: string } | null;
      }
    | Record<PropertyKey, never>
    | null;
};

export type PlanGraphItemFragment = {
  id: string;
  name: string;
  newName: string | null;
  action: ImportAction;
  mode: ImportMode;
  kind: { name: string; title: string; pluralTitle: string };
};

export type PlanGraphQueryVariables = Exact<{
  id: string;
  maxNodes?: number | null | undefined;
  kinds?: Array<string> | string | null | undefined;
  actions?: Array<ImportAction> | ImportAction | null | undefined;
  search?: string | null | undefined;
}>;

export type PlanGraphQuery = {
  importPlan: {
    id: string;
    graph: {
      nodeCount: number;
      edgeCount: number;
      missingCount: number;
      nodes: Array<{
        id: string;
        name: string;
        newName: string | null;
        action: ImportAction;
        mode: ImportMode;
        kind: { name: string; title: string; pluralTitle: string };
      }>;
      resources: Array<{
        id: string;
        name: string;
        mode: ResourceMode;
        kind: { name: string; title: string; pluralTitle: string };
      }>;
      edges: Array<{ sourceId: string; targetId: string; requirement: Requirement; isMet: boolean }>;
      missing: Array<{
        sourceId: string;
        targetName: string;
        requirement: Requirement;
        severityIfMissing: ProblemSeverity | null;
      }>;
      cycles: Array<{ itemIds: Array<string> }>;
      kindEdges: Array<{
        isInFile: boolean;
        count: number;
        source: { name: string; title: string; pluralTitle: string };
        target: { name: string; title: string; pluralTitle: string } | null;
      }>;
    };
  } | null;
};

export type PlanItemIdsQueryVariables = Exact<{
  id: string;
  filter?: ImportItemFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;

export type PlanItemIdsQuery = {
  importPlan: {
    id: string;
    items: {
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
      nodes: Array<{
        id: string;
        kind: { name: string; title: string; isReferenceAllowed: boolean; requiredCapability: Capability | null };
      }>;
    };
  } | null;
};

export type ItemDifferencesQueryVariables = Exact<{
  id: string;
}>;

export type ItemDifferencesQuery = {
  node:
    | {
        id: string;
        diffCount: number;
        diff: Array<{
          path: string;
          before: JsonValue | null;
          after: JsonValue | null;
          isAdded: boolean;
          isRemoved: boolean;
        }>;
        existing: { id: string; revision: number; spec: JsonObject } | null;
      }
    | Record<PropertyKey, never>
    | null;
};

export type ItemSpecQueryVariables = Exact<{
  id: string;
}>;

export type ItemSpecQuery = {
  node: { id: string; spec: JsonObject | null; newSpec: JsonObject | null } | Record<PropertyKey, never> | null;
};

export type PlanPrerequisitesQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;

export type PlanPrerequisitesQuery = {
  importPlan: {
    id: string;
    prerequisites: {
      totalCount: number;
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
      nodes: Array<{
        name: string;
        toName: string | null;
        isRemembered: boolean;
        toVersion: string | null;
        toTenant: string | null;
        isPresent: boolean;
        isAuthorized: boolean;
        missingVersions: Array<string>;
        missingTenants: Array<string>;
        requiredByCount: number;
        kind: { name: string; title: string };
        requiredBy: { nodes: Array<{ id: string; name: string }> };
        candidates: Array<{ id: string; name: string; score: number }>;
      }>;
    };
  } | null;
};

export type NamesLikeQueryVariables = Exact<{
  branchId: string;
  planId: string;
  name: string;
}>;

export type NamesLikeQuery = {
  importPlan: {
    id: string;
    items: {
      nodes: Array<{
        id: string;
        name: string;
        newName: string | null;
        isSelected: boolean;
        kind: { namespace: string };
      }>;
      pageInfo: { hasNextPage: boolean };
    };
  } | null;
  resources: {
    nodes: Array<{ id: string; name: string; kind: { name: string; namespace: string } }>;
    pageInfo: { hasNextPage: boolean };
  } | null;
};

export type ChangedMeanwhileQueryVariables = Exact<{
  branchId: string;
}>;

export type ChangedMeanwhileQuery = {
  resources: {
    nodes: Array<{
      id: string;
      name: string;
      title: string | null;
      createdAt: string;
      updatedAt: string;
      kind: { title: string };
      history: { nodes: Array<{ changedBy: { name: string } | null }> };
    }>;
  } | null;
};

export type WhoGrantsQueryVariables = Exact<{
  projectId: string;
}>;

export type WhoGrantsQuery = {
  node:
    | { id: string; memberships: { nodes: Array<{ role: Role; principal: { id: string; name: string } }> } }
    | Record<PropertyKey, never>
    | null;
};

export type UploadChoicesQueryVariables = Exact<{
  projectId: string;
}>;

export type UploadChoicesQuery = {
  templates: { nodes: Array<{ id: string; name: string; settings: JsonObject }> } | null;
  kinds: Array<{ name: string; title: string; pluralTitle: string; pack: string }> | null;
};

export type PlanDeletionsQueryVariables = Exact<{
  id: string;
}>;

export type PlanDeletionsQuery = { importPlan: { id: string; items: { totalCount: number } } | null };

export type CollectionsQueryVariables = Exact<{
  branchId: string;
  kind: string;
}>;

export type CollectionsQuery = {
  resources: { nodes: Array<{ id: string; name: string; title: string | null }> } | null;
};

export type DefinitionsLikeQueryVariables = Exact<{
  branchId: string;
  kind: string;
  search?: string | null | undefined;
}>;

export type DefinitionsLikeQuery = {
  resources: { totalCount: number; nodes: Array<{ id: string; name: string; title: string | null }> } | null;
};

export type SwitchPackOnMutationVariables = Exact<{
  input: SetPackEnabledInput;
}>;

export type SwitchPackOnMutation = {
  setPackEnabled: {
    problems: Array<
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
    >;
  };
};

export type PlanMappingQueryVariables = Exact<{
  id: string;
}>;

export type PlanMappingQuery = {
  importPlan: {
    id: string;
    status: ImportPlanStatus;
    missingRequiredFields: Array<string>;
    unmappedSourceFields: Array<string>;
    sampleRows: Array<JsonValue>;
    mapping: Array<{ source: string; target: string }>;
    sourceFields: Array<{ name: string; sample: string | null; type: string | null }>;
    targetFields: Array<{ name: string; title: string; type: string; isRequired: boolean }>;
  } | null;
};

export type StageImportMutationVariables = Exact<{
  input: StageImportInput;
}>;

export type StageImportMutation = {
  stageImport: {
    plan: { id: string } | null;
    problems: Array<
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
    >;
  };
};

export type SelectItemsMutationVariables = Exact<{
  input: SelectImportItemsInput;
}>;

export type SelectItemsMutation = {
  selectImportItems: {
    plan: { id: string } | null;
    problems: Array<
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
    >;
  };
};

export type SetModeMutationVariables = Exact<{
  input: SetImportModeInput;
}>;

export type SetModeMutation = {
  setImportMode: {
    plan: { id: string } | null;
    problems: Array<
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
    >;
  };
};

export type SetOptionsMutationVariables = Exact<{
  input: SetImportOptionsInput;
}>;

export type SetOptionsMutation = {
  setImportOptions: {
    plan: { id: string } | null;
    problems: Array<
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
    >;
  };
};

export type RenameItemMutationVariables = Exact<{
  input: RenameImportItemInput;
}>;

export type RenameItemMutation = {
  renameImportItem: {
    item: { id: string } | null;
    collidingItems: Array<{ id: string; name: string; newName: string | null }>;
    problems: Array<
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
    >;
  };
};

export type RemapMutationVariables = Exact<{
  input: RemapPrerequisiteInput;
}>;

export type RemapMutation = {
  remapPrerequisite: {
    plan: { id: string } | null;
    problems: Array<
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
    >;
  };
};

export type ExecutePlanMutationVariables = Exact<{
  input: ExecuteImportInput;
}>;

export type ExecutePlanMutation = {
  executeImport: {
    task: { id: string } | null;
    problems: Array<
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
    >;
  };
};

export type DiscardPlanMutationVariables = Exact<{
  input: DiscardImportInput;
}>;

export type DiscardPlanMutation = {
  discardImport: {
    plan: { id: string } | null;
    problems: Array<
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
    >;
  };
};

export type UndoPlanMutationVariables = Exact<{
  input: UndoImportInput;
}>;

export type UndoPlanMutation = {
  undoImport: {
    task: { id: string } | null;
    problems: Array<
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
    >;
  };
};

export type CancelPlanTaskMutationVariables = Exact<{
  input: CancelTaskInput;
}>;

export type CancelPlanTaskMutation = {
  cancelTask: {
    problems: Array<
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
    >;
  };
};

export type PlanTaskProgressSubscriptionVariables = Exact<{
  id: string;
}>;

export type PlanTaskProgressSubscription = {
  taskProgress: {
    id: string;
    type: TaskType;
    status: TaskStatus;
    stage: string | null;
    processedCount: number;
    totalCount: number | null;
    itemsPerSecond: number | null;
    createdCount: number;
    updatedCount: number;
    unchangedCount: number;
    skippedCount: number;
    failedCount: number;
    deletedCount: number;
    errorMessage: string | null;
    startedAt: string | null;
    endedAt: string | null;
    createdBy: { id: string | null; name: string } | null;
    files: Array<{ purpose: FilePurpose; name: string; sizeBytes: number; url: string | null }>;
  };
};

export type ProjectsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: ProjectFilter | null | undefined;
  orderBy?: ProjectOrder | null | undefined;
}>;

export type ProjectsQuery = {
  projects: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    nodes: Array<{
      id: string;
      key: string;
      name: string;
      description: string | null;
      updatedAt: string;
      branches: Array<{ id: string; name: string }>;
      defaultBranch: { id: string; name: string; kindCounts: Array<{ count: number; referenceCount: number }> };
    }>;
  };
};

export type CreateProjectMutationVariables = Exact<{
  input: CreateProjectInput;
}>;

export type CreateProjectMutation = {
  createProject: {
    project: { id: string; key: string; defaultBranch: { id: string; name: string } } | null;
    problems: Array<
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
    >;
  };
};

export type OpenResourceFragment = {
  id: string;
  name: string;
  title: string | null;
  externalReferenceCode: string | null;
  mode: ResourceMode;
  spec: JsonObject;
  revision: number;
  updatedAt: string;
  dependencyCount: number;
  dependentCount: number;
  kind: { name: string; title: string; isExportable: boolean; isReferenceAllowed: boolean };
  parent: { id: string; name: string } | null;
  history: { totalCount: number; nodes: Array<{ changedBy: { name: string } | null }> };
  origin: {
    branch: string | null;
    exportedAt: string | null;
    sourceName: string;
    previous: {
      branch: string | null;
      exportedAt: string | null;
      sourceName: string;
      project: { key: string; name: string } | null;
      instance: { name: string } | null;
    } | null;
    project: { key: string; name: string } | null;
    instance: { name: string } | null;
  } | null;
};

export type ResourceDetailsQueryVariables = Exact<{
  id: string;
}>;

export type ResourceDetailsQuery = {
  resource: {
    id: string;
    name: string;
    title: string | null;
    externalReferenceCode: string | null;
    mode: ResourceMode;
    spec: JsonObject;
    revision: number;
    updatedAt: string;
    dependencyCount: number;
    dependentCount: number;
    kind: { name: string; title: string; isExportable: boolean; isReferenceAllowed: boolean };
    parent: { id: string; name: string } | null;
    history: { totalCount: number; nodes: Array<{ changedBy: { name: string } | null }> };
    origin: {
      branch: string | null;
      exportedAt: string | null;
      sourceName: string;
      previous: {
        branch: string | null;
        exportedAt: string | null;
        sourceName: string;
        project: { key: string; name: string } | null;
        instance: { name: string } | null;
      } | null;
      project: { key: string; name: string } | null;
      instance: { name: string } | null;
    } | null;
  } | null;
};

export type ResourceNeedsQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;

export type ResourceNeedsQuery = {
  resource: {
    id: string;
    dependencies: {
      totalCount: number;
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
      nodes: Array<{
        at: string;
        requirement: Requirement;
        isResolved: boolean;
        isBuiltIn: boolean;
        isExternal: boolean;
        severityIfMissing: ProblemSeverity | null;
        targetName: string;
        targetKinds: Array<string>;
        target: { id: string; name: string; kind: { name: string; title: string } } | null;
      }>;
    };
  } | null;
};

export type ResourceNeededByQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;

export type ResourceNeededByQuery = {
  resource: {
    id: string;
    dependents: {
      totalCount: number;
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
      nodes: Array<{
        at: string;
        requirement: Requirement;
        source: { id: string; name: string; mode: ResourceMode; kind: { name: string; title: string } };
      }>;
    };
  } | null;
};

export type ResourceHistoryQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;

export type ResourceHistoryQuery = {
  resource: {
    id: string;
    history: {
      totalCount: number;
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
      nodes: Array<{
        revision: number;
        name: string;
        mode: ResourceMode;
        spec: JsonObject;
        digest: string;
        changedAt: string;
        changedBy: { name: string } | null;
        task: { id: string; type: TaskType; importPlan: { id: string; fileName: string | null } | null } | null;
      }>;
    };
  } | null;
};

export type ResourceReadersQueryVariables = Exact<{
  id: string;
}>;

export type ResourceReadersQuery = {
  resource: {
    id: string;
    readers: Array<{
      tenants: Array<string> | null;
      principal: { id: string; name: string; type: PrincipalType };
    }> | null;
  } | null;
};

export type ReaderCandidatesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: PrincipalFilter | null | undefined;
}>;

export type ReaderCandidatesQuery = {
  principals: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    nodes: Array<{ id: string; name: string; type: PrincipalType }>;
  };
};

export type SaveSpecMutationVariables = Exact<{
  input: UpdateResourceInput;
}>;

export type SaveSpecMutation = {
  updateResource: {
    resource: {
      id: string;
      name: string;
      title: string | null;
      externalReferenceCode: string | null;
      mode: ResourceMode;
      spec: JsonObject;
      revision: number;
      updatedAt: string;
      dependencyCount: number;
      dependentCount: number;
      kind: { name: string; title: string; isExportable: boolean; isReferenceAllowed: boolean };
      parent: { id: string; name: string } | null;
      history: { totalCount: number; nodes: Array<{ changedBy: { name: string } | null }> };
      origin: {
        branch: string | null;
        exportedAt: string | null;
        sourceName: string;
        previous: {
          branch: string | null;
          exportedAt: string | null;
          sourceName: string;
          project: { key: string; name: string } | null;
          instance: { name: string } | null;
        } | null;
        project: { key: string; name: string } | null;
        instance: { name: string } | null;
      } | null;
    } | null;
    problems: Array<
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
    >;
  };
};

export type RenameOpenResourceMutationVariables = Exact<{
  input: RenameResourceInput;
}>;

export type RenameOpenResourceMutation = {
  renameResource: {
    rewrittenCount: number;
    resource: { id: string; name: string } | null;
    problems: Array<
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
    >;
  };
};

export type DetachOpenReferenceMutationVariables = Exact<{
  input: DetachReferenceInput;
}>;

export type DetachOpenReferenceMutation = {
  detachReference: {
    resource: { id: string; name: string } | null;
    problems: Array<
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
    >;
  };
};

export type DeleteOpenResourceMutationVariables = Exact<{
  input: DeleteResourceInput;
}>;

export type DeleteOpenResourceMutation = {
  deleteResource: {
    deletedId: string | null;
    problems: Array<
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
    >;
  };
};

export type RestoreResourceMutationVariables = Exact<{
  input: RestoreRevisionInput;
}>;

export type RestoreResourceMutation = {
  restoreRevision: {
    resource: { id: string; revision: number } | null;
    problems: Array<
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
    >;
  };
};

export type SetReadersMutationVariables = Exact<{
  input: SetResourceReadersInput;
}>;

export type SetReadersMutation = {
  setResourceReaders: {
    resource: { id: string } | null;
    problems: Array<
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
    >;
  };
};

export type NewResourceMutationVariables = Exact<{
  input: CreateResourceInput;
}>;

export type NewResourceMutation = {
  createResource: {
    resource: { id: string; name: string } | null;
    problems: Array<
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
    >;
  };
};

export type KindChoicesQueryVariables = Exact<{
  projectId: string;
}>;

export type KindChoicesQuery = {
  kinds: Array<{
    name: string;
    title: string;
    pack: string;
    parentKind: string | null;
    isParentRequired: boolean;
    schema: JsonObject;
  }> | null;
};

export type ParentChoicesQueryVariables = Exact<{
  branchId: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: ResourceFilter | null | undefined;
}>;

export type ParentChoicesQuery = {
  resources: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    nodes: Array<{ id: string; name: string }>;
  } | null;
};

export type NewBranchMutationVariables = Exact<{
  input: CreateBranchInput;
}>;

export type NewBranchMutation = {
  createBranch: {
    branch: { id: string; name: string } | null;
    problems: Array<
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
    >;
  };
};

export type ResourceRowFragment = {
  id: string;
  name: string;
  title: string | null;
  mode: ResourceMode;
  updatedAt: string;
  dependencyCount: number;
  dependentCount: number;
  kind: { name: string; title: string };
  parent: { id: string; name: string } | null;
  origin: {
    branch: string | null;
    exportedAt: string | null;
    sourceName: string;
    previous: {
      branch: string | null;
      exportedAt: string | null;
      sourceName: string;
      project: { key: string; name: string } | null;
      instance: { name: string } | null;
    } | null;
    project: { key: string; name: string } | null;
    instance: { name: string } | null;
  } | null;
};

export type OriginLineFragment = {
  branch: string | null;
  exportedAt: string | null;
  sourceName: string;
  project: { key: string; name: string } | null;
  instance: { name: string } | null;
};

export type ResourceListQueryVariables = Exact<{
  branchId: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: ResourceFilter | null | undefined;
  orderBy?: ResourceOrder | null | undefined;
}>;

export type ResourceListQuery = {
  resources: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    nodes: Array<{
      id: string;
      name: string;
      title: string | null;
      mode: ResourceMode;
      updatedAt: string;
      dependencyCount: number;
      dependentCount: number;
      kind: { name: string; title: string };
      parent: { id: string; name: string } | null;
      origin: {
        branch: string | null;
        exportedAt: string | null;
        sourceName: string;
        previous: {
          branch: string | null;
          exportedAt: string | null;
          sourceName: string;
          project: { key: string; name: string } | null;
          instance: { name: string } | null;
        } | null;
        project: { key: string; name: string } | null;
        instance: { name: string } | null;
      } | null;
    }>;
  } | null;
};

export type BranchKindsQueryVariables = Exact<{
  projectKey: string;
  branchName: string;
}>;

export type BranchKindsQuery = {
  branch: {
    id: string;
    kindCounts: Array<{
      count: number;
      referenceCount: number;
      kind: { name: string; title: string; pluralTitle: string; pack: string; parentKind: string | null };
    }>;
  } | null;
};

export type ProjectSettingsQueryVariables = Exact<{
  projectKey: string;
}>;

export type ProjectSettingsQuery = {
  project: {
    id: string;
    key: string;
    name: string;
    description: string | null;
    capabilities: Array<Capability>;
    createdAt: string;
    packs: Array<{ name: string; title: string; isBeta: boolean; isEnabled: boolean }>;
    branches: Array<{
      id: string;
      name: string;
      isDefault: boolean;
      createdAt: string;
      kindCounts: Array<{ count: number }>;
    }>;
  } | null;
};

export type ProjectRolesQueryVariables = Exact<{
  projectKey: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;

export type ProjectRolesQuery = {
  project: {
    id: string;
    memberships: {
      totalCount: number;
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
      nodes: Array<{
        role: Role;
        principal: { id: string; name: string; type: PrincipalType; isSuperuser: boolean; createdAt: string };
      }>;
    };
  } | null;
};

export type UpdateProjectMutationVariables = Exact<{
  input: UpdateProjectInput;
}>;

export type UpdateProjectMutation = {
  updateProject: {
    project: {
      id: string;
      key: string;
      name: string;
      description: string | null;
      capabilities: Array<Capability>;
    } | null;
    problems: Array<
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
    >;
  };
};

export type SetPackEnabledMutationVariables = Exact<{
  input: SetPackEnabledInput;
}>;

export type SetPackEnabledMutation = {
  setPackEnabled: {
    project: { id: string; packs: Array<{ name: string; title: string; isBeta: boolean; isEnabled: boolean }> } | null;
    problems: Array<
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
    >;
  };
};

export type GrantRoleMutationVariables = Exact<{
  input: GrantRoleInput;
}>;

export type GrantRoleMutation = {
  grantRole: {
    membership: { role: Role } | null;
    problems: Array<
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
    >;
  };
};

export type RevokeRoleMutationVariables = Exact<{
  input: RevokeRoleInput;
}>;

export type RevokeRoleMutation = {
  revokeRole: {
    project: { id: string } | null;
    problems: Array<
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
    >;
  };
};

export type DeleteBranchMutationVariables = Exact<{
  input: DeleteBranchInput;
}>;

export type DeleteBranchMutation = {
  deleteBranch: {
    deletedId: string | null;
    problems: Array<
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
    >;
  };
};

export type DeleteProjectMutationVariables = Exact<{
  input: DeleteProjectInput;
}>;

export type DeleteProjectMutation = {
  deleteProject: {
    deletedId: string | null;
    problems: Array<
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
    >;
  };
};

export type BindingLineFragment = {
  id: string;
  name: string;
  type: BindingType;
  toName: string;
  toVersion: string | null;
  toTenant: string | null;
  updatedAt: string;
  kind: { name: string; title: string } | null;
  source: { projectId: string; key: string | null; name: string | null };
  setBy: { name: string } | null;
};

export type ProjectBindingsQueryVariables = Exact<{
  projectId: string;
  filter?: BindingFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;

export type ProjectBindingsQuery = {
  bindings: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    nodes: Array<{
      id: string;
      name: string;
      type: BindingType;
      toName: string;
      toVersion: string | null;
      toTenant: string | null;
      updatedAt: string;
      kind: { name: string; title: string } | null;
      source: { projectId: string; key: string | null; name: string | null };
      setBy: { name: string } | null;
    }>;
  } | null;
};

export type SetBindingMutationVariables = Exact<{
  input: SetBindingInput;
}>;

export type SetBindingMutation = {
  setBinding: {
    binding: {
      id: string;
      name: string;
      type: BindingType;
      toName: string;
      toVersion: string | null;
      toTenant: string | null;
      updatedAt: string;
      kind: { name: string; title: string } | null;
      source: { projectId: string; key: string | null; name: string | null };
      setBy: { name: string } | null;
    } | null;
    problems: Array<
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
    >;
  };
};

export type DeleteBindingMutationVariables = Exact<{
  input: DeleteBindingInput;
}>;

export type DeleteBindingMutation = {
  deleteBinding: {
    deletedId: string | null;
    problems: Array<
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
    >;
  };
};

export type ScheduleLineFragment = {
  id: string;
  name: string;
  action: ScheduleAction;
  cron: string;
  timeZone: string;
  isEnabled: boolean;
  nextRunAt: string | null;
  runRequestedAt: string | null;
  owner: { name: string };
  branch: { id: string; name: string; project: { id: string; key: string } } | null;
  intoBranch: { id: string; name: string } | null;
  lastRun: {
    startedAt: string;
    task: { id: string; status: TaskStatus } | null;
    problems: Array<
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
    >;
  } | null;
};

export type ProjectSchedulesQueryVariables = Exact<{
  projectId: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;

export type ProjectSchedulesQuery = {
  schedules: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    nodes: Array<{
      id: string;
      name: string;
      action: ScheduleAction;
      cron: string;
      timeZone: string;
      isEnabled: boolean;
      nextRunAt: string | null;
      runRequestedAt: string | null;
      owner: { name: string };
      branch: { id: string; name: string; project: { id: string; key: string } } | null;
      intoBranch: { id: string; name: string } | null;
      lastRun: {
        startedAt: string;
        task: { id: string; status: TaskStatus } | null;
        problems: Array<
          | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
          | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
          | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
          | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
          | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
        >;
      } | null;
    }>;
  } | null;
};

export type ScheduleTemplatesQueryVariables = Exact<{
  projectId: string;
  direction: TemplateDirection;
}>;

export type ScheduleTemplatesQuery = {
  templates: { nodes: Array<{ id: string; name: string; settings: JsonObject }> } | null;
};

export type ScheduleSourceQueryVariables = Exact<{
  key: string;
  projectId: string;
}>;

export type ScheduleSourceQuery = {
  project: { id: string; branches: Array<{ id: string; name: string; isDefault: boolean }> } | null;
  templates: { nodes: Array<{ id: string; name: string }> } | null;
};

export type SaveScheduleMutationVariables = Exact<{
  input: SaveScheduleInput;
}>;

export type SaveScheduleMutation = {
  saveSchedule: {
    schedule: {
      id: string;
      name: string;
      action: ScheduleAction;
      cron: string;
      timeZone: string;
      isEnabled: boolean;
      nextRunAt: string | null;
      runRequestedAt: string | null;
      owner: { name: string };
      branch: { id: string; name: string; project: { id: string; key: string } } | null;
      intoBranch: { id: string; name: string } | null;
      lastRun: {
        startedAt: string;
        task: { id: string; status: TaskStatus } | null;
        problems: Array<
          | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
          | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
          | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
          | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
          | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
        >;
      } | null;
    } | null;
    problems: Array<
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
    >;
  };
};

export type SetScheduleEnabledMutationVariables = Exact<{
  input: SetScheduleEnabledInput;
}>;

export type SetScheduleEnabledMutation = {
  setScheduleEnabled: {
    schedule: {
      id: string;
      name: string;
      action: ScheduleAction;
      cron: string;
      timeZone: string;
      isEnabled: boolean;
      nextRunAt: string | null;
      runRequestedAt: string | null;
      owner: { name: string };
      branch: { id: string; name: string; project: { id: string; key: string } } | null;
      intoBranch: { id: string; name: string } | null;
      lastRun: {
        startedAt: string;
        task: { id: string; status: TaskStatus } | null;
        problems: Array<
          | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
          | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
          | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
          | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
          | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
        >;
      } | null;
    } | null;
    problems: Array<
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
    >;
  };
};

export type RunScheduleMutationVariables = Exact<{
  input: RunScheduleInput;
}>;

export type RunScheduleMutation = {
  runSchedule: {
    schedule: {
      id: string;
      name: string;
      action: ScheduleAction;
      cron: string;
      timeZone: string;
      isEnabled: boolean;
      nextRunAt: string | null;
      runRequestedAt: string | null;
      owner: { name: string };
      branch: { id: string; name: string; project: { id: string; key: string } } | null;
      intoBranch: { id: string; name: string } | null;
      lastRun: {
        startedAt: string;
        task: { id: string; status: TaskStatus } | null;
        problems: Array<
          | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
          | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
          | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
          | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
          | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
        >;
      } | null;
    } | null;
    problems: Array<
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
    >;
  };
};

export type DeleteScheduleMutationVariables = Exact<{
  input: DeleteScheduleInput;
}>;

export type DeleteScheduleMutation = {
  deleteSchedule: {
    deletedId: string | null;
    problems: Array<
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
    >;
  };
};

export type ShellQueryVariables = Exact<{
  projectKey: string;
  branchName: string;
}>;

export type ShellQuery = {
  project: {
    id: string;
    key: string;
    name: string;
    branches: Array<{ id: string; name: string }>;
    templates: { totalCount: number };
  } | null;
  branch: {
    id: string;
    name: string;
    isDefault: boolean;
    version: number;
    kindCounts: Array<{ count: number }>;
    project: { id: string; key: string; name: string; capabilities: Array<Capability>; myRole: Role | null };
  } | null;
};

export type ProjectCountQueryVariables = Exact<{ [key: string]: never }>;

export type ProjectCountQuery = { projects: { totalCount: number } };

export type ProjectChoicesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: ProjectFilter | null | undefined;
}>;

export type ProjectChoicesQuery = {
  projects: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    nodes: Array<{
      id: string;
      key: string;
      name: string;
      myRole: Role | null;
      defaultBranch: { id: string; name: string };
    }>;
  };
};

export type TrayTaskFragment = {
  id: string;
  type: TaskType;
  status: TaskStatus;
  processedCount: number;
  totalCount: number | null;
  itemsPerSecond: number | null;
  branch: { id: string; name: string; project: { id: string; key: string; name: string } } | null;
  importPlan: { id: string } | null;
};

export type TrayTasksQueryVariables = Exact<{ [key: string]: never }>;

export type TrayTasksQuery = {
  tasks: {
    totalCount: number;
    nodes: Array<{
      id: string;
      type: TaskType;
      status: TaskStatus;
      processedCount: number;
      totalCount: number | null;
      itemsPerSecond: number | null;
      branch: { id: string; name: string; project: { id: string; key: string; name: string } } | null;
      importPlan: { id: string } | null;
    }>;
  } | null;
};

export type TrayUpdatesSubscriptionVariables = Exact<{ [key: string]: never }>;

export type TrayUpdatesSubscription = {
  tasksChanged: {
    id: string;
    type: TaskType;
    status: TaskStatus;
    processedCount: number;
    totalCount: number | null;
    itemsPerSecond: number | null;
    branch: { id: string; name: string; project: { id: string; key: string; name: string } } | null;
    importPlan: { id: string } | null;
  };
};

export type BranchUpdatesSubscriptionVariables = Exact<{
  branchId: string;
}>;

export type BranchUpdatesSubscription = { branchChanged: { id: string; version: number } };

export type TaskRowFragment = {
  id: string;
  type: TaskType;
  status: TaskStatus;
  stage: string | null;
  processedCount: number;
  totalCount: number | null;
  itemsPerSecond: number | null;
  createdCount: number;
  updatedCount: number;
  unchangedCount: number;
  skippedCount: number;
  failedCount: number;
  deletedCount: number;
  errorMessage: string | null;
  createdAt: string;
  startedAt: string | null;
  endedAt: string | null;
  isUndone: boolean;
  createdBy: { id: string | null; name: string } | null;
  branch: { id: string; name: string; project: { id: string; key: string; name: string } } | null;
  lastUndo: { id: string; status: TaskStatus; endedAt: string | null; createdBy: { name: string } | null } | null;
  importPlan: {
    id: string;
    status: ImportPlanStatus;
    fileName: string | null;
    executeTask: { id: string; isUndone: boolean } | null;
    counts: { total: number; collision: number; blocked: number };
  } | null;
  files: Array<{
    purpose: FilePurpose;
    name: string;
    mediaType: string;
    sizeBytes: number;
    sha256: string | null;
    url: string | null;
  }>;
};

export type TaskListQueryVariables = Exact<{
  projectKey: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: TaskFilter | null | undefined;
}>;

export type TaskListQuery = {
  project: {
    id: string;
    tasks: {
      totalCount: number;
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
      nodes: Array<{
        id: string;
        type: TaskType;
        status: TaskStatus;
        stage: string | null;
        processedCount: number;
        totalCount: number | null;
        itemsPerSecond: number | null;
        createdCount: number;
        updatedCount: number;
        unchangedCount: number;
        skippedCount: number;
        failedCount: number;
        deletedCount: number;
        errorMessage: string | null;
        createdAt: string;
        startedAt: string | null;
        endedAt: string | null;
        isUndone: boolean;
        createdBy: { id: string | null; name: string } | null;
        branch: { id: string; name: string; project: { id: string; key: string; name: string } } | null;
        lastUndo: { id: string; status: TaskStatus; endedAt: string | null; createdBy: { name: string } | null } | null;
        importPlan: {
          id: string;
          status: ImportPlanStatus;
          fileName: string | null;
          executeTask: { id: string; isUndone: boolean } | null;
          counts: { total: number; collision: number; blocked: number };
        } | null;
        files: Array<{
          purpose: FilePurpose;
          name: string;
          mediaType: string;
          sizeBytes: number;
          sha256: string | null;
          url: string | null;
        }>;
      }>;
    };
  } | null;
};

export type TaskListUpdatesSubscriptionVariables = Exact<{
  projectId: string;
}>;

export type TaskListUpdatesSubscription = {
  tasksChanged: {
    id: string;
    type: TaskType;
    status: TaskStatus;
    stage: string | null;
    processedCount: number;
    totalCount: number | null;
    itemsPerSecond: number | null;
    createdCount: number;
    updatedCount: number;
    unchangedCount: number;
    skippedCount: number;
    failedCount: number;
    deletedCount: number;
    errorMessage: string | null;
    createdAt: string;
    startedAt: string | null;
    endedAt: string | null;
    isUndone: boolean;
    createdBy: { id: string | null; name: string } | null;
    branch: { id: string; name: string; project: { id: string; key: string; name: string } } | null;
    lastUndo: { id: string; status: TaskStatus; endedAt: string | null; createdBy: { name: string } | null } | null;
    importPlan: {
      id: string;
      status: ImportPlanStatus;
      fileName: string | null;
      executeTask: { id: string; isUndone: boolean } | null;
      counts: { total: number; collision: number; blocked: number };
    } | null;
    files: Array<{
      purpose: FilePurpose;
      name: string;
      mediaType: string;
      sizeBytes: number;
      sha256: string | null;
      url: string | null;
    }>;
  };
};

export type CancelTaskMutationVariables = Exact<{
  input: CancelTaskInput;
}>;

export type CancelTaskMutation = {
  cancelTask: {
    task: {
      id: string;
      type: TaskType;
      status: TaskStatus;
      stage: string | null;
      processedCount: number;
      totalCount: number | null;
      itemsPerSecond: number | null;
      createdCount: number;
      updatedCount: number;
      unchangedCount: number;
      skippedCount: number;
      failedCount: number;
      deletedCount: number;
      errorMessage: string | null;
      createdAt: string;
      startedAt: string | null;
      endedAt: string | null;
      isUndone: boolean;
      createdBy: { id: string | null; name: string } | null;
      branch: { id: string; name: string; project: { id: string; key: string; name: string } } | null;
      lastUndo: { id: string; status: TaskStatus; endedAt: string | null; createdBy: { name: string } | null } | null;
      importPlan: {
        id: string;
        status: ImportPlanStatus;
        fileName: string | null;
        executeTask: { id: string; isUndone: boolean } | null;
        counts: { total: number; collision: number; blocked: number };
      } | null;
      files: Array<{
        purpose: FilePurpose;
        name: string;
        mediaType: string;
        sizeBytes: number;
        sha256: string | null;
        url: string | null;
      }>;
    } | null;
    problems: Array<
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
    >;
  };
};

export type DeleteTaskMutationVariables = Exact<{
  input: DeleteTaskInput;
}>;

export type DeleteTaskMutation = {
  deleteTask: {
    deletedId: string | null;
    problems: Array<
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
    >;
  };
};

export type UndoImportMutationVariables = Exact<{
  input: UndoImportInput;
}>;

export type UndoImportMutation = {
  undoImport: {
    task: {
      id: string;
      type: TaskType;
      status: TaskStatus;
      stage: string | null;
      processedCount: number;
      totalCount: number | null;
      itemsPerSecond: number | null;
      createdCount: number;
      updatedCount: number;
      unchangedCount: number;
      skippedCount: number;
      failedCount: number;
      deletedCount: number;
      errorMessage: string | null;
      createdAt: string;
      startedAt: string | null;
      endedAt: string | null;
      isUndone: boolean;
      createdBy: { id: string | null; name: string } | null;
      branch: { id: string; name: string; project: { id: string; key: string; name: string } } | null;
      lastUndo: { id: string; status: TaskStatus; endedAt: string | null; createdBy: { name: string } | null } | null;
      importPlan: {
        id: string;
        status: ImportPlanStatus;
        fileName: string | null;
        executeTask: { id: string; isUndone: boolean } | null;
        counts: { total: number; collision: number; blocked: number };
      } | null;
      files: Array<{
        purpose: FilePurpose;
        name: string;
        mediaType: string;
        sizeBytes: number;
        sha256: string | null;
        url: string | null;
      }>;
    } | null;
    problems: Array<
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
    >;
  };
};

export type StageRemainderMutationVariables = Exact<{
  input: StageImportInput;
}>;

export type StageRemainderMutation = {
  stageImport: {
    plan: { id: string } | null;
    problems: Array<
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
    >;
  };
};

export type TemplateRowFragment = {
  id: string;
  name: string;
  direction: TemplateDirection;
  settings: JsonObject;
  updatedAt: string;
  createdBy: { name: string } | null;
};

export type TemplateListQueryVariables = Exact<{
  projectId: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  direction?: TemplateDirection | null | undefined;
}>;

export type TemplateListQuery = {
  templates: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    nodes: Array<{
      id: string;
      name: string;
      direction: TemplateDirection;
      settings: JsonObject;
      updatedAt: string;
      createdBy: { name: string } | null;
    }>;
  } | null;
};

export type TemplateKindsQueryVariables = Exact<{
  projectId: string;
}>;

export type TemplateKindsQuery = { kinds: Array<{ name: string; pluralTitle: string }> | null };

export type ExportTemplateFitQueryVariables = Exact<{
  branchId: string;
  templateId: string;
}>;

export type ExportTemplateFitQuery = {
  exportPreview: {
    problems: Array<
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
    >;
  } | null;
};

export type SaveTemplateMutationVariables = Exact<{
  input: SaveTemplateInput;
}>;

export type SaveTemplateMutation = {
  saveTemplate: {
    template: {
      id: string;
      name: string;
      direction: TemplateDirection;
      settings: JsonObject;
      updatedAt: string;
      createdBy: { name: string } | null;
    } | null;
    problems: Array<
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
    >;
  };
};

export type DeleteTemplateMutationVariables = Exact<{
  input: DeleteTemplateInput;
}>;

export type DeleteTemplateMutation = {
  deleteTemplate: {
    deletedId: string | null;
    problems: Array<
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; fix: string | null; path: Array<string> }
    >;
  };
};

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const PrincipalLineFragmentDoc = new TypedDocumentString(
  `
    fragment PrincipalLine on Principal {
  id
  name
  type
  isSuperuser
  createdAt
}
    `,
  { fragmentName: 'PrincipalLine' },
) as unknown as TypedDocumentString<PrincipalLineFragment, unknown>;
export const OpenPrincipalFragmentDoc = new TypedDocumentString(
  `
    fragment OpenPrincipal on Principal {
  ...PrincipalLine
  memberships(first: 200) {
    totalCount
    nodes {
      role
      project {
        id
        key
      }
    }
  }
  members(first: 200) {
    totalCount
    nodes {
      ...PrincipalLine
    }
  }
}
    fragment PrincipalLine on Principal {
  id
  name
  type
  isSuperuser
  createdAt
}`,
  { fragmentName: 'OpenPrincipal' },
) as unknown as TypedDocumentString<OpenPrincipalFragment, unknown>;
export const TokenLineFragmentDoc = new TypedDocumentString(
  `
    fragment TokenLine on AccessToken {
  id
  name
  isSuperuser
  createdAt
  expiresAt
  revokedAt
  principal {
    id
    name
    type
  }
}
    `,
  { fragmentName: 'TokenLine' },
) as unknown as TypedDocumentString<TokenLineFragment, unknown>;
export const AuditRowFragmentDoc = new TypedDocumentString(
  `
    fragment AuditRow on AuditEvent {
  id
  at
  action
  outcome
  detail
  subjectId
  principal {
    id
    name
  }
  project {
    id
    key
  }
}
    `,
  { fragmentName: 'AuditRow' },
) as unknown as TypedDocumentString<AuditRowFragment, unknown>;
export const ExportChoiceFragmentDoc = new TypedDocumentString(
  `
    fragment ExportChoice on Resource {
  id
  name
  title
  mode
  kind {
    name
    title
    pluralTitle
  }
}
    `,
  { fragmentName: 'ExportChoice' },
) as unknown as TypedDocumentString<ExportChoiceFragment, unknown>;
export const ExportCompanionFragmentDoc = new TypedDocumentString(
  `
    fragment ExportCompanion on ExportItem {
  resource {
    id
    name
    kind {
      name
      title
    }
  }
  reason {
    id
    name
  }
}
    `,
  { fragmentName: 'ExportCompanion' },
) as unknown as TypedDocumentString<ExportCompanionFragment, unknown>;
export const ExportTaskFragmentDoc = new TypedDocumentString(
  `
    fragment ExportTask on Task {
  id
  status
  processedCount
  totalCount
  itemsPerSecond
  startedAt
  endedAt
  errorMessage
  files {
    purpose
    name
    sizeBytes
    sha256
    url
  }
}
    `,
  { fragmentName: 'ExportTask' },
) as unknown as TypedDocumentString<ExportTaskFragment, unknown>;
export const GraphResourceFragmentDoc = new TypedDocumentString(
  `
    fragment GraphResource on Resource {
  id
  name
  mode
  kind {
    name
    title
    pluralTitle
  }
}
    `,
  { fragmentName: 'GraphResource' },
) as unknown as TypedDocumentString<GraphResourceFragment, unknown>;
export const PlanCountsFragmentDoc = new TypedDocumentString(
  `
    fragment PlanCounts on ImportCounts {
  total
  selected
  create
  update
  referenceUpdate
  unchanged
  delete
  collision
  skipped
  blocked
}
    `,
  { fragmentName: 'PlanCounts' },
) as unknown as TypedDocumentString<PlanCountsFragment, unknown>;
export const ProblemFieldsFragmentDoc = new TypedDocumentString(
  `
    fragment ProblemFields on Problem {
  code
  severity
  message
  fix
  path
}
    `,
  { fragmentName: 'ProblemFields' },
) as unknown as TypedDocumentString<ProblemFieldsFragment, unknown>;
export const PlanProblemFragmentDoc = new TypedDocumentString(
  `
    fragment PlanProblem on Problem {
  ...ProblemFields
  originalCode
  ... on FileProblem {
    line
    kind
    name
  }
  ... on ResourceProblem {
    kind
    name
    resourceId
  }
  ... on IncompleteFileProblem {
    line
    kind
    name
    missing {
      missingId
      requiredBy
    }
  }
  ... on SchemaVersionProblem {
    line
    kind
    name
    mismatchingIndices {
      indexName
      sourceIndexVersion
      targetIndexVersion
    }
  }
}
    fragment ProblemFields on Problem {
  code
  severity
  message
  fix
  path
}`,
  { fragmentName: 'PlanProblem' },
) as unknown as TypedDocumentString<PlanProblemFragment, unknown>;
export const PlanTaskFragmentDoc = new TypedDocumentString(
  `
    fragment PlanTask on Task {
  id
  type
  status
  stage
  processedCount
  totalCount
  itemsPerSecond
  createdCount
  updatedCount
  unchangedCount
  skippedCount
  failedCount
  deletedCount
  errorMessage
  startedAt
  endedAt
  createdBy {
    id
    name
  }
  files {
    purpose
    name
    sizeBytes
    url
  }
}
    `,
  { fragmentName: 'PlanTask' },
) as unknown as TypedDocumentString<PlanTaskFragment, unknown>;
export const PlanFragmentDoc = new TypedDocumentString(
  `
    fragment Plan on ImportPlan {
  id
  status
  format
  fileName
  isExecutable
  isCurrent
  settings
  createdAt
  updatedAt
  createdBy {
    name
  }
  branch {
    id
  }
  source {
    branch
    exportedAt
    exportedBy
    project {
      key
      name
    }
    instance {
      name
    }
  }
  counts {
    ...PlanCounts
  }
  kindCounts {
    kind {
      name
      title
      pluralTitle
      pack
      isReferenceAllowed
      requiredCapability
    }
    counts {
      ...PlanCounts
    }
  }
  problems {
    ...PlanProblem
  }
  task {
    ...PlanTask
  }
  executeTask {
    ...PlanTask
    isUndone
    lastUndo {
      ...PlanTask
    }
  }
}
    fragment ProblemFields on Problem {
  code
  severity
  message
  fix
  path
}
fragment PlanCounts on ImportCounts {
  total
  selected
  create
  update
  referenceUpdate
  unchanged
  delete
  collision
  skipped
  blocked
}
fragment PlanTask on Task {
  id
  type
  status
  stage
  processedCount
  totalCount
  itemsPerSecond
  createdCount
  updatedCount
  unchangedCount
  skippedCount
  failedCount
  deletedCount
  errorMessage
  startedAt
  endedAt
  createdBy {
    id
    name
  }
  files {
    purpose
    name
    sizeBytes
    url
  }
}
fragment PlanProblem on Problem {
  ...ProblemFields
  originalCode
  ... on FileProblem {
    line
    kind
    name
  }
  ... on ResourceProblem {
    kind
    name
    resourceId
  }
  ... on IncompleteFileProblem {
    line
    kind
    name
    missing {
      missingId
      requiredBy
    }
  }
  ... on SchemaVersionProblem {
    line
    kind
    name
    mismatchingIndices {
      indexName
      sourceIndexVersion
      targetIndexVersion
    }
  }
}`,
  { fragmentName: 'Plan' },
) as unknown as TypedDocumentString<PlanFragment, unknown>;
export const PlanItemFragmentDoc = new TypedDocumentString(
  `
    fragment PlanItem on ImportItem {
  id
  action
  name
  newName
  isNameRemembered
  title
  mode
  isSelected
  isDeletion
  canRename
  line
  diffCount
  kind {
    name
    title
    namespace
    isReferenceAllowed
    requiredCapability
  }
  problems {
    ...PlanProblem
  }
  existing {
    id
    name
    mode
    revision
    kind {
      name
    }
    origin {
      exportedAt
    }
  }
  resource {
    id
  }
}
    fragment ProblemFields on Problem {
  code
  severity
  message
  fix
  path
}
fragment PlanProblem on Problem {
  ...ProblemFields
  originalCode
  ... on FileProblem {
    line
    kind
    name
  }
  ... on ResourceProblem {
    kind
    name
    resourceId
  }
  ... on IncompleteFileProblem {
    line
    kind
    name
    missing {
      missingId
      requiredBy
    }
  }
  ... on SchemaVersionProblem {
    line
    kind
    name
    mismatchingIndices {
      indexName
      sourceIndexVersion
      targetIndexVersion
    }
  }
}`,
  { fragmentName: 'PlanItem' },
) as unknown as TypedDocumentString<PlanItemFragment, unknown>;
export const PlanGraphItemFragmentDoc = new TypedDocumentString(
  `
    fragment PlanGraphItem on ImportItem {
  id
  name
  newName
  action
  mode
  kind {
    name
    title
    pluralTitle
  }
}
    `,
  { fragmentName: 'PlanGraphItem' },
) as unknown as TypedDocumentString<PlanGraphItemFragment, unknown>;
export const OriginLineFragmentDoc = new TypedDocumentString(
  `
    fragment OriginLine on Origin {
  branch
  exportedAt
  sourceName
  project {
    key
    name
  }
  instance {
    name
  }
}
    `,
  { fragmentName: 'OriginLine' },
) as unknown as TypedDocumentString<OriginLineFragment, unknown>;
export const OpenResourceFragmentDoc = new TypedDocumentString(
  `
    fragment OpenResource on Resource {
  id
  name
  title
  externalReferenceCode
  mode
  spec
  revision
  updatedAt
  kind {
    name
    title
    isExportable
    isReferenceAllowed
  }
  parent {
    id
    name
  }
  dependencyCount
  dependentCount
  history(first: 1) {
    totalCount
    nodes {
      changedBy {
        name
      }
    }
  }
  origin {
    ...OriginLine
    previous {
      ...OriginLine
    }
  }
}
    fragment OriginLine on Origin {
  branch
  exportedAt
  sourceName
  project {
    key
    name
  }
  instance {
    name
  }
}`,
  { fragmentName: 'OpenResource' },
) as unknown as TypedDocumentString<OpenResourceFragment, unknown>;
export const ResourceRowFragmentDoc = new TypedDocumentString(
  `
    fragment ResourceRow on Resource {
  id
  name
  title
  mode
  updatedAt
  kind {
    name
    title
  }
  parent {
    id
    name
  }
  dependencyCount
  dependentCount
  origin {
    ...OriginLine
    previous {
      ...OriginLine
    }
  }
}
    fragment OriginLine on Origin {
  branch
  exportedAt
  sourceName
  project {
    key
    name
  }
  instance {
    name
  }
}`,
  { fragmentName: 'ResourceRow' },
) as unknown as TypedDocumentString<ResourceRowFragment, unknown>;
export const BindingLineFragmentDoc = new TypedDocumentString(
  `
    fragment BindingLine on Binding {
  id
  name
  type
  toName
  toVersion
  toTenant
  updatedAt
  kind {
    name
    title
  }
  source {
    projectId
    key
    name
  }
  setBy {
    name
  }
}
    `,
  { fragmentName: 'BindingLine' },
) as unknown as TypedDocumentString<BindingLineFragment, unknown>;
export const ScheduleLineFragmentDoc = new TypedDocumentString(
  `
    fragment ScheduleLine on Schedule {
  id
  name
  action
  cron
  timeZone
  isEnabled
  nextRunAt
  runRequestedAt
  owner {
    name
  }
  branch {
    id
    name
    project {
      id
      key
    }
  }
  intoBranch {
    id
    name
  }
  lastRun {
    startedAt
    task {
      id
      status
    }
    problems {
      ...ProblemFields
    }
  }
}
    fragment ProblemFields on Problem {
  code
  severity
  message
  fix
  path
}`,
  { fragmentName: 'ScheduleLine' },
) as unknown as TypedDocumentString<ScheduleLineFragment, unknown>;
export const TrayTaskFragmentDoc = new TypedDocumentString(
  `
    fragment TrayTask on Task {
  id
  type
  status
  processedCount
  totalCount
  itemsPerSecond
  branch {
    id
    name
    project {
      id
      key
      name
    }
  }
  importPlan {
    id
  }
}
    `,
  { fragmentName: 'TrayTask' },
) as unknown as TypedDocumentString<TrayTaskFragment, unknown>;
export const TaskRowFragmentDoc = new TypedDocumentString(
  `
    fragment TaskRow on Task {
  id
  type
  status
  stage
  processedCount
  totalCount
  itemsPerSecond
  createdCount
  updatedCount
  unchangedCount
  skippedCount
  failedCount
  deletedCount
  errorMessage
  createdAt
  startedAt
  endedAt
  createdBy {
    id
    name
  }
  branch {
    id
    name
    project {
      id
      key
      name
    }
  }
  isUndone
  lastUndo {
    id
    status
    endedAt
    createdBy {
      name
    }
  }
  importPlan {
    id
    status
    fileName
    executeTask {
      id
      isUndone
    }
    counts {
      total
      collision
      blocked
    }
  }
  files {
    purpose
    name
    mediaType
    sizeBytes
    sha256
    url
  }
}
    `,
  { fragmentName: 'TaskRow' },
) as unknown as TypedDocumentString<TaskRowFragment, unknown>;
export const TemplateRowFragmentDoc = new TypedDocumentString(
  `
    fragment TemplateRow on Template {
  id
  name
  direction
  settings
  updatedAt
  createdBy {
    name
  }
}
    `,
  { fragmentName: 'TemplateRow' },
) as unknown as TypedDocumentString<TemplateRowFragment, unknown>;
export const PrincipalListDocument = new TypedDocumentString(`
    query PrincipalList($first: Int, $after: String, $filter: PrincipalFilter) {
  principals(first: $first, after: $after, filter: $filter) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...PrincipalLine
    }
  }
}
    fragment PrincipalLine on Principal {
  id
  name
  type
  isSuperuser
  createdAt
}`) as unknown as TypedDocumentString<PrincipalListQuery, PrincipalListQueryVariables>;
export const PrincipalDetailDocument = new TypedDocumentString(`
    query PrincipalDetail($id: ID!) {
  node(id: $id) {
    ...OpenPrincipal
  }
}
    fragment PrincipalLine on Principal {
  id
  name
  type
  isSuperuser
  createdAt
}
fragment OpenPrincipal on Principal {
  ...PrincipalLine
  memberships(first: 200) {
    totalCount
    nodes {
      role
      project {
        id
        key
      }
    }
  }
  members(first: 200) {
    totalCount
    nodes {
      ...PrincipalLine
    }
  }
}`) as unknown as TypedDocumentString<PrincipalDetailQuery, PrincipalDetailQueryVariables>;
export const TokenListDocument = new TypedDocumentString(`
    query TokenList($first: Int, $after: String, $principalId: ID) {
  tokens(first: $first, after: $after, principalId: $principalId) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...TokenLine
    }
  }
}
    fragment TokenLine on AccessToken {
  id
  name
  isSuperuser
  createdAt
  expiresAt
  revokedAt
  principal {
    id
    name
    type
  }
}`) as unknown as TypedDocumentString<TokenListQuery, TokenListQueryVariables>;
export const CreateTokenDocument = new TypedDocumentString(`
    mutation CreateToken($input: CreateTokenInput!) {
  createToken(input: $input) {
    secret
    token {
      ...TokenLine
    }
    problems {
      ...ProblemFields
    }
  }
}
    fragment TokenLine on AccessToken {
  id
  name
  isSuperuser
  createdAt
  expiresAt
  revokedAt
  principal {
    id
    name
    type
  }
}
fragment ProblemFields on Problem {
  code
  severity
  message
  fix
  path
}`) as unknown as TypedDocumentString<CreateTokenMutation, CreateTokenMutationVariables>;
export const RevokeTokenDocument = new TypedDocumentString(`
    mutation RevokeToken($input: RevokeTokenInput!) {
  revokeToken(input: $input) {
    revokedId
    problems {
      ...ProblemFields
    }
  }
}
    fragment ProblemFields on Problem {
  code
  severity
  message
  fix
  path
}`) as unknown as TypedDocumentString<RevokeTokenMutation, RevokeTokenMutationVariables>;
export const CreateGroupDocument = new TypedDocumentString(`
    mutation CreateGroup($input: CreateGroupInput!) {
  createGroup(input: $input) {
    principal {
      ...PrincipalLine
    }
    problems {
      ...ProblemFields
    }
  }
}
    fragment PrincipalLine on Principal {
  id
  name
  type
  isSuperuser
  createdAt
}
fragment ProblemFields on Problem {
  code
  severity
  message
  fix
  path
}`) as unknown as TypedDocumentString<CreateGroupMutation, CreateGroupMutationVariables>;
export const SetGroupMemberDocument = new TypedDocumentString(`
    mutation SetGroupMember($input: SetGroupMemberInput!) {
  setGroupMember(input: $input) {
    principal {
      id
    }
    problems {
      ...ProblemFields
    }
  }
}
    fragment ProblemFields on Problem {
  code
  severity
  message
  fix
  path
}`) as unknown as TypedDocumentString<SetGroupMemberMutation, SetGroupMemberMutationVariables>;
export const SetSuperuserDocument = new TypedDocumentString(`
    mutation SetSuperuser($input: SetSuperuserInput!) {
  setSuperuser(input: $input) {
    principal {
      ...PrincipalLine
    }
    problems {
      ...ProblemFields
    }
  }
}
    fragment PrincipalLine on Principal {
  id
  name
  type
  isSuperuser
  createdAt
}
fragment ProblemFields on Problem {
  code
  severity
  message
  fix
  path
}`) as unknown as TypedDocumentString<SetSuperuserMutation, SetSuperuserMutationVariables>;
export const AuditListDocument = new TypedDocumentString(`
    query AuditList($first: Int, $after: String, $filter: AuditFilter) {
  auditEvents(first: $first, after: $after, filter: $filter) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...AuditRow
    }
  }
}
    fragment AuditRow on AuditEvent {
  id
  at
  action
  outcome
  detail
  subjectId
  principal {
    id
    name
  }
  project {
    id
    key
  }
}`) as unknown as TypedDocumentString<AuditListQuery, AuditListQueryVariables>;
export const AuditChoicesDocument = new TypedDocumentString(`
    query AuditChoices($who: ID!, $isWho: Boolean!, $project: ID!, $isProject: Boolean!) {
  who: node(id: $who) @include(if: $isWho) {
    id
    ... on Principal {
      name
    }
  }
  project: node(id: $project) @include(if: $isProject) {
    id
    ... on Project {
      key
    }
  }
}
    `) as unknown as TypedDocumentString<AuditChoicesQuery, AuditChoicesQueryVariables>;
export const DatabaseCheckDocument = new TypedDocumentString(`
    query DatabaseCheck {
  verifyDatabase {
    isSound
    contentCount
    fileCount
    problems {
      ...ProblemFields
    }
  }
}
    fragment ProblemFields on Problem {
  code
  severity
  message
  fix
  path
}`) as unknown as TypedDocumentString<DatabaseCheckQuery, DatabaseCheckQueryVariables>;
export const ExportChoicesDocument = new TypedDocumentString(`
    query ExportChoices($branchId: ID!, $first: Int, $after: String, $filter: ResourceFilter, $orderBy: ResourceOrder) {
  resources(
    branchId: $branchId
    first: $first
    after: $after
    filter: $filter
    orderBy: $orderBy
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...ExportChoice
    }
  }
}
    fragment ExportChoice on Resource {
  id
  name
  title
  mode
  kind {
    name
    title
    pluralTitle
  }
}`) as unknown as TypedDocumentString<ExportChoicesQuery, ExportChoicesQueryVariables>;
export const ExportKindsDocument = new TypedDocumentString(`
    query ExportKinds($projectKey: String!, $branchName: String!) {
  branch(projectKey: $projectKey, name: $branchName) {
    id
    kindCounts {
      count
      kind {
        name
        title
        pluralTitle
        pack
        isExportable
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ExportKindsQuery, ExportKindsQueryVariables>;
export const ExportSummaryDocument = new TypedDocumentString(`
    query ExportSummary($input: StartExportInput!, $search: String, $first: Int) {
  exportPreview(input: $input) {
    sizeBytes
    selected: items(filter: {inclusions: [SELECTED]}, first: 1) {
      totalCount
    }
    toConfirm: items(
      filter: {inclusions: [NEEDS_CONFIRMATION], search: $search}
      first: $first
    ) {
      totalCount
      nodes {
        ...ExportCompanion
      }
    }
    silent: items(filter: {inclusions: [SILENT], search: $search}, first: $first) {
      totalCount
      nodes {
        ...ExportCompanion
      }
    }
    byKind {
      count
      kind {
        name
        title
        pluralTitle
      }
    }
    requirementCount
    requirements {
      targetName
      targetKinds
      requirement
      isPresent
      isBuiltIn
      isExternal
      severityIfMissing
      requiredByCount
      requiredBy {
        id
        name
      }
    }
    unresolvedCount
    unresolved {
      at
      targetName
      severityIfMissing
      source {
        id
        name
      }
    }
    cycleCount
    problems {
      ...ProblemFields
    }
  }
}
    fragment ProblemFields on Problem {
  code
  severity
  message
  fix
  path
}
fragment ExportCompanion on ExportItem {
  resource {
    id
    name
    kind {
      name
      title
    }
  }
  reason {
    id
    name
  }
}`) as unknown as TypedDocumentString<ExportSummaryQuery, ExportSummaryQueryVariables>;
export const ExportSelectedDocument = new TypedDocumentString(`
    query ExportSelected($input: StartExportInput!, $first: Int) {
  exportPreview(input: $input) {
    items(filter: {inclusions: [SELECTED]}, first: $first) {
      totalCount
      nodes {
        resource {
          id
        }
      }
    }
    inFile: items(first: $first) {
      totalCount
      nodes {
        resource {
          id
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ExportSelectedQuery, ExportSelectedQueryVariables>;
export const ReasonPlacesDocument = new TypedDocumentString(`
    query ReasonPlaces($branchId: ID!, $rootIds: [ID!]!) {
  dependencyGraph(
    branchId: $branchId
    rootIds: $rootIds
    direction: DEPENDENCIES
    depth: 1
  ) {
    nodes {
      id
      name
      kind {
        name
        title
      }
    }
    edges {
      at
      sourceId
      targetId
    }
  }
}
    `) as unknown as TypedDocumentString<ReasonPlacesQuery, ReasonPlacesQueryVariables>;
export const ExportTaskStateDocument = new TypedDocumentString(`
    query ExportTaskState($id: ID!) {
  task(id: $id) {
    ...ExportTask
  }
}
    fragment ExportTask on Task {
  id
  status
  processedCount
  totalCount
  itemsPerSecond
  startedAt
  endedAt
  errorMessage
  files {
    purpose
    name
    sizeBytes
    sha256
    url
  }
}`) as unknown as TypedDocumentString<ExportTaskStateQuery, ExportTaskStateQueryVariables>;
export const ExportTaskProgressDocument = new TypedDocumentString(`
    subscription ExportTaskProgress($id: ID!) {
  taskProgress(id: $id) {
    ...ExportTask
  }
}
    fragment ExportTask on Task {
  id
  status
  processedCount
  totalCount
  itemsPerSecond
  startedAt
  endedAt
  errorMessage
  files {
    purpose
    name
    sizeBytes
    sha256
    url
  }
}`) as unknown as TypedDocumentString<ExportTaskProgressSubscription, ExportTaskProgressSubscriptionVariables>;
export const StartExportDocument = new TypedDocumentString(`
    mutation StartExport($input: StartExportInput!) {
  startExport(input: $input) {
    task {
      id
    }
    problems {
      ...ProblemFields
    }
  }
}
    fragment ProblemFields on Problem {
  code
  severity
  message
  fix
  path
}`) as unknown as TypedDocumentString<StartExportMutation, StartExportMutationVariables>;
export const CancelExportDocument = new TypedDocumentString(`
    mutation CancelExport($input: CancelTaskInput!) {
  cancelTask(input: $input) {
    task {
      id
    }
    problems {
      ...ProblemFields
    }
  }
}
    fragment ProblemFields on Problem {
  code
  severity
  message
  fix
  path
}`) as unknown as TypedDocumentString<CancelExportMutation, CancelExportMutationVariables>;
export const StartTransferDocument = new TypedDocumentString(`
    mutation StartTransfer($input: StageTransferInput!) {
  stageTransfer(input: $input) {
    plan {
      id
    }
    problems {
      ...ProblemFields
    }
  }
}
    fragment ProblemFields on Problem {
  code
  severity
  message
  fix
  path
}`) as unknown as TypedDocumentString<StartTransferMutation, StartTransferMutationVariables>;
export const TransferBranchesDocument = new TypedDocumentString(`
    query TransferBranches($key: String!) {
  project(key: $key) {
    id
    branches {
      id
      name
      isDefault
    }
  }
}
    `) as unknown as TypedDocumentString<TransferBranchesQuery, TransferBranchesQueryVariables>;
export const ExportTemplatesDocument = new TypedDocumentString(`
    query ExportTemplates($projectId: ID!) {
  templates(projectId: $projectId, direction: EXPORT, first: 500) {
    nodes {
      id
      name
      settings
    }
  }
}
    `) as unknown as TypedDocumentString<ExportTemplatesQuery, ExportTemplatesQueryVariables>;
export const RecordFieldsDocument = new TypedDocumentString(`
    query RecordFields($branchId: ID!, $kind: String!, $definitionErc: String) {
  exportFields(branchId: $branchId, kind: $kind, definitionErc: $definitionErc) {
    name
    title
    type
    isRequired
  }
}
    `) as unknown as TypedDocumentString<RecordFieldsQuery, RecordFieldsQueryVariables>;
export const GraphDocument = new TypedDocumentString(`
    query Graph($branchId: ID!, $rootIds: [ID!]!, $direction: GraphDirection!, $maxNodes: Int) {
  dependencyGraph(
    branchId: $branchId
    rootIds: $rootIds
    direction: $direction
    maxNodes: $maxNodes
  ) {
    nodeCount
    edgeCount
    isTruncated
    nodes {
      ...GraphResource
    }
    edges {
      sourceId
      targetId
      requirement
    }
    unresolved {
      targetName
      requirement
      severityIfMissing
      source {
        id
      }
    }
    cycles {
      nodes {
        id
      }
    }
  }
}
    fragment GraphResource on Resource {
  id
  name
  mode
  kind {
    name
    title
    pluralTitle
  }
}`) as unknown as TypedDocumentString<GraphQuery, GraphQueryVariables>;
export const GraphRootsDocument = new TypedDocumentString(`
    query GraphRoots($branchId: ID!, $first: Int, $after: String, $filter: ResourceFilter) {
  resources(branchId: $branchId, first: $first, after: $after, filter: $filter) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...GraphResource
    }
  }
}
    fragment GraphResource on Resource {
  id
  name
  mode
  kind {
    name
    title
    pluralTitle
  }
}`) as unknown as TypedDocumentString<GraphRootsQuery, GraphRootsQueryVariables>;
export const ImportPlanDocument = new TypedDocumentString(`
    query ImportPlan($id: ID!) {
  importPlan(id: $id) {
    ...Plan
    sourceFields {
      name
    }
  }
}
    fragment ProblemFields on Problem {
  code
  severity
  message
  fix
  path
}
fragment PlanCounts on ImportCounts {
  total
  selected
  create
  update
  referenceUpdate
  unchanged
  delete
  collision
  skipped
  blocked
}
fragment PlanTask on Task {
  id
  type
  status
  stage
  processedCount
  totalCount
  itemsPerSecond
  createdCount
  updatedCount
  unchangedCount
  skippedCount
  failedCount
  deletedCount
  errorMessage
  startedAt
  endedAt
  createdBy {
    id
    name
  }
  files {
    purpose
    name
    sizeBytes
    url
  }
}
fragment PlanProblem on Problem {
  ...ProblemFields
  originalCode
  ... on FileProblem {
    line
    kind
    name
  }
  ... on ResourceProblem {
    kind
    name
    resourceId
  }
  ... on IncompleteFileProblem {
    line
    kind
    name
    missing {
      missingId
      requiredBy
    }
  }
  ... on SchemaVersionProblem {
    line
    kind
    name
    mismatchingIndices {
      indexName
      sourceIndexVersion
      targetIndexVersion
    }
  }
}
fragment Plan on ImportPlan {
  id
  status
  format
  fileName
  isExecutable
  isCurrent
  settings
  createdAt
  updatedAt
  createdBy {
    name
  }
  branch {
    id
  }
  source {
    branch
    exportedAt
    exportedBy
    project {
      key
      name
    }
    instance {
      name
    }
  }
  counts {
    ...PlanCounts
  }
  kindCounts {
    kind {
      name
      title
      pluralTitle
      pack
      isReferenceAllowed
      requiredCapability
    }
    counts {
      ...PlanCounts
    }
  }
  problems {
    ...PlanProblem
  }
  task {
    ...PlanTask
  }
  executeTask {
    ...PlanTask
    isUndone
    lastUndo {
      ...PlanTask
    }
  }
}`) as unknown as TypedDocumentString<ImportPlanQuery, ImportPlanQueryVariables>;
export const PlanVersionDocument = new TypedDocumentString(`
    query PlanVersion($id: ID!) {
  importPlan(id: $id) {
    id
    status
    updatedAt
    isCurrent
    task {
      id
      status
    }
  }
}
    `) as unknown as TypedDocumentString<PlanVersionQuery, PlanVersionQueryVariables>;
export const PlanItemsDocument = new TypedDocumentString(`
    query PlanItems($id: ID!, $filter: ImportItemFilter, $first: Int, $after: String) {
  importPlan(id: $id) {
    id
    items(filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...PlanItem
      }
    }
  }
}
    fragment ProblemFields on Problem {
  code
  severity
  message
  fix
  path
}
fragment PlanProblem on Problem {
  ...ProblemFields
  originalCode
  ... on FileProblem {
    line
    kind
    name
  }
  ... on ResourceProblem {
    kind
    name
    resourceId
  }
  ... on IncompleteFileProblem {
    line
    kind
    name
    missing {
      missingId
      requiredBy
    }
  }
  ... on SchemaVersionProblem {
    line
    kind
    name
    mismatchingIndices {
      indexName
      sourceIndexVersion
      targetIndexVersion
    }
  }
}
fragment PlanItem on ImportItem {
  id
  action
  name
  newName
  isNameRemembered
  title
  mode
  isSelected
  isDeletion
  canRename
  line
  diffCount
  kind {
    name
    title
    namespace
    isReferenceAllowed
    requiredCapability
  }
  problems {
    ...PlanProblem
  }
  existing {
    id
    name
    mode
    revision
    kind {
      name
    }
    origin {
      exportedAt
    }
  }
  resource {
    id
  }
}`) as unknown as TypedDocumentString<PlanItemsQuery, PlanItemsQueryVariables>;
export const PlanItemDetailDocument = new TypedDocumentString(`
    query PlanItemDetail($id: ID!) {
  node(id: $id) {
    ...PlanItem
  }
}
    fragment ProblemFields on Problem {
  code
  severity
  message
  fix
  path
}
fragment PlanProblem on Problem {
  ...ProblemFields
  originalCode
  ... on FileProblem {
    line
    kind
    name
  }
  ... on ResourceProblem {
    kind
    name
    resourceId
  }
  ... on IncompleteFileProblem {
    line
    kind
    name
    missing {
      missingId
      requiredBy
    }
  }
  ... on SchemaVersionProblem {
    line
    kind
    name
    mismatchingIndices {
      indexName
      sourceIndexVersion
      targetIndexVersion
    }
  }
}
fragment PlanItem on ImportItem {
  id
  action
  name
  newName
  isNameRemembered
  title
  mode
  isSelected
  isDeletion
  canRename
  line
  diffCount
  kind {
    name
    title
    namespace
    isReferenceAllowed
    requiredCapability
  }
  problems {
    ...PlanProblem
  }
  existing {
    id
    name
    mode
    revision
    kind {
      name
    }
    origin {
      exportedAt
    }
  }
  resource {
    id
  }
}`) as unknown as TypedDocumentString<PlanItemDetailQuery, PlanItemDetailQueryVariables>;
export const PlanGraphDocument = new TypedDocumentString(`
    query PlanGraph($id: ID!, $maxNodes: Int, $kinds: [String!], $actions: [ImportAction!], $search: String) {
  importPlan(id: $id) {
    id
    graph(maxNodes: $maxNodes, kinds: $kinds, actions: $actions, search: $search) {
      nodeCount
      edgeCount
      missingCount
      nodes {
        ...PlanGraphItem
      }
      resources {
        ...GraphResource
      }
      edges {
        sourceId
        targetId
        requirement
        isMet
      }
      missing {
        sourceId
        targetName
        requirement
        severityIfMissing
      }
      cycles {
        itemIds
      }
      kindEdges {
        source {
          name
          title
          pluralTitle
        }
        target {
          name
          title
          pluralTitle
        }
        isInFile
        count
      }
    }
  }
}
    fragment GraphResource on Resource {
  id
  name
  mode
  kind {
    name
    title
    pluralTitle
  }
}
fragment PlanGraphItem on ImportItem {
  id
  name
  newName
  action
  mode
  kind {
    name
    title
    pluralTitle
  }
}`) as unknown as TypedDocumentString<PlanGraphQuery, PlanGraphQueryVariables>;
export const PlanItemIdsDocument = new TypedDocumentString(`
    query PlanItemIds($id: ID!, $filter: ImportItemFilter, $first: Int, $after: String) {
  importPlan(id: $id) {
    id
    items(filter: $filter, first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        kind {
          name
          title
          isReferenceAllowed
          requiredCapability
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PlanItemIdsQuery, PlanItemIdsQueryVariables>;
export const ItemDifferencesDocument = new TypedDocumentString(`
    query ItemDifferences($id: ID!) {
  node(id: $id) {
    ... on ImportItem {
      id
      diffCount
      diff {
        path
        before
        after
        isAdded
        isRemoved
      }
      existing {
        id
        revision
        spec
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ItemDifferencesQuery, ItemDifferencesQueryVariables>;
export const ItemSpecDocument = new TypedDocumentString(`
    query ItemSpec($id: ID!) {
  node(id: $id) {
    ... on ImportItem {
      id
      spec
      newSpec
    }
  }
}
    `) as unknown as TypedDocumentString<ItemSpecQuery, ItemSpecQueryVariables>;
export const PlanPrerequisitesDocument = new TypedDocumentString(`
    query PlanPrerequisites($id: ID!, $first: Int, $after: String) {
  importPlan(id: $id) {
    id
    prerequisites(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        kind {
          name
          title
        }
        name
        toName
        isRemembered
        toVersion
        toTenant
        isPresent
        isAuthorized
        missingVersions
        missingTenants
        requiredByCount
        requiredBy(first: 3) {
          nodes {
            id
            name
          }
        }
        candidates {
          id
          name
          score
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PlanPrerequisitesQuery, PlanPrerequisitesQueryVariables>;
export const NamesLikeDocument = new TypedDocumentString(`
    query NamesLike($branchId: ID!, $planId: ID!, $name: String!) {
  importPlan(id: $planId) {
    id
    items(filter: {search: $name}, first: 50) {
      nodes {
        id
        name
        newName
        isSelected
        kind {
          namespace
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
  resources(branchId: $branchId, first: 50, filter: {search: $name}) {
    nodes {
      id
      name
      kind {
        name
        namespace
      }
    }
    pageInfo {
      hasNextPage
    }
  }
}
    `) as unknown as TypedDocumentString<NamesLikeQuery, NamesLikeQueryVariables>;
export const ChangedMeanwhileDocument = new TypedDocumentString(`
    query ChangedMeanwhile($branchId: ID!) {
  resources(
    branchId: $branchId
    first: 50
    orderBy: {field: UPDATED_AT, direction: DESC}
  ) {
    nodes {
      id
      name
      title
      createdAt
      updatedAt
      kind {
        title
      }
      history(first: 1) {
        nodes {
          changedBy {
            name
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ChangedMeanwhileQuery, ChangedMeanwhileQueryVariables>;
export const WhoGrantsDocument = new TypedDocumentString(`
    query WhoGrants($projectId: ID!) {
  node(id: $projectId) {
    ... on Project {
      id
      memberships(first: 500) {
        nodes {
          role
          principal {
            id
            name
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WhoGrantsQuery, WhoGrantsQueryVariables>;
export const UploadChoicesDocument = new TypedDocumentString(`
    query UploadChoices($projectId: ID!) {
  templates(projectId: $projectId, direction: IMPORT, first: 500) {
    nodes {
      id
      name
      settings
    }
  }
  kinds(projectId: $projectId) {
    name
    title
    pluralTitle
    pack
  }
}
    `) as unknown as TypedDocumentString<UploadChoicesQuery, UploadChoicesQueryVariables>;
export const PlanDeletionsDocument = new TypedDocumentString(`
    query PlanDeletions($id: ID!) {
  importPlan(id: $id) {
    id
    items(filter: {isDeletion: true}, first: 1) {
      totalCount
    }
  }
}
    `) as unknown as TypedDocumentString<PlanDeletionsQuery, PlanDeletionsQueryVariables>;
export const CollectionsDocument = new TypedDocumentString(`
    query Collections($branchId: ID!, $kind: String!) {
  resources(branchId: $branchId, first: 500, filter: {kinds: [$kind]}) {
    nodes {
      id
      name
      title
    }
  }
}
    `) as unknown as TypedDocumentString<CollectionsQuery, CollectionsQueryVariables>;
export const DefinitionsLikeDocument = new TypedDocumentString(`
    query DefinitionsLike($branchId: ID!, $kind: String!, $search: String) {
  resources(
    branchId: $branchId
    first: 50
    filter: {kinds: [$kind], search: $search}
  ) {
    totalCount
    nodes {
      id
      name
      title
    }
  }
}
    `) as unknown as TypedDocumentString<DefinitionsLikeQuery, DefinitionsLikeQueryVariables>;
export const SwitchPackOnDocument = new TypedDocumentString(`
    mutation SwitchPackOn($input: SetPackEnabledInput!) {
  setPackEnabled(input: $input) {
    problems {
      ...ProblemFields
    }
  }
}
    fragment ProblemFields on Problem {
  code
  severity
  message
  fix
  path
}`) as unknown as TypedDocumentString<SwitchPackOnMutation, SwitchPackOnMutationVariables>;
export const PlanMappingDocument = new TypedDocumentString(`
    query PlanMapping($id: ID!) {
  importPlan(id: $id) {
    id
    status
    mapping {
      source
      target
    }
    missingRequiredFields
    unmappedSourceFields
    sampleRows(first: 5)
    sourceFields {
      name
      sample
      type
    }
    targetFields {
      name
      title
      type
      isRequired
    }
  }
}
    `) as unknown as TypedDocumentString<PlanMappingQuery, PlanMappingQueryVariables>;
export const StageImportDocument = new TypedDocumentString(`
    mutation StageImport($input: StageImportInput!) {
  stageImport(input: $input) {
    plan {
      id
    }
    problems {
      ...ProblemFields
    }
  }
}
    fragment ProblemFields on Problem {
  code
  severity
  message
  fix
  path
}`) as unknown as TypedDocumentString<StageImportMutation, StageImportMutationVariables>;
export const SelectItemsDocument = new TypedDocumentString(`
    mutation SelectItems($input: SelectImportItemsInput!) {
  selectImportItems(input: $input) {
    plan {
      id
    }
    problems {
      ...ProblemFields
    }
  }
}
    fragment ProblemFields on Problem {
  code
  severity
  message
  fix
  path
}`) as unknown as TypedDocumentString<SelectItemsMutation, SelectItemsMutationVariables>;
export const SetModeDocument = new TypedDocumentString(`
    mutation SetMode($input: SetImportModeInput!) {
  setImportMode(input: $input) {
    plan {
      id
    }
    problems {
      ...ProblemFields
    }
  }
}
    fragment ProblemFields on Problem {
  code
  severity
  message
  fix
  path
}`) as unknown as TypedDocumentString<SetModeMutation, SetModeMutationVariables>;
export const SetOptionsDocument = new TypedDocumentString(`
    mutation SetOptions($input: SetImportOptionsInput!) {
  setImportOptions(input: $input) {
    plan {
      id
    }
    problems {
      ...ProblemFields
    }
  }
}
    fragment ProblemFields on Problem {
  code
  severity
  message
  fix
  path
}`) as unknown as TypedDocumentString<SetOptionsMutation, SetOptionsMutationVariables>;
export const RenameItemDocument = new TypedDocumentString(`
    mutation RenameItem($input: RenameImportItemInput!) {
  renameImportItem(input: $input) {
    item {
      id
    }
    collidingItems {
      id
      name
      newName
    }
    problems {
      ...ProblemFields
    }
  }
}
    fragment ProblemFields on Problem {
  code
  severity
  message
  fix
  path
}`) as unknown as TypedDocumentString<RenameItemMutation, RenameItemMutationVariables>;
export const RemapDocument = new TypedDocumentString(`
    mutation Remap($input: RemapPrerequisiteInput!) {
  remapPrerequisite(input: $input) {
    plan {
      id
    }
    problems {
      ...ProblemFields
    }
  }
}
    fragment ProblemFields on Problem {
  code
  severity
  message
  fix
  path
}`) as unknown as TypedDocumentString<RemapMutation, RemapMutationVariables>;
export const ExecutePlanDocument = new TypedDocumentString(`
    mutation ExecutePlan($input: ExecuteImportInput!) {
  executeImport(input: $input) {
    task {
      id
    }
    problems {
      ...ProblemFields
    }
  }
}
    fragment ProblemFields on Problem {
  code
  severity
  message
  fix
  path
}`) as unknown as TypedDocumentString<ExecutePlanMutation, ExecutePlanMutationVariables>;
export const DiscardPlanDocument = new TypedDocumentString(`
    mutation DiscardPlan($input: DiscardImportInput!) {
  discardImport(input: $input) {
    plan {
      id
    }
    problems {
      ...ProblemFields
    }
  }
}
    fragment ProblemFields on Problem {
  code
  severity
  message
  fix
  path
}`) as unknown as TypedDocumentString<DiscardPlanMutation, DiscardPlanMutationVariables>;
export const UndoPlanDocument = new TypedDocumentString(`
    mutation UndoPlan($input: UndoImportInput!) {
  undoImport(input: $input) {
    task {
      id
    }
    problems {
      ...ProblemFields
    }
  }
}
    fragment ProblemFields on Problem {
  code
  severity
  message
  fix
  path
}`) as unknown as TypedDocumentString<UndoPlanMutation, UndoPlanMutationVariables>;
export const CancelPlanTaskDocument = new TypedDocumentString(`
    mutation CancelPlanTask($input: CancelTaskInput!) {
  cancelTask(input: $input) {
    problems {
      ...ProblemFields
    }
  }
}
    fragment ProblemFields on Problem {
  code
  severity
  message
  fix
  path
}`) as unknown as TypedDocumentString<CancelPlanTaskMutation, CancelPlanTaskMutationVariables>;
export const PlanTaskProgressDocument = new TypedDocumentString(`
    subscription PlanTaskProgress($id: ID!) {
  taskProgress(id: $id) {
    ...PlanTask
  }
}
    fragment PlanTask on Task {
  id
  type
  status
  stage
  processedCount
  totalCount
  itemsPerSecond
  createdCount
  updatedCount
  unchangedCount
  skippedCount
  failedCount
  deletedCount
  errorMessage
  startedAt
  endedAt
  createdBy {
    id
    name
  }
  files {
    purpose
    name
    sizeBytes
    url
  }
}`) as unknown as TypedDocumentString<PlanTaskProgressSubscription, PlanTaskProgressSubscriptionVariables>;
export const ProjectsDocument = new TypedDocumentString(`
    query Projects($first: Int, $after: String, $filter: ProjectFilter, $orderBy: ProjectOrder) {
  projects(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      key
      name
      description
      updatedAt
      branches {
        id
        name
      }
      defaultBranch {
        id
        name
        kindCounts {
          count
          referenceCount
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ProjectsQuery, ProjectsQueryVariables>;
export const CreateProjectDocument = new TypedDocumentString(`
    mutation CreateProject($input: CreateProjectInput!) {
  createProject(input: $input) {
    project {
      id
      key
      defaultBranch {
        id
        name
      }
    }
    problems {
      ...ProblemFields
    }
  }
}
    fragment ProblemFields on Problem {
  code
  severity
  message
  fix
  path
}`) as unknown as TypedDocumentString<CreateProjectMutation, CreateProjectMutationVariables>;
export const ResourceDetailsDocument = new TypedDocumentString(`
    query ResourceDetails($id: ID!) {
  resource(id: $id) {
    ...OpenResource
  }
}
    fragment OpenResource on Resource {
  id
  name
  title
  externalReferenceCode
  mode
  spec
  revision
  updatedAt
  kind {
    name
    title
    isExportable
    isReferenceAllowed
  }
  parent {
    id
    name
  }
  dependencyCount
  dependentCount
  history(first: 1) {
    totalCount
    nodes {
      changedBy {
        name
      }
    }
  }
  origin {
    ...OriginLine
    previous {
      ...OriginLine
    }
  }
}
fragment OriginLine on Origin {
  branch
  exportedAt
  sourceName
  project {
    key
    name
  }
  instance {
    name
  }
}`) as unknown as TypedDocumentString<ResourceDetailsQuery, ResourceDetailsQueryVariables>;
export const ResourceNeedsDocument = new TypedDocumentString(`
    query ResourceNeeds($id: ID!, $first: Int, $after: String) {
  resource(id: $id) {
    id
    dependencies(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        at
        requirement
        isResolved
        isBuiltIn
        isExternal
        severityIfMissing
        targetName
        targetKinds
        target {
          id
          name
          kind {
            name
            title
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ResourceNeedsQuery, ResourceNeedsQueryVariables>;
export const ResourceNeededByDocument = new TypedDocumentString(`
    query ResourceNeededBy($id: ID!, $first: Int, $after: String) {
  resource(id: $id) {
    id
    dependents(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        at
        requirement
        source {
          id
          name
          mode
          kind {
            name
            title
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ResourceNeededByQuery, ResourceNeededByQueryVariables>;
export const ResourceHistoryDocument = new TypedDocumentString(`
    query ResourceHistory($id: ID!, $first: Int, $after: String) {
  resource(id: $id) {
    id
    history(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        revision
        name
        mode
        spec
        digest
        changedAt
        changedBy {
          name
        }
        task {
          id
          type
          importPlan {
            id
            fileName
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ResourceHistoryQuery, ResourceHistoryQueryVariables>;
export const ResourceReadersDocument = new TypedDocumentString(`
    query ResourceReaders($id: ID!) {
  resource(id: $id) {
    id
    readers {
      tenants
      principal {
        id
        name
        type
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ResourceReadersQuery, ResourceReadersQueryVariables>;
export const ReaderCandidatesDocument = new TypedDocumentString(`
    query ReaderCandidates($first: Int, $after: String, $filter: PrincipalFilter) {
  principals(first: $first, after: $after, filter: $filter) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      name
      type
    }
  }
}
    `) as unknown as TypedDocumentString<ReaderCandidatesQuery, ReaderCandidatesQueryVariables>;
export const SaveSpecDocument = new TypedDocumentString(`
    mutation SaveSpec($input: UpdateResourceInput!) {
  updateResource(input: $input) {
    resource {
      ...OpenResource
    }
    problems {
      ...ProblemFields
    }
  }
}
    fragment ProblemFields on Problem {
  code
  severity
  message
  fix
  path
}
fragment OpenResource on Resource {
  id
  name
  title
  externalReferenceCode
  mode
  spec
  revision
  updatedAt
  kind {
    name
    title
    isExportable
    isReferenceAllowed
  }
  parent {
    id
    name
  }
  dependencyCount
  dependentCount
  history(first: 1) {
    totalCount
    nodes {
      changedBy {
        name
      }
    }
  }
  origin {
    ...OriginLine
    previous {
      ...OriginLine
    }
  }
}
fragment OriginLine on Origin {
  branch
  exportedAt
  sourceName
  project {
    key
    name
  }
  instance {
    name
  }
}`) as unknown as TypedDocumentString<SaveSpecMutation, SaveSpecMutationVariables>;
export const RenameOpenResourceDocument = new TypedDocumentString(`
    mutation RenameOpenResource($input: RenameResourceInput!) {
  renameResource(input: $input) {
    resource {
      id
      name
    }
    rewrittenCount
    problems {
      ...ProblemFields
    }
  }
}
    fragment ProblemFields on Problem {
  code
  severity
  message
  fix
  path
}`) as unknown as TypedDocumentString<RenameOpenResourceMutation, RenameOpenResourceMutationVariables>;
export const DetachOpenReferenceDocument = new TypedDocumentString(`
    mutation DetachOpenReference($input: DetachReferenceInput!) {
  detachReference(input: $input) {
    resource {
      id
      name
    }
    problems {
      ...ProblemFields
    }
  }
}
    fragment ProblemFields on Problem {
  code
  severity
  message
  fix
  path
}`) as unknown as TypedDocumentString<DetachOpenReferenceMutation, DetachOpenReferenceMutationVariables>;
export const DeleteOpenResourceDocument = new TypedDocumentString(`
    mutation DeleteOpenResource($input: DeleteResourceInput!) {
  deleteResource(input: $input) {
    deletedId
    problems {
      ...ProblemFields
    }
  }
}
    fragment ProblemFields on Problem {
  code
  severity
  message
  fix
  path
}`) as unknown as TypedDocumentString<DeleteOpenResourceMutation, DeleteOpenResourceMutationVariables>;
export const RestoreResourceDocument = new TypedDocumentString(`
    mutation RestoreResource($input: RestoreRevisionInput!) {
  restoreRevision(input: $input) {
    resource {
      id
      revision
    }
    problems {
      ...ProblemFields
    }
  }
}
    fragment ProblemFields on Problem {
  code
  severity
  message
  fix
  path
}`) as unknown as TypedDocumentString<RestoreResourceMutation, RestoreResourceMutationVariables>;
export const SetReadersDocument = new TypedDocumentString(`
    mutation SetReaders($input: SetResourceReadersInput!) {
  setResourceReaders(input: $input) {
    resource {
      id
    }
    problems {
      ...ProblemFields
    }
  }
}
    fragment ProblemFields on Problem {
  code
  severity
  message
  fix
  path
}`) as unknown as TypedDocumentString<SetReadersMutation, SetReadersMutationVariables>;
export const NewResourceDocument = new TypedDocumentString(`
    mutation NewResource($input: CreateResourceInput!) {
  createResource(input: $input) {
    resource {
      id
      name
    }
    problems {
      ...ProblemFields
    }
  }
}
    fragment ProblemFields on Problem {
  code
  severity
  message
  fix
  path
}`) as unknown as TypedDocumentString<NewResourceMutation, NewResourceMutationVariables>;
export const KindChoicesDocument = new TypedDocumentString(`
    query KindChoices($projectId: ID!) {
  kinds(projectId: $projectId) {
    name
    title
    pack
    parentKind
    isParentRequired
    schema
  }
}
    `) as unknown as TypedDocumentString<KindChoicesQuery, KindChoicesQueryVariables>;
export const ParentChoicesDocument = new TypedDocumentString(`
    query ParentChoices($branchId: ID!, $first: Int, $after: String, $filter: ResourceFilter) {
  resources(branchId: $branchId, first: $first, after: $after, filter: $filter) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<ParentChoicesQuery, ParentChoicesQueryVariables>;
export const NewBranchDocument = new TypedDocumentString(`
    mutation NewBranch($input: CreateBranchInput!) {
  createBranch(input: $input) {
    branch {
      id
      name
    }
    problems {
      ...ProblemFields
    }
  }
}
    fragment ProblemFields on Problem {
  code
  severity
  message
  fix
  path
}`) as unknown as TypedDocumentString<NewBranchMutation, NewBranchMutationVariables>;
export const ResourceListDocument = new TypedDocumentString(`
    query ResourceList($branchId: ID!, $first: Int, $after: String, $filter: ResourceFilter, $orderBy: ResourceOrder) {
  resources(
    branchId: $branchId
    first: $first
    after: $after
    filter: $filter
    orderBy: $orderBy
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...ResourceRow
    }
  }
}
    fragment ResourceRow on Resource {
  id
  name
  title
  mode
  updatedAt
  kind {
    name
    title
  }
  parent {
    id
    name
  }
  dependencyCount
  dependentCount
  origin {
    ...OriginLine
    previous {
      ...OriginLine
    }
  }
}
fragment OriginLine on Origin {
  branch
  exportedAt
  sourceName
  project {
    key
    name
  }
  instance {
    name
  }
}`) as unknown as TypedDocumentString<ResourceListQuery, ResourceListQueryVariables>;
export const BranchKindsDocument = new TypedDocumentString(`
    query BranchKinds($projectKey: String!, $branchName: String!) {
  branch(projectKey: $projectKey, name: $branchName) {
    id
    kindCounts {
      count
      referenceCount
      kind {
        name
        title
        pluralTitle
        pack
        parentKind
      }
    }
  }
}
    `) as unknown as TypedDocumentString<BranchKindsQuery, BranchKindsQueryVariables>;
export const ProjectSettingsDocument = new TypedDocumentString(`
    query ProjectSettings($projectKey: String!) {
  project(key: $projectKey) {
    id
    key
    name
    description
    capabilities
    createdAt
    packs {
      name
      title
      isBeta
      isEnabled
    }
    branches {
      id
      name
      isDefault
      createdAt
      kindCounts {
        count
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ProjectSettingsQuery, ProjectSettingsQueryVariables>;
export const ProjectRolesDocument = new TypedDocumentString(`
    query ProjectRoles($projectKey: String!, $first: Int, $after: String) {
  project(key: $projectKey) {
    id
    memberships(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        role
        principal {
          ...PrincipalLine
        }
      }
    }
  }
}
    fragment PrincipalLine on Principal {
  id
  name
  type
  isSuperuser
  createdAt
}`) as unknown as TypedDocumentString<ProjectRolesQuery, ProjectRolesQueryVariables>;
export const UpdateProjectDocument = new TypedDocumentString(`
    mutation UpdateProject($input: UpdateProjectInput!) {
  updateProject(input: $input) {
    project {
      id
      key
      name
      description
      capabilities
    }
    problems {
      ...ProblemFields
    }
  }
}
    fragment ProblemFields on Problem {
  code
  severity
  message
  fix
  path
}`) as unknown as TypedDocumentString<UpdateProjectMutation, UpdateProjectMutationVariables>;
export const SetPackEnabledDocument = new TypedDocumentString(`
    mutation SetPackEnabled($input: SetPackEnabledInput!) {
  setPackEnabled(input: $input) {
    project {
      id
      packs {
        name
        title
        isBeta
        isEnabled
      }
    }
    problems {
      ...ProblemFields
    }
  }
}
    fragment ProblemFields on Problem {
  code
  severity
  message
  fix
  path
}`) as unknown as TypedDocumentString<SetPackEnabledMutation, SetPackEnabledMutationVariables>;
export const GrantRoleDocument = new TypedDocumentString(`
    mutation GrantRole($input: GrantRoleInput!) {
  grantRole(input: $input) {
    membership {
      role
    }
    problems {
      ...ProblemFields
    }
  }
}
    fragment ProblemFields on Problem {
  code
  severity
  message
  fix
  path
}`) as unknown as TypedDocumentString<GrantRoleMutation, GrantRoleMutationVariables>;
export const RevokeRoleDocument = new TypedDocumentString(`
    mutation RevokeRole($input: RevokeRoleInput!) {
  revokeRole(input: $input) {
    project {
      id
    }
    problems {
      ...ProblemFields
    }
  }
}
    fragment ProblemFields on Problem {
  code
  severity
  message
  fix
  path
}`) as unknown as TypedDocumentString<RevokeRoleMutation, RevokeRoleMutationVariables>;
export const DeleteBranchDocument = new TypedDocumentString(`
    mutation DeleteBranch($input: DeleteBranchInput!) {
  deleteBranch(input: $input) {
    deletedId
    problems {
      ...ProblemFields
    }
  }
}
    fragment ProblemFields on Problem {
  code
  severity
  message
  fix
  path
}`) as unknown as TypedDocumentString<DeleteBranchMutation, DeleteBranchMutationVariables>;
export const DeleteProjectDocument = new TypedDocumentString(`
    mutation DeleteProject($input: DeleteProjectInput!) {
  deleteProject(input: $input) {
    deletedId
    problems {
      ...ProblemFields
    }
  }
}
    fragment ProblemFields on Problem {
  code
  severity
  message
  fix
  path
}`) as unknown as TypedDocumentString<DeleteProjectMutation, DeleteProjectMutationVariables>;
export const ProjectBindingsDocument = new TypedDocumentString(`
    query ProjectBindings($projectId: ID!, $filter: BindingFilter, $first: Int, $after: String) {
  bindings(projectId: $projectId, filter: $filter, first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...BindingLine
    }
  }
}
    fragment BindingLine on Binding {
  id
  name
  type
  toName
  toVersion
  toTenant
  updatedAt
  kind {
    name
    title
  }
  source {
    projectId
    key
    name
  }
  setBy {
    name
  }
}`) as unknown as TypedDocumentString<ProjectBindingsQuery, ProjectBindingsQueryVariables>;
export const SetBindingDocument = new TypedDocumentString(`
    mutation SetBinding($input: SetBindingInput!) {
  setBinding(input: $input) {
    binding {
      ...BindingLine
    }
    problems {
      ...ProblemFields
    }
  }
}
    fragment ProblemFields on Problem {
  code
  severity
  message
  fix
  path
}
fragment BindingLine on Binding {
  id
  name
  type
  toName
  toVersion
  toTenant
  updatedAt
  kind {
    name
    title
  }
  source {
    projectId
    key
    name
  }
  setBy {
    name
  }
}`) as unknown as TypedDocumentString<SetBindingMutation, SetBindingMutationVariables>;
export const DeleteBindingDocument = new TypedDocumentString(`
    mutation DeleteBinding($input: DeleteBindingInput!) {
  deleteBinding(input: $input) {
    deletedId
    problems {
      ...ProblemFields
    }
  }
}
    fragment ProblemFields on Problem {
  code
  severity
  message
  fix
  path
}`) as unknown as TypedDocumentString<DeleteBindingMutation, DeleteBindingMutationVariables>;
export const ProjectSchedulesDocument = new TypedDocumentString(`
    query ProjectSchedules($projectId: ID!, $first: Int, $after: String) {
  schedules(projectId: $projectId, first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...ScheduleLine
    }
  }
}
    fragment ProblemFields on Problem {
  code
  severity
  message
  fix
  path
}
fragment ScheduleLine on Schedule {
  id
  name
  action
  cron
  timeZone
  isEnabled
  nextRunAt
  runRequestedAt
  owner {
    name
  }
  branch {
    id
    name
    project {
      id
      key
    }
  }
  intoBranch {
    id
    name
  }
  lastRun {
    startedAt
    task {
      id
      status
    }
    problems {
      ...ProblemFields
    }
  }
}`) as unknown as TypedDocumentString<ProjectSchedulesQuery, ProjectSchedulesQueryVariables>;
export const ScheduleTemplatesDocument = new TypedDocumentString(`
    query ScheduleTemplates($projectId: ID!, $direction: TemplateDirection!) {
  templates(projectId: $projectId, direction: $direction, first: 500) {
    nodes {
      id
      name
      settings
    }
  }
}
    `) as unknown as TypedDocumentString<ScheduleTemplatesQuery, ScheduleTemplatesQueryVariables>;
export const ScheduleSourceDocument = new TypedDocumentString(`
    query ScheduleSource($key: String!, $projectId: ID!) {
  project(key: $key) {
    id
    branches {
      id
      name
      isDefault
    }
  }
  templates(projectId: $projectId, direction: EXPORT, first: 500) {
    nodes {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<ScheduleSourceQuery, ScheduleSourceQueryVariables>;
export const SaveScheduleDocument = new TypedDocumentString(`
    mutation SaveSchedule($input: SaveScheduleInput!) {
  saveSchedule(input: $input) {
    schedule {
      ...ScheduleLine
    }
    problems {
      ...ProblemFields
    }
  }
}
    fragment ProblemFields on Problem {
  code
  severity
  message
  fix
  path
}
fragment ScheduleLine on Schedule {
  id
  name
  action
  cron
  timeZone
  isEnabled
  nextRunAt
  runRequestedAt
  owner {
    name
  }
  branch {
    id
    name
    project {
      id
      key
    }
  }
  intoBranch {
    id
    name
  }
  lastRun {
    startedAt
    task {
      id
      status
    }
    problems {
      ...ProblemFields
    }
  }
}`) as unknown as TypedDocumentString<SaveScheduleMutation, SaveScheduleMutationVariables>;
export const SetScheduleEnabledDocument = new TypedDocumentString(`
    mutation SetScheduleEnabled($input: SetScheduleEnabledInput!) {
  setScheduleEnabled(input: $input) {
    schedule {
      ...ScheduleLine
    }
    problems {
      ...ProblemFields
    }
  }
}
    fragment ProblemFields on Problem {
  code
  severity
  message
  fix
  path
}
fragment ScheduleLine on Schedule {
  id
  name
  action
  cron
  timeZone
  isEnabled
  nextRunAt
  runRequestedAt
  owner {
    name
  }
  branch {
    id
    name
    project {
      id
      key
    }
  }
  intoBranch {
    id
    name
  }
  lastRun {
    startedAt
    task {
      id
      status
    }
    problems {
      ...ProblemFields
    }
  }
}`) as unknown as TypedDocumentString<SetScheduleEnabledMutation, SetScheduleEnabledMutationVariables>;
export const RunScheduleDocument = new TypedDocumentString(`
    mutation RunSchedule($input: RunScheduleInput!) {
  runSchedule(input: $input) {
    schedule {
      ...ScheduleLine
    }
    problems {
      ...ProblemFields
    }
  }
}
    fragment ProblemFields on Problem {
  code
  severity
  message
  fix
  path
}
fragment ScheduleLine on Schedule {
  id
  name
  action
  cron
  timeZone
  isEnabled
  nextRunAt
  runRequestedAt
  owner {
    name
  }
  branch {
    id
    name
    project {
      id
      key
    }
  }
  intoBranch {
    id
    name
  }
  lastRun {
    startedAt
    task {
      id
      status
    }
    problems {
      ...ProblemFields
    }
  }
}`) as unknown as TypedDocumentString<RunScheduleMutation, RunScheduleMutationVariables>;
export const DeleteScheduleDocument = new TypedDocumentString(`
    mutation DeleteSchedule($input: DeleteScheduleInput!) {
  deleteSchedule(input: $input) {
    deletedId
    problems {
      ...ProblemFields
    }
  }
}
    fragment ProblemFields on Problem {
  code
  severity
  message
  fix
  path
}`) as unknown as TypedDocumentString<DeleteScheduleMutation, DeleteScheduleMutationVariables>;
export const ShellDocument = new TypedDocumentString(`
    query Shell($projectKey: String!, $branchName: String!) {
  project(key: $projectKey) {
    id
    key
    name
    branches {
      id
      name
    }
    templates(first: 1) {
      totalCount
    }
  }
  branch(projectKey: $projectKey, name: $branchName) {
    id
    name
    isDefault
    version
    kindCounts {
      count
    }
    project {
      id
      key
      name
      capabilities
      myRole
    }
  }
}
    `) as unknown as TypedDocumentString<ShellQuery, ShellQueryVariables>;
export const ProjectCountDocument = new TypedDocumentString(`
    query ProjectCount {
  projects(first: 1) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<ProjectCountQuery, ProjectCountQueryVariables>;
export const ProjectChoicesDocument = new TypedDocumentString(`
    query ProjectChoices($first: Int, $after: String, $filter: ProjectFilter) {
  projects(first: $first, after: $after, filter: $filter, orderBy: {field: NAME}) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      key
      name
      myRole
      defaultBranch {
        id
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ProjectChoicesQuery, ProjectChoicesQueryVariables>;
export const TrayTasksDocument = new TypedDocumentString(`
    query TrayTasks {
  tasks(first: 20, filter: {statuses: [QUEUED, RUNNING]}) {
    totalCount
    nodes {
      ...TrayTask
    }
  }
}
    fragment TrayTask on Task {
  id
  type
  status
  processedCount
  totalCount
  itemsPerSecond
  branch {
    id
    name
    project {
      id
      key
      name
    }
  }
  importPlan {
    id
  }
}`) as unknown as TypedDocumentString<TrayTasksQuery, TrayTasksQueryVariables>;
export const TrayUpdatesDocument = new TypedDocumentString(`
    subscription TrayUpdates {
  tasksChanged {
    ...TrayTask
  }
}
    fragment TrayTask on Task {
  id
  type
  status
  processedCount
  totalCount
  itemsPerSecond
  branch {
    id
    name
    project {
      id
      key
      name
    }
  }
  importPlan {
    id
  }
}`) as unknown as TypedDocumentString<TrayUpdatesSubscription, TrayUpdatesSubscriptionVariables>;
export const BranchUpdatesDocument = new TypedDocumentString(`
    subscription BranchUpdates($branchId: ID!) {
  branchChanged(branchId: $branchId) {
    id
    version
  }
}
    `) as unknown as TypedDocumentString<BranchUpdatesSubscription, BranchUpdatesSubscriptionVariables>;
export const TaskListDocument = new TypedDocumentString(`
    query TaskList($projectKey: String!, $first: Int, $after: String, $filter: TaskFilter) {
  project(key: $projectKey) {
    id
    tasks(first: $first, after: $after, filter: $filter) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...TaskRow
      }
    }
  }
}
    fragment TaskRow on Task {
  id
  type
  status
  stage
  processedCount
  totalCount
  itemsPerSecond
  createdCount
  updatedCount
  unchangedCount
  skippedCount
  failedCount
  deletedCount
  errorMessage
  createdAt
  startedAt
  endedAt
  createdBy {
    id
    name
  }
  branch {
    id
    name
    project {
      id
      key
      name
    }
  }
  isUndone
  lastUndo {
    id
    status
    endedAt
    createdBy {
      name
    }
  }
  importPlan {
    id
    status
    fileName
    executeTask {
      id
      isUndone
    }
    counts {
      total
      collision
      blocked
    }
  }
  files {
    purpose
    name
    mediaType
    sizeBytes
    sha256
    url
  }
}`) as unknown as TypedDocumentString<TaskListQuery, TaskListQueryVariables>;
export const TaskListUpdatesDocument = new TypedDocumentString(`
    subscription TaskListUpdates($projectId: ID!) {
  tasksChanged(projectId: $projectId) {
    ...TaskRow
  }
}
    fragment TaskRow on Task {
  id
  type
  status
  stage
  processedCount
  totalCount
  itemsPerSecond
  createdCount
  updatedCount
  unchangedCount
  skippedCount
  failedCount
  deletedCount
  errorMessage
  createdAt
  startedAt
  endedAt
  createdBy {
    id
    name
  }
  branch {
    id
    name
    project {
      id
      key
      name
    }
  }
  isUndone
  lastUndo {
    id
    status
    endedAt
    createdBy {
      name
    }
  }
  importPlan {
    id
    status
    fileName
    executeTask {
      id
      isUndone
    }
    counts {
      total
      collision
      blocked
    }
  }
  files {
    purpose
    name
    mediaType
    sizeBytes
    sha256
    url
  }
}`) as unknown as TypedDocumentString<TaskListUpdatesSubscription, TaskListUpdatesSubscriptionVariables>;
export const CancelTaskDocument = new TypedDocumentString(`
    mutation CancelTask($input: CancelTaskInput!) {
  cancelTask(input: $input) {
    task {
      ...TaskRow
    }
    problems {
      ...ProblemFields
    }
  }
}
    fragment ProblemFields on Problem {
  code
  severity
  message
  fix
  path
}
fragment TaskRow on Task {
  id
  type
  status
  stage
  processedCount
  totalCount
  itemsPerSecond
  createdCount
  updatedCount
  unchangedCount
  skippedCount
  failedCount
  deletedCount
  errorMessage
  createdAt
  startedAt
  endedAt
  createdBy {
    id
    name
  }
  branch {
    id
    name
    project {
      id
      key
      name
    }
  }
  isUndone
  lastUndo {
    id
    status
    endedAt
    createdBy {
      name
    }
  }
  importPlan {
    id
    status
    fileName
    executeTask {
      id
      isUndone
    }
    counts {
      total
      collision
      blocked
    }
  }
  files {
    purpose
    name
    mediaType
    sizeBytes
    sha256
    url
  }
}`) as unknown as TypedDocumentString<CancelTaskMutation, CancelTaskMutationVariables>;
export const DeleteTaskDocument = new TypedDocumentString(`
    mutation DeleteTask($input: DeleteTaskInput!) {
  deleteTask(input: $input) {
    deletedId
    problems {
      ...ProblemFields
    }
  }
}
    fragment ProblemFields on Problem {
  code
  severity
  message
  fix
  path
}`) as unknown as TypedDocumentString<DeleteTaskMutation, DeleteTaskMutationVariables>;
export const UndoImportDocument = new TypedDocumentString(`
    mutation UndoImport($input: UndoImportInput!) {
  undoImport(input: $input) {
    task {
      ...TaskRow
    }
    problems {
      ...ProblemFields
    }
  }
}
    fragment ProblemFields on Problem {
  code
  severity
  message
  fix
  path
}
fragment TaskRow on Task {
  id
  type
  status
  stage
  processedCount
  totalCount
  itemsPerSecond
  createdCount
  updatedCount
  unchangedCount
  skippedCount
  failedCount
  deletedCount
  errorMessage
  createdAt
  startedAt
  endedAt
  createdBy {
    id
    name
  }
  branch {
    id
    name
    project {
      id
      key
      name
    }
  }
  isUndone
  lastUndo {
    id
    status
    endedAt
    createdBy {
      name
    }
  }
  importPlan {
    id
    status
    fileName
    executeTask {
      id
      isUndone
    }
    counts {
      total
      collision
      blocked
    }
  }
  files {
    purpose
    name
    mediaType
    sizeBytes
    sha256
    url
  }
}`) as unknown as TypedDocumentString<UndoImportMutation, UndoImportMutationVariables>;
export const StageRemainderDocument = new TypedDocumentString(`
    mutation StageRemainder($input: StageImportInput!) {
  stageImport(input: $input) {
    plan {
      id
    }
    problems {
      ...ProblemFields
    }
  }
}
    fragment ProblemFields on Problem {
  code
  severity
  message
  fix
  path
}`) as unknown as TypedDocumentString<StageRemainderMutation, StageRemainderMutationVariables>;
export const TemplateListDocument = new TypedDocumentString(`
    query TemplateList($projectId: ID!, $first: Int, $after: String, $direction: TemplateDirection) {
  templates(
    projectId: $projectId
    first: $first
    after: $after
    direction: $direction
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...TemplateRow
    }
  }
}
    fragment TemplateRow on Template {
  id
  name
  direction
  settings
  updatedAt
  createdBy {
    name
  }
}`) as unknown as TypedDocumentString<TemplateListQuery, TemplateListQueryVariables>;
export const TemplateKindsDocument = new TypedDocumentString(`
    query TemplateKinds($projectId: ID!) {
  kinds(projectId: $projectId) {
    name
    pluralTitle
  }
}
    `) as unknown as TypedDocumentString<TemplateKindsQuery, TemplateKindsQueryVariables>;
export const ExportTemplateFitDocument = new TypedDocumentString(`
    query ExportTemplateFit($branchId: ID!, $templateId: ID!) {
  exportPreview(
    input: {selection: {branchId: $branchId}, templateId: $templateId}
  ) {
    problems {
      ...ProblemFields
    }
  }
}
    fragment ProblemFields on Problem {
  code
  severity
  message
  fix
  path
}`) as unknown as TypedDocumentString<ExportTemplateFitQuery, ExportTemplateFitQueryVariables>;
export const SaveTemplateDocument = new TypedDocumentString(`
    mutation SaveTemplate($input: SaveTemplateInput!) {
  saveTemplate(input: $input) {
    template {
      ...TemplateRow
    }
    problems {
      ...ProblemFields
    }
  }
}
    fragment ProblemFields on Problem {
  code
  severity
  message
  fix
  path
}
fragment TemplateRow on Template {
  id
  name
  direction
  settings
  updatedAt
  createdBy {
    name
  }
}`) as unknown as TypedDocumentString<SaveTemplateMutation, SaveTemplateMutationVariables>;
export const DeleteTemplateDocument = new TypedDocumentString(`
    mutation DeleteTemplate($input: DeleteTemplateInput!) {
  deleteTemplate(input: $input) {
    deletedId
    problems {
      ...ProblemFields
    }
  }
}
    fragment ProblemFields on Problem {
  code
  severity
  message
  fix
  path
}`) as unknown as TypedDocumentString<DeleteTemplateMutation, DeleteTemplateMutationVariables>;
