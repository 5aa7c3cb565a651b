import type { HeavyRead } from '../../workers/index.js';
import { readPlan } from '../tables/planRows.js';
import { planFingerprint, sealUntil } from './planFingerprint.js';

/** The fingerprint of a plan that is READY; null for others. */
export const planFingerprintCall: HeavyRead<{ planId: string; expiresAt: string | null }, string | null> = {
  name: 'importing.planFingerprint',
  isRead: true,
  isHeavy: true,
  run: async ({ connection }, { planId, expiresAt }) => {
    const plan = await readPlan(connection, planId);
    if (plan?.status !== 'READY') return null;
    const fingerprint = await planFingerprint(connection, plan);
    return expiresAt === null ? fingerprint : sealUntil(fingerprint, new Date(expiresAt));
  },
};
