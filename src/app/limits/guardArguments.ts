/**
 * Holds every argument of the schema against rules that hold for all of them, before anything else sees it: whether it stood in the
 * document or in the variables, and came over HTTP or WebSocket. A mutation answers with problems, everything else with an error.
 */
import { defaultFieldResolver, isObjectType, type GraphQLField, type GraphQLSchema } from 'graphql';
import { refusedPayload, type RequestContext } from '../../graphql/index.js';
import { AppError } from '../../shared/appError.js';
import type { Problem } from '../../shared/problem.js';
import { walkInput } from '../../shared/walkInput.js';
import type { ArgumentRule } from './argumentRule.js';
import { storableTexts } from './storableTexts.js';

const argumentRules: readonly ArgumentRule[] = [storableTexts];

/** So many faults of a request are named. */
const maxNamed = 20;

type Field = GraphQLField<unknown, RequestContext>;
type Resolver = NonNullable<Field['resolve']>;

export function guardArguments(schema: GraphQLSchema, rules: readonly ArgumentRule[] = argumentRules): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    const isMutation = type === schema.getMutationType();
    for (const field of Object.values(type.getFields()) as Field[]) {
      if (field.args.length > 0) guardField(field, { operation: `${type.name}.${field.name}`, isMutation, rules });
    }
  }
}

interface Guarded {
  operation: string;
  isMutation: boolean;
  rules: readonly ArgumentRule[];
}

function guardField(field: Field, guarded: Guarded): void {
  const { resolve = defaultFieldResolver, subscribe } = field;
  field.resolve = guardResolver(resolve, field, guarded);
  if (subscribe) field.subscribe = guardResolver(subscribe, field, guarded);
}

function guardResolver(resolve: Resolver, field: Field, guarded: Guarded): Resolver {
  // oxlint-disable-next-line waybill/no-long-parameter-list -- the four parameters of a resolver of graphql-js
  return (source, args: Record<string, unknown>, context, info) => {
    const problems = faultsOf(args, guarded);
    const [first] = problems;
    if (!first) return resolve(source, args, context, info);
    if (guarded.isMutation) return refusedPayload(field.type, problems);
    throw AppError.badInput(first.message);
  };
}

function faultsOf(args: Readonly<Record<string, unknown>>, { operation, rules }: Guarded): Problem[] {
  const problems: Problem[] = [];
  walkInput(args, (input) => {
    for (const rule of rules) {
      const problem = rule(input, operation);
      if (problem) problems.push(problem);
    }
    return problems.length < maxNamed;
  });
  return problems;
}
