/** Makes the choices of a person on a plan: modes of kinds, new names, what is left out, replacements of what is missing. */
import { resultOf } from '../../../client/index.js';
import {
  PlanItemsDocument,
  PrerequisitesDocument,
  RemapPrerequisiteDocument,
  RenameImportItemDocument,
  SelectImportItemsDocument,
  SetImportModeDocument,
  type PlanFragment,
  type PlanItemFragment,
} from '../../../client/operations.generated.js';
import { kindNamed, type Kind } from '../places/places.js';
import type { ServerClient } from '../profiles/serverClient.js';
import { CliFault } from '../terminal/cliFault.js';
import { nearest } from '../words/nearest.js';
import { formatList } from '../words/numbers.js';
import type { Change, PlanChoices } from './planOptions.js';
import { readPlan } from './stagePlan.js';

/** The plan with the choices made; as it was if there are none. */
export async function amendPlan(client: ServerClient, plan: PlanFragment, choices: PlanChoices): Promise<PlanFragment> {
  const { modeByKind, renames, skips, remaps } = choices;
  if (modeByKind.length + renames.length + skips.length + remaps.length === 0) return plan;
  const amending = new Amending(client, plan);
  // Left out first: a renamed item is found by its name in the file, whatever else was chosen.
  for (const item of skips) await amending.skip(item);
  for (const { kind, mode } of modeByKind) await amending.setMode(kind, mode);
  for (const change of renames) await amending.rename(change);
  for (const change of remaps) await amending.remap(change);
  return readPlan(client, plan.id);
}

class Amending {
  private readonly kinds: readonly Kind[];

  constructor(
    private readonly client: ServerClient,
    private readonly plan: PlanFragment,
  ) {
    this.kinds = plan.kindCounts.map(({ kind }) => kind);
  }

  async skip(text: string): Promise<void> {
    const { id } = await this.itemNamed(text, '--skip');
    const input = { planId: this.plan.id, itemIds: [id], isSelected: false };
    const { selectImportItems } = await this.client.ask(SelectImportItemsDocument, { input });
    resultOf(selectImportItems.plan, selectImportItems.problems);
  }

  async setMode(kind: string, mode: 'COPY' | 'REFERENCE'): Promise<void> {
    const input = { planId: this.plan.id, kinds: [kindNamed(this.kinds, kind).name], mode };
    const { setImportMode } = await this.client.ask(SetImportModeDocument, { input });
    resultOf(setImportMode.plan, setImportMode.problems);
  }

  async rename({ item: text, to }: Change): Promise<void> {
    const { id } = await this.itemNamed(text, '--rename');
    const { renameImportItem } = await this.client.ask(RenameImportItemDocument, { input: { itemId: id, name: to } });
    resultOf(renameImportItem.item, renameImportItem.problems);
  }

  async remap({ item: text, to }: Change): Promise<void> {
    const { kind, name } = this.split(text);
    const found = [];
    const names: string[] = [];
    const variables = { id: this.plan.id, first: 500 };
    for await (const each of this.client.each(
      PrerequisitesDocument,
      variables,
      (data) => data.importPlan?.prerequisites,
    )) {
      if (each.name === name && (kind === undefined || each.kind.name === kind.name)) found.push(each);
      names.push(each.name);
    }
    const [prerequisite] = found;
    if (!prerequisite) throw this.notThere({ name, names, option: '--remap', what: 'requires nothing named' });
    if (found.length > 1)
      throw ambiguous(
        name,
        '--remap',
        found.map((each) => each.kind.name),
      );
    const input = { planId: this.plan.id, kind: prerequisite.kind.name, name, toName: to };
    const { remapPrerequisite } = await this.client.ask(RemapPrerequisiteDocument, { input });
    resultOf(remapPrerequisite.plan, remapPrerequisite.problems);
  }

  /** The item of a name in the file. */
  private async itemNamed(text: string, option: string): Promise<PlanItemFragment> {
    const { kind, name } = this.split(text);
    const filter = { search: name, ...(kind && { kinds: [kind.name] }) };
    const found: PlanItemFragment[] = [];
    const names: string[] = [];
    const variables = { id: this.plan.id, filter, first: 500 };
    for await (const item of this.client.each(PlanItemsDocument, variables, (data) => data.importPlan?.items)) {
      if (item.name === name) found.push(item);
      names.push(item.name);
    }
    const [item] = found;
    if (!item)
      throw this.notThere({ name, names: [...names, ...(await this.firstNames())], option, what: 'has no item' });
    if (found.length > 1)
      throw ambiguous(
        name,
        option,
        found.map((each) => each.kind.name),
      );
    return item;
  }

  /** Names of the file, for the one that was meant. */
  private async firstNames(): Promise<string[]> {
    const { importPlan } = await this.client.ask(PlanItemsDocument, { id: this.plan.id, first: 500 });
    return importPlan?.items.nodes.map(({ name }) => name) ?? [];
  }

  /** `KIND:NAME`, if what stands before the colon is a kind of the file; else all of it is the name. */
  private split(text: string): { kind: Kind | undefined; name: string } {
    const at = text.indexOf(':');
    const before = text.slice(0, Math.max(0, at)).toLowerCase();
    const kind = this.kinds.find(({ name, title }) =>
      [name, name.split('/').at(-1) ?? '', title].some((each) => each.toLowerCase() === before),
    );
    return kind ? { kind, name: text.slice(at + 1) } : { kind: undefined, name: text };
  }

  private notThere(parts: { name: string; names: readonly string[]; option: string; what: string }): CliFault {
    const { name, names, option, what } = parts;
    const near = nearest(name, names);
    return CliFault.usage(
      `The file ${what} "${name}" (${option}).`,
      near === undefined
        ? 'Use the name that it has in the file: `waybill plan` without this option shows it.'
        : `Did you mean "${near}"?`,
    );
  }
}

function ambiguous(name: string, option: string, kinds: readonly string[]): CliFault {
  const [first = ''] = kinds;
  return CliFault.usage(
    `"${name}" may be each of ${formatList(kinds)} (${option}).`,
    `Write the kind before it, such as ${option} ${first}:${name}.`,
  );
}
