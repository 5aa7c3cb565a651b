/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { JsonValue, JsonObject } from '../../src/shared/json.js';
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** A task that is to end. */
export type CancelTaskInput = {
  /** The task. */
  id: string;
};

/** What a project can do; some kinds may only be imported as references where it is present. */
export type Capability =
  /** The project runs on the event-driven architecture (Single View Trigger Generator). */
  'EVENT_DRIVEN';

/** A branch that is to be made. */
export type CreateBranchInput = {
  /** The branch whose resources it starts with; empty when absent. */
  fromBranchId?: string | null | undefined;
  /** Its name, unique in the project. */
  name: string;
  /** The project that it belongs to. */
  projectId: string;
};

/** A project that is to be made. */
export type CreateProjectInput = {
  /** What it can do. */
  capabilities?: Array<Capability> | null | undefined;
  /** What it is for. */
  description?: string | null | undefined;
  /** A short unique name: letters, digits, - and _. */
  key: string;
  /** Its name, for people. */
  name: string;
};

/** A resource that is to be made. */
export type CreateResourceInput = {
  /** The branch that it is made on. */
  branchId: string;
  /** Its external reference code, for kinds that have one. */
  externalReferenceCode?: string | null | undefined;
  /** Its kind, e.g. "fast-data/ErSchema". */
  kind: string;
  /** Its name, unique in its namespace on the branch. */
  name: string;
  /** The resource that contains it, for kinds that live inside another. */
  parentId?: string | null | undefined;
  /** What it holds, after the JSON Schema of its kind. */
  spec: JsonObject;
  /** Its title, for people. What the spec says itself counts more: then this is not used. */
  title?: string | null | undefined;
};

/** How copies meet what has their name. */
export type CreateStrategy =
  /** "Only Add New Records": what has the name is a collision. */
  | 'INSERT'
  /** "Add or Update Records": what is editable and has the name is updated. */
  | 'UPSERT';

/** A token that is to be made. */
export type CreateTokenInput = {
  /** When it ends; never when absent. */
  expiresAt?: string | null | undefined;
  /** Whether it carries the rights of a superuser; no when absent. */
  isSuperuser?: boolean | null | undefined;
  /** What it is for; also the name of the service account that is made with it. */
  name: string;
  /** Whose it is: a service account or user that is known, such as yourself. A new service account when absent. */
  principalId?: string | null | undefined;
};

/** How a table is written; what is not given is told from its first lines. */
export type CsvOptionsInput = {
  /** What stands between two cells, one character. */
  delimiter?: string | null | undefined;
  /** Whether the first line names the columns, as it does when absent; else they are called 0, 1 and so on. */
  hasHeader?: boolean | null | undefined;
  /** What cells may be enclosed in, one character; else ". */
  quote?: string | null | undefined;
};

/** A resource that is to be deleted. */
export type DeleteResourceInput = {
  /** Delete it although others depend on it; what lives inside it still stands in the way. */
  force?: boolean | null | undefined;
  /** The resource. */
  id: string;
};

/** A template that is not wanted any more. */
export type DeleteTemplateInput = {
  /** The template. */
  id: string;
};

/** A reference that is to become an editable copy. */
export type DetachReferenceInput = {
  /** The reference. */
  id: string;
};

/** A plan that is not wanted any more. */
export type DiscardImportInput = {
  /** The plan. */
  planId: string;
};

/** A plan that is to be carried out. */
export type ExecuteImportInput = {
  /** Comes back in the callback, to tell what it belongs to; at most 200 characters. */
  callbackKey?: string | null | undefined;
  /** Where the outcome is posted when the task has ended: an address of http or https whose host this server allows. */
  callbackUrl?: string | null | undefined;
  /** What happens when an item can not be imported; when absent as the template of the upload has it, else ON_ERROR_FAIL. */
  importStrategy?: ImportStrategy | null | undefined;
  /** The plan. */
  planId: string;
};

