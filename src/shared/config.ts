import { existsSync } from 'node:fs';
import path from 'node:path';
import type { AllowedHost } from './allowedHosts.js';
import { SettingReader } from './settingReader.js';

/** Every setting of the server; docs/operating.md has the same table for people. */
export interface Config {
  host: string;
  /** 0: any free port. */
  port: number;
  dataDir: string;
  databaseUrl: string;
  /** Load the demo projects when the database is empty. */
  isDemoWanted: boolean;
  maxUploadBytes: number;
  /** What one principal may upload to this server. */
  uploads: { bytesPerHour: number; atOnce: number };
  /** How many large queries may wait: of one principal, and of all together. */
  heavyReads: { ofOwner: number; ofAll: number };
  /** How many long tasks run at once. */
  taskWorkerCount: number;
  /** How many items of a file are written to the database at once, while it is read. */
  batchSize: number;
  /** What one uploaded file may come to: items, and bytes in the database for each of its own. */
  fileLimits: { items: number; growth: number };
  /** How long a request waits for the database's one writer before it gives up. */
  busyTimeoutMs: number;
  /** How long the body of a request may stand still before it is given up. */
  stallTimeoutMs: number;
  connections: ConnectionSettings;
  /** What one principal may have at once: tasks that wait or run; on each server, WebSockets, and operations over all of them. */
  ofEach: { tasks: number; storedBytes: number; sockets: number; subscriptions: number };
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  instanceName: string;
  /** Where clients reach this server, without a trailing slash; undefined: the address that it listens on. */
  publicUrl: string | undefined;
  /** Addresses and CIDR ranges of proxies whose headers `X-Forwarded-*` are believed. */
  trustedProxies: readonly string[];
  /** States of packs by name, where they differ from what the packs say themselves. */
  packStates: Readonly<Record<string, (typeof packStates)[number]>>;
  /** Packs whose resources only superusers export and import, by name. */
  superuserPacks: readonly string[];
  callbacks: CallbackSettings;
  /** The secret of a superuser's token; undefined: the first start makes one. */
  adminToken: string | undefined;
  /** Undefined: only tokens of this server are taken. */
  oidc: OidcSettings | undefined;
  /** How many days ended tasks, and plans that nobody goes on with, are kept; null for ever. */
  retention: { tasksDays: number | null; plansDays: number | null };
  limits: QueryLimits;
}

/** What those who connect may take of the server. */
export interface ConnectionSettings {
  /** Open at once. */
  max: number;
  /** How long the head of a request may take. */
  headersTimeoutMs: number;
  /** How fast the body of a request must come. */
  minBytesPerSecond: number;
}

/** The OpenID Connect provider whose access tokens are taken. */
export interface OidcSettings {
  /** As its tokens name it. */
  issuer: string;
  /** What its tokens must be meant for. */
  audience: string;
  /** Where its keys are; undefined: where its discovery document says. */
  jwksUrl: string | undefined;
  /** The claim that lists groups. */
  groupsClaim: string;
}

/** What a request of GraphQL may ask for, over HTTP and WebSocket alike. */
export interface QueryLimits {
  /** Levels of fields. */
  maxDepth: number;
  /** Objects that an answer could hold, by the sizes of its pages. */
  maxCost: number;
  /** Objects that an answer holds. */
  maxObjects: number;
  /** Bytes of specs that an answer holds. */
  maxAnswerBytes: number;
  maxAliases: number;
  /** Fields of Query, Mutation or Subscription in one operation. */
  maxRootFields: number;
  /** Of a request without its file. */
  maxBodyBytes: number;
  /** Whether clients may ask what the schema holds. */
  isIntrospectionAllowed: boolean;
  /** A document of the only operations that run; undefined: any may. */
  operationsFile: string | undefined;
}

/** How clients are told that a task ended. */
export interface CallbackSettings {
  /** Where callbacks may go; none: there are no callbacks. */
  hosts: readonly AllowedHost[];
  /** What they are signed with; never empty when there are hosts. */
  secret: string;
  /** How long is waited after each attempt that failed; after the last of them comes the last attempt. */
  waitsMs: readonly number[];
}

const packStates = ['on', 'beta', 'off'] as const;
/** What the examples read: who starts the server in the same terminal has them in its environment too. */
const clientVariables = ['WAYBILL_TOKEN', 'WAYBILL_URL'];
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/**
 * Reads `.env` (if present) and the environment.
 * @throws AppError CONFIGURATION_INVALID, with a sentence for each setting that is wrong.
 */
