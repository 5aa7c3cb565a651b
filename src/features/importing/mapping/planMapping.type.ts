import { Field, ObjectType } from 'type-graphql';

@ObjectType('ImportSourceField', { description: 'A field of a file of records, as found in its first records.' })
export class ImportSourceField {
  @Field(() => String, { description: 'Its name; dots separate nested fields.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'The first value, shortened; null if there was none.' })
  sample!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The common type of the values: string, integer, number, boolean, date, dateTime, list or object; null if there were none.',
  })
  type!: string | null;
}

@ObjectType('ImportTargetField', { description: 'A field that the records of a file can fill.' })
export class ImportTargetField {
  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => String, { description: 'Its display name.' })
  title!: string;

  @Field(() => String, { description: 'The type of its values, as named by the kind or the definition.' })
  type!: string;

  @Field(() => Boolean, { description: 'Whether every record must have the field.' })
  isRequired!: boolean;
}

@ObjectType('FieldMapping', { description: 'A mapping from a field of the file to a field of the record.' })
export class FieldMappingType {
  @Field(() => String, { description: 'The field of the file; dots separate nested fields.' })
  source!: string;

  @Field(() => String, { description: 'The field of the record; dots separate nested fields.' })
  target!: string;
}
