/** Declarations of the settings that limit clients; see config.ts. */
import path from 'node:path';
import type { Config, ConnectionSettings, QueryLimits } from './configShape.js';
import type { SettingReader } from './settingReader.js';

const mebibyte = 1024 * 1024;
const anyNumber = { min: 1, max: Number.MAX_SAFE_INTEGER };

/** Limits and processing of files. */
export function uploadSettings(reader: SettingReader) {
  return {
    maxUploadBytes: reader.integer('WAYBILL_MAX_UPLOAD_BYTES', {
      fallback: 512 * mebibyte,
      ...anyNumber,
      unit: 'bytes',
      about: 'Largest upload. A larger one is refused with the status 413 and the code `FILE_TOO_LARGE`.',
    }),
    uploads: {
      bytesPerHour: reader.integer('WAYBILL_UPLOAD_BYTES_PER_HOUR', {
        fallback: 10 * 1024 * mebibyte,
        ...anyNumber,
        unit: 'bytes',
        about: 'How much one principal may upload to one server in an hour; with `WAYBILL_REDIS_URL`, to all of them.',
      }),
      atOnce: reader.integer('WAYBILL_UPLOADS_AT_ONCE', {
        fallback: 10,
        min: 1,
        max: 1000,
        about: 'Uploads of one principal that one server receives at the same time.',
      }),
    },
    fileLimits: {
      items: reader.integer('WAYBILL_MAX_ITEMS', {
        fallback: 1_000_000,
        min: 1,
        max: 100_000_000,
        about: 'Items in one uploaded file.',
      }),
      growth: reader.integer('WAYBILL_MAX_GROWTH', {
        fallback: 100,
        min: 1,
        max: 1_000_000,
        about: 'Bytes in the database for each byte of an uploaded file. Every file may take 32 MiB beyond that.',
      }),
    },
    taskWorkerCount: reader.integer('WAYBILL_TASK_WORKERS', {
      fallback: 1,
      min: 1,
      max: 16,
      about: 'Tasks that run at the same time on one server.',
    }),
    batchSize: reader.integer('WAYBILL_BATCH_SIZE', {
      fallback: 1000,
      min: 1,
      max: 100_000,
      about: 'Items of a file that are written to the database together. A smaller number needs less memory.',
    }),
  };
}

/** Limits per principal. */
export function boundsOfEach(reader: SettingReader): Config['ofEach'] {
  const bounds = { min: 1, max: 100_000 };
  return {
    tasks: reader.integer('WAYBILL_TASKS_EACH', {
      fallback: 50,
      ...bounds,
      about: 'Tasks of one principal that wait or run.',
    }),
    storedBytes: reader.integer('WAYBILL_STORED_BYTES_EACH', {
      fallback: 100 * 1024 * mebibyte,
      ...anyNumber,
      unit: 'bytes',
      about: 'Stored files of the tasks of one principal, uploads included. At the limit, new tasks are refused.',
    }),
    sockets: reader.integer('WAYBILL_SOCKETS_EACH', {
      fallback: 100,
      ...bounds,
      about: 'Open WebSockets of one principal.',
    }),
    subscriptions: reader.integer('WAYBILL_SUBSCRIPTIONS_EACH', {
      fallback: 200,
      ...bounds,
      about: 'Operations of one principal that run over WebSocket.',
    }),
  };
}

/** Limits for all clients together. */
export function loadSettings(reader: SettingReader) {
  const timeout = { min: 100, max: 3_600_000, unit: 'ms' } as const;
  return {
    connections: connectionSettings(reader),
    stallTimeoutMs: reader.integer('WAYBILL_STALL_TIMEOUT_MS', {
      fallback: 60_000,
      ...timeout,
      about: 'How long the body of a request may stand still.',
    }),
    busyTimeoutMs: reader.integer('WAYBILL_BUSY_TIMEOUT_MS', {
      fallback: 60_000,
      ...timeout,
      about: 'How long a request waits for a busy database.',
    }),
    statementTimeoutMs: reader.integer('WAYBILL_STATEMENT_TIMEOUT_MS', {
      fallback: 120_000,
      ...timeout,
      about:
        'On PostgreSQL: how long one statement of a large query may run. Tasks, and requests that write, have no such limit.',
    }),
    poolSize: reader.integer('WAYBILL_DATABASE_CONNECTIONS', {
      fallback: 10,
      min: 3,
      max: 1000,
      about:
        'On PostgreSQL: connections for short queries. A server has [a few more](postgres.md#connections) for everything else.',
    }),
    heavyReads: {
      ofOwner: reader.integer('WAYBILL_HEAVY_READS_EACH', {
        fallback: 8,
        min: 1,
        max: 10_000,
        about: 'Large queries of one principal that may wait. More are refused.',
      }),
      ofAll: reader.integer('WAYBILL_HEAVY_READS', {
        fallback: 64,
        min: 1,
        max: 10_000,
        about: 'Large queries of all principals that may wait.',
      }),
    },
  };
}

