import type { KindPack } from '../../kindPack.js';
import { apiApplication } from './apiApplication.js';
import { notificationTemplate } from './notificationTemplate.js';
import { objectDefinition } from './objectDefinition.js';
import { objectEntry } from './objectEntry.js';
import { objectFolder } from './objectFolder.js';
import { picklist } from './picklist.js';
import { workflowDefinition } from './workflowDefinition.js';

/** The resources of Liferay objects. */
export const objectsPack: KindPack = {
  name: 'objects',
  title: 'Objects',
  state: 'beta',
  kinds: [
    objectFolder,
    picklist,
    notificationTemplate,
    workflowDefinition,
    objectDefinition,
    objectEntry,
    apiApplication,
  ],
};
