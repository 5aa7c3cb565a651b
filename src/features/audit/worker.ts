/** What worker threads may use of this feature. */
export type { AuditAction, AuditOutcome } from './auditAction.js';
export type { AuditEntry } from './auditEntry.js';
export { recordAudit } from './recordAudit.js';
