/** Names of the kinds of this pack, for references between them. */
export const kindNames = {
  objectFolder: 'objects/ObjectFolder',
  picklist: 'objects/Picklist',
  notificationTemplate: 'objects/NotificationTemplate',
  workflowDefinition: 'objects/WorkflowDefinition',
  objectDefinition: 'objects/ObjectDefinition',
  objectEntry: 'objects/ObjectEntry',
  apiApplication: 'objects/ApiApplication',
} as const;
