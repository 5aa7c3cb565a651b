export { AuditEvent } from './auditEvent.entity.js';
export { AuditRepository } from './audit.repository.js';
export { AuditResolver } from './audit.resolver.js';