export function loadConfig(): Config {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return parseConfig(process.env);
}

/** What a program that is started here has in its environment; an undefined variable changes nothing. */
export function environmentWith(variables: Readonly<Record<string, string | undefined>>): NodeJS.ProcessEnv {
  const set = Object.entries(variables).filter(([, value]) => value !== undefined);
  return { ...process.env, ...Object.fromEntries(set) };
}

/** Makes the settings of an environment. Pure; see {@link loadConfig}. */
export function parseConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const reader = new SettingReader(environment);
  const dataDir = path.resolve(reader.text('WAYBILL_DATA_DIR', './data'));
  const config: Config = {
    host: reader.text('WAYBILL_HOST', '127.0.0.1'),
    port: reader.integer('WAYBILL_PORT', { fallback: 4000, min: 0, max: 65_535 }),
    dataDir,
    databaseUrl: reader.databaseUrl('WAYBILL_DATABASE_URL', `sqlite:${path.join(dataDir, 'waybill.sqlite')}`),
    isDemoWanted: reader.boolean('WAYBILL_DEMO', true),
    maxUploadBytes: reader.integer('WAYBILL_MAX_UPLOAD_BYTES', {
      fallback: 512 * 1024 * 1024,
      min: 1,
      max: Number.MAX_SAFE_INTEGER,
    }),
    uploads: uploadSettings(reader),
    heavyReads: {
      ofOwner: reader.integer('WAYBILL_HEAVY_READS_EACH', { fallback: 8, min: 1, max: 10_000 }),
      ofAll: reader.integer('WAYBILL_HEAVY_READS', { fallback: 64, min: 1, max: 10_000 }),
    },
    taskWorkerCount: reader.integer('WAYBILL_TASK_WORKERS', { fallback: 1, min: 1, max: 16 }),
    batchSize: reader.integer('WAYBILL_BATCH_SIZE', { fallback: 5000, min: 1, max: 100_000 }),
    fileLimits: {
      items: reader.integer('WAYBILL_MAX_ITEMS', { fallback: 1_000_000, min: 1, max: 100_000_000 }),
      growth: reader.integer('WAYBILL_MAX_GROWTH', { fallback: 100, min: 1, max: 1_000_000 }),
    },
    busyTimeoutMs: reader.integer('WAYBILL_BUSY_TIMEOUT_MS', { fallback: 60_000, min: 100, max: 3_600_000 }),
    stallTimeoutMs: reader.integer('WAYBILL_STALL_TIMEOUT_MS', { fallback: 60_000, min: 100, max: 3_600_000 }),
    connections: connectionSettings(reader),
    ofEach: boundsOfEach(reader),
    logLevel: reader.oneOf('WAYBILL_LOG_LEVEL', logLevels, 'info'),
    instanceName: reader.text('WAYBILL_INSTANCE_NAME', 'waybill'),
    publicUrl: reader.url('WAYBILL_PUBLIC_URL'),
    trustedProxies: reader.addressRanges('WAYBILL_TRUSTED_PROXIES'),
    packStates: reader.states('WAYBILL_PACKS', packStates),
    superuserPacks: reader.list('WAYBILL_SUPERUSER_PACKS'),
    callbacks: callbackSettings(reader),
    adminToken: reader.secret('WAYBILL_ADMIN_TOKEN'),
    oidc: oidcSettings(reader),
    retention: retentionSettings(reader),
    limits: queryLimits(reader),
  };
  reader.refuseFaults('WAYBILL_', clientVariables);
  return config;
}

function uploadSettings(reader: SettingReader): Config['uploads'] {
  return {
    bytesPerHour: reader.integer('WAYBILL_UPLOAD_BYTES_PER_HOUR', {
      fallback: 10 * 1024 * 1024 * 1024,
      min: 1,
      max: Number.MAX_SAFE_INTEGER,
    }),
    atOnce: reader.integer('WAYBILL_UPLOADS_AT_ONCE', { fallback: 10, min: 1, max: 1000 }),
  };
}

function retentionSettings(reader: SettingReader): Config['retention'] {
  return {
    tasksDays: reader.days('WAYBILL_KEEP_TASKS_DAYS'),
    plansDays: reader.days('WAYBILL_KEEP_PLANS_DAYS'),
  };
}

