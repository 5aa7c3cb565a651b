/**
 * Warnings for imported Fast Data resources: services are never imported, and some resources need one. Source: documentation of
 * Import / Export and of each service. One function per code; at most one warning per item and code.
 */
import type { JsonObject } from '../../../../shared/json.js';
import { warningProblem } from '../../../../shared/problem.js';
import type { AdviceFacts, KindDefinition } from '../../kind.js';
import { listed, quoted } from '../../wording.js';
import { textMember } from './aggregation.js';
import { customFilesOf } from './customFiles.js';
import { kindNames } from './kindNames.js';
import { topicsOf, variablesOf } from './topics.js';

/** A warning without its code. `fix` says what to do before the configuration is deployed. */
interface Advice {
  message: string;
  fix?: string;
  path?: string[];
}

type Adviser = (spec: JsonObject, facts: AdviceFacts) => Advice | undefined;

const adviserByCode = {
  MISSING_WRITER_SERVICE: (_spec, { kind, name, mode }) => {
    if (mode === 'REFERENCE') return undefined;
    const what = kind === kindNames.systemOfRecord ? 'the System of Record' : 'its System of Record';
    return {
      message: `No service that writes ${quoted(name)} is imported; without one its data is never updated.`,
      fix: `Attach a Real-Time Updater or a Projection Storer to ${what}.`,
    };
  },
  MISSING_MESSAGE_FORMAT: (spec, { name }) =>
    spec['adapter'] === 'custom'
      ? {
          message: `${quoted(name)} reads messages of a custom format, whose code belongs to a service and is not imported.`,
          fix: 'Add the message adapter to the service that reads the messages.',
          path: ['adapter'],
        }
      : undefined,
  MISSING_SVC: (_spec, { name }) => ({
    message: `No Single View Creator is imported for ${quoted(name)}; without one it is never aggregated.`,
    fix: 'Attach a Single View Creator, with its aggregation, ER schema and single view key.',
  }),
  MISSING_SVTG: (_spec, { name, targetCapabilities }) =>
    targetCapabilities.includes('EVENT_DRIVEN')
      ? {
          message: `No Single View Trigger Generator is imported for ${quoted(name)}, which an event-driven project needs.`,
          fix: 'Attach a Single View Trigger Generator to the single view.',
        }
      : undefined,
  CAST_LANGUAGE: (spec, { name, mode }) => {
    if (mode === 'REFERENCE' || spec['type'] !== 'custom') return undefined;
    const reason = writerSpecificPart(textMember(spec, 'casting') ?? '');
    if (reason === undefined) return undefined;
    return {
      message: `The cast function ${quoted(name)} ${reason}`,
      fix: 'Check which service writes the projections that use it, and rewrite the function where they differ.',
      path: ['casting'],
    };
  },
  TOPIC_FROM_SOURCE: (spec, { name, mode, sourceProjectKey, targetProjectKey }) => {
    if (mode === 'REFERENCE' || sourceProjectKey === undefined || sourceProjectKey === '') return undefined;
    const topic = topicsOf(spec).find((candidate) => {
      const parts = candidate.name.split('.');
      return parts.includes(sourceProjectKey) && !parts.includes(targetProjectKey);
    });
    return (
      topic && {
        message: `The topic ${quoted(topic.name)} of ${quoted(name)} still names the project ${quoted(sourceProjectKey)} that it came from.`,
        fix: 'Name a topic of this project, or keep it to read the messages of the source.',
        path: topic.path,
      }
    );
  },
  PUBLIC_VARIABLE_MISSING: (spec, { name }) => {
    const topics = topicsOf(spec).filter((topic) => variablesOf(topic).length > 0);
    const [first] = topics;
    const variables = [...new Set(topics.flatMap(variablesOf))];
    return (
      first && {
        message: `The topics of ${quoted(name)} use public variables, which are not imported: ${listed(variables)}.`,
        fix: 'Define them in this project, for each of its environments.',
        path: first.path,
      }
    );
  },
  CUSTOM_FILE_MISSING: (spec, { name }) => {
    const files = customFilesOf(spec);
    const [first] = files;
    return (
      first && {
        message: `${quoted(name)} uses custom files, which belong to a service and are not imported: ${listed(files.map((file) => file.name))}.`,
        fix: 'Add the files to the config map of the service.',
        path: first.path,
      }
    );
  },
  NO_PRIMARY_KEY: (spec, { name }) => {
    const { fields } = spec as { fields?: { primaryKey?: boolean }[] };
    if (fields?.some((field) => field.primaryKey === true)) return undefined;
    return {
      message: `The projection ${quoted(name)} has no primary key; the Console can't save it.`,
      fix: 'Mark at least one field as primary key.',
      path: ['fields'],
    };
  },
  NESTED_REFERENCE: (_spec, { name, isNestedReference }) =>
    isNestedReference
      ? {
          message: `${quoted(name)} was itself a reference in its source project: it keeps its name and the chain of its origins.`,
          fix: 'To follow it closely, import it from the project that owns it.',
        }
      : undefined,
  ENDPOINTS_NOT_IMPORTED: (spec, { name }) => {
    const endpoints = spec['internalEndpoints'];
    if (!Array.isArray(endpoints) || endpoints.length === 0) return undefined;
    return {
      message: `${quoted(name)} has internal endpoints in its source project; the endpoints that expose them are not imported.`,
      fix: 'Create the endpoints that you need in this project.',
      path: ['internalEndpoints'],
    };
  },
} satisfies Record<string, Adviser>;

type FastDataAdviceCode = keyof typeof adviserByCode;

/** Why a cast function works with one writer only: a Real-Time Updater passes a logger, only a Projection Storer runs Kotlin. */
function writerSpecificPart(casting: string): string | undefined {
  if (/\bfun\s+\w+\s*\(|:\s*Any\?/.test(casting)) return 'is written in Kotlin, which only a Projection Storer runs.';
  return /\blogger\b/.test(casting) ? 'uses the logger, which only a Real-Time Updater passes to it.' : undefined;
}

/** The advice part of a kind's declaration. */
export function adviceOf(
  adviceCodes: readonly FastDataAdviceCode[],
): Required<Pick<KindDefinition, 'adviceCodes' | 'adviceBits' | 'advise'>> {
  const advisers: readonly Adviser[] = adviceCodes.map((code) => adviserByCode[code]);
  return {
    adviceCodes,
    adviceBits: (spec, facts) =>
      advisers.reduce((bits, adviser, bit) => (adviser(spec, facts) ? bits | (1 << bit) : bits), 0),
    advise: (spec, facts) =>
      adviceCodes.flatMap((code) => {
        const adviser: Adviser = adviserByCode[code];
        const advice = adviser(spec, facts);
        if (!advice) return [];
        const { message, ...detail } = advice;
        return [warningProblem(code, message, { ...detail, kind: facts.kind, name: facts.name })];
      }),
  };
}
