/** JSON Schema of an object action. Source: object-admin REST v1.0, ObjectAction; ObjectActionExecutorConstants, ObjectActionTriggerConstants. */
import type { JsonObject } from '../../../../shared/json.js';
import { anyObject, closedObject, flag, localizedText, nonEmptyText, status, text } from '../../schemaParts.js';

const executors = ['add-object-entry', 'groovy', 'notification', 'update-object-entry', 'webhook'];
const triggers = [
  ...['onAfterAdd', 'onAfterAttachmentDownload', 'onAfterDelete', 'onAfterRootUpdate', 'onAfterUpdate', 'standalone'],
];

/** An action of a definition. A trigger may also be the destination of a message, which has a slash. */
export const objectAction: JsonObject = closedObject(
  {
    active: flag,
    conditionExpression: text,
    description: text,
    errorMessage: localizedText,
    externalReferenceCode: text,
    label: localizedText,
    name: nonEmptyText,
    objectActionExecutorKey: {
      type: 'string',
      pattern: `^(?:${executors.join('|')}|function#.+)$`,
      description: `Must be one of ${executors.join(', ')} or function#, followed by the name of a client extension.`,
    },
    objectActionTriggerKey: {
      type: 'string',
      pattern: `^(?:${triggers.join('|')}|.[^/\\n]*/.+)$`,
      description: `Must be one of ${triggers.join(', ')} or a destination such as liferay/orders.`,
    },
    parameters: anyObject,
    status,
    system: flag,
  },
  ['name', 'objectActionExecutorKey', 'objectActionTriggerKey'],
);
