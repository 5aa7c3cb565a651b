import type { Database } from '../../database/index.js';
import { AuditRepository } from './audit.repository.js';
import { AuditEvent } from './auditEvent.entity.js';
import { AuditResolver } from './audit.resolver.js';

export type { AuditAction } from './auditAction.js';
export type { AuditEntry } from './auditEntry.js';
export { AuditRepository } from './audit.repository.js';

/** The table and the resolver of this feature. */
export const auditApi = {
  entities: [AuditEvent],
  resolvers: [AuditResolver],
  wire: ({ database }: { database: Database }) => {
    const audit = new AuditRepository(database);
    return { parts: {}, resolvers: [new AuditResolver(audit)], nodes: [(id: string) => audit.byId(id)] };
  },
};
