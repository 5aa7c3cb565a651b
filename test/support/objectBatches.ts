/** Files of definitions and entries as batch engines write them, for tests. */
import type { JsonObject } from '../../src/shared/json.js';

interface BatchSettings {
  createStrategy?: 'INSERT' | 'UPSERT';
  updateStrategy?: 'UPDATE' | 'PARTIAL_UPDATE';
  siteExternalReferenceCode?: unknown;
  assetLibraryExternalReferenceCode?: unknown;
  siteId?: unknown;
  scopeKey?: unknown;
}

interface Batch {
  className: string;
  delegate: string;
}

function batch({ className, delegate }: Batch, items: object[], settings: BatchSettings): string {
  const strategies = { createStrategy: 'UPSERT', updateStrategy: 'UPDATE', ...settings };
  const parameters = { importStrategy: 'ON_ERROR_FAIL', ...strategies };
  const configuration = { className: `com.liferay.${className}`, parameters, taskItemDelegateName: delegate };
  return JSON.stringify({ configuration, items }, undefined, 1);
}

/** A field of texts. */
export function textField(name: string, more: JsonObject = {}): JsonObject {
  return { DBType: 'String', businessType: 'Text', label: { en_US: name }, name, required: false, ...more };
}

/** Spec of a definition as a file has it, with its external reference code. */
export function definitionSpec(erc: string, name: string, fields: JsonObject[] = [textField('title')]): JsonObject {
  return { externalReferenceCode: erc, label: { en_US: name }, name, objectFields: fields, scope: 'company' };
}

/** A file of definitions. */
export function definitionFile(items: object[], settings: BatchSettings = {}): string {
  return batch({ className: 'object.admin.rest.dto.v1_0.ObjectDefinition', delegate: 'DEFAULT' }, items, settings);
}

/** A file of entries of one definition. */
export function entryFile(definitionName: string, items: object[], settings: BatchSettings = {}): string {
  return batch({ className: 'object.rest.dto.v1_0.ObjectEntry', delegate: `C_${definitionName}` }, items, settings);
}
