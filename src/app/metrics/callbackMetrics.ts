import { Counter, type Registry } from 'prom-client';
import { observed } from '../../shared/observed.js';

/** Returns what stops the counting. */
export function callbackMetrics(registers: Registry[]): (() => void)[] {
  const attempts = new Counter({
    name: 'waybill_callback_attempts_total',
    help: 'Attempts of this server to deliver a callback, by outcome.',
    labelNames: ['outcome'],
    registers,
  });
  const settled = new Counter({
    name: 'waybill_callbacks_total',
    help: 'Callbacks that this server delivered, or failed to deliver with the last attempt.',
    labelNames: ['outcome'],
    registers,
  });
  for (const outcome of ['delivered', 'failed']) {
    attempts.inc({ outcome }, 0);
    settled.inc({ outcome }, 0);
  }
  return [
    observed.callbackAttempted.listen((attempt) => {
      const outcome = attempt.outcome.toLowerCase();
      attempts.inc({ outcome });
      if (attempt.isLast) settled.inc({ outcome });
    }),
  ];
}