/** The shape of a file that is written. */
export type ExportFormat =
  /** Records as a table: entries of an object definition, or resources whose specs are texts alone. What is empty can not be told from what is absent. */
  | 'CSV'
  /** One JSON document, a resource a line. */
  | 'JSON'
  /** JSON Lines: header, a resource a line, trailer; for files of any size. */
  | 'JSONL'
  /** Records as Liferay's batch file, with their class; it can be imported again as it is. */
  | 'JSONT'
  /** Records as a JSON array of Liferay's items. */
  | 'LIFERAY_JSON'
  /** Records as JSON Lines of Liferay's items; for files of any size. */
  | 'LIFERAY_JSONL'
  /** Reports and dashboards as Camunda Optimize exports them, with all reports that they show; it holds no collections. */
  | 'OPTIMIZE_JSON'
  /** An archive with one readable file for each resource, for version control; up to 64 MiB. */
  | 'ZIP';

/** Which items of an export are listed. What is not given does not narrow the list. */
export type ExportItemFilter = {
  /** Only items that are part of it for one of these. */
  inclusions?: Array<Inclusion> | null | undefined;
  /** Only items of these kinds; of one that there is not, `problems` warns. */
  kinds?: Array<string> | null | undefined;
  /** Only items with this text in a name or title, in any case. */
  search?: string | null | undefined;
};

/** What an export is to hold: the union of all that is named. */
export type ExportSelectionInput = {
  /** Everything on the branch that can be exported. */
  all?: boolean | null | undefined;
  /** The branch. */
  branchId: string;
  /** All resources of these kinds. */
  kinds?: Array<string> | null | undefined;
  /** These resources. */
  resourceIds?: Array<string> | null | undefined;
};

/** One field of a file and the field that it becomes. */
export type FieldMappingInput = {
  /** The field in the file; dots lead into nested objects. */
  source: string;
  /** The field of the record; dots lead into nested objects. */
  target: string;
};

/** What a file is to its task. */
export type FilePurpose =
  /** What went wrong, item by item. */
  | 'ERROR_REPORT'
  /** The items that failed, each with its problems, as a draft bundle: to be corrected and imported. */
  | 'REMAINDER'
  /** What the task made: a bundle, or what became of each item. */
  | 'RESULT'
  /** What was uploaded. */
  | 'SOURCE';

/** A role that is to be given. */
export type GrantRoleInput = {
  /** The principal, by its id or by that of one of its tokens. */
  principalId: string;
  /** The project. */
  projectId: string;
  /** The role; it takes the place of the one before. */
  role: Role;
};

/** Which way a graph is walked from its roots. */
export type GraphDirection =
  /** To what the roots need. */
  | 'DEPENDENCIES'
  /** To what needs the roots. */
  | 'DEPENDENTS';

/** What an item of a plan would come to. */
export type ImportAction =
  /** It can not be imported; its problems say why. */
  | 'BLOCKED'
  /** Its name is taken: rename it, or leave it out. */
  | 'COLLISION'
  /** A new resource. */
  | 'CREATE'
  /** New content for a reference from the same source. */
  | 'REFERENCE_UPDATE'
  /** It is left out; what needs it binds to what the branch has. */
  | 'SKIPPED'
  /** The branch has it already, just so. */
  | 'UNCHANGED'
  /** A change of an editable resource. */
  | 'UPDATE';

/** What a list of items is narrowed to; all that is given must hold. */
export type ImportItemFilter = {
  /** Only items that come to one of these. */
  actions?: Array<ImportAction> | null | undefined;
  /** Only items with problems, or only those without. */
  hasProblems?: boolean | null | undefined;
  /** Only items of these kinds. */
  kinds?: Array<string> | null | undefined;
  /** Only items with this text in a name or title, in any case. */
  search?: string | null | undefined;
};

/** What an item becomes. */
export type ImportMode =
  /** An editable copy, as if made here. */
  | 'COPY'
  /** A read-only reference, updated by importing it again. */
  | 'REFERENCE';

/** The state of an import plan. */
export type ImportPlanStatus =
  /** It was given up. */
  | 'DISCARDED'
  /** It was carried out. */
  | 'EXECUTED'
  /** It is being carried out. */
  | 'EXECUTING'
  /** The file could not be read; the problems say why. */
  | 'FAILED'
  /** It can be looked at, amended and carried out. */
  | 'READY'
  /** The file is being read. */
  | 'STAGING';

/** What happens when an item can not be imported. */
export type ImportStrategy =
  /** Everything else is imported; the error report has the rest. */
  | 'ON_ERROR_CONTINUE'
  /** Nothing of the file is imported. */
  | 'ON_ERROR_FAIL';

