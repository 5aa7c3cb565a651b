/** Records: resources whose fields, names and unique values are defined by their parent, as those of an entry by its definition. */
export { ensureRecordTexts, lacksRecordTexts, recordsOf } from './ensureRecordTexts.js';
export { leavesParent, parentKept, recordParent, renamedCode, renamedCodeSql } from './recordNames.js';
export { type ComparedText, placeOfField, recordTexts } from './recordTexts.js';
export { recordName, shapeRecord, type ShapingParent } from './shapeRecord.js';
export { recordKinds, uniqueFieldsOf } from './uniqueFields.js';
