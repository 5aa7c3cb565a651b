import { isId } from '../../shared/clock.js';
import { toPointer } from '../../shared/jsonPointer.js';
import { errorProblem, type Problem } from '../../shared/problem.js';
import type { Template } from './template.entity.js';
import type { TemplateDirection } from './templateDirection.js';

/** The same for a template that does not exist, and one of another project or direction. */
export function templateNotFound(id: string, path: string[], direction?: TemplateDirection): Problem {
  const which = direction === undefined ? 'template with this id' : `template for ${noun[direction]} with this id`;
  return isId(id)
    ? errorProblem('NOT_FOUND', `There is no ${which} in the project.`, {
        path,
        fix: 'Take the id from the list of templates of the project.',
      })
    : errorProblem('INVALID_ID', `"${id.slice(0, 80)}" is not an id of this server.`, { path });
}

export function templateNameTaken({ name, direction }: Pick<Template, 'name' | 'direction'>): Problem {
  return errorProblem('NAME_TAKEN', `The project has a template "${name}" for ${noun[direction]} already.`, {
    path: ['input', 'name'],
    fix: 'Choose another name, or save it with isOverwriteAllowed: true, which replaces the settings of that template.',
  });
}

/** A problem that saved settings have now; its path is extended to lead into the template. */
export function templateUnfit({ name }: Pick<Template, 'name'>, fault: Problem): Problem {
  const pointer = toPointer(fault.path);
  const message = `The template "${name}" is no longer valid at ${pointer || 'its settings'}: ${fault.message}`;
  return errorProblem('TEMPLATE_UNFIT', message, {
    path: ['settings', ...fault.path],
    fix: `Save the template again, or set ${fault.path[0] === undefined ? 'the settings' : `"${fault.path[0]}"`} next to its id.`,
  });
}

const noun: Readonly<Record<TemplateDirection, string>> = { EXPORT: 'exports', IMPORT: 'imports' };
