/** Wraps every query, mutation and subscription of the schema with the policy. */
import {
  isNonNullType,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { refusedPayload, type RequestContext } from '../../graphql/index.js';
import { AppError } from '../../shared/appError.js';
import { newId } from '../../shared/clock.js';
import { errorProblem } from '../../shared/problem.js';
import { deniedFix, deniedProblem, deniedSentence } from './denied.js';
import type { Denial, Guard, Hidden, Mistake, Verdict } from './guard.js';
import { policy } from './policy.js';
import { nameOtherIds, wrongId } from './wrongIds.js';

type Resolver = GraphQLFieldResolver<unknown, RequestContext>;
type Field = GraphQLField<unknown, RequestContext>;

/** Called for each denial, before it is answered. */
export type NoteDenial = (
  context: Pick<RequestContext, 'session'>,
  denial: Denial & { operation: string },
) => Promise<void>;

/** @throws AppError INTERNAL if an operation has no row in the policy, or a row no operation */
export function enforcePolicy(schema: GraphQLSchema, guard: Guard, noteDenial: NoteDenial): void {
  const guarded = new Set<string>();
  for (const root of [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]) {
    for (const field of Object.values(root?.getFields() ?? {})) {
      const operation = `${root?.name ?? ''}.${field.name}`;
      const row = policy[operation];
      if (!row) throw AppError.internal(`The policy has no row for ${operation}.`);
      if (row.at && root?.name === 'Query' && isNonNullType(field.type))
        throw AppError.internal(`${operation} cannot answer null for what does not exist.`);
      guarded.add(operation);
      guardField(field as Field, { operation, root: root as GraphQLObjectType, guard, noteDenial });
    }
  }
  const idle = Object.keys(policy).filter((operation) => !guarded.has(operation) && !operation.startsWith('Download.'));
  if (idle.length > 0) throw AppError.internal(`The policy has rows for what there is not: ${idle.join(', ')}.`);
}

interface GuardedOperation {
  operation: string;
  root: GraphQLObjectType;
  guard: Guard;
  noteDenial: NoteDenial;
}

function guardField(field: Field, guarded: GuardedOperation): void {
  const { resolve, subscribe } = field;
  if (resolve) field.resolve = guardResolver(resolve, field, guarded);
  if (subscribe) field.subscribe = guardResolver(subscribe, field, guarded);
}

function guardResolver(resolve: Resolver, field: Field, guarded: GuardedOperation): Resolver {
  const { operation, root, guard, noteDenial } = guarded;
  // oxlint-disable-next-line waybill/no-long-parameter-list -- the four parameters of a resolver of graphql-js
  return async (source, args: Record<string, unknown>, context, info) => {
    const verdict = await guard.judge(operation, args, context.session);
    const isMutation = root.name === 'Mutation';
    if (verdict.type === 'MISTAKEN') return mistaken(verdict, field, root);
    if (root.name === 'Query' && isNothing(verdict, operation)) return null;
    // A subscription cannot return null, neither at its start nor when its object was deleted.
    if (root.name === 'Subscription' && isNothing(verdict, operation))
      throw AppError.notFound('What was subscribed to');
    if (verdict.type === 'HIDDEN') return resolve(source, withUnknown(args, verdict), context, info);
    if (verdict.type !== 'DENIED') {
      const run = () => resolve(source, args, context, info) as Promise<unknown>;
      if (!isMutation) return run();
      const isGone = async () => (await guard.judge(operation, args, context.session)).type === 'MISSING';
      return nameOtherIds(await runOrTellGone(run, isGone), args, (id) => guard.nodeType(id, context.session));
    }
    if (isMutation) await noteDenial(context, { ...verdict, operation });
    return isMutation ? refusedPayload(field.type, [deniedProblem(verdict)]) : refuse(verdict);
  };
}

/**
 * What a mutation is about may be deleted while it runs: then a row that it writes refers to nothing, and the database refuses it. It runs
 * again, and answers as it does for what does not exist; nothing of the first run was kept.
 */
async function runOrTellGone(run: () => Promise<unknown>, isGone: () => Promise<boolean>): Promise<unknown> {
  try {
    return await run();
  } catch (error) {
    const isExplained = error instanceof AppError && error.code !== 'NOT_FOUND' && error.code !== 'INTERNAL';
    if (isExplained || !(await isGone())) throw error;
    return run();
  }
}

/** A query for a missing or hidden object returns null. */
function isNothing({ type }: Verdict, operation: string): boolean {
  return type === 'MISSING' || type === 'HIDDEN' || (type === 'DENIED' && operation === 'Query.node');
}

function mistaken(mistake: Mistake, field: Field, root: GraphQLObjectType): object {
  const { sentence, fix } = wrongId(mistake);
  if (root.name !== 'Mutation') throw AppError.badInput(`${sentence} ${fix}`);
  const path = mistake.argument.split('.');
  return refusedPayload(field.type, [errorProblem('INVALID_ID', sentence, { path, fix })]);
}

/**
 * Replaces hidden ids in arguments by an unknown id: the operation then answers as for a missing object, so callers cannot
 * distinguish the two.
 */
function withUnknown(args: Record<string, unknown>, { at }: Hidden): Record<string, unknown> {
  return at.reduce((hidden, [type, path]) => {
    const value = type === 'projectKey' ? '' : type === 'importItem' ? `${newId()}.1` : newId();
    return withValueAt(hidden, path.split('.'), value);
  }, args);
}

function withValueAt(
  args: Record<string, unknown>,
  [key = '', ...rest]: string[],
  value: string,
): Record<string, unknown> {
  if (rest.length === 0) return { ...args, [key]: value };
  return { ...args, [key]: withValueAt(args[key] as Record<string, unknown>, rest, value) };
}

function refuse({ needed }: Denial): never {
  throw AppError.forbidden(`${deniedSentence(needed)} ${deniedFix(needed)}`);
}
