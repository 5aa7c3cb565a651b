import type { AllowedHost } from './allowedHosts.js';
import type { FilesPlace } from './filesPlace.js';

/** All settings of the server; declared in config.ts. */
export interface Config {
  host: string;
  /** 0: any free port. */
  port: number;
  dataDir: string;
  databaseUrl: string;
  files: FilesPlace;
  /** What this process does: everything, everything but tasks, or only tasks. */
  role: 'all' | 'api' | 'worker';
  /** The Redis that the servers on the database share; undefined: each runs its own tasks. */
  redisUrl: string | undefined;
  /** Load the demo projects when the database is empty. */
  isDemoWanted: boolean;
  /** The folder of the built console; undefined: the one of this build. */
  consoleDir: string | undefined;
  maxUploadBytes: number;
  /** Upload limits per principal. */
  uploads: { bytesPerHour: number; atOnce: number };
  /** Maximum number of waiting large queries, per principal and in total. */
  heavyReads: { ofOwner: number; ofAll: number };
  /** Number of tasks that run at the same time. */
  taskWorkerCount: number;
  /** Items of a file per write to the database. */
  batchSize: number;
  /** Limits per uploaded file: items, and bytes in the database per byte of the file. */
  fileLimits: { items: number; growth: number };
  /** How long a request waits for a busy database. */
  busyTimeoutMs: number;
  /** How long a statement of a request that reads may run on PostgreSQL. */
  statementTimeoutMs: number;
  /** Connections of the API thread to PostgreSQL. */
  poolSize: number;
  /** How long the body of a request may stall. */
  stallTimeoutMs: number;
  connections: ConnectionSettings;
  /** Limits per principal: open tasks, bytes of stored files; on each server, WebSockets and their operations. */
  ofEach: { tasks: number; storedBytes: number; sockets: number; subscriptions: number };
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  instanceName: string;
  /** The URL of this server for clients, without a trailing slash; undefined: the address that it listens on. */
  publicUrl: string | undefined;
  /** Addresses and CIDR ranges of proxies with trusted `X-Forwarded-*` headers. */
  trustedProxies: readonly string[];
  /** Origins of web pages that may use this server from a browser, as browsers write them. */
  allowedOrigins: readonly string[];
  /** States of packs by name, if they differ from the defaults. */
  packStates: Readonly<Record<string, 'on' | 'beta' | 'off'>>;
  /** Names of packs whose resources only superusers may export and import. */
  superuserPacks: readonly string[];
  callbacks: CallbackSettings;
  metrics: MetricsSettings;
  /** How long spans are gathered before they are sent. Undefined: no traces; the exporter reads where to by itself. */
  traces: { delayMs: number } | undefined;
  /** The secret token of the superuser `admin`; undefined: the first start creates one. */
  adminToken: string | undefined;
  /** Undefined: only tokens of this server are accepted. */
  oidc: OidcSettings | undefined;
  /** Undefined: nobody signs in to the console at an identity provider. */
  oidcSignIn: OidcSignInSettings | undefined;
  /** How long the session of a browser lasts without a request, and at most. */
  sessions: { idleMs: number; lifeMs: number };
  /** Days after which ended tasks, and plans that were not executed, are deleted; null for never. */
  retention: { tasksDays: number | null; plansDays: number | null };
  limits: QueryLimits;
}

/** Where the metrics are served; nowhere if neither is set. */
export interface MetricsSettings {
  /** A port of their own; 0: any free port. Undefined: the port of the server. */
  port: number | undefined;
  /** The token that a scrape must bring; undefined: none. */
  token: string | undefined;
}

/** Limits of connections. */
export interface ConnectionSettings {
  /** Maximum number of open connections. */
  max: number;
  /** How long the headers of a request may take to arrive. */
  headersTimeoutMs: number;
  /** How fast the body of a request must arrive. */
  minBytesPerSecond: number;
}

/** The OpenID Connect provider whose access tokens are accepted. */
export interface OidcSettings {
  /** The `iss` of its tokens. */
  issuer: string;
  /** The required `aud` of its tokens. */
  audience: string;
  /** The URL of its keys; undefined: taken from its discovery document. */
  jwksUrl: string | undefined;
  /** The claim that lists groups. */
  groupsClaim: string;
}

/** The OpenID Connect provider at which people sign in to the console. */
export interface OidcSignInSettings {
  /** The `iss` of its tokens. */
  issuer: string;
  /** This server, as the provider knows it. */
  clientId: string;
  /** Undefined: a public client. */
  clientSecret: string | undefined;
  /** Separated by blanks; `openid` is one of them. */
  scopes: string;
  /** Shown to people. */
  name: string;
  /** The claim that lists groups. */
  groupsClaim: string;
}

/** Limits of GraphQL requests over HTTP and WebSocket. */
export interface QueryLimits {
  /** Levels of fields. */
  maxDepth: number;
  /** Maximum number of objects that an operation could return, by its page sizes. */
  maxCost: number;
  /** Maximum number of objects in an answer. */
  maxObjects: number;
  /** Maximum bytes of specs in an answer. */
  maxAnswerBytes: number;
  maxAliases: number;
  /** Fields of Query, Mutation or Subscription in one operation. */
  maxRootFields: number;
  /** Maximum size of a request without its file. */
  maxBodyBytes: number;
  /** Whether clients may read the schema. */
  isIntrospectionAllowed: boolean;
  /** A document with the only allowed operations; undefined: all are allowed. */
  operationsFile: string | undefined;
}

/** Settings of callbacks, which report the end of a task. */
export interface CallbackSettings {
  /** Allowed hosts of callbacks; empty: callbacks are off. */
  hosts: readonly AllowedHost[];
  /** The secret that signs callbacks; not empty if there are hosts. */
  secret: string;
  /** The waits between attempts; after the last wait comes the last attempt. */
  waitsMs: readonly number[];
}
