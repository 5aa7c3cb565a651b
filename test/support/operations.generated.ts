/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { JsonValue, JsonObject } from '../../src/shared/json.js';
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
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

/** A filter for the items of an export. Absent conditions are ignored. */
export type ExportItemFilter = {
  /** Only items that are included for one of these reasons. */
  inclusions?: Array<Inclusion> | null | undefined;
  /** Only items of these kinds. For an unknown kind, `problems` contains a warning. */
  kinds?: Array<string> | null | undefined;
  /** Only items whose name or title contains this text, case-insensitive. */
  search?: string | null | undefined;
};

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

/** Why an item is part of an export. */
export type Inclusion =
  /** A selected resource depends on it. A person should confirm that it is exported. */
  | 'NEEDS_CONFIRMATION'
  /** The resource was selected. */
  | 'SELECTED'
  /** The resource is included without confirmation: a cast function of a field, or the system of record of a projection. */
  | 'SILENT';

/** The direction of an order. */
export type OrderDirection =
  /** Ascending: A to Z, oldest first. */
  | 'ASC'
  /** Descending: Z to A, newest first. */
  | 'DESC';

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

type ProblemFields_FileProblem_Fragment = { code: ProblemCode; message: string; path: Array<string> };

type ProblemFields_IncompleteFileProblem_Fragment = { code: ProblemCode; message: string; path: Array<string> };

type ProblemFields_InputProblem_Fragment = { code: ProblemCode; message: string; path: Array<string> };

type ProblemFields_ResourceProblem_Fragment = { code: ProblemCode; message: string; path: Array<string> };

type ProblemFields_SchemaVersionProblem_Fragment = { code: ProblemCode; message: string; path: Array<string> };

export type ProblemFieldsFragment =
  | ProblemFields_FileProblem_Fragment
  | ProblemFields_IncompleteFileProblem_Fragment
  | ProblemFields_InputProblem_Fragment
  | ProblemFields_ResourceProblem_Fragment
  | ProblemFields_SchemaVersionProblem_Fragment;

export type OriginFieldsFragment = {
  branch: string | null;
  exportedAt: string | null;
  sourceName: string;
  sourceId: string | null;
  bundleDigest: string | null;
  instance: { id: string; name: string } | null;
  project: { key: string; name: string } | null;
  previous: {
    branch: string | null;
    exportedAt: string | null;
    sourceName: string;
    project: { key: string; name: string } | null;
  } | null;
};

export type ResourceFieldsFragment = {
  id: string;
  name: string;
  title: string | null;
  externalReferenceCode: string | null;
  mode: ResourceMode;
  spec: JsonObject;
  digest: string;
  revision: number;
  createdAt: string;
  updatedAt: string;
  kind: { name: string; title: string };
  origin: {
    branch: string | null;
    exportedAt: string | null;
    sourceName: string;
    sourceId: string | null;
    bundleDigest: string | null;
    instance: { id: string; name: string } | null;
    project: { key: string; name: string } | null;
    previous: {
      branch: string | null;
      exportedAt: string | null;
      sourceName: string;
      project: { key: string; name: string } | null;
    } | null;
  } | null;
};

export type TaskFieldsFragment = {
  id: string;
  type: TaskType;
  status: TaskStatus;
  stage: string | null;
  processedCount: number;
  totalCount: number | null;
  createdCount: number;
  updatedCount: number;
  unchangedCount: number;
  skippedCount: number;
  failedCount: number;
  itemsPerSecond: number | null;
  createdAt: string;
  startedAt: string | null;
  endedAt: string | null;
  errorMessage: string | null;
  files: Array<{
    purpose: FilePurpose;
    name: string;
    mediaType: string;
    sizeBytes: number;
    sha256: string | null;
    url: string | null;
  }>;
};

export type PageFieldsFragment = {
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  startCursor: string | null;
  endCursor: string | null;
};

export type CreateProjectMutationVariables = Exact<{
  input: CreateProjectInput;
}>;

export type CreateProjectMutation = {
  createProject: {
    project: {
      id: string;
      key: string;
      name: string;
      capabilities: Array<Capability>;
      defaultBranch: { id: string; name: string };
      branches: Array<{ id: string; name: string }>;
    } | null;
    problems: Array<
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
    >;
  };
};

export type CreateBranchMutationVariables = Exact<{
  input: CreateBranchInput;
}>;

export type CreateBranchMutation = {
  createBranch: {
    branch: { id: string; name: string; project: { key: string } } | null;
    problems: Array<
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
    >;
  };
};

export type ProjectsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;

export type ProjectsQuery = {
  projects: {
    totalCount: number;
    edges: Array<{
      cursor: string;
      node: {
        id: string;
        key: string;
        name: string;
        capabilities: Array<Capability>;
        defaultBranch: { id: string; name: string };
      };
    }>;
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  };
};

export type ProjectQueryVariables = Exact<{
  key: string;
}>;

export type ProjectQuery = {
  project: {
    id: string;
    key: string;
    name: string;
    capabilities: Array<Capability>;
    branches: Array<{ id: string; name: string }>;
    defaultBranch: { id: string; name: string };
  } | null;
};

export type KindsQueryVariables = Exact<{ [key: string]: never }>;

export type KindsQuery = {
  kinds: Array<{
    name: string;
    title: string;
    pack: string;
    isReferenceAllowed: boolean;
    requiredCapability: Capability | null;
    schema: JsonObject;
    references: Array<{ at: string; targetKinds: Array<string>; requirement: Requirement }>;
  }> | null;
};

export type CreateResourceMutationVariables = Exact<{
  input: CreateResourceInput;
}>;

export type CreateResourceMutation = {
  createResource: {
    resource: {
      id: string;
      name: string;
      title: string | null;
      externalReferenceCode: string | null;
      mode: ResourceMode;
      spec: JsonObject;
      digest: string;
      revision: number;
      createdAt: string;
      updatedAt: string;
      kind: { name: string; title: string };
      origin: {
        branch: string | null;
        exportedAt: string | null;
        sourceName: string;
        sourceId: string | null;
        bundleDigest: string | null;
        instance: { id: string; name: string } | null;
        project: { key: string; name: string } | null;
        previous: {
          branch: string | null;
          exportedAt: string | null;
          sourceName: string;
          project: { key: string; name: string } | null;
        } | null;
      } | null;
    } | null;
    problems: Array<
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
    >;
  };
};

export type UpdateResourceMutationVariables = Exact<{
  input: UpdateResourceInput;
}>;

export type UpdateResourceMutation = {
  updateResource: {
    resource: {
      id: string;
      name: string;
      title: string | null;
      externalReferenceCode: string | null;
      mode: ResourceMode;
      spec: JsonObject;
      digest: string;
      revision: number;
      createdAt: string;
      updatedAt: string;
      kind: { name: string; title: string };
      origin: {
        branch: string | null;
        exportedAt: string | null;
        sourceName: string;
        sourceId: string | null;
        bundleDigest: string | null;
        instance: { id: string; name: string } | null;
        project: { key: string; name: string } | null;
        previous: {
          branch: string | null;
          exportedAt: string | null;
          sourceName: string;
          project: { key: string; name: string } | null;
        } | null;
      } | null;
    } | null;
    problems: Array<
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
    >;
  };
};

export type RenameResourceMutationVariables = Exact<{
  input: RenameResourceInput;
}>;

export type RenameResourceMutation = {
  renameResource: {
    resource: { id: string; name: string; revision: number } | null;
    rewritten: Array<{ id: string; name: string; kind: { name: string } }>;
    problems: Array<
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
    >;
  };
};

