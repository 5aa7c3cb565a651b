/**
 * All settings, declared here, in filesPlace.ts, oidcSettings.ts and limitSettings.ts: name, default, bounds and meaning. `npm run settings` writes
 * docs/settings.md from the declarations; `about` and `unset` are Markdown for operators.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { CallbackSettings, Config, MetricsSettings } from './configShape.js';
import { filesSettings } from './filesPlace.js';
import { boundsOfEach, loadSettings, queryLimits, uploadSettings } from './limitSettings.js';
import { oidcSettings } from './oidcSettings.js';
import { processSettings } from './processSettings.js';
import { secretPrefix } from './secretPrefix.js';
import { SettingReader, type DeclaredSetting } from './settingReader.js';

export type { CallbackSettings, Config, OidcSettings, OidcSignInSettings, QueryLimits } from './configShape.js';

/** Variables of clients, which may be set in the terminal that starts the server. */
const clientVariables = ['WAYBILL_TOKEN', 'WAYBILL_URL', 'WAYBILL_PROFILE'];
/** Those of a profile of the command line, such as `WAYBILL_STAGING_TOKEN`. */
const profileVariable = /^WAYBILL_[A-Z0-9_]+_(TOKEN|URL)$/;

/**
 * Reads `.env` (if present) and the environment.
 * @throws AppError CONFIGURATION_INVALID, with one sentence per wrong setting
 */
export function loadConfig(): Config {
  if (existsSync('.env')) process.loadEnvFile('.env');
  // The client of object stores warns of Node 20 on the log. Its version is fixed; docs/adr/0052 says what happens then.
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';
  return parseConfig(process.env);
}

/** The environment of a started program; undefined variables change nothing. */
export function environmentWith(variables: Readonly<Record<string, string | undefined>>): NodeJS.ProcessEnv {
  const set = Object.entries(variables).filter(([, value]) => value !== undefined);
  return { ...process.env, ...Object.fromEntries(set) };
}

/** Parses the settings of an environment. Pure; see {@link loadConfig}. */
export function parseConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const reader = new SettingReader(environment);
  const config = readAll(reader);
  if (config.metrics.token !== undefined && config.metrics.token === config.adminToken) reader.tell(adminMetrics);
  reader.refuseFaults('WAYBILL_', { others: clientVariables, likeOthers: profileVariable });
  return config;
}

/**
 * Every setting, in the order of docs/settings.md.
 * @public for scripts/generateSettings.mjs
 */
export function declaredSettings(): readonly DeclaredSetting[] {
  const reader = new SettingReader({});
  readAll(reader);
  return reader.declared;
}

/** In the order of the page. */
function readAll(reader: SettingReader): Config {
  const server = serverSettings(reader.section('Server and storage'));
  return {
    ...server,
    ...processSettings(reader.section('Several processes'), server),
    ...accessSettings(reader.section('Access')),
    ...consoleSettings(reader.section('Console')),
    ...packSettings(reader.section('Packs')),
    ...uploadSettings(reader.section('Uploads and tasks')),
    retention: retentionSettings(reader.section('Retention')),
    ofEach: boundsOfEach(reader.section('Limits for each principal')),
    ...loadSettings(reader.section('Connections and load')),
    limits: queryLimits(reader.section('Queries')),
    callbacks: callbackSettings(reader.section('Callbacks')),
    metrics: metricsSettings(reader.section('Metrics')),
    traces: tracesSettings(reader.section('Traces')),
  };
}

function serverSettings(reader: SettingReader) {
  const dataDir = path.resolve(
    reader.text('WAYBILL_DATA_DIR', {
      fallback: './data',
      values: 'path',
      about: 'Folder of the SQLite database and, unless `WAYBILL_FILES_URL` says otherwise, of the stored files.',
    }),
  );
  return {
    dataDir,
    databaseUrl: reader.databaseUrl('WAYBILL_DATABASE_URL', `sqlite:${path.join(dataDir, 'waybill.sqlite')}`, {
      unset: '`waybill.sqlite` in the data folder',
      about: 'The database: see [PostgreSQL](postgres.md).',
    }),
    files: filesSettings(reader, dataDir),
    host: reader.text('WAYBILL_HOST', { fallback: '127.0.0.1', values: 'address', about: 'Address to listen on.' }),
    port: reader.integer('WAYBILL_PORT', {
      fallback: 4000,
      min: 0,
      max: 65_535,
      about: 'Port to listen on; `0` takes any free port.',
    }),
    publicUrl: reader.url('WAYBILL_PUBLIC_URL', {
      unset: 'the address of each request',
      about:
        'Where clients reach the server, for the links to files: see [behind a proxy](operating.md#behind-a-proxy).',
    }),
    trustedProxies: reader.addressRanges('WAYBILL_TRUSTED_PROXIES', {
      unset: 'none',
      about: 'Proxies whose `X-Forwarded-For`, `-Proto` and `-Host` headers the server believes.',
    }),
    allowedOrigins: reader.origins('WAYBILL_ALLOWED_ORIGINS', {
      unset: 'none',
      about: 'Origins of web pages that may [use this server from a browser](api.md#from-a-browser).',
    }),
    instanceName: reader.text('WAYBILL_INSTANCE_NAME', {
      fallback: 'waybill',
      about: 'Name of this installation. Exports carry it as a part of their origin.',
    }),
    isDemoWanted: reader.boolean('WAYBILL_DEMO', {
      fallback: true,
      about: 'Loads the demo projects into an empty database.',
    }),
    logLevel: reader.oneOf('WAYBILL_LOG_LEVEL', {
      allowed: ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
      fallback: 'info',
      about: 'The least severe entries that the [log](operating.md#logs) shows.',
    }),
  };
}

