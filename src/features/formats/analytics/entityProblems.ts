/** Problems of entities in a file. Camunda Optimize has one code for most of them. */
import { errorProblem, warningProblem, type MismatchingIndex, type Problem } from '../../../shared/problem.js';
import { listed } from '../../kinds/worker.js';
import { quote } from '../scanning/fileProblems.js';
import { entityTypes, type EntityType } from './entityTypes.js';
import { newestVersion } from './migrations.js';

/** The code of Camunda Optimize for a file that it cannot read. */
const originalCode = 'importFileInvalid';

/** Adds the code of Camunda Optimize to a problem. */
export function asInvalidFile(problem: Problem): Problem {
  return { originalCode, ...problem };
}

/** ITEM_MALFORMED: a required member is missing or has another type. `place`: position of the entity, from 0. */
export function malformedMember(place: number, member: string, asks: string): Problem {
  const message = `The entity at /${place} of the file must have a member ${quote(member)} that is ${asks}.`;
  const detail = { path: [member], originalCode, fix: 'Add the member, or remove the entity from the file.' };
  return errorProblem('ITEM_MALFORMED', message, detail);
}

/** ITEM_MALFORMED: an element of the list is not an object. */
export function noEntity(place: number): Problem {
  return errorProblem('ITEM_MALFORMED', `The value at /${place} of the file is not an object.`, { originalCode });
}

/** An unknown or missing `exportEntityType`. */
export function unknownType(place: number, found: unknown): Problem {
  const known = entityTypes.map(({ exportEntityType }) => exportEntityType).join(', ');
  const said = typeof found === 'string' ? `is of the type ${quote(found)}` : 'does not state its type';
  const message = `The entity at /${place} of the file ${said}; "exportEntityType" is one of ${known}.`;
  return errorProblem('ITEM_MALFORMED', message, { path: ['exportEntityType'], originalCode });
}

/** Several entities have the same id. */
export function duplicateId(id: string, lines: readonly number[]): Problem {
  const message = `The id ${quote(id)} occurs more than once in the file, on the lines ${lines.join(', ')}.`;
  const fix = 'Give each entity a unique id. References to this id are ambiguous.';
  return errorProblem('DUPLICATE_IN_FILE', message, { path: ['id'], originalCode, fix });
}

/** A tile or a combined report refers to something that cannot be an id. */
export function malformedId(id: string, path: string[]): Problem {
  const message = `${quote(id)} is not the id of a report of the file, and does not have the format of an id.`;
  return errorProblem('SPEC_INVALID', message, { path, originalCode, fix: 'Use the id of a report of the file.' });
}

/** A schema version that cannot be migrated to the newest one. */
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

/** Maximum number of schema versions that are reported one by one. */
const maxMismatches = 100;

/** Reports the unsupported schema versions of a file, each once. */
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

/** NAME_ADJUSTED: the name was changed to be unique, because other items refer to the entity by name. */
export function adjustedName(stated: string, name: string): Problem {
  const message = `The name ${quote(stated)} was changed to ${quote(name)}, because names must be unique here.`;
  return warningProblem('NAME_ADJUSTED', message, {
    path: ['name'],
    fix: 'No action is required. To choose another name, rename the item in the plan.',
  });
}