function connectionSettings(reader: SettingReader): ConnectionSettings {
  return {
    max: reader.integer('WAYBILL_MAX_CONNECTIONS', {
      fallback: 2000,
      min: 1,
      max: 1_000_000,
      about: 'Connections that are open at the same time.',
    }),
    headersTimeoutMs: reader.integer('WAYBILL_HEADERS_TIMEOUT_MS', {
      fallback: 20_000,
      min: 100,
      max: 3_600_000,
      unit: 'ms',
      about: 'How long the headers of a request may take to arrive.',
    }),
    minBytesPerSecond: reader.integer('WAYBILL_MIN_BYTES_PER_SECOND', {
      fallback: 1024,
      min: 0,
      max: 1_000_000_000,
      unit: 'bytes/s',
      about: 'How fast the body of a request must arrive, measured over `WAYBILL_STALL_TIMEOUT_MS`.',
    }),
  };
}

/** Limits per operation. */
export function queryLimits(reader: SettingReader): QueryLimits {
  return { ...operationLimits(reader), ...answerLimits(reader) };
}

function answerLimits(reader: SettingReader) {
  return {
    maxObjects: reader.integer('WAYBILL_MAX_OBJECTS', {
      fallback: 100_000,
      min: 1,
      max: 10_000_000,
      about: 'Objects and list elements in one answer. A larger answer ends with the code `ANSWER_TOO_LARGE`.',
    }),
    maxAnswerBytes: reader.integer('WAYBILL_MAX_ANSWER_BYTES', {
      fallback: 16 * mebibyte,
      min: 1,
      max: 1024 * mebibyte,
      unit: 'bytes',
      about: 'Specs, other JSON values and long texts in one answer.',
    }),
  };
}

function operationLimits(reader: SettingReader) {
  const operationsFile = reader.optional('WAYBILL_OPERATIONS_FILE', {
    unset: 'none: any operation runs',
    values: 'path',
    about:
      'A GraphQL document of the only operations that run: see [allowed operations](operating.md#allowed-operations).',
  });
  return {
    maxDepth: reader.integer('WAYBILL_MAX_DEPTH', {
      fallback: 25,
      min: 1,
      max: 100,
      about: 'Levels of fields in one operation.',
    }),
    maxCost: reader.integer('WAYBILL_MAX_COST', {
      fallback: 250_000,
      min: 1,
      max: 1_000_000_000,
      about:
        'Objects that one operation could ask for, by the sizes of its pages. It is checked before the operation runs.',
    }),
    maxAliases: reader.integer('WAYBILL_MAX_ALIASES', {
      fallback: 30,
      min: 0,
      max: 10_000,
      about: 'Aliases in one operation.',
    }),
    maxRootFields: reader.integer('WAYBILL_MAX_ROOT_FIELDS', {
      fallback: 20,
      min: 1,
      max: 10_000,
      about: 'Fields at the top of one operation.',
    }),
    maxBodyBytes: reader.integer('WAYBILL_MAX_BODY_BYTES', {
      fallback: 20 * mebibyte,
      min: 1024,
      max: 512 * mebibyte,
      unit: 'bytes',
      about: 'Largest request without its file. A message over WebSocket has at most 1 MiB.',
    }),
    isIntrospectionAllowed: reader.boolean('WAYBILL_INTROSPECTION', {
      fallback: true,
      about: '`false`: clients cannot read the schema, and errors suggest no similar names.',
    }),
    operationsFile: operationsFile === undefined ? undefined : path.resolve(operationsFile),
  };
}
