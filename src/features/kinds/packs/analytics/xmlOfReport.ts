import type { JsonObject } from '../../../../shared/json.js';
import type { SpecLookup } from '../../kind.js';
import { partsAt, textMember, textsAt } from '../../specParts.js';
import { newestXml } from './definitionVersions.js';
import { kindNames } from './kindNames.js';

const definitionKinds: Readonly<Record<string, string>> = {
  [kindNames.processReport]: kindNames.processDefinition,
  [kindNames.decisionReport]: kindNames.decisionDefinition,
};

/** The XML that the original stores in a report: that of its first definition, in the newest used version. */
export function xmlOfReport(kind: string, report: JsonObject, lookup: SpecLookup): string | undefined {
  const definitionKind = definitionKinds[kind];
  const [first] = partsAt(report, '/data/definitions/*');
  const key = first && textMember(first.value, 'key');
  const definition = definitionKind === undefined || key === undefined ? undefined : lookup(definitionKind, key);
  return (
    first &&
    definition &&
    newestXml(
      definition,
      textsAt(first.value, '/versions/*').map(({ text }) => text),
    )
  );
}
