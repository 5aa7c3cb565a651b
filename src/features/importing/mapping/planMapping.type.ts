import { Field, ObjectType } from 'type-graphql';

@ObjectType('ImportSourceField', { description: 'A field of a file of records, as its first records show it.' })
export class ImportSourceField {
  @Field(() => String, { description: 'Its name; dots lead into nested objects.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'The first value, shortened; null when none was seen.' })
  sample!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What all values seen are: string, integer, number, boolean, date, dateTime, list or object; null when none was seen.',
  })
  type!: string | null;
}

@ObjectType('ImportTargetField', { description: 'A field that the records of a file can fill.' })
export class ImportTargetField {
  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => String, { description: 'Its name for people.' })
  title!: string;

  @Field(() => String, { description: 'The type of its values, as the kind or the definition calls it.' })
  type!: string;

  @Field(() => Boolean, { description: 'Whether no record may lack it.' })
  isRequired!: boolean;
}

@ObjectType('FieldMapping', { description: 'One field of a file and the field that it becomes.' })
export class FieldMappingType {
  @Field(() => String, { description: 'The field in the file; dots lead into nested objects.' })
  source!: string;

  @Field(() => String, { description: 'The field of the record; dots lead into nested objects.' })
  target!: string;
}
