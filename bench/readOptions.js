/** What a run of the benchmark is asked to do, from the command line. */
import { tmpdir } from 'node:os';
import { parseArgs } from 'node:util';

const help = `npm run bench -- [options]

  --sizes 10000,100000   how many resources, one table for each (default: 10000,100000)
  --runs 3               runs of each figure; the median is shown (default: 3)
  --only import,api      parts to measure: import, entries, closure, amend, console, load, rename, small,
                         parallel, api (default: all)
  --database postgres    sqlite (default), or postgres: the server named by TEST_POSTGRES_URL, by default the local one
  --dir /path            where databases and files are made, and removed at the end (default: the system's folder)
  --profile /path        also write a CPU profile of each thread of the server into this folder; figures are slower then
  --help                 this text`;

const parts = ['import', 'entries', 'closure', 'amend', 'console', 'load', 'rename', 'small', 'parallel', 'api'];
const databases = ['sqlite', 'postgres'];

/**
 * Reads the arguments; undefined when only the help was wanted, which is printed then.
 * @throws Error with a sentence for an argument that is wrong.
 */
export function readOptions(args) {
  const { values } = parseArgs({
    args,
    options: {
      sizes: { type: 'string', default: '10000,100000' },
      runs: { type: 'string', default: '3' },
      only: { type: 'string', default: parts.join(',') },
      dir: { type: 'string', default: tmpdir() },
      database: { type: 'string', default: 'sqlite' },
      profile: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(help);
    return undefined;
  }
  return {
    sizes: values.sizes.split(',').map((text) => wholeNumber(text, '--sizes')),
    runs: wholeNumber(values.runs, '--runs'),
    parts: new Set(values.only.split(',').map(knownPart)),
    dir: values.dir,
    database: knownDatabase(values.database),
    profileDir: values.profile,
  };
}

function wholeNumber(text, option) {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  throw new Error(`${option} takes whole numbers above 0, not "${text}".`);
}

function knownDatabase(text) {
  if (databases.includes(text)) return text;
  throw new Error(`--database takes ${databases.join(' or ')}, not "${text}".`);
}

function knownPart(text) {
  if (parts.includes(text)) return text;
  throw new Error(`--only takes ${parts.join(', ')}, not "${text}".`);
}
