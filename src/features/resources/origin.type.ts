import { Field, ID, ObjectType } from 'type-graphql';
import type { OriginRecord } from '../formats/index.js';
import type { Provenance } from './provenance.entity.js';

@ObjectType({ description: 'The installation of Waybill that wrote a bundle.' })
export class OriginInstance {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'Its name at that time.' })
  name!: string;
}

@ObjectType({ description: 'The project that a bundle was exported from. It may be unknown on this server.' })
export class OriginProject {
  @Field(() => ID, { description: 'Its id in its instance.' })
  id!: string;

  @Field(() => String, { description: 'Its key.' })
  key!: string;

  @Field(() => String, { description: 'Its name at that time.' })
  name!: string;
}

@ObjectType({ description: 'The origin of an imported resource.' })
export class Origin {
  @Field(() => OriginInstance, {
    nullable: true,
    description: 'The source installation; null if the file did not state it.',
  })
  instance!: OriginInstance | null;

  @Field(() => OriginProject, { nullable: true, description: 'The source project; null if the file did not state it.' })
  project!: OriginProject | null;

  @Field(() => String, { nullable: true, description: 'The source branch.' })
  branch!: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was exported.' })
  exportedAt!: Date | null;

  @Field(() => String, {
    description:
      'Its name in the source project. Renaming a reference does not change it, so that later updates find the reference.',
  })
  sourceName!: string;

  @Field(() => ID, { nullable: true, description: 'Its id in the source project.' })
  sourceId!: string | null;

  @Field(() => String, { nullable: true, description: 'The digest of the bundle that it was imported from.' })
  bundleDigest!: string | null;

  @Field(() => Origin, {
    nullable: true,
    description: 'The origin of the resource in the source project, if it was a reference there.',
  })
  previous!: Origin | null;
}

interface OriginParts {
  sourceName: string | null;
  sourceId: string | null;
  /** JSON of OriginRecord[], nearest first, or null. */
  originChain: string | null;
}

/** Builds an origin from the shared provenance and the columns of the resource. */
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
