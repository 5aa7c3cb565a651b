/** Sentences of the server name what a client of the API writes; a person at the command line writes options. */

const rewordings: readonly (readonly [RegExp, string])[] = [
  [/\bcreateStrategy UPSERT\b/g, '--create-strategy upsert'],
  [/\bwith UPSERT and PARTIAL_UPDATE\b/g, 'with --create-strategy upsert and --update-strategy partial_update'],
  [/\bwith UPSERT\b/g, 'with --create-strategy upsert'],
  [/\buse PARTIAL_UPDATE\b/g, 'use --update-strategy partial_update'],
  [/\buse ON_ERROR_CONTINUE\b/g, 'use --on-error continue'],
  [/\bisDeletionAllowed\b/g, '--allow-deletions'],
  [/\bdeselect the deletion\b/g, 'leave the deletion out with --skip'],
  [/\bDeselect the deletion\b/g, 'Leave the deletion out with --skip'],
  [/\bisOverwriteAllowed: true/g, '--overwrite'],
  [/\bset the option "format": /g, 'add --file-format with its name: '],
  [/\bmirrorKinds\b/g, '--mirror'],
  // With its arguments, it is a call that has no option.
  [/\bremapPrerequisite\b(?!\()/g, '--remap'],
  [/\bSet force to true\b/g, 'Add --force'],
  [/\bset force to true\b/g, 'add --force'],
  [/\bSet their kind with options: \{ kind: "…" \}/g, 'Set their kind with --record-kind'],
  [/\btheir definition: \{ definitionErc: "…" \}/g, 'their definition with --definition'],
  [/\bwith options: \{ definitionErc(: "…")? \}/g, 'with --definition'],
];

/** A sentence of the server with the options of the command line in it. */
export function inOptions(sentence: string): string {
  return rewordings.reduce((text, [words, option]) => text.replace(words, option), sentence);
}

/**
 * The fix of a fault in a file that is read without a server: no command that reads it so has options that say what the file leaves open.
 */
export function withoutServer(fix: string): string {
  if (!/\boptions: \{|\bset the option\b/.test(fix)) return fix;
  return 'Use `waybill plan`, whose --file-format, --record-kind and --definition say what a file leaves open.';
}
