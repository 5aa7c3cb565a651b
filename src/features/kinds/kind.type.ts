import { Field, ObjectType, registerEnumType } from 'type-graphql';
import type { JsonObject } from '../../shared/json.js';
import { packNameOf } from './kindPack.js';
import type { Capability, KindDefinition, Requirement, Strength } from './kind.js';

export const CapabilityEnum = { EVENT_DRIVEN: 'EVENT_DRIVEN' } as const satisfies Record<Capability, Capability>;
export const RequirementEnum = { INCLUDED: 'INCLUDED', REQUIRED: 'REQUIRED', ADVISED: 'ADVISED' } as const;
export const StrengthEnum = { CONTAINMENT: 'CONTAINMENT', HARD: 'HARD', SOFT: 'SOFT' } as const;

registerEnumType(CapabilityEnum, {
  name: 'Capability',
  description: 'A capability of a project. Some kinds can only be imported as references into projects that have it.',
  valuesConfig: {
    EVENT_DRIVEN: { description: 'The project uses the event-driven architecture (Single View Trigger Generator).' },
  },
});
registerEnumType(RequirementEnum, {
  name: 'Requirement',
  description: 'What a dependency requires of its target.',
  valuesConfig: {
    INCLUDED: { description: 'The target is exported together with the source.' },
    REQUIRED: { description: 'The target must exist where the source is imported; it is never exported with it.' },
    ADVISED: { description: 'The target should exist where the source is imported; if not, there is a warning.' },
  },
});
registerEnumType(StrengthEnum, {
  name: 'Strength',
  description: 'How strong a dependency is.',
  valuesConfig: {
    CONTAINMENT: { description: 'The source contains the target.' },
    HARD: { description: 'The source does not work without the target.' },
    SOFT: { description: 'The source works without the target, but not completely.' },
  },
});

@ObjectType('KindReference', { description: 'A place at which resources of a kind refer to other resources.' })
export class KindReferenceType {
  @Field(() => String, {
    description: 'JSON Pointer pattern: * matches any member or element; {} means that the key itself is the name.',
  })
  at!: string;

  @Field(() => [String], { description: 'The kinds that the target may have.' })
  targetKinds!: string[];

  @Field(() => RequirementEnum, { description: 'What the reference requires.' })
  requirement!: Requirement;

  @Field(() => StrengthEnum, { description: 'How strong the dependency is.' })
  strength!: Strength;

  @Field(() => Boolean, {
    description:
      'Whether the target exists in every installation or is deployed by other means. Such a target is never exported and is never reported as missing.',
  })
  isExternal!: boolean;
}

@ObjectType('Kind', { description: 'A kind of resource.' })
export class KindType {
  @Field(() => String, { description: 'Its unique name, pack/Kind.' })
  name!: string;

  @Field(() => String, { description: 'Its display name, for example "ER schema".' })
  title!: string;

  @Field(() => String, { description: 'Its display name in the plural.' })
  pluralTitle!: string;

  @Field(() => String, { description: 'A description of the kind.' })
  description!: string;

  @Field(() => String, { description: 'The pack that the kind belongs to.' })
  pack!: string;

  @Field(() => String, {
    description:
      'The namespace of its names. Names are unique per branch and namespace; several kinds may share a namespace.',
  })
  namespace!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The kind of the parents of its resources; null if they have no parents.',
  })
  parentKind!: string | null;

  @Field(() => Boolean, { description: 'Whether each of its resources must have a parent.' })
  isParentRequired!: boolean;

  @Field(() => Boolean, { description: 'Whether its resources can be exported.' })
  isExportable!: boolean;

  @Field(() => Boolean, { description: 'Whether its resources may be imported as read-only references.' })
  isReferenceAllowed!: boolean;

  @Field(() => CapabilityEnum, {
    nullable: true,
    description: 'The capability that a project must have to contain references of this kind.',
  })
  requiredCapability!: Capability | null;

  schema!: JsonObject;

  @Field(() => [KindReferenceType], { description: 'The places at which its resources refer to other resources.' })
  references!: KindReferenceType[];
}

/** The GraphQL shape of a declaration. */
export function kindTypeOf(kind: KindDefinition): KindType {
  return {
    name: kind.name,
    title: kind.title,
    pluralTitle: kind.pluralTitle,
    description: kind.description,
    pack: packNameOf(kind.name),
    namespace: kind.identity.namespace,
    parentKind: kind.parentKind ?? null,
    isParentRequired: kind.parentKind !== undefined && kind.isParentOptional !== true,
    isExportable: kind.isExportable,
    isReferenceAllowed: kind.reference.allowed,
    requiredCapability: kind.reference.requiredCapability ?? null,
    schema: kind.schema,
    references: kind.references.map(({ at, to, requirement, strength, isExternal = false }) => ({
      at,
      targetKinds: [...to],
      requirement,
      strength,
      isExternal,
    })),
  };
}