/** Why an item is part of an export. */
export type Inclusion =
  /** Something selected needs it; a person should confirm that it goes along. */
  | 'NEEDS_CONFIRMATION'
  /** The selection names it. */
  | 'SELECTED'
  /** It goes along without a question: a cast function behind a field, the system that holds a projection. */
  | 'SILENT';

/** The direction of an order. */
export type OrderDirection =
  /** Ascending: A to Z, oldest first. */
  | 'ASC'
  /** Descending: Z to A, newest first. */
  | 'DESC';

/** A stable code for each expected fault. */
export type ProblemCode =
  /** The project lacks the capability that references of this kind need. */
  | 'ARCHITECTURE_REQUIRED'
  /** The archive, or a member of it, can not be unpacked as it claims. */
  | 'ARCHIVE_DAMAGED'
  /** The archive, or a member of it, breaks a limit that guards this server; nothing was unpacked. */
  | 'ARCHIVE_REFUSED'
  /** The address or the key of a callback is not one that can be used. */
  | 'CALLBACK_INVALID'
  /** This server makes no callbacks to the host of the address. */
  | 'CALLBACK_NOT_ALLOWED'
  /** A cast function is written for another writer than the one that will run it. */
  | 'CAST_LANGUAGE'
  /** The resource has changed since the import that is to be undone. */
  | 'CHANGED_SINCE_IMPORT'
  /** A text holds the character U+0000, or half of a surrogate pair, which not every database can keep. */
  | 'CHARACTER_NOT_ALLOWED'
  /** What would contain the item is not imported and not on the branch, so that it stands alone. */
  | 'CONTAINER_MISSING'
  /** A part of the file is not something that is imported; it was left out. */
  | 'CONTENT_IGNORED'
  /** The file holds another number of resources than it claims. */
  | 'COUNT_MISMATCH'
  /** A node is a CRUD collection, which never travels in an export. */
  | 'CRUD_COLLECTION_NODE'
  /** The table is not well formed, so that its rows or columns can not be told apart. */
  | 'CSV_MALFORMED'
  /** A custom file that the spec names is not carried by an export. */
  | 'CUSTOM_FILE_MISSING'
  /** Something in the database is not as this server would have written it. */
  | 'DATABASE_UNSOUND'
  /** A default cast function that is in use does not exist in this project. */
  | 'DEFAULT_CAST_MISSING'
  /** An update would remove parts of what is there, and that was not allowed. */
  | 'DELETION_NOT_ALLOWED'
  /** Something that the item needs is blocked itself. */
  | 'DEPENDENCY_BLOCKED'
  /** Something that the item needs is neither selected nor on the branch. */
  | 'DEPENDENCY_MISSING'
  /** The content differs from the digest that the file gives for it. */
  | 'DIGEST_MISMATCH'
  /** Two items of one file have the same name in the same namespace. */
  | 'DUPLICATE_IN_FILE'
  /** An object of the file has the same key twice, so that only one of the two could be read. */
  | 'DUPLICATE_KEY'
  /** Endpoints are not carried by an import. */
  | 'ENDPOINTS_NOT_IMPORTED'
  /** The time at which something is to end has passed. */
  | 'EXPIRY_INVALID'
  /** A client extension that is called must be deployed; it is never imported. */
  | 'EXTENSION_NOT_IMPORTED'
  /** The file does not give the type of a field; one was assumed. */
  | 'FIELD_TYPE_ASSUMED'
  /** No kind of the selection has a field of that name. */
  | 'FIELD_UNKNOWN'
  /** The mapping leaves out fields of the file. */
  | 'FIELD_UNMAPPED'
  /** The file holds nothing. */
  | 'FILE_EMPTY'
  /** What the file comes to in the database is too large for its size. */
  | 'FILE_GROWS_TOO_LARGE'
  /** The file names things by ids that it does not hold. */
  | 'FILE_INCOMPLETE'
  /** The file is not valid JSON. */
  | 'FILE_NOT_JSON'
  /** The file is not valid UTF-8. */
  | 'FILE_NOT_UTF8'
  /** The file, or one item of it, is larger than this server accepts. */
  | 'FILE_TOO_LARGE'
  /** The file ends in the middle. */
  | 'FILE_TRUNCATED'
  /** The principal may not do this; the message says what is needed. */
  | 'FORBIDDEN'
  /** A key such as __proto__ that no spec may hold. */
  | 'FORBIDDEN_KEY'
  /** The file is JSON, but of a shape that this server does not know. */
  | 'FORMAT_UNRECOGNIZED'
  /** The format can not be written for this selection, or is not known. */
  | 'FORMAT_UNSUPPORTED'
  /** The file was written in a version of its format that this server does not read. */
  | 'FORMAT_VERSION_UNSUPPORTED'
  /** Other resources depend on this one. */
  | 'HAS_DEPENDENTS'
  /** The idempotency key was used before, for another file. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** A number that identifies something in one environment only was not used. */
  | 'ID_IGNORED'
  /** An id is not of the form that this server gives out. */
  | 'INVALID_ID'
  /** An item of the file lacks what every item must have. */
  | 'ITEM_MALFORMED'
  /** The file does not say what its records are. */
  | 'KIND_REQUIRED'
  /** Nobody would be a superuser any more. */
  | 'LAST_SUPERUSER'
  /** The mapping contradicts itself, or names a field that the file does not have. */
  | 'MAPPING_INVALID'
  /** The media type of the upload is not one that this server reads. */
  | 'MEDIA_TYPE_UNSUPPORTED'
  /** The spec has a member that the schema of its kind does not list; it is kept as it is. */
  | 'MEMBER_UNKNOWN'
  /** A custom message format belongs to a service and is not imported. */
  | 'MISSING_MESSAGE_FORMAT'
  /** A single view needs a Single View Creator, which is never imported. */
  | 'MISSING_SVC'
  /** In an event-driven project a single view needs a Single View Trigger Generator, which is never imported. */
  | 'MISSING_SVTG'
  /** A projection needs a Real-Time Updater or a Projection Storer, which is never imported. */
  | 'MISSING_WRITER_SERVICE'
  /** The name of an item was made unique within its file, because others name it by it. */
  | 'NAME_ADJUSTED'
  /** A name differs from an existing one only in upper and lower case. */
  | 'NAME_CASE_DIFFERS'
  /** The name is taken on the branch. */
  | 'NAME_COLLISION'
  /** The name is empty, too long, or holds characters that its kind does not allow. */
  | 'NAME_INVALID'
  /** The name mixes alphabets or invisible characters, so that it looks like another name. */
  | 'NAME_LOOKALIKE'
  /** The name is in use already, in the same namespace of the same branch. */
  | 'NAME_TAKEN'
  /** The item was itself a reference in its source project. */
  | 'NESTED_REFERENCE'
  /** The JSON is nested deeper than this server reads. */
  | 'NESTING_TOO_DEEP'
  /** The file holds no resources. */
  | 'NOTHING_TO_IMPORT'
  /** The resource is an editable copy already. */
  | 'NOT_A_REFERENCE'
  /** Resources of this kind never travel in an export. */
  | 'NOT_EXPORTABLE'
  /** What the id or key names does not exist. */
  | 'NOT_FOUND'
  /** A projection without a primary key can not be saved in the Console. */
  | 'NO_PRIMARY_KEY'
  /** A number is too large, too close to 0 or has too many digits to be kept exactly. */
  | 'NUMBER_NOT_EXACT'
  /** A part says that it belongs to another resource than the one that holds it. */
  | 'OWNER_DIFFERS'
  /** The pack is switched off, in the project or on this server. */
  | 'PACK_OFF'
  /** The parent is of a kind that can not contain this resource, or stands on another branch. */
  | 'PARENT_INVALID'
  /** What contained the resource is not on the branch any more. */
  | 'PARENT_MISSING'
  /** A resource of this kind lives inside a parent, and none was named. */
  | 'PARENT_REQUIRED'
  /** An update asks something else of the records that are there. */
  | 'PART_CHANGED'
  /** An update removes parts of what is there. */
  | 'PART_REMOVED'
  /** Something that is selected is in collision or blocked. */
  | 'PLAN_NOT_EXECUTABLE'
  /** The plan is not in a state in which this can be done. */
  | 'PLAN_NOT_READY'
  /** A principal of this type can not be used here. */
  | 'PRINCIPAL_UNFIT'
  /** A topic uses public variables that must be defined in this project. */
  | 'PUBLIC_VARIABLE_MISSING'
  /** A reference is read-only: detach it first, or update it by importing it again. */
  | 'READ_ONLY_REFERENCE'
  /** Resources of this kind can only be imported as copies. */
  | 'REFERENCE_NOT_ALLOWED'
  /** The item was itself a reference in its source project, or updates one of the branch, so that the name is kept. */
  | 'RENAME_NOT_ALLOWED'
  /** An item has a schema number that no migration leads from. */
  | 'SCHEMA_VERSION_UNSUPPORTED'
  /** The import adds a data source to the collection. */
  | 'SCOPE_EXTENDED'
  /** Nothing is selected. */
  | 'SELECTION_EMPTY'
  /** A setting has a value that it can not have. */
  | 'SETTING_INVALID'
  /** A file states a setting that has no effect, or a template one that there is not. */
  | 'SETTING_UNKNOWN'
  /** The collection lacks a data source that an item needs. */
  | 'SOURCE_MISSING'
  /** The collection has a data source that an item needs, and not for all of its tenants. */
  | 'SOURCE_TENANT_MISSING'
  /** The file does not say which project it came from, so its items can only be imported as copies. */
  | 'SOURCE_UNKNOWN'
  /** The spec breaks the JSON Schema of its kind. */
  | 'SPEC_INVALID'
  /** The resource has changed since the revision that was given. */
  | 'STALE_REVISION'
  /** The disk is full; nothing of the task was kept. */
  | 'STORAGE_FULL'
  /** A flag by which the original marks what it manages itself was ignored. */
  | 'SYSTEM_FLAG_IGNORED'
  /** The branch has changed since the plan was derived. */
  | 'TARGET_CHANGED'
  /** The task has ended already. */
  | 'TASK_NOT_CANCELLABLE'
  /** The task is not an import that was carried out, or was undone already, or is being undone. */
  | 'TASK_NOT_UNDOABLE'
  /** The template was saved when the server or the project was another; the path leads into the template. */
  | 'TEMPLATE_UNFIT'
  /** None of the tenants that an item names has what it needs. */
  | 'TENANT_MISSING'
  /** The project has as many branches as it may have. */
  | 'TOO_MANY_BRANCHES'
  /** The file has more items than one file may have on this server. */
  | 'TOO_MANY_ITEMS'
  /** A topic still names the tenant, project or system that the projection came from. */
  | 'TOPIC_FROM_SOURCE'
  /** A text that only one resource of its kind, or one entry of its definition, may have is in use already. */
  | 'UNIQUE_TEXT_TAKEN'
  /** This server knows no kind of that name. */
  | 'UNKNOWN_KIND'
  /** A block is named that the aggregation does not have. */
  | 'UNRESOLVED_BLOCK'
  /** A condition that is used by name is not in the ER schema. */
  | 'UNRESOLVED_CONDITION'
  /** A field is named that is not where it is looked for. */
  | 'UNRESOLVED_FIELD'
  /** A flow node is named that the process does not have. */
  | 'UNRESOLVED_FLOW_NODE'
  /** A filter names a definition that the report does not have. */
  | 'UNRESOLVED_IDENTIFIER'
  /** A node is no projection, single view or CRUD collection of the branch. */
  | 'UNRESOLVED_NODE'
  /** An entry is named that the picklist does not have. */
  | 'UNRESOLVED_PICKLIST_ENTRY'
  /** Something is named that neither the file nor the branch has; what names it is imported without it. */
  | 'UNRESOLVED_REFERENCE'
  /** A relationship is named that the definition does not state. */
  | 'UNRESOLVED_RELATIONSHIP'
  /** An endpoint and a schema of an API application are linked, and one of the two is not there. */
  | 'UNRESOLVED_SCHEMA'
  /** A filter is by a variable that no report of the dashboard uses. */
  | 'UNRESOLVED_VARIABLE'
  /** The upload ended before the whole file had arrived. */
  | 'UPLOAD_INCOMPLETE'
  /** None of the versions that an item needs of something is there. */
  | 'VERSION_MISSING'
  /** Versions that are not there are left out of the item. */
  | 'VERSION_PRUNED';

