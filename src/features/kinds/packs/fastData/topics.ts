import type { JsonObject } from '../../../../shared/json.js';
import { objectMember, textMember } from './aggregation.js';

/** A Kafka topic of a projection, and its path in the spec. */
export interface Topic {
  name: string;
  path: string[];
}

/** The topics of a projection, without empty ones. */
export function topicsOf(spec: JsonObject): Topic[] {
  const topics = objectMember(spec, 'topics') ?? {};
  return ['ingestion', 'prUpdate'].flatMap((key) => {
    const nested = objectMember(topics, key);
    const name = nested ? textMember(nested, 'name') : textMember(topics, key);
    const path = nested ? ['topics', key, 'name'] : ['topics', key];
    return name === undefined || name === '' ? [] : [{ name, path }];
  });
}

/** The public variables that a topic uses, written `{{NAME}}`. */
export function variablesOf({ name }: Topic): string[] {
  return [...name.matchAll(/\{\{\s*([^{}\s]+)\s*\}\}/g)].map(([, variable = '']) => variable);
}