function boundsOfEach(reader: SettingReader): Config['ofEach'] {
  const bounds = { min: 1, max: 100_000 };
  return {
    tasks: reader.integer('WAYBILL_TASKS_EACH', { fallback: 50, ...bounds }),
    storedBytes: reader.integer('WAYBILL_STORED_BYTES_EACH', {
      fallback: 100 * 1024 * 1024 * 1024,
      min: 1,
      max: Number.MAX_SAFE_INTEGER,
    }),
    sockets: reader.integer('WAYBILL_SOCKETS_EACH', { fallback: 100, ...bounds }),
    subscriptions: reader.integer('WAYBILL_SUBSCRIPTIONS_EACH', { fallback: 200, ...bounds }),
  };
}

function connectionSettings(reader: SettingReader): ConnectionSettings {
  return {
    max: reader.integer('WAYBILL_MAX_CONNECTIONS', { fallback: 2000, min: 1, max: 1_000_000 }),
    headersTimeoutMs: reader.integer('WAYBILL_HEADERS_TIMEOUT_MS', { fallback: 20_000, min: 100, max: 3_600_000 }),
    minBytesPerSecond: reader.integer('WAYBILL_MIN_BYTES_PER_SECOND', { fallback: 1024, min: 0, max: 1_000_000_000 }),
  };
}

function callbackSettings(reader: SettingReader): CallbackSettings {
  const hosts = reader.hosts('WAYBILL_CALLBACK_HOSTS');
  const secret = reader.text('WAYBILL_CALLBACK_SECRET', '');
  if (hosts.length > 0 && secret === '') reader.tell(secretMissing);
  const bounds = { fallback: callbackWaitsMs, min: 1, max: 86_400_000, maxCount: 20 };
  return { hosts, secret, waitsMs: reader.integers('WAYBILL_CALLBACK_WAITS_MS', bounds) };
}

function oidcSettings(reader: SettingReader): OidcSettings | undefined {
  const issuer = reader.address('WAYBILL_OIDC_ISSUER');
  const audience = reader.text('WAYBILL_OIDC_AUDIENCE', '');
  const jwksUrl = reader.address('WAYBILL_OIDC_JWKS_URL');
  const groupsClaim = reader.text('WAYBILL_OIDC_GROUPS_CLAIM', 'groups');
  if (issuer !== undefined && audience !== '') return { issuer, audience, jwksUrl, groupsClaim };
  if (issuer !== undefined || audience !== '' || jwksUrl !== undefined) reader.tell(oidcIncomplete);
  return undefined;
}

const oidcIncomplete =
  'Of WAYBILL_OIDC_ISSUER and WAYBILL_OIDC_AUDIENCE one is set without the other; without an audience a token that was meant for another service would be taken.';
function queryLimits(reader: SettingReader): QueryLimits {
  const operationsFile = reader.text('WAYBILL_OPERATIONS_FILE', '');
  return {
    maxDepth: reader.integer('WAYBILL_MAX_DEPTH', { fallback: 25, min: 1, max: 100 }),
    maxCost: reader.integer('WAYBILL_MAX_COST', { fallback: 250_000, min: 1, max: 1_000_000_000 }),
    maxObjects: reader.integer('WAYBILL_MAX_OBJECTS', { fallback: 100_000, min: 1, max: 10_000_000 }),
    maxAnswerBytes: reader.integer('WAYBILL_MAX_ANSWER_BYTES', {
      fallback: 16 * 1024 * 1024,
      min: 1,
      max: 1024 * 1024 * 1024,
    }),
    maxAliases: reader.integer('WAYBILL_MAX_ALIASES', { fallback: 30, min: 0, max: 10_000 }),
    maxRootFields: reader.integer('WAYBILL_MAX_ROOT_FIELDS', { fallback: 20, min: 1, max: 10_000 }),
    maxBodyBytes: reader.integer('WAYBILL_MAX_BODY_BYTES', {
      fallback: 20 * 1024 * 1024,
      min: 1024,
      max: 512 * 1024 * 1024,
    }),
    isIntrospectionAllowed: reader.boolean('WAYBILL_INTROSPECTION', true),
    operationsFile: operationsFile === '' ? undefined : path.resolve(operationsFile),
  };
}

const callbackWaitsMs = [1000, 5000, 30_000, 120_000, 600_000];
const secretMissing =
  'WAYBILL_CALLBACK_HOSTS is set and WAYBILL_CALLBACK_SECRET is not; set it to a long random text, by which receivers know that a callback comes from this server.';