/** A condition on a field of the spec. A field that is absent is null. */
export type RecordConditionInput = {
  /** The field, with dots for nested ones: "state.key". */
  field: string;
  /** How it is compared. */
  operator: RecordOperator;
  /** What it is compared with, within its type: a list for IN, true or false for IS_NULL. */
  value?: JsonValue | null | undefined;
};

/** How a field is compared with a value. Only values of one type are compared, other than for NE and IS_NULL. */
export type RecordOperator =
  /** It is a text that holds this text, in upper or lower case. */
  | 'CONTAINS'
  /** It is the value. */
  | 'EQ'
  /** It is the value, or more. */
  | 'GE'
  /** It is a larger number, or a text that comes after. */
  | 'GT'
  /** It is one of the values of the list. */
  | 'IN'
  /** With true: it is absent or null. With false: it holds something. */
  | 'IS_NULL'
  /** It is the value, or less. */
  | 'LE'
  /** It is a smaller number, or a text (such as an ISO 8601 date) that comes before. */
  | 'LT'
  /** It is not the value; also when it is absent. */
  | 'NE';

/** Another name for an item of a plan. */
export type RenameImportItemInput = {
  /** The item. */
  itemId: string;
  /** Its name on the branch; the name in the file takes the renaming back. */
  name: string;
};