function accessSettings(reader: SettingReader) {
  return {
    adminToken: reader.secret('WAYBILL_ADMIN_TOKEN', {
      unset: 'the first start makes one',
      about:
        'The secret token of the superuser `admin`. A start with another value, or with none, revokes the former one.',
    }),
    ...oidcSettings(reader),
  };
}

const hourMs = 3_600_000;
const anyHours = { min: 1, max: 8760 };

function consoleSettings(reader: SettingReader) {
  return {
    consoleDir: reader.optional('WAYBILL_CONSOLE_DIR', {
      unset: '`dist/console` of the server',
      values: 'path',
      about: 'Folder of the built console.',
    }),
    sessions: {
      idleMs:
        hourMs *
        reader.integer('WAYBILL_SESSION_IDLE_HOURS', {
          fallback: 12,
          ...anyHours,
          about: 'Hours after which the [session](access.md#the-console) of a browser ends without a request.',
        }),
      lifeMs:
        hourMs *
        reader.integer('WAYBILL_SESSION_HOURS', {
          fallback: 168,
          ...anyHours,
          about: 'Hours after which a session ends in any case.',
        }),
    },
  };
}

function packSettings(reader: SettingReader) {
  return {
    packStates: reader.states('WAYBILL_PACKS', ['on', 'beta', 'off'], {
      unset: '`fast-data=on,objects=beta,analytics=beta`',
      about: 'Which packs of kinds this server offers. A project can switch off a pack that is on.',
    }),
    superuserPacks: reader.list('WAYBILL_SUPERUSER_PACKS', {
      unset: 'none',
      about: 'Packs whose resources only superusers export and import.',
    }),
  };
}

function retentionSettings(reader: SettingReader): Config['retention'] {
  return {
    tasksDays: reader.days('WAYBILL_KEEP_TASKS_DAYS', {
      unset: 'none: kept for ever',
      about:
        'Ended tasks are deleted after so many days, with their files and the import plans of the files that they read.',
    }),
    plansDays: reader.days('WAYBILL_KEEP_PLANS_DAYS', {
      unset: 'none: as long as their tasks',
      about:
        'Import plans that were not executed are deleted so many days after the last change, with the tasks that read their files.',
    }),
  };
}

function callbackSettings(reader: SettingReader): CallbackSettings {
  const hosts = reader.hosts('WAYBILL_CALLBACK_HOSTS', {
    unset: 'none: no callbacks',
    about: 'Hosts to which the server may send [callbacks](callbacks.md).',
  });
  const secret = reader.optional('WAYBILL_CALLBACK_SECRET', {
    unset: 'none; required with hosts',
    about: 'The secret that signs callbacks.',
  });
  if (hosts.length > 0 && secret === undefined) reader.tell(secretMissing);
  const waitsMs = reader.integers('WAYBILL_CALLBACK_WAITS_MS', {
    fallback: [1000, 5000, 30_000, 120_000, 600_000],
    min: 1,
    max: 86_400_000,
    maxCount: 20,
    unit: 'ms',
    about: 'Waits between the attempts to deliver a callback.',
  });
  return { hosts, secret: secret ?? '', waitsMs };
}

const secretMissing =
  'WAYBILL_CALLBACK_HOSTS is set and WAYBILL_CALLBACK_SECRET is not; set it to a long random text, by which receivers know that a callback comes from this server.';

function metricsSettings(reader: SettingReader): MetricsSettings {
  const port = reader.port('WAYBILL_METRICS_PORT', {
    unset: 'none',
    about:
      'A port of their own for the [metrics](operating.md#metrics), at `WAYBILL_HOST`; `0` takes any free port. Without `WAYBILL_METRICS_TOKEN`, whoever reaches it can read them.',
  });
  const token = reader.secret('WAYBILL_METRICS_TOKEN', {
    unset: 'none',
    about:
      'The token that a scrape sends (`Authorization: Bearer …`). Without `WAYBILL_METRICS_PORT`, the metrics are at `/metrics` of `WAYBILL_PORT`. It opens nothing else.',
  });
  if (token?.startsWith(secretPrefix) === true) reader.tell(knownMetrics);
  return { port, token };
}

function tracesSettings(reader: SettingReader): Config['traces'] {
  const collector = reader.url('OTEL_EXPORTER_OTLP_ENDPOINT', {
    unset: 'none: no traces',
    about:
      'The OpenTelemetry collector that receives [traces](operating.md#traces) over OTLP/HTTP, such as `http://127.0.0.1:4318`. The other variables of the OTLP exporter are read too.',
  });
  const delayMs = reader.integer('OTEL_BSP_SCHEDULE_DELAY', {
    fallback: 5000,
    min: 1,
    max: 600_000,
    unit: 'ms',
    about: 'How long spans are gathered before they are sent.',
  });
  return collector === undefined ? undefined : { delayMs };
}

const adminMetrics =
  'WAYBILL_METRICS_TOKEN is the same as WAYBILL_ADMIN_TOKEN; set it to another long random text, which opens nothing but the metrics.';
const knownMetrics = `WAYBILL_METRICS_TOKEN begins with "${secretPrefix}", as the tokens of users do; set it to another long random text, which opens nothing but the metrics.`;
