/** Of what runs Waybill elsewhere: the Dockerfile, compose.yaml and the chart. */
import { readdirSync, readFileSync } from 'node:fs';
import { DockerfileParser } from 'dockerfile-ast';
import { validate } from 'dockerfile-utils';
import { parse } from 'yaml';
import { declaredSettings } from '../../src/shared/config.js';
import { projectFile } from '../support/projectFile.js';

interface Service {
  image?: string;
  environment?: Record<string, string>;
}

const read = (name: string) => readFileSync(projectFile(name), 'utf8');
const text = read('Dockerfile');
const instructions = DockerfileParser.parse(text).getInstructions();
const { services } = parse(read('compose.yaml'), { merge: true }) as { services: Record<string, Service> };
const values = parse(read('charts/waybill/values.yaml')) as { settings: Record<string, string> };
const { version, scripts } = JSON.parse(read('package.json')) as { version: string; scripts: { start: string } };
const settingNames = new Set(declaredSettings().map(({ name }) => name));
const unknownIn = (content: string) =>
  [...content.matchAll(/\bWAYBILL_[A-Z0-9_]+/g)].map(([name]) => name).filter((name) => !settingNames.has(name));

/** The arguments of an instruction, wherever it stands, without its flags. */
function argumentsOf(keyword: string): string[] {
  return instructions
    .filter((instruction) => instruction.getKeyword() === keyword)
    .map((instruction) => instruction.getArgumentsContent() ?? '');
}

/** Names a version, and not only a line of versions. */
const pinned = /^[a-z/]+:(\d+\.\d+(\.\d+)?[a-z0-9.-]*|RELEASE\.[\dTZ-]+)( AS \w+)?$/;

describe('the Dockerfile', () => {
  it('has no fault that a validator of Dockerfiles knows', () => {
    expect(validate(text).map(({ message }) => message)).toEqual([]);
  });

  it('starts from images whose versions are pinned', () => {
    expect(argumentsOf('FROM').filter((image) => !pinned.test(image))).toEqual([]);
  });

  it('fetches nothing by itself', () => {
    expect(argumentsOf('ADD')).toEqual([]);
    expect(argumentsOf('RUN').filter((command) => /\b(curl|wget|apt-get|sudo)\b/.test(command))).toEqual([]);
  });

  it('uses absolute folders', () => {
    expect(argumentsOf('WORKDIR').filter((folder) => !folder.startsWith('/'))).toEqual([]);
  });

  it('runs as a user who is not root, named by number', () => {
    const last = argumentsOf('USER').at(-1) ?? '';
    expect(last).toMatch(/^[1-9]\d*:[1-9]\d*$/);
    const keywords = instructions.map((instruction) => instruction.getKeyword());
    expect(keywords.lastIndexOf('USER')).toBeGreaterThan(keywords.lastIndexOf('RUN'));
  });

  it('starts the server as `npm start` does, without a shell', () => {
    const [variable = '', command = ''] = scripts.start.split(' exec ');
    expect(argumentsOf('CMD').map((content) => JSON.parse(content) as string[])).toEqual([command.split(' ')]);
    expect(argumentsOf('ENV').join(' ').split(' ')).toContain(variable);
  });

  it('is stopped by the signal that the server knows', () => {
    expect(argumentsOf('STOPSIGNAL')).toEqual(['SIGTERM']);
  });
});

const templates = readdirSync(projectFile('charts/waybill/templates')).map(
  (name) => `charts/waybill/templates/${name}`,
);

describe('settings', () => {
  it.each(['Dockerfile', 'compose.yaml', 'charts/waybill/values.yaml', ...templates])('of %s exist', (name) => {
    expect(unknownIn(read(name))).toEqual([]);
  });

  it('are some in each of them', () => {
    expect(Object.keys(services['server']?.environment ?? {})).toContain('WAYBILL_DATABASE_URL');
    expect(Object.keys(values.settings)).toContain('WAYBILL_FILES_URL');
  });
});

describe('compose.yaml', () => {
  it('pins the versions of all images', () => {
    const images = Object.values(services).flatMap(({ image }) => image ?? []);
    expect(images.filter((image) => !pinned.test(image))).toEqual([]);
    expect(images).toContain(`waybill:${version}`);
  });

  it('gives servers and workers the same settings but for the role', () => {
    const { WAYBILL_ROLE: api, ...ofServer } = services['server']?.environment ?? {};
    const { WAYBILL_ROLE: worker, ...ofWorker } = services['worker']?.environment ?? {};
    expect([api, worker]).toEqual(['api', 'worker']);
    expect(ofWorker).toEqual(ofServer);
  });
});

describe('the chart', () => {
  it('has the version of the server', () => {
    expect(parse(read('charts/waybill/Chart.yaml'))).toMatchObject({ appVersion: version });
  });

  it('includes all that it defines, and nothing else', () => {
    const content = templates.map(read).join('\n');
    const namesIn = (pattern: RegExp) => new Set([...content.matchAll(pattern)].map(([, name]) => name));
    const defined = namesIn(/\{\{-? define "([^"]+)" -?\}\}/g);
    expect(defined.size).toBeGreaterThan(1);
    expect(namesIn(/\{\{-? include "([^"]+)" [^{}]*\}\}/g)).toEqual(defined);
  });

  it('has one deployment for each role', () => {
    const roles = templates.flatMap((name) =>
      [...read(name).matchAll(/\{\{ include "waybill.deployment" \(list \. "(\w+)"\) \}\}/g)].map(([, role]) => role),
    );
    expect(roles.toSorted()).toEqual(['api', 'worker']);
  });

  it('keeps variables of services, whose names are like those of settings, out of its pods', () => {
    const pods = templates.map(read).filter((content) => content.includes('containers:'));
    expect(pods.map((content) => content.includes('enableServiceLinks: false'))).toEqual([true]);
  });
});
