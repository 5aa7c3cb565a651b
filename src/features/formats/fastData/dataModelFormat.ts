import type { JsonValue } from '../../../shared/json.js';
import { contentIgnored } from '../scanning/contentIgnored.js';
import type { DocumentFormat } from '../documents/documentReader.js';
import { dataModelEntries, dataModelItem, isDataModel } from './dataModelItems.js';
import { fastDataKinds, leftOf } from './looseShapes.js';

/**
 * Data models of collections, as CRUD collections, projections and single views have them: an object keyed by id, a list, or a single
 * one. They become CRUD collections, or single views if the upload states that kind.
 */
export const dataModelFormat: DocumentFormat = {
  name: 'fast-data/data-model',
  title: 'Fast Data collections (data models)',
  recognizes: (document) => isDataModel(document) || isDataModelList(document),
  extract: (document, context) => {
    const isSingleView = context.kind === fastDataKinds.singleView;
    const kind = isSingleView ? fastDataKinds.singleView : fastDataKinds.crudCollection;
    const entries = dataModelEntries(document, '', context.name);
    const items = entries.map((entry) => ({ ...dataModelItem(kind, entry), isPartial: isSingleView }));
    return { items, problems: contentIgnored(leftOf('', items), 'They are not part of a data model.') };
  },
};

function isDataModelList(document: JsonValue): boolean {
  if (typeof document !== 'object' || document === null) return false;
  const values = Object.values(document);
  return values.length > 0 && values.every(isDataModel);
}
