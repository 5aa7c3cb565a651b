/** completion: what a shell offers after Tab. */
import { Argument, type Command } from 'commander';

const shells = ['bash', 'zsh', 'fish'] as const;
type Shell = (typeof shells)[number];

export function addCompletion(program: Command): void {
  program
    .command('completion')
    .summary('print what a shell needs to complete commands')
    .description('Prints a script that lets a shell complete commands and options.')
    .addArgument(new Argument('<shell>', 'the shell').choices(shells))
    .addHelpText(
      'after',
      '\nAdd one of these to the start of your shell:\n' +
        '  eval "$(waybill completion bash)"\n  eval "$(waybill completion zsh)"\n  waybill completion fish | source',
    )
    .action((shell: Shell) => {
      console.log(scripts[shell](program));
    });
}

function optionsOf(program: Command, command: Command): string[] {
  return [...command.options, ...program.options].flatMap(({ long, hidden }) =>
    hidden || long === undefined || long === '--version' ? [] : [long],
  );
}

const scripts: Readonly<Record<Shell, (program: Command) => string>> = {
  bash: (program) => bashScript(program),
  zsh: (program) => `autoload -Uz bashcompinit && bashcompinit\n${bashScript(program)}`,
  fish: fishScript,
};

function bashScript(program: Command): string {
  const names = program.commands.map((command) => command.name());
  const cases = program.commands.map(
    (command) => `    ${command.name()}) words="${[...optionsOf(program, command), '--help'].join(' ')}" ;;`,
  );
  return [
    '_waybill() {',
    '  local current="${COMP_WORDS[COMP_CWORD]}" words=""',
    '  case "${COMP_WORDS[1]}" in',
    ...cases,
    '  esac',
    `  if [ "$COMP_CWORD" -eq 1 ]; then words="${names.join(' ')} --help --version"; fi`,
    '  COMPREPLY=()',
    '  if [ "$COMP_CWORD" -eq 1 ] || [ "${current:0:1}" = "-" ]; then COMPREPLY=($(compgen -W "$words" -- "$current")); fi',
    '}',
    'complete -o default -F _waybill waybill',
  ].join('\n');
}

function fishScript(program: Command): string {
  const quoted = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  return program.commands
    .flatMap((command) => [
      `complete -c waybill -n __fish_use_subcommand -f -a '${command.name()}' -d ${quoted(command.summary())}`,
      ...optionsOf(program, command).map(
        (long) => `complete -c waybill -n '__fish_seen_subcommand_from ${command.name()}' -l ${long.slice(2)}`,
      ),
    ])
    .join('\n');
}
