import { AuditEvent } from './auditEvent.entity.js';
import { AuditResolver } from './audit.resolver.js';

export type { AuditAction } from './auditAction.js';
export type { AuditEntry } from './auditEntry.js';
export { AuditRepository } from './audit.repository.js';
export { AuditResolver } from './audit.resolver.js';

/** Tables and resolvers of this feature. */
export const auditApi = { entities: [AuditEvent], resolvers: [AuditResolver] };
