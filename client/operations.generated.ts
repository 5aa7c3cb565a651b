/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { JsonValue, JsonObject } from './json.js';
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
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

/** What happens when a copy has the name of an existing resource. */
export type CreateStrategy =
  /** "Only Add New Records": an existing resource of the same name is a collision. */
  | 'INSERT'
  /** "Add or Update Records": an existing editable resource of the same name is updated. */
  | 'UPSERT';

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

/** The schedule to delete. */
export type DeleteScheduleInput = {
  /** The schedule. */
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

/** The schedule to enable or disable. */
export type SetScheduleEnabledInput = {
  /** The schedule. */
  id: string;
  /** Whether it runs. */
  isEnabled: boolean;
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

/** How an update changes an existing resource. */
export type UpdateStrategy =
  /** "Update Changed Record Fields": only the parts that the file contains are changed. */
  | 'PARTIAL_UPDATE'
  /** "Overwrite Records": the whole resource is replaced. */
  | 'UPDATE';

type ProblemFields_FileProblem_Fragment = {
  line: number | null;
  kind: string | null;
  name: string | null;
  code: ProblemCode;
  severity: ProblemSeverity;
  message: string;
  path: Array<string>;
  fix: string | null;
};

type ProblemFields_IncompleteFileProblem_Fragment = {
  code: ProblemCode;
  severity: ProblemSeverity;
  message: string;
  path: Array<string>;
  fix: string | null;
};

type ProblemFields_InputProblem_Fragment = {
  code: ProblemCode;
  severity: ProblemSeverity;
  message: string;
  path: Array<string>;
  fix: string | null;
};

type ProblemFields_ResourceProblem_Fragment = {
  kind: string | null;
  name: string | null;
  code: ProblemCode;
  severity: ProblemSeverity;
  message: string;
  path: Array<string>;
  fix: string | null;
};

type ProblemFields_SchemaVersionProblem_Fragment = {
  code: ProblemCode;
  severity: ProblemSeverity;
  message: string;
  path: Array<string>;
  fix: string | null;
};

export type ProblemFieldsFragment =
  | ProblemFields_FileProblem_Fragment
  | ProblemFields_IncompleteFileProblem_Fragment
  | ProblemFields_InputProblem_Fragment
  | ProblemFields_ResourceProblem_Fragment
  | ProblemFields_SchemaVersionProblem_Fragment;

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
  deletedCount: number;
  failedCount: number;
  itemsPerSecond: number | null;
  createdAt: string;
  startedAt: string | null;
  endedAt: string | null;
  errorMessage: string | null;
  isUndone: boolean;
  files: Array<{
    purpose: FilePurpose;
    name: string;
    mediaType: string;
    sizeBytes: number;
    sha256: string | null;
    url: string | null;
  }>;
};

export type NextPageFragment = { hasNextPage: boolean; endCursor: string | null };

export type MeQueryVariables = Exact<{ [key: string]: never }>;

export type MeQuery = { me: { id: string; name: string; isSuperuser: boolean } };

export type ProjectsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: ProjectFilter | null | undefined;
}>;

