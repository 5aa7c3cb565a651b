export type { AuditAction } from './auditAction.js';
export type { AuditEntry } from './auditEntry.js';
export { AuditEvent } from './auditEvent.entity.js';
export { AuditRepository } from './audit.repository.js';
export { AuditResolver } from './audit.resolver.js';
