/** Puts the policy in front of every query, mutation and subscription: nothing of a schema can be reached past it. */
import type { GraphQLField, GraphQLFieldResolver, GraphQLObjectType, GraphQLSchema } from 'graphql';
import { refusedPayload, type RequestContext } from '../../graphql/index.js';
import { AppError } from '../../shared/appError.js';
import { newId } from '../../shared/clock.js';
import { errorProblem, type Problem } from '../../shared/problem.js';
import { deniedFix, deniedSentence } from './denied.js';
import type { Denial, Guard } from './guard.js';
import { policy } from './policy.js';

type Resolver = GraphQLFieldResolver<unknown, RequestContext>;
type Field = GraphQLField<unknown, RequestContext>;

/** Called when somebody was denied something, before they are told. */
export type NoteDenial = (
  context: Pick<RequestContext, 'session'>,
  denial: Denial & { operation: string },
) => Promise<void>;

/** @throws AppError INTERNAL when an operation has no row in the policy, or a row no operation. */
export function enforcePolicy(schema: GraphQLSchema, guard: Guard, noteDenial: NoteDenial): void {
  const guarded = new Set<string>();
  for (const root of [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]) {
    for (const field of Object.values(root?.getFields() ?? {})) {
      const operation = `${root?.name ?? ''}.${field.name}`;
      if (!policy[operation]) throw AppError.internal(`The policy has no row for ${operation}.`);
      guarded.add(operation);
      guardField(field as Field, { operation, root: root as GraphQLObjectType, guard, noteDenial, isEvent: false });
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
  /** Whether an event of a subscription is made into its answer. */
  isEvent: boolean;
}

function guardField(field: Field, guarded: GuardedOperation): void {
  const { resolve, subscribe } = field;
  if (resolve) field.resolve = guardResolver(resolve, field, { ...guarded, isEvent: subscribe !== undefined });
  if (subscribe) field.subscribe = guardResolver(subscribe, field, guarded);
}

function guardResolver(resolve: Resolver, field: Field, guarded: GuardedOperation): Resolver {
  const { operation, root, guard, noteDenial, isEvent } = guarded;
  // eslint-disable-next-line no-restricted-syntax -- the four parameters of a resolver of graphql-js
  return async (source, args: Record<string, unknown>, context, info) => {
    const verdict = await guard.judge(operation, args, context.session);
    if (verdict.type === 'ALLOWED') return resolve(source, args, context, info);
    // What was let through when a subscription began is gone for who asks: there is nothing to be shown in its place.
    if (verdict.type === 'HIDDEN' && isEvent) throw AppError.notFound('What was subscribed to');
    if (verdict.type === 'HIDDEN') return resolve(source, withUnknown(args, operation), context, info);
    if (root.name === 'Mutation') await noteDenial(context, { ...verdict, operation });
    return root.name === 'Mutation' ? refusedPayload(field.type, [denied(verdict)]) : refuse(verdict);
  };
}

/**
 * The arguments with an id of nothing in the place of the one that may not be known: the operation answers as it always does then, so
 * that nothing tells the two apart.
 */
function withUnknown(args: Record<string, unknown>, operation: string): Record<string, unknown> {
  const [type, path] = policy[operation]?.at ?? [];
  const value = type === 'projectKey' ? '' : type === 'importItem' ? `${newId()}.1` : newId();
  return withValueAt(args, (path ?? '').split('.'), value);
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

function denied({ needed }: Denial): Problem {
  return errorProblem('FORBIDDEN', deniedSentence(needed), { path: ['input'], fix: deniedFix(needed) });
}
