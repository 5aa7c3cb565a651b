/** login, logout and profile: the servers that a person works with. */
import { Option, type Command } from 'commander';
import { createWaybillClient } from '../../../client/index.js';
import { MeDocument } from '../../../client/operations.generated.js';
import { checkAddress, checkProfileName } from '../profiles/connect.js';
import { runCommand, type Outcome, type Work } from '../run/runCommand.js';
import { CliFault } from '../terminal/cliFault.js';
import { nearest } from '../words/nearest.js';
import { sayTable } from '../words/table.js';

export function addSignIn(program: Command): void {
  program
    .command('login')
    .summary('store a server and a token under a name')
    .description(
      'Checks a token and stores it with the address of its server, as a profile. It is called "default" without --profile, and used from now on where no profile is named. ' +
        'In a pipeline, do not sign in: set WAYBILL_URL and WAYBILL_TOKEN.',
    )
    .argument('<url>', 'address of the server, such as https://waybill.example')
    .addOption(new Option('--token-stdin', 'read the token from stdin instead of asking for it'))
    .action((url: string, options: { tokenStdin?: boolean }, command: Command) =>
      runCommand(command, (work) => logIn(work, url, options.tokenStdin === true)),
    );
  program
    .command('logout')
    .summary('forget a profile and its token')
    .description(
      'Deletes a profile and its token from this machine. The token itself stays valid: whoever runs the server can revoke it.',
    )
    .action((_options: object, command: Command) => runCommand(command, logOut));
  program
    .command('profile')
    .summary('list the profiles, or choose one')
    .description('Lists the profiles. With a name, makes that profile the one that is used when none is named.')
    .argument('[name]', 'the profile to use from now on')
    .action((name: string | undefined, _options: object, command: Command) =>
      runCommand(command, (work) => (name === undefined ? listProfiles(work) : useProfile(work, name))),
    );
}

async function logIn(work: Work, address: string, isFromStdin: boolean): Promise<Outcome> {
  const { terminal, profiles, globals, signal } = work;
  const url = checkAddress(address);
  const profile = checkProfileName(globals.profile ?? 'default');
  if (!isFromStdin && !terminal.canAsk)
    throw new CliFault('CONFIRMATION_REQUIRED', 'Nobody can be asked for the token.', {
      fix: `Write it to stdin and add --token-stdin. A pipeline needs no profile: set WAYBILL_URL and WAYBILL_TOKEN.`,
    });
  const text = isFromStdin ? await terminal.readAll() : await terminal.readSecret(`Token for ${url}: `, signal);
  const token = text.trim();
  if (token === '')
    throw CliFault.usage('The token is empty.', 'The first start of a server shows one; managers make others.');
  const { me } = await createWaybillClient({ url, token }).ask(MeDocument, {}, { signal });
  const { current = profile } = await profiles.read();
  await profiles.store(profile, { url, token });
  terminal.say(`You are ${me.name} at ${url}. Stored as the profile "${profile}" in ${profiles.file}.`);
  if (current !== profile)
    terminal.say(`It is used from now on, instead of "${current}"; to change that: waybill profile ${current}`);
  return { document: { profile, url, name: me.name, isSuperuser: me.isSuperuser } };
}

async function logOut({ terminal, profiles, globals }: Work): Promise<Outcome> {
  const stored = await profiles.read();
  const profile = globals.profile ?? stored.current ?? 'default';
  if (!(await profiles.remove(profile))) throw unknownProfile(profile, Object.keys(stored.profiles));
  terminal.say(`The profile "${profile}" and its token are deleted from this machine.`);
  return { document: { profile } };
}

async function useProfile({ terminal, profiles }: Work, profile: string): Promise<Outcome> {
  const { profiles: stored } = await profiles.read();
  if (!Object.hasOwn(stored, profile)) throw unknownProfile(profile, Object.keys(stored));
  await profiles.use(profile);
  terminal.say(`The profile "${profile}" is used from now on: ${stored[profile]?.url ?? ''}`);
  return { document: { profile, url: stored[profile]?.url } };
}

async function listProfiles({ terminal, profiles }: Work): Promise<Outcome> {
  const { current, profiles: stored } = await profiles.read();
  const rows = Object.entries(stored).map(([name, { url }]) => ({ name, url, isCurrent: name === current }));
  sayTable(
    terminal,
    ['', 'PROFILE', 'SERVER'],
    rows.map(({ name, url, isCurrent }) => [isCurrent ? '*' : '', name, url]),
  );
  if (rows.length === 0) terminal.say('There is no profile yet: waybill login URL');
  return { document: { profiles: rows } };
}

function unknownProfile(profile: string, names: readonly string[]): CliFault {
  const near = nearest(profile, names);
  return new CliFault('NO_PROFILE', `There is no profile "${profile}".`, {
    fix: `${near === undefined ? '' : `Did you mean "${near}"? `}\`waybill profile\` lists them.`,
  });
}
