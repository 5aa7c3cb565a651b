import { readFileSync } from 'node:fs';
import { GraphQLError, Kind, parse, validate, type DocumentNode, type GraphQLSchema } from 'graphql';
import { AppError } from '../../shared/appError.js';
import { AllowedOperations } from './allowedOperations.js';

/**
 * Reads the list of the only operations that run.
 * @throws AppError CONFIGURATION_INVALID when it can't be read, holds none, or one that this server could not run.
 */
export function readOperationsFile(file: string, schema: GraphQLSchema): AllowedOperations {
  const document = parseFile(file);
  const operations = document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
  if (operations.length === 0) throw unfit(file, 'holds no operation.');
  // One without a name beside others, and two of one name, are faults by the rules of GraphQL.
  const [fault] = validate(schema, document);
  if (fault) throw unfit(file, `does not fit the schema${placeOf(fault)}: ${fault.message}`);
  if (operations.some((operation) => operation.name === undefined))
    throw unfit(file, 'holds an operation without a name.');
  return new AllowedOperations(document);
}

function parseFile(file: string): DocumentNode {
  try {
    return parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof GraphQLError) throw unfit(file, `is no GraphQL${placeOf(error)}: ${error.message}`);
    throw unfit(file, `can't be read (${(error as Error).message}).`);
  }
}

function placeOf({ locations }: GraphQLError): string {
  const [place] = locations ?? [];
  return place ? ` (line ${place.line})` : '';
}

function unfit(file: string, why: string): AppError {
  return AppError.configuration(
    `WAYBILL_OPERATIONS_FILE is "${file}", which ${why} Name a GraphQL document of the operations that may run, each with a name.`,
  );
}
