import type { AllowedHost } from './allowedHosts.js';

/** Every setting of the server. They are declared in config.ts. */
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
  packStates: Readonly<Record<string, 'on' | 'beta' | 'off'>>;
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
