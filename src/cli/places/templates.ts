import { TemplatesDocument, type TemplateDirection } from '../../../client/operations.generated.js';
import type { ServerClient } from '../profiles/serverClient.js';
import { CliFault } from '../terminal/cliFault.js';
import { nearest } from '../words/nearest.js';
import type { Project } from './places.js';

const pageSize = 500;
const nouns: Readonly<Record<TemplateDirection, string>> = { EXPORT: 'exports', IMPORT: 'imports' };

/** The id of a template by its name. @throws CliFault that names the nearest one */
export async function findTemplate(
  client: ServerClient,
  project: Pick<Project, 'id' | 'key'>,
  { name, direction }: { name: string; direction: TemplateDirection },
): Promise<string> {
  const names: string[] = [];
  const variables = { projectId: project.id, direction, first: pageSize };
  for await (const template of client.each(TemplatesDocument, variables, ({ templates }) => templates)) {
    if (template.name === name) return template.id;
    names.push(template.name);
  }
  const near = nearest(name, names);
  throw new CliFault('NO_TEMPLATE', `The project "${project.key}" has no template "${name}" for ${nouns[direction]}.`, {
    fix: near === undefined ? 'The console lists and makes them.' : `Did you mean "${near}"?`,
  });
}