/** A new name for a resource. */
export type RenameResourceInput = {
  /** The resource. */
  id: string;
  /** Its new name. */
  name: string;
};

/** What a dependency asks for. */
export type Requirement =
  /** The absence of the target is worth a warning. */
  | 'ADVISED'
  /** The target travels with an export. */
  | 'INCLUDED'
  /** The target must exist where the source is imported; it never travels. */
  | 'REQUIRED';

/** What a list of resources is narrowed to; all that is given must hold. */
export type ResourceFilter = {
  /** Only resources of these kinds. */
  kinds?: Array<string> | null | undefined;
  /** Only editable resources, or only references. */
  mode?: ResourceMode | null | undefined;
  /** Only resources that came from the project with this key. */
  originProjectKey?: string | null | undefined;
  /** Only resources with this text in their name or title, in any case. */
  search?: string | null | undefined;
};

/** Who owns a resource. */
export type ResourceMode =
  /** This project owns it: it can be changed here. */
  | 'EDITABLE'
  /** Another project owns it: here it is a read-only image, updated by importing it again. */
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
  /** By when it came to this branch. */
  | 'CREATED_AT'
  /** By the name of the kind, and by name within a kind. */
  | 'KIND'
  /** By name, without regard to case. */
  | 'NAME'
  /** By when it last changed. */
  | 'UPDATED_AT';

