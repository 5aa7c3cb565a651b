import type { JsonObject } from '../../../../shared/json.js';
import type { SpecLookup } from '../../kind.js';
import { partsAt, textMember, textsAt } from '../../specParts.js';
import { xmlOfVersions } from './definitionVersions.js';
import { flowNodeIds } from './flowNodeIds.js';
import { kindNames } from './kindNames.js';

/** The flow nodes of the definitions of one report; each definition is read once. */
export class KnownFlowNodes {
  private readonly idsByIdentifier = new Map<string, ReadonlySet<string> | undefined>();
  private readonly idsByChoice = new Map<string, ReadonlySet<string> | undefined>();

  constructor(report: JsonObject, lookup: SpecLookup) {
    for (const [index, { value }] of partsAt(report, '/data/definitions/*').entries()) {
      const definition = lookup(kindNames.processDefinition, textMember(value, 'key') ?? '');
      const xml =
        definition &&
        xmlOfVersions(
          definition,
          textsAt(value, '/versions/*').map(({ text }) => text),
        );
      const ids = xml && new Set(xml.flatMap(flowNodeIds));
      this.idsByIdentifier.set(textMember(value, 'identifier') ?? `#${index}`, ids);
    }
  }

  /** The flow nodes of the definitions with these identifiers, or of `all`; undefined if those of one are unknown. */
  of(appliedTo: readonly string[]): ReadonlySet<string> | undefined {
    const key = JSON.stringify(appliedTo);
    if (!this.idsByChoice.has(key)) this.idsByChoice.set(key, this.gather(appliedTo));
    return this.idsByChoice.get(key);
  }

  private gather(appliedTo: readonly string[]): ReadonlySet<string> | undefined {
    const identifiers = appliedTo.includes('all') ? [...this.idsByIdentifier.keys()] : appliedTo;
    const known = new Set<string>();
    for (const identifier of identifiers) {
      const ids = this.idsByIdentifier.get(identifier);
      if (!ids) return undefined;
      for (const id of ids) known.add(id);
    }
    return identifiers.length === 0 ? undefined : known;
  }
}
