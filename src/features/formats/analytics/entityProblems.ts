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
  const message = `The entity at /${place} of the file must have a member ${quote(member)} that is ${asks}.`;
  const detail = { path: [member], originalCode, fix: 'Add the member, or remove the entity from the file.' };
  return errorProblem('ITEM_MALFORMED', message, detail);
}

/** An element of the list that is no entity. */
export function noEntity(place: number): Problem {
  return errorProblem('ITEM_MALFORMED', `The value at /${place} of the file is not an object.`, { originalCode });
}

/** A sort of entities that there is not. */
export function unknownType(place: number, found: unknown): Problem {
  const known = entityTypes.map(({ exportEntityType }) => exportEntityType).join(', ');
  const said = typeof found === 'string' ? `is of the type ${quote(found)}` : 'does not state its type';
  const message = `The entity at /${place} of the file ${said}; "exportEntityType" is one of ${known}.`;
  return errorProblem('ITEM_MALFORMED', message, { path: ['exportEntityType'], originalCode });
}

/** An id that several entities have. */
export function duplicateId(id: string, lines: readonly number[]): Problem {
  const message = `The id ${quote(id)} occurs more than once in the file, on the lines ${lines.join(', ')}.`;
  const fix = 'Give each entity a unique id. References to this id are ambiguous.';
  return errorProblem('DUPLICATE_IN_FILE', message, { path: ['id'], originalCode, fix });
}

/** A tile or a combined report that names something that can't be an id. */
export function malformedId(id: string, path: string[]): Problem {
  const message = `${quote(id)} is not the id of a report of the file, and does not have the format of an id.`;
  return errorProblem('SPEC_INVALID', message, { path, originalCode, fix: 'Use the id of a report of the file.' });
}

/** A schema number from which nothing leads to the newest one. */
export function wrongVersion({ indexName, kind }: EntityType, version: number): Problem {
  const target = newestVersion(indexName);
  const stated = version === 0 ? 'states no schema version' : `has the schema version ${version}`;
  const message = `The entity ${stated}; this server reads ${kind} with schema version ${target}, and older versions that can be migrated.`;
  return errorProblem('SCHEMA_VERSION_UNSUPPORTED', message, {
    path: ['sourceIndexVersion'],
    originalCode: 'importIndexVersionMismatch',
    fix: 'Export it from a version of the product that writes one of these schema versions.',
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
  return warningProblem(
    'SCHEMA_VERSION_UNSUPPORTED',
    `This server does not support some schema versions of the file: ${named}.`,
    {
      originalCode: 'importIndexVersionMismatch',
      mismatchingIndices: mismatchingIndices.slice(0, maxMismatches),
    },
  );
}

/** A name that was changed, so that others can name the entity by it. */
export function adjustedName(stated: string, name: string): Problem {
  const message = `The name ${quote(stated)} was changed to ${quote(name)}, because names must be unique here.`;
  return warningProblem('NAME_ADJUSTED', message, { path: ['name'], fix: 'Rename the item in the plan if necessary.' });
}