/** A role that is to be taken back. */
export type RevokeRoleInput = {
  /** The principal, by its id or by that of one of its tokens. */
  principalId: string;
  /** The project. */
  projectId: string;
};

/** A token that is to be revoked. */
export type RevokeTokenInput = {
  /** The id of the token. */
  id: string;
};

/** What a principal may do in a project; each role includes those before it. */
export type Role =
  /** Change resources, export and import. */
  | 'EDITOR'
  /** Give roles, change settings, and undo others' imports. */
  | 'MANAGER'
  /** Look, and export where the pack allows that. */
  | 'VIEWER';

/** Settings that are to be saved under a name. */
export type SaveTemplateInput = {
  /** What it holds the settings of. */
  direction: TemplateDirection;
  /** Whether a template that has the name already gets these settings; else the name is taken. */
  isOverwriteAllowed?: boolean;
  /** Its name, unique in its project and direction without regard to case. */
  name: string;
  /** The project that it belongs to. */
  projectId: string;
  /** For exports what StartExportInput takes, its branch aside; for imports the options of StageImportInput, and next to them mode, format and importStrategy. */
  settings: JsonObject;
};

/** Which items of a plan are imported. */
export type SelectImportItemsInput = {
  /** Whether they are imported; what is left out binds to what the branch has. */
  isSelected: boolean;
  /** These items. */
  itemIds?: Array<string> | null | undefined;
  /** All items of these kinds. Neither items nor kinds: all items. */
  kinds?: Array<string> | null | undefined;
  /** The plan. */
  planId: string;
};

/** What items of a plan become. */
export type SetImportModeInput = {
  /** These items. */
  itemIds?: Array<string> | null | undefined;
  /** All items of these kinds. Neither items nor kinds: all items. */
  kinds?: Array<string> | null | undefined;
  /** Editable copies, or read-only references. */
  mode: ImportMode;
  /** The plan. */
  planId: string;
};

