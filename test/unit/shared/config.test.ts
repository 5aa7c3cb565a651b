import path from 'node:path';
import { declaredSettings, parseConfig } from '../../../src/shared/config.js';

describe('the settings', () => {
  it('have defaults that work on a new machine', () => {
    const dataDir = path.resolve('data');
    expect(parseConfig({})).toMatchObject({
      host: '127.0.0.1',
      port: 4000,
      dataDir,
      databaseUrl: `sqlite:${path.join(dataDir, 'waybill.sqlite')}`,
      isDemoWanted: true,
      maxUploadBytes: 536_870_912,
      taskWorkerCount: 1,
      batchSize: 1000,
      ofEach: { tasks: 50, sockets: 100, subscriptions: 200 },
      connections: { max: 2000, headersTimeoutMs: 20_000, minBytesPerSecond: 1024 },
      fileLimits: { items: 1_000_000, growth: 100 },
      logLevel: 'info',
      instanceName: 'waybill',
      publicUrl: undefined,
      trustedProxies: [],
      packStates: {},
      callbacks: { hosts: [], waitsMs: [1000, 5000, 30_000, 120_000, 600_000] },
      limits: {
        maxDepth: 25,
        maxCost: 250_000,
        maxAliases: 30,
        maxObjects: 100_000,
        maxAnswerBytes: 16_777_216,
        maxRootFields: 20,
        maxBodyBytes: 20_971_520,
        isIntrospectionAllowed: true,
        operationsFile: undefined,
      },
    });
  });

  it('give the limits of queries', () => {
    const { limits } = parseConfig({
      WAYBILL_MAX_DEPTH: '10',
      WAYBILL_MAX_COST: '5000',
      WAYBILL_MAX_OBJECTS: '700',
      WAYBILL_MAX_ANSWER_BYTES: '80000',
      WAYBILL_MAX_ALIASES: '0',
      WAYBILL_MAX_ROOT_FIELDS: '3',
      WAYBILL_MAX_BODY_BYTES: '4096',
      WAYBILL_INTROSPECTION: 'off',
      WAYBILL_OPERATIONS_FILE: 'console/operations.graphql',
    });
    expect(limits).toEqual({
      maxDepth: 10,
      maxCost: 5000,
      maxObjects: 700,
      maxAnswerBytes: 80_000,
      maxAliases: 0,
      maxRootFields: 3,
      maxBodyBytes: 4096,
      isIntrospectionAllowed: false,
      operationsFile: path.resolve('console/operations.graphql'),
    });
  });

  it('give the proxies that are trusted, as addresses and ranges, and refuse anything else', () => {
    const ranges = '10.0.0.0/8, 192.168.1.7,::1,fd00::/8';
    expect(parseConfig({ WAYBILL_TRUSTED_PROXIES: ranges }).trustedProxies).toEqual([
      '10.0.0.0/8',
      '192.168.1.7',
      '::1',
      'fd00::/8',
    ]);
    for (const wrong of ['true', '1', 'loopback', '10.0.0.0/33', '0.0.0.0/0', '::/0', '10.0.0.0/', '10.0.0/8', 'a/8/8'])
      expect(() => parseConfig({ WAYBILL_TRUSTED_PROXIES: wrong })).toThrow(
        `WAYBILL_TRUSTED_PROXIES holds "${wrong}"; it must be an IP address, or one with / and the length of its prefix.`,
      );
  });

  it('give the hosts of callbacks, and the waits between attempts', () => {
    const { callbacks } = parseConfig({
      WAYBILL_CALLBACK_HOSTS: ' Hooks.example , 127.0.0.1:8080,',
      WAYBILL_CALLBACK_SECRET: 'a long random text',
      WAYBILL_CALLBACK_WAITS_MS: '50, 100',
    });
    expect(callbacks).toEqual({
      hosts: [
        { hostname: 'hooks.example', port: undefined },
        { hostname: '127.0.0.1', port: '8080' },
      ],
      secret: 'a long random text',
      waitsMs: [50, 100],
    });
  });

  it('refuse hosts of callbacks without a secret to sign with', () => {
    expect(() => parseConfig({ WAYBILL_CALLBACK_HOSTS: 'hooks.example' })).toThrow(
      /^WAYBILL_CALLBACK_HOSTS is set and WAYBILL_CALLBACK_SECRET is not; set it /,
    );
  });

  it('give the states of packs', () => {
    const packStates = { 'fast-data': 'on', objects: 'beta', analytics: 'off' };
    expect(parseConfig({ WAYBILL_PACKS: ' fast-data=on, objects = beta,analytics=off,' })).toMatchObject({
      packStates,
    });
  });

  it('take what the environment says, without blanks around it', () => {
    const config = parseConfig({
      WAYBILL_PORT: ' 0 ',
      WAYBILL_DEMO: 'No',
      WAYBILL_DATA_DIR: '/srv/waybill',
      WAYBILL_PUBLIC_URL: 'https://waybill.example/base//',
      WAYBILL_LOG_LEVEL: 'debug',
    });
    expect(config).toMatchObject({
      port: 0,
      isDemoWanted: false,
      dataDir: '/srv/waybill',
      databaseUrl: 'sqlite:/srv/waybill/waybill.sqlite',
      publicUrl: 'https://waybill.example/base',
      logLevel: 'debug',
    });
  });

  it('take an empty text as not set', () => {
    expect(parseConfig({ WAYBILL_PORT: '', WAYBILL_HOST: '  ' })).toMatchObject({ port: 4000, host: '127.0.0.1' });
  });

  it.each([
    ['WAYBILL_PORT', '65536', /^WAYBILL_PORT is "65536"; it must be a whole number from 0 to 65535\.$/],
    ['WAYBILL_PORT', '-1', /whole number/],
    ['WAYBILL_PORT', '1e3', /whole number/],
    ['WAYBILL_PORT', '80.5', /whole number/],
    ['WAYBILL_ALLOWED_ORIGINS', '*', /^WAYBILL_ALLOWED_ORIGINS holds "\*"; it must be http/],
    ['WAYBILL_ALLOWED_ORIGINS', 'https://a.example/path', /holds "https:\/\/a\.example\/path"/],
    ['WAYBILL_ALLOWED_ORIGINS', 'null', /holds "null"/],
    ['WAYBILL_MAX_UPLOAD_BYTES', '0', /^WAYBILL_MAX_UPLOAD_BYTES is "0"; it must be a whole number from 1 /],
    ['WAYBILL_TASK_WORKERS', 'many', /^WAYBILL_TASK_WORKERS is "many"/],
    ['WAYBILL_BUSY_TIMEOUT_MS', '99', /from 100 to 3600000/],
    ['WAYBILL_MAX_DEPTH', '101', /^WAYBILL_MAX_DEPTH is "101"; it must be a whole number from 1 to 100\.$/],
    ['WAYBILL_MAX_COST', 'all', /^WAYBILL_MAX_COST is "all"/],
    ['WAYBILL_MAX_BODY_BYTES', '1000', /from 1024 to /],
    ['WAYBILL_INTROSPECTION', 'some', /^WAYBILL_INTROSPECTION is "some"; it must be true or false\.$/],
    ['WAYBILL_DEMO', 'maybe', /^WAYBILL_DEMO is "maybe"; it must be true or false\.$/],
    ['WAYBILL_LOG_LEVEL', 'loud', /^WAYBILL_LOG_LEVEL is "loud"; it must be one of fatal, error, /],
    ['WAYBILL_DATABASE_URL', 'mysql://db', /^WAYBILL_DATABASE_URL .*sqlite:/],
    ['WAYBILL_DATABASE_URL', 'sqlite:', /^WAYBILL_DATABASE_URL /],
    ['WAYBILL_PACKS', 'objects', /^WAYBILL_PACKS holds "objects"; it must be a name, = and one of on, beta, off\.$/],
    ['WAYBILL_PACKS', 'objects=maybe', /^WAYBILL_PACKS holds "objects=maybe"/],
    ['WAYBILL_CALLBACK_WAITS_MS', '1000,soon', /^WAYBILL_CALLBACK_WAITS_MS must be 1 to 20 whole numbers from 1 to /],
    ['WAYBILL_CALLBACK_WAITS_MS', '0', /whole numbers/],
    ['WAYBILL_CALLBACK_WAITS_MS', '1,'.repeat(21), /1 to 20 whole numbers/],
    [
      'WAYBILL_CALLBACK_HOSTS',
      'http://a.example',
      /^WAYBILL_CALLBACK_HOSTS holds "http:\/\/a\.example"; it must be a host/,
    ],
    ['WAYBILL_METRICS_PORT', '65536', /^WAYBILL_METRICS_PORT is "65536"; it must be a whole number from 0 to 65535\.$/],
    ['WAYBILL_METRICS_PORT', 'on', /from 0 to 65535/],
    ['WAYBILL_METRICS_TOKEN', 'short', /^WAYBILL_METRICS_TOKEN must have at least 24 /],
    ['WAYBILL_METRICS_TOKEN', 'wbt_0123456789012345678901234567', /^WAYBILL_METRICS_TOKEN begins with "wbt_"/],
    ['WAYBILL_PUBLIC_URL', 'waybill.example', /^WAYBILL_PUBLIC_URL is "waybill\.example"; it must be an address/],
    ['WAYBILL_PUBLIC_URL', 'ftp://waybill.example', /http:\/\/ or https:\/\//],
  ])('refuse %s = %j with a sentence', (name, value, sentence) => {
    expect(() => parseConfig({ [name]: value })).toThrow(sentence);
  });

  it('refuse a role, or a Redis, without what it needs', () => {
    const redis = { WAYBILL_REDIS_URL: 'redis://127.0.0.1:6379/0' };
    const postgres = { WAYBILL_DATABASE_URL: 'postgres://waybill@127.0.0.1:5432/waybill' };
    const files = { WAYBILL_FILES_URL: 's3://bucket' };
    const worker = { WAYBILL_ROLE: 'worker' };
    expect(() => parseConfig(redis)).toThrow(
      /^WAYBILL_REDIS_URL is set, and the database is an SQLite file.* set WAYBILL_/,
    );
    expect(() => parseConfig(worker)).toThrow(/^WAYBILL_ROLE is "worker" and WAYBILL_REDIS_URL is not set; set it to /);
    expect(() => parseConfig({ ...worker, ...redis, ...postgres })).toThrow(
      /^WAYBILL_ROLE is "worker" and WAYBILL_FILES_URL is not set; set it to /,
    );
    const wrong = () => parseConfig({ WAYBILL_REDIS_URL: 'http://:opensesame@host', ...postgres });
    expect(wrong).toThrow(/^WAYBILL_REDIS_URL must be of the form redis:/);
    expect(wrong).not.toThrow(/opensesame/);
    expect(parseConfig({ ...worker, ...redis, ...postgres, ...files })).toMatchObject({
      role: 'worker',
      redisUrl: 'redis://127.0.0.1:6379/0',
    });
    expect(parseConfig({})).toMatchObject({ role: 'all', redisUrl: undefined });
  });

  it('refuse a token of the metrics that opens something else', () => {
    const token = 'a long random text, without blanks'.replaceAll(' ', '-');
    expect(parseConfig({ WAYBILL_METRICS_TOKEN: token, WAYBILL_METRICS_PORT: '0' }).metrics).toEqual({
      port: 0,
      token,
    });
    expect(parseConfig({}).metrics).toEqual({ port: undefined, token: undefined });
    expect(() => parseConfig({ WAYBILL_METRICS_TOKEN: token, WAYBILL_ADMIN_TOKEN: token })).toThrow(
      /^WAYBILL_METRICS_TOKEN is the same as WAYBILL_ADMIN_TOKEN; /,
    );
  });

  it.each([
    ['WAYBILL_MAX_UPLOAD_BYTE', 'WAYBILL_MAX_UPLOAD_BYTES'],
    ['WAYBILL_MAX_UPLOAD', 'WAYBILL_MAX_UPLOAD_BYTES'],
    ['WAYBILL_LOGLEVEL', 'WAYBILL_LOG_LEVEL'],
    ['WAYBILL_DATABASE', 'WAYBILL_DATABASE_URL'],
    ['WAYBILL_DATABASE_URI', 'WAYBILL_DATABASE_URL'],
    ['WAYBILL_OIDC_AUDIENCES', 'WAYBILL_OIDC_AUDIENCE'],
    ['WAYBILL_ADMN_TOKEN', 'WAYBILL_ADMIN_TOKEN'],
    ['WAYBILL_PUBLC_URL', 'WAYBILL_PUBLIC_URL'],
  ])('refuse %s, which is none of them, with the nearest name', (name, nearest) => {
    const sentence = `There is no setting ${name}; the nearest name is ${nearest}.`;
    expect(() => parseConfig({ [name]: 'secret-value' })).toThrow(new RegExp(`^${sentence}$`));
  });

  it('name no other when none is near', () => {
    const sentence = 'There is no setting WAYBILL_TOKENS; docs/settings.md lists all.';
    expect(() => parseConfig({ WAYBILL_TOKENS: 'secret-value' })).toThrow(sentence);
  });

  it('are not mixed up with what the examples read, with other programs, and with what is empty', () => {
    const others = {
      WAYBILL_TOKEN: 'a',
      WAYBILL_URL: 'b',
      WAY: 'c',
      MY_WAYBILL_PORT: 'd',
      WAYBILL_PORTS: ' ',
      WAYBILL_STAGING_TOKEN: 'e',
      WAYBILL_MAIN_TOKEN: 'f',
      WAYBILL_ADMINS_TEAM_TOKEN: 'g',
      WAYBILL_LOCAL_URL: 'h',
    };
    expect(parseConfig(others).port).toBe(4000);
  });

  it('are each declared with a section and a sentence, once', () => {
    const settings = declaredSettings();
    expect(settings.length).toBeGreaterThan(40);
    expect(new Set(settings.map(({ name }) => name)).size).toBe(settings.length);
    for (const { section, fallback, values, about } of settings) {
      expect(section).not.toBe('');
      expect([fallback, values]).not.toContain('``');
      expect(about).toMatch(/^\S.*\.$/);
    }
  });

  it('report all faults at once, one per line', () => {
    const broken = { WAYBILL_PORT: 'x', WAYBILL_DEMO: 'x', WAYBILL_LOG_LEVEL: 'x' };
    expect(() => parseConfig(broken)).toThrow(/^WAYBILL_PORT .*\nWAYBILL_DEMO .*\nWAYBILL_LOG_LEVEL .*$/);
  });
});
