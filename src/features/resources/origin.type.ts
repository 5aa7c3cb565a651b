import { Field, ID, ObjectType } from 'type-graphql';
import type { OriginRecord } from '../formats/index.js';
import type { Provenance } from './provenance.entity.js';

@ObjectType({ description: 'The installation of Waybill that wrote a bundle.' })
export class OriginInstance {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'Its name, as it was then.' })
  name!: string;
}

@ObjectType({ description: 'The project that a bundle was exported from. It need not be known here.' })
export class OriginProject {
  @Field(() => ID, { description: 'Its id in its instance.' })
  id!: string;

  @Field(() => String, { description: 'Its key.' })
  key!: string;

  @Field(() => String, { description: 'Its name, as it was then.' })
  name!: string;
}

@ObjectType({ description: 'Where an imported resource came from.' })
export class Origin {
  @Field(() => OriginInstance, { nullable: true, description: 'The installation; null when the file did not say.' })
  instance!: OriginInstance | null;

  @Field(() => OriginProject, { nullable: true, description: 'The source project; null when the file did not say.' })
  project!: OriginProject | null;

  @Field(() => String, { nullable: true, description: 'The branch there.' })
  branch!: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was exported.' })
  exportedAt!: Date | null;

  @Field(() => String, { description: 'Its name there. A renamed reference keeps it, so that later updates find it.' })
  sourceName!: string;

  @Field(() => ID, { nullable: true, description: 'Its id there.' })
  sourceId!: string | null;

  @Field(() => String, { nullable: true, description: 'The digest of the bundle that brought it.' })
  bundleDigest!: string | null;

  @Field(() => Origin, {
    nullable: true,
    description: 'Where it came from before, when it was a reference there itself.',
  })
  previous!: Origin | null;
}

interface OriginParts {
  sourceName: string | null;
  sourceId: string | null;
  /** JSON of OriginRecord[], nearest first, or null. */
  originChain: string | null;
}

/** Puts an origin together from the shared provenance and what the resource keeps itself. */
export function originOf(provenance: Provenance, parts: OriginParts): Origin {
  return {
    instance:
      provenance.instanceId === null ? null : { id: provenance.instanceId, name: provenance.instanceName ?? '' },
    project: originProject(provenance),
    branch: provenance.branch,
    exportedAt: toDate(provenance.exportedAt),
    sourceName: parts.sourceName ?? '',
    sourceId: parts.sourceId,
    bundleDigest: provenance.bundleDigest,
    previous: chainOf(parts.originChain === null ? [] : (JSON.parse(parts.originChain) as OriginRecord[])),
  };
}

function originProject({ projectId, projectKey, projectName }: Provenance): OriginProject | null {
  return projectId === null ? null : { id: projectId, key: projectKey ?? '', name: projectName ?? '' };
}

function chainOf(records: readonly OriginRecord[]): Origin | null {
  return records.reduceRight<Origin | null>(
    (previous, record) => ({
      instance: record.instance,
      project: record.project,
      branch: record.branch,
      exportedAt: toDate(record.exportedAt),
      sourceName: record.sourceName,
      sourceId: record.sourceId,
      bundleDigest: record.bundleDigest ?? null,
      previous,
    }),
    null,
  );
}

function toDate(text: string | null): Date | null {
  const date = new Date(text ?? Number.NaN);
  return Number.isNaN(date.getTime()) ? null : date;
}
