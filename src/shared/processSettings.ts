/** Declarations of the settings by which a server shares its work with others; see config.ts. */
import type { Config } from './configShape.js';
import type { SettingReader } from './settingReader.js';

/** `place`: where the database and the files are. */
export function processSettings(
  reader: SettingReader,
  place: Pick<Config, 'databaseUrl' | 'files'>,
): Pick<Config, 'role' | 'redisUrl'> {
  const role = reader.oneOf('WAYBILL_ROLE', {
    allowed: ['all', 'api', 'worker'],
    fallback: 'all',
    about:
      'What this process does: everything, or as one of [several processes](operating.md#several-processes) everything but tasks (`api`), or only tasks (`worker`).',
  });
  const redisUrl = readRedisUrl(reader);
  const isPostgres = /^postgres(ql)?:/.test(place.databaseUrl);
  if (redisUrl !== undefined && !isPostgres) reader.tell(withoutPostgres);
  if (role === 'all') return { role, redisUrl };
  if (redisUrl === undefined) reader.tell(`WAYBILL_ROLE is "${role}" and WAYBILL_REDIS_URL is not set; ${howToShare}`);
  else if (place.files.type === 'FOLDER' && place.files.setting === 'WAYBILL_DATA_DIR')
    reader.tell(`WAYBILL_ROLE is "${role}" ${withoutFiles}`);
  return { role, redisUrl };
}

function readRedisUrl(reader: SettingReader): string | undefined {
  const url = reader.optional('WAYBILL_REDIS_URL', {
    unset: 'none: each server runs its own tasks',
    values: '`redis://user:password@host:6379/0`, or `rediss:` with TLS',
    about:
      'The Redis or Valkey that dispatches tasks to [several processes](operating.md#several-processes) on one PostgreSQL database, and tells each what happens on the others. All of them have it, or none.',
  });
  // The error does not show the address: it may contain a password.
  if (url === undefined || (/^rediss?:\/\/./.test(url) && URL.canParse(url) && new URL(url).hostname !== ''))
    return url;
  reader.tell(
    'WAYBILL_REDIS_URL must be of the form redis://user:password@host:6379/0; letters such as @, / and # in the password are written as %40, %2F and %23.',
  );
  return undefined;
}

const withoutPostgres =
  'WAYBILL_REDIS_URL is set, and the database is an SQLite file, which only one server can use; set WAYBILL_DATABASE_URL to a PostgreSQL database, or do not set WAYBILL_REDIS_URL.';
const howToShare = 'set it to the Redis that all processes on the database share, or WAYBILL_ROLE to all.';
const withoutFiles =
  'and WAYBILL_FILES_URL is not set; set it to the bucket, or to the folder on a shared file system, where all processes on the database keep their files.';