/** How copies of a plan meet what the branch has; what is absent stays as it was. */
export type SetImportOptionsInput = {
  /** Whether copies may change what has their name, or are only ever new. */
  createStrategy?: CreateStrategy | null | undefined;
  /** The collection of the branch that reports and dashboards go into; an empty text for none. */
  intoCollection?: string | null | undefined;
  /** Whether an update may remove parts that others hang on, such as fields of a definition, entries of a picklist or data sources of a collection. */
  isDeletionAllowed?: boolean | null | undefined;
  /** Whether who imports becomes the only reader of what is made. */
  isPrivate?: boolean | null | undefined;
  /** Whether the collection gets the data sources that it lacks; takes the role MANAGER. */
  isScopeExtended?: boolean | null | undefined;
  /** Fields of the file and what they become. Another mapping than before has the file read anew, as a task: the plan is STAGING until then, and what was chosen of its items has to be chosen again. An empty list takes the mapping back. */
  mapping?: Array<FieldMappingInput> | null | undefined;
  /** The plan. */
  planId: string;
  /** Whether an update replaces the whole, or only what the file holds. */
  updateStrategy?: UpdateStrategy | null | undefined;
};

/** A pack that is to be switched on or off in a project. */
export type SetPackEnabledInput = {
  /** Whether its kinds are to be offered. */
  isEnabled: boolean;
  /** The name of the pack. */
  pack: string;
  /** The project. */
  projectId: string;
};

/** A file that is to be imported. */
export type StageImportInput = {
  /** The branch that it is to be imported into. */
  branchId: string;
  /** Comes back in the callback, to tell what it belongs to; at most 200 characters. */
  callbackKey?: string | null | undefined;
  /** Where the outcome is posted when the task has ended: an address of http or https whose host this server allows. */
  callbackUrl?: string | null | undefined;
  /** The file, as the GraphQL multipart request specification has it. */
  file: string;
  /** The name of the format; detected from the content when absent. */
  format?: string | null | undefined;
  /** The same key with the same file gives the same plan again, instead of a second one. */
  idempotencyKey?: string | null | undefined;
  /** What items become, until it is chosen otherwise; COPY when absent. */
  mode?: ImportMode | null | undefined;
  /** How the file is read. */
  options?: StageImportOptions | null | undefined;
};

/** How a file is read, and how its copies meet what the branch has. */
export type StageImportOptions = {
  /** Whether copies may change what has their name ("Add or Update Records") or are only ever new ("Only Add New Records"); what the file states when absent, else INSERT. */
  createStrategy?: CreateStrategy | null | undefined;
  /** How a table is written. */
  csv?: CsvOptionsInput | null | undefined;
  /** For records of a definition: the external reference code of the definition. */
  definitionErc?: string | null | undefined;
  /** A collection of the branch that all reports and dashboards of the file go into, whatever it says of them; what they are about must be among its data sources. Outside of any when absent. */
  intoCollection?: string | null | undefined;
  /** Whether an update may remove parts that others hang on, such as fields of a definition, entries of a picklist or data sources of a collection; else it is blocked. */
  isDeletionAllowed?: boolean | null | undefined;
  /** Whether who imports becomes the only reader of what is made; what is updated keeps its readers. */
  isPrivate?: boolean | null | undefined;
  /** Whether the collection gets the data sources that it lacks; takes the role MANAGER of who carries the plan out. */
  isScopeExtended?: boolean | null | undefined;
  /** Whether a member that the schema of a kind does not list blocks its item; else it is kept, and told: a newer release of the product may have it. */
  isStrict?: boolean | null | undefined;
  /** The kind of records that do not say theirs. */
  kind?: string | null | undefined;
  /** Fields of the file and what they become; what is not named is left out, and told. An empty list is no mapping. */
  mapping?: Array<FieldMappingInput> | null | undefined;
  /** The name of the one resource of a file that does not name it; else the name of the file is taken. */
  name?: string | null | undefined;
  /** A template of the project, for whatever is not given here, member by member; for mode and format too, and for the importStrategy of the execution. A member that is null is given: then the template does not count. */
  templateId?: string | null | undefined;
  /** Whether an update replaces the whole ("Overwrite Records") or only what the file holds ("Update Changed Record Fields"); what the file states when absent, else UPDATE. */
  updateStrategy?: UpdateStrategy | null | undefined;
};

