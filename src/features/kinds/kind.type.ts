import { Field, ObjectType, registerEnumType } from 'type-graphql';
import type { JsonObject } from '../../shared/json.js';
import { packNameOf } from './kindPack.js';
import type { Capability, KindDefinition, Requirement, Strength } from './kind.js';

export const CapabilityEnum = { EVENT_DRIVEN: 'EVENT_DRIVEN' } as const satisfies Record<Capability, Capability>;
export const RequirementEnum = { INCLUDED: 'INCLUDED', REQUIRED: 'REQUIRED', ADVISED: 'ADVISED' } as const;
export const StrengthEnum = { CONTAINMENT: 'CONTAINMENT', HARD: 'HARD', SOFT: 'SOFT' } as const;

registerEnumType(CapabilityEnum, {
  name: 'Capability',
  description: 'What a project can do; some kinds may only be imported as references where it is present.',
  valuesConfig: {
    EVENT_DRIVEN: { description: 'The project runs on the event-driven architecture (Single View Trigger Generator).' },
  },
});
registerEnumType(RequirementEnum, {
  name: 'Requirement',
  description: 'What a dependency asks for.',
  valuesConfig: {
    INCLUDED: { description: 'The target travels with an export.' },
    REQUIRED: { description: 'The target must exist where the source is imported; it never travels.' },
    ADVISED: { description: 'The absence of the target is worth a warning.' },
  },
});
registerEnumType(StrengthEnum, {
  name: 'Strength',
  description: 'How much a dependency matters to its source.',
  valuesConfig: {
    CONTAINMENT: { description: 'The source contains the target.' },
    HARD: { description: 'The source does not work without the target.' },
    SOFT: { description: 'The source works without the target, with less.' },
  },
});

@ObjectType('KindReference', { description: 'A place at which resources of a kind refer to others.' })
export class KindReferenceType {
  @Field(() => String, {
    description: 'JSON Pointer pattern: * is any member or element, {} is "the key itself is the name".',
  })
  at!: string;

  @Field(() => [String], { description: 'The kinds that may be meant.' })
  targetKinds!: string[];

  @Field(() => RequirementEnum, { description: 'What the reference asks for.' })
  requirement!: Requirement;

  @Field(() => StrengthEnum, { description: 'How much it matters.' })
  strength!: Strength;

  @Field(() => Boolean, {
    description:
      'Whether it names what every installation has, or what is deployed by other means: it never travels and is never missing.',
  })
  isExternal!: boolean;
}

@ObjectType('Kind', { description: 'What a resource is.' })
export class KindType {
  @Field(() => String, { description: 'Its unique name, pack/Kind.' })
  name!: string;

  @Field(() => String, { description: 'Its name for people, e.g. "ER schema".' })
  title!: string;

  @Field(() => String, { description: 'Its name for people, of several.' })
  pluralTitle!: string;

  @Field(() => String, { description: 'A sentence that says what it is.' })
  description!: string;

  @Field(() => String, { description: 'The pack that it belongs to.' })
  pack!: string;

  @Field(() => String, { description: 'Names are unique per branch and namespace; kinds may share one.' })
  namespace!: string;

  @Field(() => String, { nullable: true, description: 'The kind that contains it, if it lives inside another.' })
  parentKind!: string | null;

  @Field(() => Boolean, { description: 'Whether each of its resources must have a parent.' })
  isParentRequired!: boolean;

  @Field(() => Boolean, { description: 'Whether its resources travel in an export.' })
  isExportable!: boolean;

  @Field(() => Boolean, { description: 'Whether its resources may be imported as read-only references.' })
  isReferenceAllowed!: boolean;

  @Field(() => CapabilityEnum, {
    nullable: true,
    description: 'What a project must be capable of to hold references of it.',
  })
  requiredCapability!: Capability | null;

  schema!: JsonObject;

  @Field(() => [KindReferenceType], { description: 'Where its resources refer to others.' })
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
