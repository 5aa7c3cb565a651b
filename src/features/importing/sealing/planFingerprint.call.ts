import type { HeavyRead } from '../../workers/index.js';
import { readPlan } from '../tables/planRows.js';
import { planFingerprint } from './planFingerprint.js';

/** The fingerprint of a plan that is READY; null for others. */
export const planFingerprintCall: HeavyRead<{ planId: string }, string | null> = {
  name: 'importing.planFingerprint',
  isRead: true,
  isHeavy: true,
  run: async ({ connection }, { planId }) => {
    const plan = await readPlan(connection, planId);
    return plan?.status === 'READY' ? planFingerprint(connection, plan) : null;
  },
};
