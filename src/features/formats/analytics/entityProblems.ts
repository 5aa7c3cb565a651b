/** The wording of what is wrong with entities of a file. The original has one code for most of it. */
import { errorProblem, warningProblem, type MismatchingIndex, type Problem } from '../../../shared/problem.js';
import { listed } from '../../kinds/worker.js';
import { quote } from '../scanning/fileProblems.js';
import { entityTypes, type EntityType } from './entityTypes.js';
import { newestVersion } from './migrations.js';

/** The original's code for a file that it can't read. */
const originalCode = 'importFileInvalid';

/** A problem as the original would have coded it. */
export function asInvalidFile(problem: Problem): Problem {
  return { originalCode, ...problem };
}

/** A member of an entity that must be there, and is not or is something else. `place`: of the entity, from 0. */
export function malformedMember(place: number, member: string, asks: string): Problem {
  const message = `The entity at /${place} of the file has no ${quote(member)} that is ${asks}.`;
  const detail = { path: [member], originalCode, fix: `Give it one, or leave the entity out of the file.` };
  return errorProblem('ITEM_MALFORMED', message, detail);
}

/** An element of the list that is no entity. */
export function noEntity(place: number): Problem {
  return errorProblem('ITEM_MALFORMED', `What stands at /${place} of the file is not an object.`, { originalCode });
}

/** A sort of entities that there is not. */
export function unknownType(place: number, found: unknown): Problem {
  const known = entityTypes.map(({ exportEntityType }) => exportEntityType).join(', ');
  const said = typeof found === 'string' ? `is of the type ${quote(found)}` : 'does not say what it is';
  const message = `The entity at /${place} of the file ${said}; "exportEntityType" is one of ${known}.`;
  return errorProblem('ITEM_MALFORMED', message, { path: ['exportEntityType'], originalCode });
}

/** An id that several entities have. */
export function duplicateId(id: string, lines: readonly number[]): Problem {
  const message = `The id ${quote(id)} stands in the file more than once: on the lines ${lines.join(', ')}.`;
  const fix = 'Give each entity an id of its own; what names it could mean any of them.';
  return errorProblem('DUPLICATE_IN_FILE', message, { path: ['id'], originalCode, fix });
}

/** A tile or a combined report that names something that can't be an id. */
export function malformedId(id: string, path: string[]): Problem {
  const message = `${quote(id)} is the id of no report of the file, and of no form that an id has.`;
  return errorProblem('SPEC_INVALID', message, { path, originalCode, fix: 'Name the id of a report of the file.' });
}

/** A schema number from which nothing leads to the newest one. */
export function wrongVersion({ indexName, kind }: EntityType, version: number): Problem {
  const target = newestVersion(indexName);
  const stated = version === 0 ? 'states no schema number' : `has the schema number ${version}`;
  const message = `The entity ${stated}; ${kind} is read with the number ${target}, and with older ones that can be migrated.`;
  return errorProblem('SCHEMA_VERSION_UNSUPPORTED', message, {
    path: ['sourceIndexVersion'],
    originalCode: 'importIndexVersionMismatch',
    fix: 'Export it from a version of the product that writes one of these.',
    mismatchingIndices: [{ indexName, sourceIndexVersion: version, targetIndexVersion: target }],
  });
}

/** So many of them are told one by one. */
const maxMismatches = 100;

/** The schema numbers of a file that are not read, each once. */
export function wrongVersions(mismatchingIndices: MismatchingIndex[]): Problem {
  const named = listed(
    mismatchingIndices.map(
      ({ indexName, sourceIndexVersion, targetIndexVersion }) =>
        `${indexName} ${sourceIndexVersion} instead of ${targetIndexVersion}`,
    ),
  );
  return warningProblem('SCHEMA_VERSION_UNSUPPORTED', `Some schema numbers of the file are not read: ${named}.`, {
    originalCode: 'importIndexVersionMismatch',
    mismatchingIndices: mismatchingIndices.slice(0, maxMismatches),
  });
}

/** A name that was changed, so that others can name the entity by it. */
export function adjustedName(stated: string, name: string): Problem {
  const message = `The name ${quote(stated)} became ${quote(name)}: entities are named by their names here, so that each has its own.`;
  return warningProblem('NAME_ADJUSTED', message, { path: ['name'], fix: 'Rename it in the plan if you like.' });
}