export type DeleteResourceMutationVariables = Exact<{
  input: DeleteResourceInput;
}>;

export type DeleteResourceMutation = {
  deleteResource: {
    deletedId: string | null;
    problems: Array<
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
    >;
  };
};

export type DetachReferenceMutationVariables = Exact<{
  input: DetachReferenceInput;
}>;

export type DetachReferenceMutation = {
  detachReference: {
    resource: {
      id: string;
      name: string;
      title: string | null;
      externalReferenceCode: string | null;
      mode: ResourceMode;
      spec: JsonObject;
      digest: string;
      revision: number;
      createdAt: string;
      updatedAt: string;
      kind: { name: string; title: string };
      origin: {
        branch: string | null;
        exportedAt: string | null;
        sourceName: string;
        sourceId: string | null;
        bundleDigest: string | null;
        instance: { id: string; name: string } | null;
        project: { key: string; name: string } | null;
        previous: {
          branch: string | null;
          exportedAt: string | null;
          sourceName: string;
          project: { key: string; name: string } | null;
        } | null;
      } | null;
    } | null;
    problems: Array<
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
    >;
  };
};

export type ResourcesQueryVariables = Exact<{
  branchId: string;
  filter?: ResourceFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;

export type ResourcesQuery = {
  resources: {
    totalCount: number;
    edges: Array<{
      cursor: string;
      node: {
        id: string;
        name: string;
        title: string | null;
        externalReferenceCode: string | null;
        mode: ResourceMode;
        spec: JsonObject;
        digest: string;
        revision: number;
        createdAt: string;
        updatedAt: string;
        kind: { name: string; title: string };
        origin: {
          branch: string | null;
          exportedAt: string | null;
          sourceName: string;
          sourceId: string | null;
          bundleDigest: string | null;
          instance: { id: string; name: string } | null;
          project: { key: string; name: string } | null;
          previous: {
            branch: string | null;
            exportedAt: string | null;
            sourceName: string;
            project: { key: string; name: string } | null;
          } | null;
        } | null;
      };
    }>;
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  } | null;
};

export type ResourceQueryVariables = Exact<{
  id: string;
}>;

export type ResourceQuery = {
  resource: {
    id: string;
    name: string;
    title: string | null;
    externalReferenceCode: string | null;
    mode: ResourceMode;
    spec: JsonObject;
    digest: string;
    revision: number;
    createdAt: string;
    updatedAt: string;
    parent: { id: string; name: string } | null;
    children: { edges: Array<{ node: { id: string; name: string } }> };
    kind: { name: string; title: string };
    origin: {
      branch: string | null;
      exportedAt: string | null;
      sourceName: string;
      sourceId: string | null;
      bundleDigest: string | null;
      instance: { id: string; name: string } | null;
      project: { key: string; name: string } | null;
      previous: {
        branch: string | null;
        exportedAt: string | null;
        sourceName: string;
        project: { key: string; name: string } | null;
      } | null;
    } | null;
  } | null;
};

export type DependenciesQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;

export type DependenciesQuery = {
  resource: {
    id: string;
    name: string;
    dependencies: {
      totalCount: number;
      nodes: Array<{
        at: string;
        requirement: Requirement;
        targetKinds: Array<string>;
        targetName: string;
        isResolved: boolean;
        target: { id: string; name: string; kind: { name: string } } | null;
      }>;
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
    dependents: {
      totalCount: number;
      nodes: Array<{
        at: string;
        requirement: Requirement;
        source: { id: string; name: string; kind: { name: string } };
      }>;
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
  } | null;
};

export type DependencyGraphQueryVariables = Exact<{
  branchId: string;
  rootIds: Array<string> | string;
  direction: GraphDirection;
  depth?: number | null | undefined;
  maxNodes?: number | null | undefined;
}>;

export type DependencyGraphQuery = {
  dependencyGraph: {
    nodeCount: number;
    edgeCount: number;
    isTruncated: boolean;
    nodes: Array<{ id: string; name: string; mode: ResourceMode; kind: { name: string } }>;
    edges: Array<{ sourceId: string; targetId: string; at: string; requirement: Requirement }>;
    unresolved: Array<{
      at: string;
      targetKinds: Array<string>;
      targetName: string;
      requirement: Requirement;
      source: { id: string; name: string };
    }>;
    cycles: Array<{ nodes: Array<{ id: string; name: string }> }>;
  } | null;
};

export type ExportFieldsQueryVariables = Exact<{
  branchId: string;
  kind: string;
  definitionErc?: string | null | undefined;
}>;

export type ExportFieldsQuery = {
  exportFields: Array<{ name: string; title: string; type: string; isRequired: boolean }> | null;
};

export type ExportPreviewQueryVariables = Exact<{
  input: StartExportInput;
  filter?: ExportItemFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;

export type ExportPreviewQuery = {
  exportPreview: {
    sizeBytes: number;
    items: {
      totalCount: number;
      nodes: Array<{
        inclusion: Inclusion;
        resource: { id: string; name: string; kind: { name: string } };
        reason: Array<{ id: string; name: string; kind: { name: string } }>;
      }>;
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
    byKind: Array<{ count: number; kind: { name: string; title: string } }>;
    requirements: Array<{
      targetKinds: Array<string>;
      targetName: string;
      requirement: Requirement;
      isPresent: boolean;
      requiredBy: Array<{ id: string; name: string }>;
    }>;
    unresolved: Array<{ at: string; targetName: string; source: { id: string; name: string } }>;
    cycles: Array<{ nodes: Array<{ id: string; name: string }> }>;
    problems: Array<
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
    >;
  } | null;
};

export type StartExportMutationVariables = Exact<{
  input: StartExportInput;
}>;

export type StartExportMutation = {
  startExport: {
    task: {
      id: string;
      type: TaskType;
      status: TaskStatus;
      stage: string | null;
      processedCount: number;
      totalCount: number | null;
      createdCount: number;
      updatedCount: number;
      unchangedCount: number;
      skippedCount: number;
      failedCount: number;
      itemsPerSecond: number | null;
      createdAt: string;
      startedAt: string | null;
      endedAt: string | null;
      errorMessage: string | null;
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
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
    >;
  };
};

export type StageImportMutationVariables = Exact<{
  input: StageImportInput;
}>;

export type StageImportMutation = {
  stageImport: {
    plan: {
      id: string;
      status: ImportPlanStatus;
      task: {
        id: string;
        type: TaskType;
        status: TaskStatus;
        stage: string | null;
        processedCount: number;
        totalCount: number | null;
        createdCount: number;
        updatedCount: number;
        unchangedCount: number;
        skippedCount: number;
        failedCount: number;
        itemsPerSecond: number | null;
        createdAt: string;
        startedAt: string | null;
        endedAt: string | null;
        errorMessage: string | null;
        files: Array<{
          purpose: FilePurpose;
          name: string;
          mediaType: string;
          sizeBytes: number;
          sha256: string | null;
          url: string | null;
        }>;
      };
    } | null;
    problems: Array<
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
    >;
  };
};

export type StageTransferMutationVariables = Exact<{
  input: StageTransferInput;
}>;

export type StageTransferMutation = {
  stageTransfer: {
    plan: {
      id: string;
      status: ImportPlanStatus;
      task: {
        id: string;
        type: TaskType;
        status: TaskStatus;
        stage: string | null;
        processedCount: number;
        totalCount: number | null;
        createdCount: number;
        updatedCount: number;
        unchangedCount: number;
        skippedCount: number;
        failedCount: number;
        itemsPerSecond: number | null;
        createdAt: string;
        startedAt: string | null;
        endedAt: string | null;
        errorMessage: string | null;
        files: Array<{
          purpose: FilePurpose;
          name: string;
          mediaType: string;
          sizeBytes: number;
          sha256: string | null;
          url: string | null;
        }>;
      };
    } | null;
    problems: Array<
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
    >;
  };
};

export type ImportPlanQueryVariables = Exact<{
  id: string;
  filter?: ImportItemFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;

export type ImportPlanQuery = {
  importPlan: {
    id: string;
    status: ImportPlanStatus;
    format: string | null;
    isExecutable: boolean;
    source: {
      branch: string | null;
      exportedAt: string | null;
      exportedBy: string | null;
      instance: { id: string; name: string } | null;
      project: { key: string; name: string } | null;
    } | null;
    counts: {
      total: number;
      selected: number;
      create: number;
      update: number;
      referenceUpdate: number;
      unchanged: number;
      collision: number;
      skipped: number;
      blocked: number;
    };
    problems: Array<
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
    >;
    items: {
      totalCount: number;
      edges: Array<{
        cursor: string;
        node: {
          id: string;
          name: string;
          newName: string | null;
          mode: ImportMode;
          isSelected: boolean;
          action: ImportAction;
          canRename: boolean;
          line: number;
          kind: { name: string; title: string };
          problems: Array<
            | { code: ProblemCode; message: string; path: Array<string> }
            | { code: ProblemCode; message: string; path: Array<string> }
            | { code: ProblemCode; message: string; path: Array<string> }
            | { code: ProblemCode; message: string; path: Array<string> }
            | { code: ProblemCode; message: string; path: Array<string> }
          >;
          existing: {
            id: string;
            name: string;
            mode: ResourceMode;
            origin: { project: { key: string } | null } | null;
          } | null;
          origin: {
            branch: string | null;
            exportedAt: string | null;
            sourceName: string;
            sourceId: string | null;
            bundleDigest: string | null;
            instance: { id: string; name: string } | null;
            project: { key: string; name: string } | null;
            previous: {
              branch: string | null;
              exportedAt: string | null;
              sourceName: string;
              project: { key: string; name: string } | null;
            } | null;
          } | null;
          diff: Array<{ path: string; before: JsonValue | null; after: JsonValue | null }>;
        };
      }>;
      pageInfo: {
        hasNextPage: boolean;
        hasPreviousPage: boolean;
        startCursor: string | null;
        endCursor: string | null;
      };
    };
  } | null;
};

export type SelectImportItemsMutationVariables = Exact<{
  input: SelectImportItemsInput;
}>;

export type SelectImportItemsMutation = {
  selectImportItems: {
    plan: {
      id: string;
      isExecutable: boolean;
      counts: { total: number; selected: number; collision: number; blocked: number };
    } | null;
    problems: Array<
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
    >;
  };
};

export type SetImportModeMutationVariables = Exact<{
  input: SetImportModeInput;
}>;

export type SetImportModeMutation = {
  setImportMode: {
    plan: {
      id: string;
      isExecutable: boolean;
      counts: { total: number; selected: number; collision: number; blocked: number; referenceUpdate: number };
    } | null;
    problems: Array<
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
    >;
  };
};

export type ImportMappingQueryVariables = Exact<{
  planId: string;
}>;

export type ImportMappingQuery = {
  importPlan: {
    id: string;
    unmappedSourceFields: Array<string>;
    missingRequiredFields: Array<string>;
    sampleRows: Array<JsonValue>;
    sourceFields: Array<{ name: string; sample: string | null; type: string | null }>;
    targetFields: Array<{ name: string; title: string; type: string; isRequired: boolean }>;
    mapping: Array<{ source: string; target: string }>;
  } | null;
};

export type SetImportOptionsMutationVariables = Exact<{
  input: SetImportOptionsInput;
}>;

export type SetImportOptionsMutation = {
  setImportOptions: {
    plan: {
      id: string;
      isExecutable: boolean;
      counts: { total: number; create: number; update: number; unchanged: number; blocked: number };
    } | null;
    problems: Array<
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
    >;
  };
};

export type RenameImportItemMutationVariables = Exact<{
  input: RenameImportItemInput;
}>;

export type RenameImportItemMutation = {
  renameImportItem: {
    item: {
      id: string;
      name: string;
      newName: string | null;
      action: ImportAction;
      problems: Array<
        | { code: ProblemCode; message: string; path: Array<string> }
        | { code: ProblemCode; message: string; path: Array<string> }
        | { code: ProblemCode; message: string; path: Array<string> }
        | { code: ProblemCode; message: string; path: Array<string> }
        | { code: ProblemCode; message: string; path: Array<string> }
      >;
    } | null;
    problems: Array<
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
    >;
  };
};

export type ExecuteImportMutationVariables = Exact<{
  input: ExecuteImportInput;
}>;

export type ExecuteImportMutation = {
  executeImport: {
    task: {
      id: string;
      type: TaskType;
      status: TaskStatus;
      stage: string | null;
      processedCount: number;
      totalCount: number | null;
      createdCount: number;
      updatedCount: number;
      unchangedCount: number;
      skippedCount: number;
      failedCount: number;
      itemsPerSecond: number | null;
      createdAt: string;
      startedAt: string | null;
      endedAt: string | null;
      errorMessage: string | null;
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
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
    >;
  };
};

export type DiscardImportMutationVariables = Exact<{
  input: DiscardImportInput;
}>;

export type DiscardImportMutation = {
  discardImport: {
    plan: { id: string; status: ImportPlanStatus } | null;
    problems: Array<
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
    >;
  };
};

export type TaskQueryVariables = Exact<{
  id: string;
}>;

export type TaskQuery = {
  task: {
    id: string;
    type: TaskType;
    status: TaskStatus;
    stage: string | null;
    processedCount: number;
    totalCount: number | null;
    createdCount: number;
    updatedCount: number;
    unchangedCount: number;
    skippedCount: number;
    failedCount: number;
    itemsPerSecond: number | null;
    createdAt: string;
    startedAt: string | null;
    endedAt: string | null;
    errorMessage: string | null;
    files: Array<{
      purpose: FilePurpose;
      name: string;
      mediaType: string;
      sizeBytes: number;
      sha256: string | null;
      url: string | null;
    }>;
  } | null;
};

export type TasksQueryVariables = Exact<{
  filter?: TaskFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;

export type TasksQuery = {
  tasks: {
    totalCount: number;
    edges: Array<{
      cursor: string;
      node: {
        id: string;
        type: TaskType;
        status: TaskStatus;
        stage: string | null;
        processedCount: number;
        totalCount: number | null;
        createdCount: number;
        updatedCount: number;
        unchangedCount: number;
        skippedCount: number;
        failedCount: number;
        itemsPerSecond: number | null;
        createdAt: string;
        startedAt: string | null;
        endedAt: string | null;
        errorMessage: string | null;
        files: Array<{
          purpose: FilePurpose;
          name: string;
          mediaType: string;
          sizeBytes: number;
          sha256: string | null;
          url: string | null;
        }>;
      };
    }>;
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  } | null;
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
      createdCount: number;
      updatedCount: number;
      unchangedCount: number;
      skippedCount: number;
      failedCount: number;
      itemsPerSecond: number | null;
      createdAt: string;
      startedAt: string | null;
      endedAt: string | null;
      errorMessage: string | null;
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
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
    >;
  };
};

export type TaskProgressSubscriptionVariables = Exact<{
  id: string;
}>;

export type TaskProgressSubscription = {
  taskProgress: {
    id: string;
    type: TaskType;
    status: TaskStatus;
    stage: string | null;
    processedCount: number;
    totalCount: number | null;
    createdCount: number;
    updatedCount: number;
    unchangedCount: number;
    skippedCount: number;
    failedCount: number;
    itemsPerSecond: number | null;
    createdAt: string;
    startedAt: string | null;
    endedAt: string | null;
    errorMessage: string | null;
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

export type HistoryQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;

export type HistoryQuery = {
  resource: {
    id: string;
    history: {
      totalCount: number;
      edges: Array<{
        node: {
          revision: number;
          spec: JsonObject;
          digest: string;
          changedAt: string;
          changedBy: { name: string } | null;
          task: { id: string; type: TaskType } | null;
        };
      }>;
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
  } | null;
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
      createdCount: number;
      updatedCount: number;
      unchangedCount: number;
      skippedCount: number;
      failedCount: number;
      itemsPerSecond: number | null;
      createdAt: string;
      startedAt: string | null;
      endedAt: string | null;
      errorMessage: string | null;
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
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
    >;
  };
};

export type SetPackEnabledMutationVariables = Exact<{
  input: SetPackEnabledInput;
}>;

export type SetPackEnabledMutation = {
  setPackEnabled: {
    project: { id: string; packs: Array<{ name: string; isBeta: boolean; isEnabled: boolean }> } | null;
    problems: Array<
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
    >;
  };
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
      createdAt: string;
      updatedAt: string;
      createdBy: { name: string } | null;
    } | null;
    problems: Array<
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
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
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
    >;
  };
};

export type TemplatesQueryVariables = Exact<{
  projectId: string;
  direction?: TemplateDirection | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;

export type TemplatesQuery = {
  templates: {
    totalCount: number;
    edges: Array<{
      node: { id: string; name: string; direction: TemplateDirection; settings: JsonObject; updatedAt: string };
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  } | null;
};

export type MeQueryVariables = Exact<{ [key: string]: never }>;

export type MeQuery = {
  me: {
    id: string;
    name: string;
    isSuperuser: boolean;
    memberships: {
      totalCount: number;
      nodes: Array<{ role: Role; project: { id: string; key: string } }>;
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
  };
};

export type CreateTokenMutationVariables = Exact<{
  input: CreateTokenInput;
}>;

export type CreateTokenMutation = {
  createToken: {
    secret: string | null;
    token: { id: string; name: string; isSuperuser: boolean; expiresAt: string | null } | null;
    problems: Array<
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
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
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
    >;
  };
};

export type GrantRoleMutationVariables = Exact<{
  input: GrantRoleInput;
}>;

export type GrantRoleMutation = {
  grantRole: {
    membership: { role: Role; project: { id: string }; principal: { id: string; name: string } } | null;
    problems: Array<
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
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
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
    >;
  };
};

export type BranchOverviewQueryVariables = Exact<{
  projectKey: string;
  name: string;
}>;

export type BranchOverviewQuery = {
  branch: {
    id: string;
    name: string;
    project: {
      id: string;
      key: string;
      name: string;
      description: string | null;
      capabilities: Array<Capability>;
      packs: Array<{ name: string; isBeta: boolean; isEnabled: boolean }>;
    };
    kindCounts: Array<{
      count: number;
      referenceCount: number;
      kind: { name: string; title: string; pluralTitle: string };
    }>;
    importPlans: {
      totalCount: number;
      nodes: Array<{
        id: string;
        status: ImportPlanStatus;
        fileName: string | null;
        createdAt: string;
        createdBy: { name: string } | null;
      }>;
    };
  } | null;
};

export type ResourcePageQueryVariables = Exact<{
  branchId: string;
  filter?: ResourceFilter | null | undefined;
  orderBy?: ResourceOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;

export type ResourcePageQuery = {
  resources: {
    totalCount: number;
    nodes: Array<{
      id: string;
      name: string;
      title: string | null;
      mode: ResourceMode;
      updatedAt: string;
      kind: { name: string };
      origin: {
        branch: string | null;
        exportedAt: string | null;
        project: { key: string; name: string } | null;
      } | null;
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  } | null;
};

export type ImportPlansQueryVariables = Exact<{
  branchId: string;
  statuses?: Array<ImportPlanStatus> | ImportPlanStatus | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;

export type ImportPlansQuery = {
  importPlans: {
    totalCount: number;
    nodes: Array<{
      id: string;
      status: ImportPlanStatus;
      format: string | null;
      fileName: string | null;
      createdAt: string;
      createdBy: { name: string } | null;
      counts: { total: number; create: number; collision: number; blocked: number };
      kindCounts: Array<{
        kind: { name: string; title: string };
        counts: {
          total: number;
          selected: number;
          create: number;
          update: number;
          referenceUpdate: number;
          unchanged: number;
          collision: number;
          skipped: number;
          blocked: number;
        };
      }>;
      executeTask: { id: string; status: TaskStatus } | null;
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  } | null;
};

export type TaskOriginQueryVariables = Exact<{
  id: string;
}>;

export type TaskOriginQuery = {
  task: {
    id: string;
    type: TaskType;
    importPlan: { id: string; status: ImportPlanStatus } | null;
    branch: { id: string; name: string; project: { key: string } } | null;
    createdBy: { name: string } | null;
  } | null;
};

export type NodeQueryVariables = Exact<{
  id: string;
}>;

export type NodeQuery = {
  node:
    | { __typename: 'AccessToken'; id: string }
    | { __typename: 'AuditEvent'; id: string }
    | { __typename: 'Binding'; id: string }
    | { __typename: 'Branch'; name: string; id: string }
    | { __typename: 'ImportItem'; id: string }
    | { __typename: 'ImportPlan'; id: string }
    | { __typename: 'Principal'; id: string }
    | { __typename: 'Project'; key: string; id: string }
    | { __typename: 'Resource'; name: string; id: string }
    | { __typename: 'Schedule'; id: string }
    | { __typename: 'Task'; id: string }
    | { __typename: 'Template'; id: string }
    | null;
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
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
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
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
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
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
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
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
      | { code: ProblemCode; message: string; path: Array<string> }
    >;
  };
};

export type TasksChangedSubscriptionVariables = Exact<{
  projectId?: string | null | undefined;
}>;

export type TasksChangedSubscription = {
  tasksChanged: {
    id: string;
    type: TaskType;
    status: TaskStatus;
    stage: string | null;
    processedCount: number;
    totalCount: number | null;
    createdCount: number;
    updatedCount: number;
    unchangedCount: number;
    skippedCount: number;
    failedCount: number;
    itemsPerSecond: number | null;
    createdAt: string;
    startedAt: string | null;
    endedAt: string | null;
    errorMessage: string | null;
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

export type BranchChangedSubscriptionVariables = Exact<{
  branchId: string;
}>;

export type BranchChangedSubscription = { branchChanged: { id: string; version: number } };

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
export const ProblemFieldsFragmentDoc = new TypedDocumentString(
  `
    fragment ProblemFields on Problem {
  code
  message
  path
}
    `,
  { fragmentName: 'ProblemFields' },
) as unknown as TypedDocumentString<ProblemFieldsFragment, unknown>;
export const OriginFieldsFragmentDoc = new TypedDocumentString(
  `
    fragment OriginFields on Origin {
  instance {
    id
    name
  }
  project {
    key
    name
  }
  branch
  exportedAt
  sourceName
  sourceId
  bundleDigest
  previous {
    project {
      key
      name
    }
    branch
    exportedAt
    sourceName
  }
}
    `,
  { fragmentName: 'OriginFields' },
) as unknown as TypedDocumentString<OriginFieldsFragment, unknown>;
export const ResourceFieldsFragmentDoc = new TypedDocumentString(
  `
    fragment ResourceFields on Resource {
  id
  kind {
    name
    title
  }
  name
  title
  externalReferenceCode
  mode
  spec
  digest
  revision
  createdAt
  updatedAt
  origin {
    ...OriginFields
  }
}
    fragment OriginFields on Origin {
  instance {
    id
    name
  }
  project {
    key
    name
  }
  branch
  exportedAt
  sourceName
  sourceId
  bundleDigest
  previous {
    project {
      key
      name
    }
    branch
    exportedAt
    sourceName
  }
}`,
  { fragmentName: 'ResourceFields' },
) as unknown as TypedDocumentString<ResourceFieldsFragment, unknown>;
export const TaskFieldsFragmentDoc = new TypedDocumentString(
  `
    fragment TaskFields on Task {
  id
  type
  status
  stage
  processedCount
  totalCount
  createdCount
  updatedCount
  unchangedCount
  skippedCount
  failedCount
  itemsPerSecond
  createdAt
  startedAt
  endedAt
  errorMessage
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
  { fragmentName: 'TaskFields' },
) as unknown as TypedDocumentString<TaskFieldsFragment, unknown>;
export const PageFieldsFragmentDoc = new TypedDocumentString(
  `
    fragment PageFields on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
    `,
  { fragmentName: 'PageFields' },
) as unknown as TypedDocumentString<PageFieldsFragment, unknown>;
export const CreateProjectDocument = new TypedDocumentString(`
    mutation CreateProject($input: CreateProjectInput!) {
  createProject(input: $input) {
    project {
      id
      key
      name
      capabilities
      defaultBranch {
        id
        name
      }
      branches {
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
  message
  path
}`) as unknown as TypedDocumentString<CreateProjectMutation, CreateProjectMutationVariables>;
export const CreateBranchDocument = new TypedDocumentString(`
    mutation CreateBranch($input: CreateBranchInput!) {
  createBranch(input: $input) {
    branch {
      id
      name
      project {
        key
      }
    }
    problems {
      ...ProblemFields
    }
  }
}
    fragment ProblemFields on Problem {
  code
  message
  path
}`) as unknown as TypedDocumentString<CreateBranchMutation, CreateBranchMutationVariables>;
export const ProjectsDocument = new TypedDocumentString(`
    query Projects($first: Int, $after: String) {
  projects(first: $first, after: $after) {
    totalCount
    edges {
      cursor
      node {
        id
        key
        name
        capabilities
        defaultBranch {
          id
          name
        }
      }
    }
    pageInfo {
      ...PageFields
    }
  }
}
    fragment PageFields on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`) as unknown as TypedDocumentString<ProjectsQuery, ProjectsQueryVariables>;
export const ProjectDocument = new TypedDocumentString(`
    query Project($key: String!) {
  project(key: $key) {
    id
    key
    name
    capabilities
    branches {
      id
      name
    }
    defaultBranch {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<ProjectQuery, ProjectQueryVariables>;
export const KindsDocument = new TypedDocumentString(`
    query Kinds {
  kinds {
    name
    title
    pack
    isReferenceAllowed
    requiredCapability
    schema
    references {
      at
      targetKinds
      requirement
    }
  }
}
    `) as unknown as TypedDocumentString<KindsQuery, KindsQueryVariables>;
export const CreateResourceDocument = new TypedDocumentString(`
    mutation CreateResource($input: CreateResourceInput!) {
  createResource(input: $input) {
    resource {
      ...ResourceFields
    }
    problems {
      ...ProblemFields
    }
  }
}
    fragment ProblemFields on Problem {
  code
  message
  path
}
fragment OriginFields on Origin {
  instance {
    id
    name
  }
  project {
    key
    name
  }
  branch
  exportedAt
  sourceName
  sourceId
  bundleDigest
  previous {
    project {
      key
      name
    }
    branch
    exportedAt
    sourceName
  }
}
fragment ResourceFields on Resource {
  id
  kind {
    name
    title
  }
  name
  title
  externalReferenceCode
  mode
  spec
  digest
  revision
  createdAt
  updatedAt
  origin {
    ...OriginFields
  }
}`) as unknown as TypedDocumentString<CreateResourceMutation, CreateResourceMutationVariables>;
export const UpdateResourceDocument = new TypedDocumentString(`
    mutation UpdateResource($input: UpdateResourceInput!) {
  updateResource(input: $input) {
    resource {
      ...ResourceFields
    }
    problems {
      ...ProblemFields
    }
  }
}
    fragment ProblemFields on Problem {
  code
  message
  path
}
fragment OriginFields on Origin {
  instance {
    id
    name
  }
  project {
    key
    name
  }
  branch
  exportedAt
  sourceName
  sourceId
  bundleDigest
  previous {
    project {
      key
      name
    }
    branch
    exportedAt
    sourceName
  }
}
fragment ResourceFields on Resource {
  id
  kind {
    name
    title
  }
  name
  title
  externalReferenceCode
  mode
  spec
  digest
  revision
  createdAt
  updatedAt
  origin {
    ...OriginFields
  }
}`) as unknown as TypedDocumentString<UpdateResourceMutation, UpdateResourceMutationVariables>;
export const RenameResourceDocument = new TypedDocumentString(`
    mutation RenameResource($input: RenameResourceInput!) {
  renameResource(input: $input) {
    resource {
      id
      name
      revision
    }
    rewritten {
      id
      name
      kind {
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
  message
  path
}`) as unknown as TypedDocumentString<RenameResourceMutation, RenameResourceMutationVariables>;
export const DeleteResourceDocument = new TypedDocumentString(`
    mutation DeleteResource($input: DeleteResourceInput!) {
  deleteResource(input: $input) {
    deletedId
    problems {
      ...ProblemFields
    }
  }
}
    fragment ProblemFields on Problem {
  code
  message
  path
}`) as unknown as TypedDocumentString<DeleteResourceMutation, DeleteResourceMutationVariables>;
export const DetachReferenceDocument = new TypedDocumentString(`
    mutation DetachReference($input: DetachReferenceInput!) {
  detachReference(input: $input) {
    resource {
      ...ResourceFields
    }
    problems {
      ...ProblemFields
    }
  }
}
    fragment ProblemFields on Problem {
  code
  message
  path
}
fragment OriginFields on Origin {
  instance {
    id
    name
  }
  project {
    key
    name
  }
  branch
  exportedAt
  sourceName
  sourceId
  bundleDigest
  previous {
    project {
      key
      name
    }
    branch
    exportedAt
    sourceName
  }
}
fragment ResourceFields on Resource {
  id
  kind {
    name
    title
  }
  name
  title
  externalReferenceCode
  mode
  spec
  digest
  revision
  createdAt
  updatedAt
  origin {
    ...OriginFields
  }
}`) as unknown as TypedDocumentString<DetachReferenceMutation, DetachReferenceMutationVariables>;
export const ResourcesDocument = new TypedDocumentString(`
    query Resources($branchId: ID!, $filter: ResourceFilter, $first: Int, $after: String) {
  resources(branchId: $branchId, filter: $filter, first: $first, after: $after) {
    totalCount
    edges {
      cursor
      node {
        ...ResourceFields
      }
    }
    pageInfo {
      ...PageFields
    }
  }
}
    fragment OriginFields on Origin {
  instance {
    id
    name
  }
  project {
    key
    name
  }
  branch
  exportedAt
  sourceName
  sourceId
  bundleDigest
  previous {
    project {
      key
      name
    }
    branch
    exportedAt
    sourceName
  }
}
fragment ResourceFields on Resource {
  id
  kind {
    name
    title
  }
  name
  title
  externalReferenceCode
  mode
  spec
  digest
  revision
  createdAt
  updatedAt
  origin {
    ...OriginFields
  }
}
fragment PageFields on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`) as unknown as TypedDocumentString<ResourcesQuery, ResourcesQueryVariables>;
export const ResourceDocument = new TypedDocumentString(`
    query Resource($id: ID!) {
  resource(id: $id) {
    ...ResourceFields
    parent {
      id
      name
    }
    children(first: 50) {
      edges {
        node {
          id
          name
        }
      }
    }
  }
}
    fragment OriginFields on Origin {
  instance {
    id
    name
  }
  project {
    key
    name
  }
  branch
  exportedAt
  sourceName
  sourceId
  bundleDigest
  previous {
    project {
      key
      name
    }
    branch
    exportedAt
    sourceName
  }
}
fragment ResourceFields on Resource {
  id
  kind {
    name
    title
  }
  name
  title
  externalReferenceCode
  mode
  spec
  digest
  revision
  createdAt
  updatedAt
  origin {
    ...OriginFields
  }
}`) as unknown as TypedDocumentString<ResourceQuery, ResourceQueryVariables>;
export const DependenciesDocument = new TypedDocumentString(`
    query Dependencies($id: ID!, $first: Int, $after: String) {
  resource(id: $id) {
    id
    name
    dependencies(first: $first, after: $after) {
      totalCount
      nodes {
        at
        requirement
        targetKinds
        targetName
        isResolved
        target {
          id
          name
          kind {
            name
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    dependents(first: $first, after: $after) {
      totalCount
      nodes {
        at
        requirement
        source {
          id
          name
          kind {
            name
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<DependenciesQuery, DependenciesQueryVariables>;
export const DependencyGraphDocument = new TypedDocumentString(`
    query DependencyGraph($branchId: ID!, $rootIds: [ID!]!, $direction: GraphDirection!, $depth: Int, $maxNodes: Int) {
  dependencyGraph(
    branchId: $branchId
    rootIds: $rootIds
    direction: $direction
    depth: $depth
    maxNodes: $maxNodes
  ) {
    nodeCount
    edgeCount
    isTruncated
    nodes {
      id
      name
      kind {
        name
      }
      mode
    }
    edges {
      sourceId
      targetId
      at
      requirement
    }
    unresolved {
      source {
        id
        name
      }
      at
      targetKinds
      targetName
      requirement
    }
    cycles {
      nodes {
        id
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<DependencyGraphQuery, DependencyGraphQueryVariables>;
export const ExportFieldsDocument = new TypedDocumentString(`
    query ExportFields($branchId: ID!, $kind: String!, $definitionErc: String) {
  exportFields(branchId: $branchId, kind: $kind, definitionErc: $definitionErc) {
    name
    title
    type
    isRequired
  }
}
    `) as unknown as TypedDocumentString<ExportFieldsQuery, ExportFieldsQueryVariables>;
export const ExportPreviewDocument = new TypedDocumentString(`
    query ExportPreview($input: StartExportInput!, $filter: ExportItemFilter, $first: Int, $after: String) {
  exportPreview(input: $input) {
    items(filter: $filter, first: $first, after: $after) {
      totalCount
      nodes {
        resource {
          id
          name
          kind {
            name
          }
        }
        inclusion
        reason {
          id
          name
          kind {
            name
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    byKind {
      kind {
        name
        title
      }
      count
    }
    requirements {
      targetKinds
      targetName
      requirement
      requiredBy {
        id
        name
      }
      isPresent
    }
    unresolved {
      source {
        id
        name
      }
      at
      targetName
    }
    cycles {
      nodes {
        id
        name
      }
    }
    problems {
      ...ProblemFields
    }
    sizeBytes
  }
}
    fragment ProblemFields on Problem {
  code
  message
  path
}`) as unknown as TypedDocumentString<ExportPreviewQuery, ExportPreviewQueryVariables>;
export const StartExportDocument = new TypedDocumentString(`
    mutation StartExport($input: StartExportInput!) {
  startExport(input: $input) {
    task {
      ...TaskFields
    }
    problems {
      ...ProblemFields
    }
  }
}
    fragment ProblemFields on Problem {
  code
  message
  path
}
fragment TaskFields on Task {
  id
  type
  status
  stage
  processedCount
  totalCount
  createdCount
  updatedCount
  unchangedCount
  skippedCount
  failedCount
  itemsPerSecond
  createdAt
  startedAt
  endedAt
  errorMessage
  files {
    purpose
    name
    mediaType
    sizeBytes
    sha256
    url
  }
}`) as unknown as TypedDocumentString<StartExportMutation, StartExportMutationVariables>;
export const StageImportDocument = new TypedDocumentString(`
    mutation StageImport($input: StageImportInput!) {
  stageImport(input: $input) {
    plan {
      id
      status
      task {
        ...TaskFields
      }
    }
    problems {
      ...ProblemFields
    }
  }
}
    fragment ProblemFields on Problem {
  code
  message
  path
}
fragment TaskFields on Task {
  id
  type
  status
  stage
  processedCount
  totalCount
  createdCount
  updatedCount
  unchangedCount
  skippedCount
  failedCount
  itemsPerSecond
  createdAt
  startedAt
  endedAt
  errorMessage
  files {
    purpose
    name
    mediaType
    sizeBytes
    sha256
    url
  }
}`) as unknown as TypedDocumentString<StageImportMutation, StageImportMutationVariables>;
export const StageTransferDocument = new TypedDocumentString(`
    mutation StageTransfer($input: StageTransferInput!) {
  stageTransfer(input: $input) {
    plan {
      id
      status
      task {
        ...TaskFields
      }
    }
    problems {
      ...ProblemFields
    }
  }
}
    fragment ProblemFields on Problem {
  code
  message
  path
}
fragment TaskFields on Task {
  id
  type
  status
  stage
  processedCount
  totalCount
  createdCount
  updatedCount
  unchangedCount
  skippedCount
  failedCount
  itemsPerSecond
  createdAt
  startedAt
  endedAt
  errorMessage
  files {
    purpose
    name
    mediaType
    sizeBytes
    sha256
    url
  }
}`) as unknown as TypedDocumentString<StageTransferMutation, StageTransferMutationVariables>;
export const ImportPlanDocument = new TypedDocumentString(`
    query ImportPlan($id: ID!, $filter: ImportItemFilter, $first: Int, $after: String) {
  importPlan(id: $id) {
    id
    status
    format
    source {
      instance {
        id
        name
      }
      project {
        key
        name
      }
      branch
      exportedAt
      exportedBy
    }
    counts {
      total
      selected
      create
      update
      referenceUpdate
      unchanged
      collision
      skipped
      blocked
    }
    problems {
      ...ProblemFields
    }
    isExecutable
    items(filter: $filter, first: $first, after: $after) {
      totalCount
      edges {
        cursor
        node {
          id
          kind {
            name
            title
          }
          name
          newName
          mode
          isSelected
          action
          canRename
          line
          problems {
            ...ProblemFields
          }
          existing {
            id
            name
            mode
            origin {
              project {
                key
              }
            }
          }
          origin {
            ...OriginFields
          }
          diff {
            path
            before
            after
          }
        }
      }
      pageInfo {
        ...PageFields
      }
    }
  }
}
    fragment ProblemFields on Problem {
  code
  message
  path
}
fragment OriginFields on Origin {
  instance {
    id
    name
  }
  project {
    key
    name
  }
  branch
  exportedAt
  sourceName
  sourceId
  bundleDigest
  previous {
    project {
      key
      name
    }
    branch
    exportedAt
    sourceName
  }
}
fragment PageFields on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`) as unknown as TypedDocumentString<ImportPlanQuery, ImportPlanQueryVariables>;
export const SelectImportItemsDocument = new TypedDocumentString(`
    mutation SelectImportItems($input: SelectImportItemsInput!) {
  selectImportItems(input: $input) {
    plan {
      id
      counts {
        total
        selected
        collision
        blocked
      }
      isExecutable
    }
    problems {
      ...ProblemFields
    }
  }
}
    fragment ProblemFields on Problem {
  code
  message
  path
}`) as unknown as TypedDocumentString<SelectImportItemsMutation, SelectImportItemsMutationVariables>;
export const SetImportModeDocument = new TypedDocumentString(`
    mutation SetImportMode($input: SetImportModeInput!) {
  setImportMode(input: $input) {
    plan {
      id
      counts {
        total
        selected
        collision
        blocked
        referenceUpdate
      }
      isExecutable
    }
    problems {
      ...ProblemFields
    }
  }
}
    fragment ProblemFields on Problem {
  code
  message
  path
}`) as unknown as TypedDocumentString<SetImportModeMutation, SetImportModeMutationVariables>;
export const ImportMappingDocument = new TypedDocumentString(`
    query ImportMapping($planId: ID!) {
  importPlan(id: $planId) {
    id
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
    mapping {
      source
      target
    }
    unmappedSourceFields
    missingRequiredFields
    sampleRows(first: 20)
  }
}
    `) as unknown as TypedDocumentString<ImportMappingQuery, ImportMappingQueryVariables>;
export const SetImportOptionsDocument = new TypedDocumentString(`
    mutation SetImportOptions($input: SetImportOptionsInput!) {
  setImportOptions(input: $input) {
    plan {
      id
      counts {
        total
        create
        update
        unchanged
        blocked
      }
      isExecutable
    }
    problems {
      ...ProblemFields
    }
  }
}
    fragment ProblemFields on Problem {
  code
  message
  path
}`) as unknown as TypedDocumentString<SetImportOptionsMutation, SetImportOptionsMutationVariables>;
export const RenameImportItemDocument = new TypedDocumentString(`
    mutation RenameImportItem($input: RenameImportItemInput!) {
  renameImportItem(input: $input) {
    item {
      id
      name
      newName
      action
      problems {
        ...ProblemFields
      }
    }
    problems {
      ...ProblemFields
    }
  }
}
    fragment ProblemFields on Problem {
  code
  message
  path
}`) as unknown as TypedDocumentString<RenameImportItemMutation, RenameImportItemMutationVariables>;
export const ExecuteImportDocument = new TypedDocumentString(`
    mutation ExecuteImport($input: ExecuteImportInput!) {
  executeImport(input: $input) {
    task {
      ...TaskFields
    }
    problems {
      ...ProblemFields
    }
  }
}
    fragment ProblemFields on Problem {
  code
  message
  path
}
fragment TaskFields on Task {
  id
  type
  status
  stage
  processedCount
  totalCount
  createdCount
  updatedCount
  unchangedCount
  skippedCount
  failedCount
  itemsPerSecond
  createdAt
  startedAt
  endedAt
  errorMessage
  files {
    purpose
    name
    mediaType
    sizeBytes
    sha256
    url
  }
}`) as unknown as TypedDocumentString<ExecuteImportMutation, ExecuteImportMutationVariables>;
export const DiscardImportDocument = new TypedDocumentString(`
    mutation DiscardImport($input: DiscardImportInput!) {
  discardImport(input: $input) {
    plan {
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
  message
  path
}`) as unknown as TypedDocumentString<DiscardImportMutation, DiscardImportMutationVariables>;
export const TaskDocument = new TypedDocumentString(`
    query Task($id: ID!) {
  task(id: $id) {
    ...TaskFields
  }
}
    fragment TaskFields on Task {
  id
  type
  status
  stage
  processedCount
  totalCount
  createdCount
  updatedCount
  unchangedCount
  skippedCount
  failedCount
  itemsPerSecond
  createdAt
  startedAt
  endedAt
  errorMessage
  files {
    purpose
    name
    mediaType
    sizeBytes
    sha256
    url
  }
}`) as unknown as TypedDocumentString<TaskQuery, TaskQueryVariables>;
export const TasksDocument = new TypedDocumentString(`
    query Tasks($filter: TaskFilter, $first: Int, $after: String) {
  tasks(filter: $filter, first: $first, after: $after) {
    totalCount
    edges {
      cursor
      node {
        ...TaskFields
      }
    }
    pageInfo {
      ...PageFields
    }
  }
}
    fragment TaskFields on Task {
  id
  type
  status
  stage
  processedCount
  totalCount
  createdCount
  updatedCount
  unchangedCount
  skippedCount
  failedCount
  itemsPerSecond
  createdAt
  startedAt
  endedAt
  errorMessage
  files {
    purpose
    name
    mediaType
    sizeBytes
    sha256
    url
  }
}
fragment PageFields on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`) as unknown as TypedDocumentString<TasksQuery, TasksQueryVariables>;
export const CancelTaskDocument = new TypedDocumentString(`
    mutation CancelTask($input: CancelTaskInput!) {
  cancelTask(input: $input) {
    task {
      ...TaskFields
    }
    problems {
      ...ProblemFields
    }
  }
}
    fragment ProblemFields on Problem {
  code
  message
  path
}
fragment TaskFields on Task {
  id
  type
  status
  stage
  processedCount
  totalCount
  createdCount
  updatedCount
  unchangedCount
  skippedCount
  failedCount
  itemsPerSecond
  createdAt
  startedAt
  endedAt
  errorMessage
  files {
    purpose
    name
    mediaType
    sizeBytes
    sha256
    url
  }
}`) as unknown as TypedDocumentString<CancelTaskMutation, CancelTaskMutationVariables>;
export const TaskProgressDocument = new TypedDocumentString(`
    subscription TaskProgress($id: ID!) {
  taskProgress(id: $id) {
    ...TaskFields
  }
}
    fragment TaskFields on Task {
  id
  type
  status
  stage
  processedCount
  totalCount
  createdCount
  updatedCount
  unchangedCount
  skippedCount
  failedCount
  itemsPerSecond
  createdAt
  startedAt
  endedAt
  errorMessage
  files {
    purpose
    name
    mediaType
    sizeBytes
    sha256
    url
  }
}`) as unknown as TypedDocumentString<TaskProgressSubscription, TaskProgressSubscriptionVariables>;
export const HistoryDocument = new TypedDocumentString(`
    query History($id: ID!, $first: Int, $after: String) {
  resource(id: $id) {
    id
    history(first: $first, after: $after) {
      totalCount
      edges {
        node {
          revision
          spec
          digest
          changedAt
          changedBy {
            name
          }
          task {
            id
            type
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<HistoryQuery, HistoryQueryVariables>;
export const UndoImportDocument = new TypedDocumentString(`
    mutation UndoImport($input: UndoImportInput!) {
  undoImport(input: $input) {
    task {
      ...TaskFields
    }
    problems {
      ...ProblemFields
    }
  }
}
    fragment ProblemFields on Problem {
  code
  message
  path
}
fragment TaskFields on Task {
  id
  type
  status
  stage
  processedCount
  totalCount
  createdCount
  updatedCount
  unchangedCount
  skippedCount
  failedCount
  itemsPerSecond
  createdAt
  startedAt
  endedAt
  errorMessage
  files {
    purpose
    name
    mediaType
    sizeBytes
    sha256
    url
  }
}`) as unknown as TypedDocumentString<UndoImportMutation, UndoImportMutationVariables>;
export const SetPackEnabledDocument = new TypedDocumentString(`
    mutation SetPackEnabled($input: SetPackEnabledInput!) {
  setPackEnabled(input: $input) {
    project {
      id
      packs {
        name
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
  message
  path
}`) as unknown as TypedDocumentString<SetPackEnabledMutation, SetPackEnabledMutationVariables>;
export const SaveTemplateDocument = new TypedDocumentString(`
    mutation SaveTemplate($input: SaveTemplateInput!) {
  saveTemplate(input: $input) {
    template {
      id
      name
      direction
      settings
      createdAt
      updatedAt
      createdBy {
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
  message
  path
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
  message
  path
}`) as unknown as TypedDocumentString<DeleteTemplateMutation, DeleteTemplateMutationVariables>;
export const TemplatesDocument = new TypedDocumentString(`
    query Templates($projectId: ID!, $direction: TemplateDirection, $first: Int, $after: String) {
  templates(
    projectId: $projectId
    direction: $direction
    first: $first
    after: $after
  ) {
    totalCount
    edges {
      node {
        id
        name
        direction
        settings
        updatedAt
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<TemplatesQuery, TemplatesQueryVariables>;
export const MeDocument = new TypedDocumentString(`
    query Me {
  me {
    id
    name
    isSuperuser
    memberships(first: 100) {
      totalCount
      nodes {
        project {
          id
          key
        }
        role
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MeQuery, MeQueryVariables>;
export const CreateTokenDocument = new TypedDocumentString(`
    mutation CreateToken($input: CreateTokenInput!) {
  createToken(input: $input) {
    token {
      id
      name
      isSuperuser
      expiresAt
    }
    secret
    problems {
      ...ProblemFields
    }
  }
}
    fragment ProblemFields on Problem {
  code
  message
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
  message
  path
}`) as unknown as TypedDocumentString<RevokeTokenMutation, RevokeTokenMutationVariables>;
export const GrantRoleDocument = new TypedDocumentString(`
    mutation GrantRole($input: GrantRoleInput!) {
  grantRole(input: $input) {
    membership {
      project {
        id
      }
      principal {
        id
        name
      }
      role
    }
    problems {
      ...ProblemFields
    }
  }
}
    fragment ProblemFields on Problem {
  code
  message
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
  message
  path
}`) as unknown as TypedDocumentString<RevokeRoleMutation, RevokeRoleMutationVariables>;
export const BranchOverviewDocument = new TypedDocumentString(`
    query BranchOverview($projectKey: String!, $name: String!) {
  branch(projectKey: $projectKey, name: $name) {
    id
    name
    project {
      id
      key
      name
      description
      capabilities
      packs {
        name
        isBeta
        isEnabled
      }
    }
    kindCounts {
      kind {
        name
        title
        pluralTitle
      }
      count
      referenceCount
    }
    importPlans(statuses: [STAGING, READY], first: 5) {
      totalCount
      nodes {
        id
        status
        fileName
        createdAt
        createdBy {
          name
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<BranchOverviewQuery, BranchOverviewQueryVariables>;
export const ResourcePageDocument = new TypedDocumentString(`
    query ResourcePage($branchId: ID!, $filter: ResourceFilter, $orderBy: ResourceOrder, $first: Int, $after: String) {
  resources(
    branchId: $branchId
    filter: $filter
    orderBy: $orderBy
    first: $first
    after: $after
  ) {
    totalCount
    nodes {
      id
      name
      title
      kind {
        name
      }
      mode
      updatedAt
      origin {
        project {
          key
          name
        }
        branch
        exportedAt
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<ResourcePageQuery, ResourcePageQueryVariables>;
export const ImportPlansDocument = new TypedDocumentString(`
    query ImportPlans($branchId: ID!, $statuses: [ImportPlanStatus!], $first: Int, $after: String) {
  importPlans(
    branchId: $branchId
    statuses: $statuses
    first: $first
    after: $after
  ) {
    totalCount
    nodes {
      id
      status
      format
      fileName
      createdAt
      createdBy {
        name
      }
      counts {
        total
        create
        collision
        blocked
      }
      kindCounts {
        kind {
          name
          title
        }
        counts {
          total
          selected
          create
          update
          referenceUpdate
          unchanged
          collision
          skipped
          blocked
        }
      }
      executeTask {
        id
        status
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<ImportPlansQuery, ImportPlansQueryVariables>;
export const TaskOriginDocument = new TypedDocumentString(`
    query TaskOrigin($id: ID!) {
  task(id: $id) {
    id
    type
    importPlan {
      id
      status
    }
    branch {
      id
      name
      project {
        key
      }
    }
    createdBy {
      name
    }
  }
}
    `) as unknown as TypedDocumentString<TaskOriginQuery, TaskOriginQueryVariables>;
export const NodeDocument = new TypedDocumentString(`
    query Node($id: ID!) {
  node(id: $id) {
    __typename
    id
    ... on Project {
      key
    }
    ... on Branch {
      name
    }
    ... on Resource {
      name
    }
  }
}
    `) as unknown as TypedDocumentString<NodeQuery, NodeQueryVariables>;
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
  message
  path
}`) as unknown as TypedDocumentString<UpdateProjectMutation, UpdateProjectMutationVariables>;
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
  message
  path
}`) as unknown as TypedDocumentString<DeleteProjectMutation, DeleteProjectMutationVariables>;
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
  message
  path
}`) as unknown as TypedDocumentString<DeleteBranchMutation, DeleteBranchMutationVariables>;
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
  message
  path
}`) as unknown as TypedDocumentString<DeleteTaskMutation, DeleteTaskMutationVariables>;
export const TasksChangedDocument = new TypedDocumentString(`
    subscription TasksChanged($projectId: ID) {
  tasksChanged(projectId: $projectId) {
    ...TaskFields
  }
}
    fragment TaskFields on Task {
  id
  type
  status
  stage
  processedCount
  totalCount
  createdCount
  updatedCount
  unchangedCount
  skippedCount
  failedCount
  itemsPerSecond
  createdAt
  startedAt
  endedAt
  errorMessage
  files {
    purpose
    name
    mediaType
    sizeBytes
    sha256
    url
  }
}`) as unknown as TypedDocumentString<TasksChangedSubscription, TasksChangedSubscriptionVariables>;
export const BranchChangedDocument = new TypedDocumentString(`
    subscription BranchChanged($branchId: ID!) {
  branchChanged(branchId: $branchId) {
    id
    version
  }
}
    `) as unknown as TypedDocumentString<BranchChangedSubscription, BranchChangedSubscriptionVariables>;
