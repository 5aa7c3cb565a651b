import type { ValidationRule } from 'graphql';
import type { QueryLimits } from '../../shared/config.js';
import { limitAliases } from './aliasCount.js';
import { limitDepth } from './queryDepth.js';
import { limitRootFields } from './rootFields.js';
import { refuseIntrospection } from './schemaAccess.js';

/** All validation rules beyond those of GraphQL, over HTTP and WebSocket. */
export function validationRules(limits: QueryLimits): ValidationRule[] {
  return [
    limitDepth(limits.maxDepth),
    limitAliases(limits.maxAliases),
    limitRootFields(limits.maxRootFields),
    ...(limits.isIntrospectionAllowed ? [] : [refuseIntrospection]),
  ];
}
