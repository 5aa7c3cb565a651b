/** The options of commands that make an import plan. */
import type { Command } from 'commander';
import type {
  CreateStrategy,
  ImportMode,
  ImportStrategy,
  UpdateStrategy,
} from '../../../client/operations.generated.js';
import { CliFault } from '../terminal/cliFault.js';
import { collect, oneOf } from '../terminal/options.js';

/** What a person chose for a plan, as commander gives it. */
export interface PlanFlags {
  into: string;
  mode?: string[];
  rename?: string[];
  skip?: string[];
  remap?: string[];
  template?: string;
  createStrategy?: string;
  updateStrategy?: string;
  allowDeletions?: boolean;
  mirror?: string[];
  strict?: boolean;
  fileFormat?: string;
  recordKind?: string;
  definition?: string;
  onError?: string;
  kind?: string[];
  name?: string[];
}

/** An item of the file, by its name there: `NAME`, or `KIND:NAME` where several kinds have one of that name. */
export interface Change {
  item: string;
  /** What it becomes. */
  to: string;
}

/** The choices of a plan, checked as far as that is possible without the server. */
export interface PlanChoices {
  mode: ImportMode | undefined;
  modeByKind: readonly { kind: string; mode: ImportMode }[];
  renames: readonly Change[];
  skips: readonly string[];
  remaps: readonly Change[];
  template: string | undefined;
  createStrategy: CreateStrategy | undefined;
  updateStrategy: UpdateStrategy | undefined;
  isDeletionAllowed: boolean | undefined;
  mirrorKinds: readonly string[];
  isStrict: boolean | undefined;
  fileFormat: string | undefined;
  recordKind: string | undefined;
  definition: string | undefined;
  importStrategy: ImportStrategy | undefined;
}

const modes: readonly ImportMode[] = ['COPY', 'REFERENCE'];
const createStrategies: readonly CreateStrategy[] = ['INSERT', 'UPSERT'];
const updateStrategies: readonly UpdateStrategy[] = ['UPDATE', 'PARTIAL_UPDATE'];

/** Adds the options of a plan to a command. */
export function withPlanOptions(command: Command): Command {
  return withPart(
    withChoices(command.requiredOption('--into <[profile:]project[/branch]>', 'the branch to import into'))
      .optionsGroup('If the source is a file or a folder:')
      .option('--strict', 'block items with members that their kind does not know')
      .option('--file-format <name>', 'the format of the file, by its name, if it is not recognised by its content')
      .option('--record-kind <kind>', 'what the records of a file are, if it does not say so')
      .option('--definition <code>', 'for entries: the external reference code of their definition'),
    'If the source is a branch:',
  );
}

/** Adds the options of a plan of a branch, which says all that a file may leave open. */
export function withBranchChoices(command: Command): Command {
  return withPart(withChoices(command), 'Only a part of the branch:');
}

function withPart(command: Command, title: string): Command {
  return command
    .optionsGroup(title)
    .option('--kind <kind>', 'only resources of this kind; can be repeated', collect)
    .option('--name <name>', 'only the resource of this name; can be repeated', collect)
    .optionsGroup('Options:');
}

/** Adds what a person can choose for a plan. */
function withChoices(command: Command): Command {
  return command
    .optionsGroup('Choices:')
    .option(
      '--mode <mode>',
      'copy or reference, for all; or for a kind: Projection=reference; can be repeated',
      collect,
    )
    .option(
      '--rename <old=new>',
      'import the item under another name; what refers to it follows; can be repeated',
      collect,
    )
    .option('--skip <name>', 'leave the item out and use what the branch has; can be repeated', collect)
    .option('--remap <name=other>', 'use another resource for one that is missing; can be repeated', collect)
    .option('--create-strategy <strategy>', 'insert: only add; upsert: add, or update what has the same name')
    .option(
      '--update-strategy <strategy>',
      'update: overwrite whole resources; partial_update: only what the file contains',
    )
    .option(
      '--allow-deletions',
      'let updates remove parts that other data depends on, such as fields of a definition, and --mirror delete resources',
    )
    .option(
      '--mirror <kind>',
      'also delete resources of this kind that came from the same project earlier and are no longer in the source; can be repeated',
      collect,
    )
    .option('--on-error <what>', 'fail: apply nothing; continue: apply the rest, and report what failed')
    .option('--template <name>', 'use the settings of this template of the project');
}

/** @throws CliFault about an option that cannot be read */
export function choicesOf(flags: PlanFlags): PlanChoices {
  const given = (flags.mode ?? []).map((text) =>
    text.includes('=') ? changeOf(text, '--mode') : { item: '', to: text },
  );
  const parsed = onlyOnce(given, '--mode').map(({ item, to }) => ({ kind: item, mode: oneOf(to, modes, '--mode') }));
  const oneStrategy = <Word extends string>(text: string | undefined, words: readonly Word[], option: string) =>
    text === undefined ? undefined : oneOf(text, words, option);
  const onError = oneStrategy(flags.onError, ['FAIL', 'CONTINUE'], '--on-error');
  return {
    mode: parsed.find(({ kind }) => kind === '')?.mode,
    modeByKind: parsed.filter(({ kind }) => kind !== ''),
    renames: changesOf(flags.rename, '--rename'),
    skips: flags.skip ?? [],
    remaps: changesOf(flags.remap, '--remap'),
    template: flags.template,
    createStrategy: oneStrategy(flags.createStrategy, createStrategies, '--create-strategy'),
    updateStrategy: oneStrategy(flags.updateStrategy, updateStrategies, '--update-strategy'),
    isDeletionAllowed: flags.allowDeletions,
    mirrorKinds: flags.mirror ?? [],
    isStrict: flags.strict,
    fileFormat: flags.fileFormat,
    recordKind: flags.recordKind,
    definition: flags.definition,
    importStrategy: onError && (onError === 'FAIL' ? 'ON_ERROR_FAIL' : 'ON_ERROR_CONTINUE'),
  };
}

function changesOf(texts: readonly string[] | undefined, option: string): Change[] {
  return onlyOnce(
    (texts ?? []).map((text) => changeOf(text, option)),
    option,
  );
}

/** Of two choices for one item, neither is dropped without a word. */
function onlyOnce(changes: Change[], option: string): Change[] {
  const seen = new Map<string, string>();
  for (const { item, to } of changes) {
    const before = seen.get(item);
    if (before !== undefined && before !== to) {
      const whose = item === '' ? '' : ` for "${item}"`;
      throw CliFault.usage(`${option} says both "${before}" and "${to}"${whose}.`, 'Leave one of them out.');
    }
    seen.set(item, to);
  }
  return changes;
}

function changeOf(text: string, option: string): Change {
  const at = text.indexOf('=');
  if (at > 0 && at < text.length - 1) return { item: text.slice(0, at), to: text.slice(at + 1) };
  throw CliFault.usage(
    `${option} cannot be "${text}".`,
    `Write it with =, such as ${option} pr_members=pr_library_members.`,
  );
}

/** What is done with items that cannot be imported: what the flag says, else what the settings of the plan say, as a template gives them. */
export function importStrategyOf(flags: PlanFlags, settings: Readonly<Record<string, unknown>>): ImportStrategy {
  const stated = settings['importStrategy'] === 'ON_ERROR_CONTINUE' ? 'ON_ERROR_CONTINUE' : 'ON_ERROR_FAIL';
  return choicesOf(flags).importStrategy ?? stated;
}
