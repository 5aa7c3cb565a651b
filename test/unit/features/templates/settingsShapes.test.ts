import { readFileSync } from 'node:fs';
import { buildSchema, isInputObjectType } from 'graphql';
import { exportSettings } from '../../../../src/features/exporting/index.js';
import { importSettings } from '../../../../src/features/importing/index.js';
import type { SettingRule } from '../../../../src/features/templates/settingsShape.js';
import { projectFile } from '../../../support/projectFile.js';

const schema = buildSchema(readFileSync(projectFile('schema.graphql'), 'utf8'));

function membersOf(inputName: string): string[] {
  const type = schema.getType(inputName);
  return isInputObjectType(type) ? Object.keys(type.getFields()) : [];
}

/** Every name that a template knows at a place: to save it, or to say why it is not saved. */
function namesAt(rule: SettingRule | undefined): string[] {
  return rule?.type === 'GROUP' ? [...Object.keys(rule.members), ...Object.keys(rule.unsaved ?? {})].toSorted() : [];
}

describe('what templates may hold', () => {
  it('is every member of the input of an export', () => {
    expect(namesAt(exportSettings.group)).toEqual(membersOf('StartExportInput').toSorted());
    expect(namesAt(exportSettings.group.members['selection'])).toEqual(membersOf('ExportSelectionInput').toSorted());
  });

  it('is every option of an import, and the settings next to the options', () => {
    const beside = ['branchId', 'callbackKey', 'callbackUrl', 'format', 'importStrategy', 'mode', 'options'];
    expect(namesAt(importSettings.group)).toEqual([...membersOf('StageImportOptions'), ...beside].toSorted());
    expect(namesAt(importSettings.group.members['csv'])).toEqual(membersOf('CsvOptionsInput').toSorted());
  });
});
