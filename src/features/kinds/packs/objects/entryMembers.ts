/** Members that every entry may have: those that the product stores for every entry, and those that it computes. */

/** Names that the product reserves: a definition cannot have custom fields of these names. */
export const reservedMembers: ReadonlySet<string> = new Set([
  ...['externalReferenceCode', 'status', 'keywords', 'taxonomyCategoryIds', 'taxonomyCategoryBriefs', 'permissions'],
  ...['friendlyUrlPath', 'friendlyUrlPath_i18n', 'scopeKey', 'scopeId', 'defaultLanguageId', 'objectEntryFolderId'],
  ...['objectEntryFolderExternalReferenceCode', 'auditEvents', 'comments', 'displayDate', 'expirationDate'],
  ...['reviewDate', 'systemProperties', 'workflowTransitions', 'userName', 'userId', 'creator', 'createDate'],
  ...['siteExternalReferenceCode', 'assetLibraryExternalReferenceCode'],
  ...['modifiedDate', 'dateCreated', 'dateModified', 'actions', 'properties', 'x-class-name', 'x-schema-name'],
]);

/** The numeric id of an entry, which is valid only in its environment. */
export const idMember = 'id';