/** An export that is to be written. */
export type StartExportInput = {
  /** Comes back in the callback, to tell what it belongs to; at most 200 characters. */
  callbackKey?: string | null | undefined;
  /** Where the outcome is posted when the task has ended: an address of http or https whose host this server allows. */
  callbackUrl?: string | null | undefined;
  /** What is left out although it is needed; it becomes a requirement of the file. */
  excludeIds?: Array<string> | null | undefined;
  /** For records: only these fields, with dots for nested ones; what a record is known by is always there. */
  fields?: Array<string> | null | undefined;
  /** The shape of the file; JSON when absent. */
  format?: ExportFormat | null | undefined;
  /** Whether what the selection needs goes along; when absent, true for bundles and false for records. */
  includeDependencies?: boolean | null | undefined;
  /** For records: a ZIP archive with one file for each kind, and for each definition of entries. */
  isArchive?: boolean | null | undefined;
  /** Narrows the selection to resources for which all of this holds; what they need goes along anyway. */
  recordFilter?: Array<RecordConditionInput> | null | undefined;
  /** What it holds. */
  selection: ExportSelectionInput;
  /** A template of the project, for whatever is not given here, member by member. A member that is null is given: then the template does not count. */
  templateId?: string | null | undefined;
};

/** What a list of tasks is narrowed to; all that is given must hold. */
export type TaskFilter = {
  /** Only tasks of this branch. */
  branchId?: string | null | undefined;
  /** Only tasks in these states. */
  statuses?: Array<TaskStatus> | null | undefined;
  /** Only tasks of these types. */
  types?: Array<TaskType> | null | undefined;
};

/** The state of a task. */
export type TaskStatus =
  /** It was cancelled, and did nothing. */
  | 'CANCELLED'
  /** It did all that was asked. */
  | 'COMPLETED'
  /** It did what could be done; the error report holds the rest. */
  | 'COMPLETED_WITH_ERRORS'
  /** It did nothing; errorMessage says why. */
  | 'FAILED'
  /** It waits for its turn. */
  | 'QUEUED'
  /** It is under way. */
  | 'RUNNING';

/** What a task does. */
export type TaskType =
  /** Carries an import plan out. */
  | 'EXECUTE_IMPORT'
  /** Writes a selection into a file. */
  | 'EXPORT'
  /** Reads an uploaded file and derives its import plan. */
  | 'STAGE_IMPORT'
  /** Takes an import back. */
  | 'UNDO_IMPORT';

/** What a template holds the settings of. */
export type TemplateDirection =
  /** Of exports. */
  | 'EXPORT'
  /** Of imports. */
  | 'IMPORT';

/** An import that is to be taken back, or an undo. */
export type UndoImportInput = {
  /** Comes back in the callback, to tell what it belongs to; at most 200 characters. */
  callbackKey?: string | null | undefined;
  /** Where the outcome is posted when the task has ended: an address of http or https whose host this server allows. */
  callbackUrl?: string | null | undefined;
  /** Take it back although resources were changed since; those changes are lost. */
  force?: boolean | null | undefined;
  /** The task that carried the import out, or that took it back. */
  taskId: string;
};

/** What a resource is to hold from now on. */
export type UpdateResourceInput = {
  /** The revision that the change was made on; another one is refused. */
  expectedRevision?: number | null | undefined;
  /** The resource. */
  id: string;
  /** The new spec, whole. */
  spec: JsonObject;
  /** The new title; absent keeps it, null removes it. What the spec says itself counts more: then this is not used. */
  title?: string | null | undefined;
};

/** What an update leaves of what was there. */
export type UpdateStrategy =
  /** "Update Changed Record Fields": whatever the file does not hold. */
  | 'PARTIAL_UPDATE'
  /** "Overwrite Records": nothing; the file says all of it. */
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
    | { __typename: 'Branch'; name: string; id: string }
    | { __typename: 'ImportItem'; id: string }
    | { __typename: 'ImportPlan'; id: string }
    | { __typename: 'Principal'; id: string }
    | { __typename: 'Project'; key: string; id: string }
    | { __typename: 'Resource'; name: string; id: string }
    | { __typename: 'Task'; id: string }
    | { __typename: 'Template'; id: string }
    | null;
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