export type ProjectsQuery = {
  projects: {
    nodes: Array<{
      id: string;
      key: string;
      name: string;
      description: string | null;
      myRole: Role | null;
      defaultBranch: { name: string };
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
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
    myRole: Role | null;
    defaultBranch: { id: string; name: string };
    branches: Array<{
      id: string;
      name: string;
      isDefault: boolean;
      version: number;
      createdAt: string;
      kindCounts: Array<{ count: number; kind: { title: string; pluralTitle: string } }>;
    }>;
  } | null;
};

export type BranchQueryVariables = Exact<{
  projectKey: string;
  name: string;
}>;

export type BranchQuery = {
  branch: { id: string; name: string; version: number; project: { id: string; key: string; name: string } } | null;
};

export type KindsQueryVariables = Exact<{
  projectId?: string | null | undefined;
}>;

export type KindsQuery = { kinds: Array<{ name: string; title: string; pluralTitle: string }> | null };

export type ResourceLineFragment = {
  id: string;
  name: string;
  title: string | null;
  mode: ResourceMode;
  revision: number;
  digest: string;
  updatedAt: string;
  kind: { name: string; title: string };
  origin: {
    branch: string | null;
    exportedAt: string | null;
    sourceName: string;
    project: { key: string } | null;
  } | null;
};

export type ResourcesQueryVariables = Exact<{
  branchId: string;
  filter?: ResourceFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;

export type ResourcesQuery = {
  resources: {
    nodes: Array<{
      id: string;
      name: string;
      title: string | null;
      mode: ResourceMode;
      revision: number;
      digest: string;
      updatedAt: string;
      kind: { name: string; title: string };
      origin: {
        branch: string | null;
        exportedAt: string | null;
        sourceName: string;
        project: { key: string } | null;
      } | null;
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  } | null;
};

export type ResourceQueryVariables = Exact<{
  id: string;
}>;

export type ResourceQuery = {
  resource: {
    externalReferenceCode: string | null;
    createdAt: string;
    spec: JsonObject;
    id: string;
    name: string;
    title: string | null;
    mode: ResourceMode;
    revision: number;
    digest: string;
    updatedAt: string;
    parent: { name: string } | null;
    kind: { name: string; title: string };
    origin: {
      branch: string | null;
      exportedAt: string | null;
      sourceName: string;
      project: { key: string } | null;
    } | null;
  } | null;
};

export type ExecutedPlanQueryVariables = Exact<{
  id: string;
}>;

export type ExecutedPlanQuery = {
  importPlan: { id: string; executeTask: { id: string; isUndone: boolean } | null } | null;
};

export type PlanSourceQueryVariables = Exact<{
  id: string;
}>;

export type PlanSourceQuery = {
  importPlan: { id: string; source: { project: { id: string; key: string } | null } | null } | null;
};

export type CreatedItemsQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;

export type CreatedItemsQuery = {
  importPlan: {
    items: {
      nodes: Array<{
        id: string;
        name: string;
        newName: string | null;
        sourceId: string | null;
        kind: { name: string; title: string };
      }>;
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
  } | null;
};

export type ResourceOriginsQueryVariables = Exact<{
  branchId: string;
  filter?: ResourceFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;

export type ResourceOriginsQuery = {
  resources: {
    nodes: Array<{
      id: string;
      name: string;
      origin: { sourceId: string | null; project: { id: string } | null } | null;
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  } | null;
};

export type HistoryQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;

export type HistoryQuery = {
  resource: {
    id: string;
    origin: { project: { id: string } | null } | null;
    history: {
      nodes: Array<{ name: string; digest: string; changedAt: string; changedBy: { name: string } | null }>;
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
    nodes: Array<{ id: string; name: string; mode: ResourceMode; kind: { name: string; title: string } }>;
    edges: Array<{ sourceId: string; targetId: string; at: string; requirement: Requirement }>;
    unresolved: Array<{
      at: string;
      targetName: string;
      targetKinds: Array<string>;
      requirement: Requirement;
      source: { id: string; name: string };
    }>;
  } | null;
};

export type ExportPreviewQueryVariables = Exact<{
  input: StartExportInput;
}>;

export type ExportPreviewQuery = {
  exportPreview: {
    requirementCount: number;
    unresolvedCount: number;
    sizeBytes: number;
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
      requiredBy: Array<{ name: string }>;
    }>;
    unresolved: Array<{
      at: string;
      targetName: string;
      severityIfMissing: ProblemSeverity | null;
      source: { name: string };
    }>;
    problems: Array<
      | {
          line: number | null;
          kind: string | null;
          name: string | null;
          code: ProblemCode;
          severity: ProblemSeverity;
          message: string;
          path: Array<string>;
          fix: string | null;
        }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
      | {
          kind: string | null;
          name: string | null;
          code: ProblemCode;
          severity: ProblemSeverity;
          message: string;
          path: Array<string>;
          fix: string | null;
        }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
    >;
  } | null;
};

export type ExportItemsQueryVariables = Exact<{
  input: StartExportInput;
  filter?: ExportItemFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;

export type ExportItemsQuery = {
  exportPreview: {
    items: {
      totalCount: number;
      nodes: Array<{
        inclusion: Inclusion;
        resource: { id: string; name: string; kind: { name: string; title: string } };
        reason: Array<{ name: string }>;
      }>;
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
  } | null;
};

export type StartExportMutationVariables = Exact<{
  input: StartExportInput;
}>;

export type StartExportMutation = {
  startExport: {
    task: { id: string } | null;
    problems: Array<
      | {
          line: number | null;
          kind: string | null;
          name: string | null;
          code: ProblemCode;
          severity: ProblemSeverity;
          message: string;
          path: Array<string>;
          fix: string | null;
        }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
      | {
          kind: string | null;
          name: string | null;
          code: ProblemCode;
          severity: ProblemSeverity;
          message: string;
          path: Array<string>;
          fix: string | null;
        }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
    >;
  };
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
  branch: { id: string; name: string; project: { id: string; key: string } };
  source: {
    branch: string | null;
    exportedAt: string | null;
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
    kind: { name: string; title: string; pluralTitle: string };
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
        code: ProblemCode;
        severity: ProblemSeverity;
        message: string;
        path: Array<string>;
        fix: string | null;
      }
    | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
    | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
    | {
        kind: string | null;
        name: string | null;
        code: ProblemCode;
        severity: ProblemSeverity;
        message: string;
        path: Array<string>;
        fix: string | null;
      }
    | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
  >;
  replacements: Array<{ kind: string; name: string; toName: string; isRemembered: boolean }>;
  task: { id: string; status: TaskStatus };
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
    branch: { id: string; name: string; project: { id: string; key: string } };
    source: {
      branch: string | null;
      exportedAt: string | null;
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
      kind: { name: string; title: string; pluralTitle: string };
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
          code: ProblemCode;
          severity: ProblemSeverity;
          message: string;
          path: Array<string>;
          fix: string | null;
        }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
      | {
          kind: string | null;
          name: string | null;
          code: ProblemCode;
          severity: ProblemSeverity;
          message: string;
          path: Array<string>;
          fix: string | null;
        }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
    >;
    replacements: Array<{ kind: string; name: string; toName: string; isRemembered: boolean }>;
    task: { id: string; status: TaskStatus };
  } | null;
};

export type PlanFingerprintQueryVariables = Exact<{
  id: string;
  expiresAt?: string | null | undefined;
}>;

export type PlanFingerprintQuery = {
  importPlan: { id: string; status: ImportPlanStatus; fingerprint: string | null } | null;
};

export type PlanItemFragment = {
  id: string;
  name: string;
  newName: string | null;
  isNameRemembered: boolean;
  title: string | null;
  action: ImportAction;
  mode: ImportMode;
  isSelected: boolean;
  isDeletion: boolean;
  line: number;
  diffCount: number;
  kind: { name: string; title: string };
  problems: Array<
    | {
        line: number | null;
        kind: string | null;
        name: string | null;
        code: ProblemCode;
        severity: ProblemSeverity;
        message: string;
        path: Array<string>;
        fix: string | null;
      }
    | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
    | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
    | {
        kind: string | null;
        name: string | null;
        code: ProblemCode;
        severity: ProblemSeverity;
        message: string;
        path: Array<string>;
        fix: string | null;
      }
    | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
  >;
  existing: { id: string; mode: ResourceMode } | null;
};

export type PlanItemsQueryVariables = Exact<{
  id: string;
  filter?: ImportItemFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;

export type PlanItemsQuery = {
  importPlan: {
    items: {
      nodes: Array<{
        id: string;
        name: string;
        newName: string | null;
        isNameRemembered: boolean;
        title: string | null;
        action: ImportAction;
        mode: ImportMode;
        isSelected: boolean;
        isDeletion: boolean;
        line: number;
        diffCount: number;
        kind: { name: string; title: string };
        problems: Array<
          | {
              line: number | null;
              kind: string | null;
              name: string | null;
              code: ProblemCode;
              severity: ProblemSeverity;
              message: string;
              path: Array<string>;
              fix: string | null;
            }
          | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
          | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
          | {
              kind: string | null;
              name: string | null;
              code: ProblemCode;
              severity: ProblemSeverity;
              message: string;
              path: Array<string>;
              fix: string | null;
            }
          | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
        >;
        existing: { id: string; mode: ResourceMode } | null;
      }>;
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
  } | null;
};

export type PlanDifferencesQueryVariables = Exact<{
  id: string;
  filter?: ImportItemFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;

export type PlanDifferencesQuery = {
  importPlan: {
    items: {
      nodes: Array<{
        id: string;
        name: string;
        newName: string | null;
        isNameRemembered: boolean;
        title: string | null;
        action: ImportAction;
        mode: ImportMode;
        isSelected: boolean;
        isDeletion: boolean;
        line: number;
        diffCount: number;
        diff: Array<{
          path: string;
          before: JsonValue | null;
          after: JsonValue | null;
          isAdded: boolean;
          isRemoved: boolean;
        }>;
        kind: { name: string; title: string };
        problems: Array<
          | {
              line: number | null;
              kind: string | null;
              name: string | null;
              code: ProblemCode;
              severity: ProblemSeverity;
              message: string;
              path: Array<string>;
              fix: string | null;
            }
          | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
          | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
          | {
              kind: string | null;
              name: string | null;
              code: ProblemCode;
              severity: ProblemSeverity;
              message: string;
              path: Array<string>;
              fix: string | null;
            }
          | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
        >;
        existing: { id: string; mode: ResourceMode } | null;
      }>;
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
  } | null;
};

export type BindingFragment = {
  id: string;
  name: string;
  type: BindingType;
  toName: string;
  toVersion: string | null;
  toTenant: string | null;
  updatedAt: string;
  taskId: string | null;
  kind: { name: string; title: string } | null;
  source: { key: string | null; name: string | null };
  setBy: { name: string } | null;
};

export type BindingsQueryVariables = Exact<{
  projectId: string;
  filter?: BindingFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;

export type BindingsQuery = {
  bindings: {
    nodes: Array<{
      id: string;
      name: string;
      type: BindingType;
      toName: string;
      toVersion: string | null;
      toTenant: string | null;
      updatedAt: string;
      taskId: string | null;
      kind: { name: string; title: string } | null;
      source: { key: string | null; name: string | null };
      setBy: { name: string } | null;
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
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
      taskId: string | null;
      kind: { name: string; title: string } | null;
      source: { key: string | null; name: string | null };
      setBy: { name: string } | null;
    } | null;
    problems: Array<
      | {
          line: number | null;
          kind: string | null;
          name: string | null;
          code: ProblemCode;
          severity: ProblemSeverity;
          message: string;
          path: Array<string>;
          fix: string | null;
        }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
      | {
          kind: string | null;
          name: string | null;
          code: ProblemCode;
          severity: ProblemSeverity;
          message: string;
          path: Array<string>;
          fix: string | null;
        }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
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
      | {
          line: number | null;
          kind: string | null;
          name: string | null;
          code: ProblemCode;
          severity: ProblemSeverity;
          message: string;
          path: Array<string>;
          fix: string | null;
        }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
      | {
          kind: string | null;
          name: string | null;
          code: ProblemCode;
          severity: ProblemSeverity;
          message: string;
          path: Array<string>;
          fix: string | null;
        }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
    >;
  };
};

export type ScheduleFragment = {
  id: string;
  name: string;
  action: ScheduleAction;
  cron: string;
  timeZone: string;
  isEnabled: boolean;
  nextRunAt: string | null;
  callbackUrl: string | null;
  owner: { name: string };
  lastRun: {
    dueAt: string;
    startedAt: string;
    task: { id: string; type: TaskType; status: TaskStatus; isUndone: boolean } | null;
    problems: Array<
      | {
          line: number | null;
          kind: string | null;
          name: string | null;
          code: ProblemCode;
          severity: ProblemSeverity;
          message: string;
          path: Array<string>;
          fix: string | null;
        }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
      | {
          kind: string | null;
          name: string | null;
          code: ProblemCode;
          severity: ProblemSeverity;
          message: string;
          path: Array<string>;
          fix: string | null;
        }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
    >;
  } | null;
};

export type SchedulesQueryVariables = Exact<{
  projectId: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;

export type SchedulesQuery = {
  schedules: {
    nodes: Array<{
      id: string;
      name: string;
      action: ScheduleAction;
      cron: string;
      timeZone: string;
      isEnabled: boolean;
      nextRunAt: string | null;
      callbackUrl: string | null;
      owner: { name: string };
      lastRun: {
        dueAt: string;
        startedAt: string;
        task: { id: string; type: TaskType; status: TaskStatus; isUndone: boolean } | null;
        problems: Array<
          | {
              line: number | null;
              kind: string | null;
              name: string | null;
              code: ProblemCode;
              severity: ProblemSeverity;
              message: string;
              path: Array<string>;
              fix: string | null;
            }
          | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
          | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
          | {
              kind: string | null;
              name: string | null;
              code: ProblemCode;
              severity: ProblemSeverity;
              message: string;
              path: Array<string>;
              fix: string | null;
            }
          | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
        >;
      } | null;
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  } | null;
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
      callbackUrl: string | null;
      owner: { name: string };
      lastRun: {
        dueAt: string;
        startedAt: string;
        task: { id: string; type: TaskType; status: TaskStatus; isUndone: boolean } | null;
        problems: Array<
          | {
              line: number | null;
              kind: string | null;
              name: string | null;
              code: ProblemCode;
              severity: ProblemSeverity;
              message: string;
              path: Array<string>;
              fix: string | null;
            }
          | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
          | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
          | {
              kind: string | null;
              name: string | null;
              code: ProblemCode;
              severity: ProblemSeverity;
              message: string;
              path: Array<string>;
              fix: string | null;
            }
          | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
        >;
      } | null;
    } | null;
    problems: Array<
      | {
          line: number | null;
          kind: string | null;
          name: string | null;
          code: ProblemCode;
          severity: ProblemSeverity;
          message: string;
          path: Array<string>;
          fix: string | null;
        }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
      | {
          kind: string | null;
          name: string | null;
          code: ProblemCode;
          severity: ProblemSeverity;
          message: string;
          path: Array<string>;
          fix: string | null;
        }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
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
      callbackUrl: string | null;
      owner: { name: string };
      lastRun: {
        dueAt: string;
        startedAt: string;
        task: { id: string; type: TaskType; status: TaskStatus; isUndone: boolean } | null;
        problems: Array<
          | {
              line: number | null;
              kind: string | null;
              name: string | null;
              code: ProblemCode;
              severity: ProblemSeverity;
              message: string;
              path: Array<string>;
              fix: string | null;
            }
          | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
          | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
          | {
              kind: string | null;
              name: string | null;
              code: ProblemCode;
              severity: ProblemSeverity;
              message: string;
              path: Array<string>;
              fix: string | null;
            }
          | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
        >;
      } | null;
    } | null;
    problems: Array<
      | {
          line: number | null;
          kind: string | null;
          name: string | null;
          code: ProblemCode;
          severity: ProblemSeverity;
          message: string;
          path: Array<string>;
          fix: string | null;
        }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
      | {
          kind: string | null;
          name: string | null;
          code: ProblemCode;
          severity: ProblemSeverity;
          message: string;
          path: Array<string>;
          fix: string | null;
        }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
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
      callbackUrl: string | null;
      owner: { name: string };
      lastRun: {
        dueAt: string;
        startedAt: string;
        task: { id: string; type: TaskType; status: TaskStatus; isUndone: boolean } | null;
        problems: Array<
          | {
              line: number | null;
              kind: string | null;
              name: string | null;
              code: ProblemCode;
              severity: ProblemSeverity;
              message: string;
              path: Array<string>;
              fix: string | null;
            }
          | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
          | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
          | {
              kind: string | null;
              name: string | null;
              code: ProblemCode;
              severity: ProblemSeverity;
              message: string;
              path: Array<string>;
              fix: string | null;
            }
          | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
        >;
      } | null;
    } | null;
    problems: Array<
      | {
          line: number | null;
          kind: string | null;
          name: string | null;
          code: ProblemCode;
          severity: ProblemSeverity;
          message: string;
          path: Array<string>;
          fix: string | null;
        }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
      | {
          kind: string | null;
          name: string | null;
          code: ProblemCode;
          severity: ProblemSeverity;
          message: string;
          path: Array<string>;
          fix: string | null;
        }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
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
      | {
          line: number | null;
          kind: string | null;
          name: string | null;
          code: ProblemCode;
          severity: ProblemSeverity;
          message: string;
          path: Array<string>;
          fix: string | null;
        }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
      | {
          kind: string | null;
          name: string | null;
          code: ProblemCode;
          severity: ProblemSeverity;
          message: string;
          path: Array<string>;
          fix: string | null;
        }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
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
    nodes: Array<{ id: string; name: string }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  } | null;
};

export type StageImportMutationVariables = Exact<{
  input: StageImportInput;
}>;

export type StageImportMutation = {
  stageImport: {
    plan: { id: string; task: { id: string } } | null;
    problems: Array<
      | {
          line: number | null;
          kind: string | null;
          name: string | null;
          code: ProblemCode;
          severity: ProblemSeverity;
          message: string;
          path: Array<string>;
          fix: string | null;
        }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
      | {
          kind: string | null;
          name: string | null;
          code: ProblemCode;
          severity: ProblemSeverity;
          message: string;
          path: Array<string>;
          fix: string | null;
        }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
    >;
  };
};

export type StageTransferMutationVariables = Exact<{
  input: StageTransferInput;
}>;

export type StageTransferMutation = {
  stageTransfer: {
    plan: { id: string; task: { id: string } } | null;
    problems: Array<
      | {
          line: number | null;
          kind: string | null;
          name: string | null;
          code: ProblemCode;
          severity: ProblemSeverity;
          message: string;
          path: Array<string>;
          fix: string | null;
        }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
      | {
          kind: string | null;
          name: string | null;
          code: ProblemCode;
          severity: ProblemSeverity;
          message: string;
          path: Array<string>;
          fix: string | null;
        }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
    >;
  };
};

export type SelectImportItemsMutationVariables = Exact<{
  input: SelectImportItemsInput;
}>;

export type SelectImportItemsMutation = {
  selectImportItems: {
    plan: { id: string } | null;
    problems: Array<
      | {
          line: number | null;
          kind: string | null;
          name: string | null;
          code: ProblemCode;
          severity: ProblemSeverity;
          message: string;
          path: Array<string>;
          fix: string | null;
        }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
      | {
          kind: string | null;
          name: string | null;
          code: ProblemCode;
          severity: ProblemSeverity;
          message: string;
          path: Array<string>;
          fix: string | null;
        }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
    >;
  };
};

export type SetImportModeMutationVariables = Exact<{
  input: SetImportModeInput;
}>;

export type SetImportModeMutation = {
  setImportMode: {
    plan: { id: string } | null;
    problems: Array<
      | {
          line: number | null;
          kind: string | null;
          name: string | null;
          code: ProblemCode;
          severity: ProblemSeverity;
          message: string;
          path: Array<string>;
          fix: string | null;
        }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
      | {
          kind: string | null;
          name: string | null;
          code: ProblemCode;
          severity: ProblemSeverity;
          message: string;
          path: Array<string>;
          fix: string | null;
        }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
    >;
  };
};

export type RenameImportItemMutationVariables = Exact<{
  input: RenameImportItemInput;
}>;

export type RenameImportItemMutation = {
  renameImportItem: {
    item: { id: string } | null;
    problems: Array<
      | {
          line: number | null;
          kind: string | null;
          name: string | null;
          code: ProblemCode;
          severity: ProblemSeverity;
          message: string;
          path: Array<string>;
          fix: string | null;
        }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
      | {
          kind: string | null;
          name: string | null;
          code: ProblemCode;
          severity: ProblemSeverity;
          message: string;
          path: Array<string>;
          fix: string | null;
        }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
    >;
  };
};

export type PrerequisitesQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;

export type PrerequisitesQuery = {
  importPlan: {
    prerequisites: {
      nodes: Array<{
        name: string;
        isPresent: boolean;
        toName: string | null;
        kind: { name: string; title: string };
        candidates: Array<{ name: string }>;
      }>;
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
  } | null;
};

export type RemapPrerequisiteMutationVariables = Exact<{
  input: RemapPrerequisiteInput;
}>;

export type RemapPrerequisiteMutation = {
  remapPrerequisite: {
    plan: { id: string } | null;
    problems: Array<
      | {
          line: number | null;
          kind: string | null;
          name: string | null;
          code: ProblemCode;
          severity: ProblemSeverity;
          message: string;
          path: Array<string>;
          fix: string | null;
        }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
      | {
          kind: string | null;
          name: string | null;
          code: ProblemCode;
          severity: ProblemSeverity;
          message: string;
          path: Array<string>;
          fix: string | null;
        }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
    >;
  };
};

export type ExecuteImportMutationVariables = Exact<{
  input: ExecuteImportInput;
}>;

export type ExecuteImportMutation = {
  executeImport: {
    task: { id: string } | null;
    problems: Array<
      | {
          line: number | null;
          kind: string | null;
          name: string | null;
          code: ProblemCode;
          severity: ProblemSeverity;
          message: string;
          path: Array<string>;
          fix: string | null;
        }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
      | {
          kind: string | null;
          name: string | null;
          code: ProblemCode;
          severity: ProblemSeverity;
          message: string;
          path: Array<string>;
          fix: string | null;
        }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
    >;
  };
};

export type DiscardImportMutationVariables = Exact<{
  input: DiscardImportInput;
}>;

export type DiscardImportMutation = {
  discardImport: {
    plan: { id: string } | null;
    problems: Array<
      | {
          line: number | null;
          kind: string | null;
          name: string | null;
          code: ProblemCode;
          severity: ProblemSeverity;
          message: string;
          path: Array<string>;
          fix: string | null;
        }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
      | {
          kind: string | null;
          name: string | null;
          code: ProblemCode;
          severity: ProblemSeverity;
          message: string;
          path: Array<string>;
          fix: string | null;
        }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
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
    deletedCount: number;
    failedCount: number;
    itemsPerSecond: number | null;
    createdAt: string;
    startedAt: string | null;
    endedAt: string | null;
    errorMessage: string | null;
    isUndone: boolean;
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

export type ImportedFileQueryVariables = Exact<{
  id: string;
}>;

export type ImportedFileQuery = {
  task: {
    type: TaskType;
    status: TaskStatus;
    files: Array<{ purpose: FilePurpose; name: string; sizeBytes: number; sha256: string | null; url: string | null }>;
    importPlan: {
      fileName: string | null;
      task: {
        files: Array<{
          purpose: FilePurpose;
          name: string;
          sizeBytes: number;
          sha256: string | null;
          url: string | null;
        }>;
      };
    } | null;
  } | null;
};

export type TasksQueryVariables = Exact<{
  filter?: TaskFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;

export type TasksQuery = {
  tasks: {
    nodes: Array<{
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
      deletedCount: number;
      failedCount: number;
      itemsPerSecond: number | null;
      createdAt: string;
      startedAt: string | null;
      endedAt: string | null;
      errorMessage: string | null;
      isUndone: boolean;
      createdBy: { name: string } | null;
      branch: { name: string; project: { key: string } } | null;
      files: Array<{
        purpose: FilePurpose;
        name: string;
        mediaType: string;
        sizeBytes: number;
        sha256: string | null;
        url: string | null;
      }>;
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  } | null;
};

export type ProjectTasksQueryVariables = Exact<{
  key: string;
  filter?: TaskFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;

export type ProjectTasksQuery = {
  project: {
    tasks: {
      nodes: Array<{
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
        deletedCount: number;
        failedCount: number;
        itemsPerSecond: number | null;
        createdAt: string;
        startedAt: string | null;
        endedAt: string | null;
        errorMessage: string | null;
        isUndone: boolean;
        createdBy: { name: string } | null;
        branch: { name: string; project: { key: string } } | null;
        files: Array<{
          purpose: FilePurpose;
          name: string;
          mediaType: string;
          sizeBytes: number;
          sha256: string | null;
          url: string | null;
        }>;
      }>;
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
  } | null;
};

export type CancelTaskMutationVariables = Exact<{
  input: CancelTaskInput;
}>;

export type CancelTaskMutation = {
  cancelTask: {
    task: { id: string; status: TaskStatus } | null;
    problems: Array<
      | {
          line: number | null;
          kind: string | null;
          name: string | null;
          code: ProblemCode;
          severity: ProblemSeverity;
          message: string;
          path: Array<string>;
          fix: string | null;
        }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
      | {
          kind: string | null;
          name: string | null;
          code: ProblemCode;
          severity: ProblemSeverity;
          message: string;
          path: Array<string>;
          fix: string | null;
        }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
    >;
  };
};

export type UndoStateQueryVariables = Exact<{
  id: string;
}>;

export type UndoStateQuery = { task: { id: string; isUndone: boolean; lastUndo: { id: string } | null } | null };

export type UndoImportMutationVariables = Exact<{
  input: UndoImportInput;
}>;

export type UndoImportMutation = {
  undoImport: {
    task: { id: string } | null;
    problems: Array<
      | {
          line: number | null;
          kind: string | null;
          name: string | null;
          code: ProblemCode;
          severity: ProblemSeverity;
          message: string;
          path: Array<string>;
          fix: string | null;
        }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
      | {
          kind: string | null;
          name: string | null;
          code: ProblemCode;
          severity: ProblemSeverity;
          message: string;
          path: Array<string>;
          fix: string | null;
        }
      | { code: ProblemCode; severity: ProblemSeverity; message: string; path: Array<string>; fix: string | null }
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
    deletedCount: number;
    failedCount: number;
    itemsPerSecond: number | null;
    createdAt: string;
    startedAt: string | null;
    endedAt: string | null;
    errorMessage: string | null;
    isUndone: boolean;
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
  deletedCount
  failedCount
  itemsPerSecond
  createdAt
  startedAt
  endedAt
  errorMessage
  isUndone
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
export const NextPageFragmentDoc = new TypedDocumentString(
  `
    fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}
    `,
  { fragmentName: 'NextPage' },
) as unknown as TypedDocumentString<NextPageFragment, unknown>;
export const ResourceLineFragmentDoc = new TypedDocumentString(
  `
    fragment ResourceLine on Resource {
  id
  name
  title
  mode
  revision
  digest
  updatedAt
  kind {
    name
    title
  }
  origin {
    project {
      key
    }
    branch
    exportedAt
    sourceName
  }
}
    `,
  { fragmentName: 'ResourceLine' },
) as unknown as TypedDocumentString<ResourceLineFragment, unknown>;
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
  path
  fix
  ... on FileProblem {
    line
    kind
    name
  }
  ... on ResourceProblem {
    kind
    name
  }
}
    `,
  { fragmentName: 'ProblemFields' },
) as unknown as TypedDocumentString<ProblemFieldsFragment, unknown>;
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
  branch {
    id
    name
    project {
      id
      key
    }
  }
  source {
    branch
    exportedAt
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
    }
    counts {
      ...PlanCounts
    }
  }
  problems {
    ...ProblemFields
  }
  replacements {
    kind
    name
    toName
    isRemembered
  }
  task {
    id
    status
  }
}
    fragment ProblemFields on Problem {
  code
  severity
  message
  path
  fix
  ... on FileProblem {
    line
    kind
    name
  }
  ... on ResourceProblem {
    kind
    name
  }
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
}`,
  { fragmentName: 'Plan' },
) as unknown as TypedDocumentString<PlanFragment, unknown>;
export const PlanItemFragmentDoc = new TypedDocumentString(
  `
    fragment PlanItem on ImportItem {
  id
  name
  newName
  isNameRemembered
  title
  action
  mode
  isSelected
  isDeletion
  line
  diffCount
  kind {
    name
    title
  }
  problems {
    ...ProblemFields
  }
  existing {
    id
    mode
  }
}
    fragment ProblemFields on Problem {
  code
  severity
  message
  path
  fix
  ... on FileProblem {
    line
    kind
    name
  }
  ... on ResourceProblem {
    kind
    name
  }
}`,
  { fragmentName: 'PlanItem' },
) as unknown as TypedDocumentString<PlanItemFragment, unknown>;
export const BindingFragmentDoc = new TypedDocumentString(
  `
    fragment Binding on Binding {
  id
  name
  type
  toName
  toVersion
  toTenant
  updatedAt
  taskId
  kind {
    name
    title
  }
  source {
    key
    name
  }
  setBy {
    name
  }
}
    `,
  { fragmentName: 'Binding' },
) as unknown as TypedDocumentString<BindingFragment, unknown>;
export const ScheduleFragmentDoc = new TypedDocumentString(
  `
    fragment Schedule on Schedule {
  id
  name
  action
  cron
  timeZone
  isEnabled
  nextRunAt
  callbackUrl
  owner {
    name
  }
  lastRun {
    dueAt
    startedAt
    task {
      id
      type
      status
      isUndone
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
  path
  fix
  ... on FileProblem {
    line
    kind
    name
  }
  ... on ResourceProblem {
    kind
    name
  }
}`,
  { fragmentName: 'Schedule' },
) as unknown as TypedDocumentString<ScheduleFragment, unknown>;
export const MeDocument = new TypedDocumentString(`
    query Me {
  me {
    id
    name
    isSuperuser
  }
}
    `) as unknown as TypedDocumentString<MeQuery, MeQueryVariables>;
export const ProjectsDocument = new TypedDocumentString(`
    query Projects($first: Int, $after: String, $filter: ProjectFilter) {
  projects(first: $first, after: $after, filter: $filter) {
    nodes {
      id
      key
      name
      description
      myRole
      defaultBranch {
        name
      }
    }
    pageInfo {
      ...NextPage
    }
  }
}
    fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}`) as unknown as TypedDocumentString<ProjectsQuery, ProjectsQueryVariables>;
export const ProjectDocument = new TypedDocumentString(`
    query Project($key: String!) {
  project(key: $key) {
    id
    key
    name
    myRole
    defaultBranch {
      id
      name
    }
    branches {
      id
      name
      isDefault
      version
      createdAt
      kindCounts {
        count
        kind {
          title
          pluralTitle
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ProjectQuery, ProjectQueryVariables>;
export const BranchDocument = new TypedDocumentString(`
    query Branch($projectKey: String!, $name: String!) {
  branch(projectKey: $projectKey, name: $name) {
    id
    name
    version
    project {
      id
      key
      name
    }
  }
}
    `) as unknown as TypedDocumentString<BranchQuery, BranchQueryVariables>;
export const KindsDocument = new TypedDocumentString(`
    query Kinds($projectId: ID) {
  kinds(projectId: $projectId) {
    name
    title
    pluralTitle
  }
}
    `) as unknown as TypedDocumentString<KindsQuery, KindsQueryVariables>;
export const ResourcesDocument = new TypedDocumentString(`
    query Resources($branchId: ID!, $filter: ResourceFilter, $first: Int, $after: String) {
  resources(branchId: $branchId, filter: $filter, first: $first, after: $after) {
    nodes {
      ...ResourceLine
    }
    pageInfo {
      ...NextPage
    }
  }
}
    fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}
fragment ResourceLine on Resource {
  id
  name
  title
  mode
  revision
  digest
  updatedAt
  kind {
    name
    title
  }
  origin {
    project {
      key
    }
    branch
    exportedAt
    sourceName
  }
}`) as unknown as TypedDocumentString<ResourcesQuery, ResourcesQueryVariables>;
export const ResourceDocument = new TypedDocumentString(`
    query Resource($id: ID!) {
  resource(id: $id) {
    ...ResourceLine
    externalReferenceCode
    createdAt
    spec
    parent {
      name
    }
  }
}
    fragment ResourceLine on Resource {
  id
  name
  title
  mode
  revision
  digest
  updatedAt
  kind {
    name
    title
  }
  origin {
    project {
      key
    }
    branch
    exportedAt
    sourceName
  }
}`) as unknown as TypedDocumentString<ResourceQuery, ResourceQueryVariables>;
export const ExecutedPlanDocument = new TypedDocumentString(`
    query ExecutedPlan($id: ID!) {
  importPlan(id: $id) {
    id
    executeTask {
      id
      isUndone
    }
  }
}
    `) as unknown as TypedDocumentString<ExecutedPlanQuery, ExecutedPlanQueryVariables>;
export const PlanSourceDocument = new TypedDocumentString(`
    query PlanSource($id: ID!) {
  importPlan(id: $id) {
    id
    source {
      project {
        id
        key
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PlanSourceQuery, PlanSourceQueryVariables>;
export const CreatedItemsDocument = new TypedDocumentString(`
    query CreatedItems($id: ID!, $first: Int, $after: String) {
  importPlan(id: $id) {
    items(filter: {actions: [CREATE]}, first: $first, after: $after) {
      nodes {
        id
        name
        newName
        sourceId
        kind {
          name
          title
        }
      }
      pageInfo {
        ...NextPage
      }
    }
  }
}
    fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}`) as unknown as TypedDocumentString<CreatedItemsQuery, CreatedItemsQueryVariables>;
export const ResourceOriginsDocument = new TypedDocumentString(`
    query ResourceOrigins($branchId: ID!, $filter: ResourceFilter, $first: Int, $after: String) {
  resources(branchId: $branchId, filter: $filter, first: $first, after: $after) {
    nodes {
      id
      name
      origin {
        sourceId
        project {
          id
        }
      }
    }
    pageInfo {
      ...NextPage
    }
  }
}
    fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}`) as unknown as TypedDocumentString<ResourceOriginsQuery, ResourceOriginsQueryVariables>;
export const HistoryDocument = new TypedDocumentString(`
    query History($id: ID!, $after: String) {
  resource(id: $id) {
    id
    origin {
      project {
        id
      }
    }
    history(first: 100, after: $after) {
      nodes {
        name
        digest
        changedAt
        changedBy {
          name
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
      mode
      kind {
        name
        title
      }
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
      targetName
      targetKinds
      requirement
    }
  }
}
    `) as unknown as TypedDocumentString<DependencyGraphQuery, DependencyGraphQueryVariables>;
export const ExportPreviewDocument = new TypedDocumentString(`
    query ExportPreview($input: StartExportInput!) {
  exportPreview(input: $input) {
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
        name
      }
    }
    unresolvedCount
    unresolved {
      at
      targetName
      severityIfMissing
      source {
        name
      }
    }
    sizeBytes
    problems {
      ...ProblemFields
    }
  }
}
    fragment ProblemFields on Problem {
  code
  severity
  message
  path
  fix
  ... on FileProblem {
    line
    kind
    name
  }
  ... on ResourceProblem {
    kind
    name
  }
}`) as unknown as TypedDocumentString<ExportPreviewQuery, ExportPreviewQueryVariables>;
export const ExportItemsDocument = new TypedDocumentString(`
    query ExportItems($input: StartExportInput!, $filter: ExportItemFilter, $first: Int, $after: String) {
  exportPreview(input: $input) {
    items(filter: $filter, first: $first, after: $after) {
      totalCount
      nodes {
        inclusion
        resource {
          id
          name
          kind {
            name
            title
          }
        }
        reason {
          name
        }
      }
      pageInfo {
        ...NextPage
      }
    }
  }
}
    fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}`) as unknown as TypedDocumentString<ExportItemsQuery, ExportItemsQueryVariables>;
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
  path
  fix
  ... on FileProblem {
    line
    kind
    name
  }
  ... on ResourceProblem {
    kind
    name
  }
}`) as unknown as TypedDocumentString<StartExportMutation, StartExportMutationVariables>;
export const ImportPlanDocument = new TypedDocumentString(`
    query ImportPlan($id: ID!) {
  importPlan(id: $id) {
    ...Plan
  }
}
    fragment ProblemFields on Problem {
  code
  severity
  message
  path
  fix
  ... on FileProblem {
    line
    kind
    name
  }
  ... on ResourceProblem {
    kind
    name
  }
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
  branch {
    id
    name
    project {
      id
      key
    }
  }
  source {
    branch
    exportedAt
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
    }
    counts {
      ...PlanCounts
    }
  }
  problems {
    ...ProblemFields
  }
  replacements {
    kind
    name
    toName
    isRemembered
  }
  task {
    id
    status
  }
}`) as unknown as TypedDocumentString<ImportPlanQuery, ImportPlanQueryVariables>;
export const PlanFingerprintDocument = new TypedDocumentString(`
    query PlanFingerprint($id: ID!, $expiresAt: DateTime) {
  importPlan(id: $id) {
    id
    status
    fingerprint(expiresAt: $expiresAt)
  }
}
    `) as unknown as TypedDocumentString<PlanFingerprintQuery, PlanFingerprintQueryVariables>;
export const PlanItemsDocument = new TypedDocumentString(`
    query PlanItems($id: ID!, $filter: ImportItemFilter, $first: Int, $after: String) {
  importPlan(id: $id) {
    items(filter: $filter, first: $first, after: $after) {
      nodes {
        ...PlanItem
      }
      pageInfo {
        ...NextPage
      }
    }
  }
}
    fragment ProblemFields on Problem {
  code
  severity
  message
  path
  fix
  ... on FileProblem {
    line
    kind
    name
  }
  ... on ResourceProblem {
    kind
    name
  }
}
fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}
fragment PlanItem on ImportItem {
  id
  name
  newName
  isNameRemembered
  title
  action
  mode
  isSelected
  isDeletion
  line
  diffCount
  kind {
    name
    title
  }
  problems {
    ...ProblemFields
  }
  existing {
    id
    mode
  }
}`) as unknown as TypedDocumentString<PlanItemsQuery, PlanItemsQueryVariables>;
export const PlanDifferencesDocument = new TypedDocumentString(`
    query PlanDifferences($id: ID!, $filter: ImportItemFilter, $first: Int, $after: String) {
  importPlan(id: $id) {
    items(filter: $filter, first: $first, after: $after) {
      nodes {
        ...PlanItem
        diff {
          path
          before
          after
          isAdded
          isRemoved
        }
      }
      pageInfo {
        ...NextPage
      }
    }
  }
}
    fragment ProblemFields on Problem {
  code
  severity
  message
  path
  fix
  ... on FileProblem {
    line
    kind
    name
  }
  ... on ResourceProblem {
    kind
    name
  }
}
fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}
fragment PlanItem on ImportItem {
  id
  name
  newName
  isNameRemembered
  title
  action
  mode
  isSelected
  isDeletion
  line
  diffCount
  kind {
    name
    title
  }
  problems {
    ...ProblemFields
  }
  existing {
    id
    mode
  }
}`) as unknown as TypedDocumentString<PlanDifferencesQuery, PlanDifferencesQueryVariables>;
export const BindingsDocument = new TypedDocumentString(`
    query Bindings($projectId: ID!, $filter: BindingFilter, $first: Int, $after: String) {
  bindings(projectId: $projectId, filter: $filter, first: $first, after: $after) {
    nodes {
      ...Binding
    }
    pageInfo {
      ...NextPage
    }
  }
}
    fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}
fragment Binding on Binding {
  id
  name
  type
  toName
  toVersion
  toTenant
  updatedAt
  taskId
  kind {
    name
    title
  }
  source {
    key
    name
  }
  setBy {
    name
  }
}`) as unknown as TypedDocumentString<BindingsQuery, BindingsQueryVariables>;
export const SetBindingDocument = new TypedDocumentString(`
    mutation SetBinding($input: SetBindingInput!) {
  setBinding(input: $input) {
    binding {
      ...Binding
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
  path
  fix
  ... on FileProblem {
    line
    kind
    name
  }
  ... on ResourceProblem {
    kind
    name
  }
}
fragment Binding on Binding {
  id
  name
  type
  toName
  toVersion
  toTenant
  updatedAt
  taskId
  kind {
    name
    title
  }
  source {
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
  path
  fix
  ... on FileProblem {
    line
    kind
    name
  }
  ... on ResourceProblem {
    kind
    name
  }
}`) as unknown as TypedDocumentString<DeleteBindingMutation, DeleteBindingMutationVariables>;
export const SchedulesDocument = new TypedDocumentString(`
    query Schedules($projectId: ID!, $first: Int, $after: String) {
  schedules(projectId: $projectId, first: $first, after: $after) {
    nodes {
      ...Schedule
    }
    pageInfo {
      ...NextPage
    }
  }
}
    fragment ProblemFields on Problem {
  code
  severity
  message
  path
  fix
  ... on FileProblem {
    line
    kind
    name
  }
  ... on ResourceProblem {
    kind
    name
  }
}
fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}
fragment Schedule on Schedule {
  id
  name
  action
  cron
  timeZone
  isEnabled
  nextRunAt
  callbackUrl
  owner {
    name
  }
  lastRun {
    dueAt
    startedAt
    task {
      id
      type
      status
      isUndone
    }
    problems {
      ...ProblemFields
    }
  }
}`) as unknown as TypedDocumentString<SchedulesQuery, SchedulesQueryVariables>;
export const SaveScheduleDocument = new TypedDocumentString(`
    mutation SaveSchedule($input: SaveScheduleInput!) {
  saveSchedule(input: $input) {
    schedule {
      ...Schedule
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
  path
  fix
  ... on FileProblem {
    line
    kind
    name
  }
  ... on ResourceProblem {
    kind
    name
  }
}
fragment Schedule on Schedule {
  id
  name
  action
  cron
  timeZone
  isEnabled
  nextRunAt
  callbackUrl
  owner {
    name
  }
  lastRun {
    dueAt
    startedAt
    task {
      id
      type
      status
      isUndone
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
      ...Schedule
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
  path
  fix
  ... on FileProblem {
    line
    kind
    name
  }
  ... on ResourceProblem {
    kind
    name
  }
}
fragment Schedule on Schedule {
  id
  name
  action
  cron
  timeZone
  isEnabled
  nextRunAt
  callbackUrl
  owner {
    name
  }
  lastRun {
    dueAt
    startedAt
    task {
      id
      type
      status
      isUndone
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
      ...Schedule
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
  path
  fix
  ... on FileProblem {
    line
    kind
    name
  }
  ... on ResourceProblem {
    kind
    name
  }
}
fragment Schedule on Schedule {
  id
  name
  action
  cron
  timeZone
  isEnabled
  nextRunAt
  callbackUrl
  owner {
    name
  }
  lastRun {
    dueAt
    startedAt
    task {
      id
      type
      status
      isUndone
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
  path
  fix
  ... on FileProblem {
    line
    kind
    name
  }
  ... on ResourceProblem {
    kind
    name
  }
}`) as unknown as TypedDocumentString<DeleteScheduleMutation, DeleteScheduleMutationVariables>;
export const TemplatesDocument = new TypedDocumentString(`
    query Templates($projectId: ID!, $direction: TemplateDirection, $first: Int, $after: String) {
  templates(
    projectId: $projectId
    direction: $direction
    first: $first
    after: $after
  ) {
    nodes {
      id
      name
    }
    pageInfo {
      ...NextPage
    }
  }
}
    fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}`) as unknown as TypedDocumentString<TemplatesQuery, TemplatesQueryVariables>;
export const StageImportDocument = new TypedDocumentString(`
    mutation StageImport($input: StageImportInput!) {
  stageImport(input: $input) {
    plan {
      id
      task {
        id
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
  path
  fix
  ... on FileProblem {
    line
    kind
    name
  }
  ... on ResourceProblem {
    kind
    name
  }
}`) as unknown as TypedDocumentString<StageImportMutation, StageImportMutationVariables>;
export const StageTransferDocument = new TypedDocumentString(`
    mutation StageTransfer($input: StageTransferInput!) {
  stageTransfer(input: $input) {
    plan {
      id
      task {
        id
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
  path
  fix
  ... on FileProblem {
    line
    kind
    name
  }
  ... on ResourceProblem {
    kind
    name
  }
}`) as unknown as TypedDocumentString<StageTransferMutation, StageTransferMutationVariables>;
export const SelectImportItemsDocument = new TypedDocumentString(`
    mutation SelectImportItems($input: SelectImportItemsInput!) {
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
  path
  fix
  ... on FileProblem {
    line
    kind
    name
  }
  ... on ResourceProblem {
    kind
    name
  }
}`) as unknown as TypedDocumentString<SelectImportItemsMutation, SelectImportItemsMutationVariables>;
export const SetImportModeDocument = new TypedDocumentString(`
    mutation SetImportMode($input: SetImportModeInput!) {
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
  path
  fix
  ... on FileProblem {
    line
    kind
    name
  }
  ... on ResourceProblem {
    kind
    name
  }
}`) as unknown as TypedDocumentString<SetImportModeMutation, SetImportModeMutationVariables>;
export const RenameImportItemDocument = new TypedDocumentString(`
    mutation RenameImportItem($input: RenameImportItemInput!) {
  renameImportItem(input: $input) {
    item {
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
  path
  fix
  ... on FileProblem {
    line
    kind
    name
  }
  ... on ResourceProblem {
    kind
    name
  }
}`) as unknown as TypedDocumentString<RenameImportItemMutation, RenameImportItemMutationVariables>;
export const PrerequisitesDocument = new TypedDocumentString(`
    query Prerequisites($id: ID!, $first: Int, $after: String) {
  importPlan(id: $id) {
    prerequisites(first: $first, after: $after) {
      nodes {
        name
        isPresent
        toName
        kind {
          name
          title
        }
        candidates {
          name
        }
      }
      pageInfo {
        ...NextPage
      }
    }
  }
}
    fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}`) as unknown as TypedDocumentString<PrerequisitesQuery, PrerequisitesQueryVariables>;
export const RemapPrerequisiteDocument = new TypedDocumentString(`
    mutation RemapPrerequisite($input: RemapPrerequisiteInput!) {
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
  path
  fix
  ... on FileProblem {
    line
    kind
    name
  }
  ... on ResourceProblem {
    kind
    name
  }
}`) as unknown as TypedDocumentString<RemapPrerequisiteMutation, RemapPrerequisiteMutationVariables>;
export const ExecuteImportDocument = new TypedDocumentString(`
    mutation ExecuteImport($input: ExecuteImportInput!) {
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
  path
  fix
  ... on FileProblem {
    line
    kind
    name
  }
  ... on ResourceProblem {
    kind
    name
  }
}`) as unknown as TypedDocumentString<ExecuteImportMutation, ExecuteImportMutationVariables>;
export const DiscardImportDocument = new TypedDocumentString(`
    mutation DiscardImport($input: DiscardImportInput!) {
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
  path
  fix
  ... on FileProblem {
    line
    kind
    name
  }
  ... on ResourceProblem {
    kind
    name
  }
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
  deletedCount
  failedCount
  itemsPerSecond
  createdAt
  startedAt
  endedAt
  errorMessage
  isUndone
  files {
    purpose
    name
    mediaType
    sizeBytes
    sha256
    url
  }
}`) as unknown as TypedDocumentString<TaskQuery, TaskQueryVariables>;
export const ImportedFileDocument = new TypedDocumentString(`
    query ImportedFile($id: ID!) {
  task(id: $id) {
    type
    status
    files {
      purpose
      name
      sizeBytes
      sha256
      url
    }
    importPlan {
      fileName
      task {
        files {
          purpose
          name
          sizeBytes
          sha256
          url
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ImportedFileQuery, ImportedFileQueryVariables>;
export const TasksDocument = new TypedDocumentString(`
    query Tasks($filter: TaskFilter, $first: Int, $after: String) {
  tasks(filter: $filter, first: $first, after: $after) {
    nodes {
      ...TaskFields
      createdBy {
        name
      }
      branch {
        name
        project {
          key
        }
      }
    }
    pageInfo {
      ...NextPage
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
  deletedCount
  failedCount
  itemsPerSecond
  createdAt
  startedAt
  endedAt
  errorMessage
  isUndone
  files {
    purpose
    name
    mediaType
    sizeBytes
    sha256
    url
  }
}
fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}`) as unknown as TypedDocumentString<TasksQuery, TasksQueryVariables>;
export const ProjectTasksDocument = new TypedDocumentString(`
    query ProjectTasks($key: String!, $filter: TaskFilter, $first: Int, $after: String) {
  project(key: $key) {
    tasks(filter: $filter, first: $first, after: $after) {
      nodes {
        ...TaskFields
        createdBy {
          name
        }
        branch {
          name
          project {
            key
          }
        }
      }
      pageInfo {
        ...NextPage
      }
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
  deletedCount
  failedCount
  itemsPerSecond
  createdAt
  startedAt
  endedAt
  errorMessage
  isUndone
  files {
    purpose
    name
    mediaType
    sizeBytes
    sha256
    url
  }
}
fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}`) as unknown as TypedDocumentString<ProjectTasksQuery, ProjectTasksQueryVariables>;
export const CancelTaskDocument = new TypedDocumentString(`
    mutation CancelTask($input: CancelTaskInput!) {
  cancelTask(input: $input) {
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
  path
  fix
  ... on FileProblem {
    line
    kind
    name
  }
  ... on ResourceProblem {
    kind
    name
  }
}`) as unknown as TypedDocumentString<CancelTaskMutation, CancelTaskMutationVariables>;
export const UndoStateDocument = new TypedDocumentString(`
    query UndoState($id: ID!) {
  task(id: $id) {
    id
    isUndone
    lastUndo {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<UndoStateQuery, UndoStateQueryVariables>;
export const UndoImportDocument = new TypedDocumentString(`
    mutation UndoImport($input: UndoImportInput!) {
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
  path
  fix
  ... on FileProblem {
    line
    kind
    name
  }
  ... on ResourceProblem {
    kind
    name
  }
}`) as unknown as TypedDocumentString<UndoImportMutation, UndoImportMutationVariables>;
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
  deletedCount
  failedCount
  itemsPerSecond
  createdAt
  startedAt
  endedAt
  errorMessage
  isUndone
  files {
    purpose
    name
    mediaType
    sizeBytes
    sha256
    url
  }
}`) as unknown as TypedDocumentString<TaskProgressSubscription, TaskProgressSubscriptionVariables>;
