/** Members that an entry may have whatever its definition: what the product keeps of every entry, and what it computes. */

/** Names that the product keeps for itself; a definition can't have fields of these names of its own. */
export const reservedMembers: ReadonlySet<string> = new Set([
  ...['externalReferenceCode', 'status', 'keywords', 'taxonomyCategoryIds', 'taxonomyCategoryBriefs', 'permissions'],
  ...['friendlyUrlPath', 'friendlyUrlPath_i18n', 'scopeKey', 'scopeId', 'defaultLanguageId', 'objectEntryFolderId'],
  ...['objectEntryFolderExternalReferenceCode', 'auditEvents', 'comments', 'displayDate', 'expirationDate'],
  ...['reviewDate', 'systemProperties', 'workflowTransitions', 'userName', 'userId', 'creator', 'createDate'],
  ...['siteExternalReferenceCode', 'assetLibraryExternalReferenceCode'],
  ...['modifiedDate', 'dateCreated', 'dateModified', 'actions', 'properties', 'x-class-name', 'x-schema-name'],
]);

/** The number of an entry, which means nothing outside of its environment. */
export const idMember = 'id';
