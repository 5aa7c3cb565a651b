import { Counter, Histogram, type Registry } from 'prom-client';
import { observed } from '../../shared/observed.js';
import { knownRefusals, refusalOf } from './refusalReasons.js';

const operationTypes = ['query', 'mutation', 'subscription', 'none'];
const answerBuckets = [0.005, 0.025, 0.1, 0.25, 1, 2.5, 10, 30];

/** Returns what stops the counting. */
export function requestMetrics(registers: Registry[]): (() => void)[] {
  return [countAnswers(registers), countUploads(registers), countRefusals(registers)];
}

function countAnswers(registers: Registry[]): () => void {
  const answers = new Counter({
    name: 'waybill_graphql_answers_total',
    help: 'Answers of GraphQL over HTTP and WebSocket, by type of operation (none: no operation was found) and outcome (partial: data and errors). Events of subscriptions are answers; problems in the data are no errors.',
    labelNames: ['type', 'outcome'],
    registers,
  });
  const seconds = new Histogram({
    name: 'waybill_graphql_answer_duration_seconds',
    help: 'How long answers of GraphQL took, by type of operation; for an upload with the time that the file takes to arrive.',
    labelNames: ['type'],
    buckets: answerBuckets,
    registers,
  });
  for (const type of operationTypes) {
    for (const outcome of ['complete', 'partial', 'error']) answers.inc({ type, outcome }, 0);
    seconds.zero({ type });
  }
  return observed.answered.listen((answer) => {
    const type = answer.type ?? 'none';
    answers.inc({ type, outcome: answer.outcome.toLowerCase() });
    seconds.observe({ type }, answer.seconds);
  });
}

function countUploads(registers: Registry[]): () => void {
  const uploads = new Counter({
    name: 'waybill_uploads_total',
    help: 'Requests with a file, by outcome: answered (the answer may name problems), refused with a status of 400 or more, or broken off by the client or by a time limit.',
    labelNames: ['outcome'],
    registers,
  });
  const bytes = new Counter({
    name: 'waybill_upload_bytes_total',
    help: 'Bytes of requests with a file that arrived, whatever became of them.',
    registers,
  });
  for (const outcome of ['answered', 'refused', 'broken']) uploads.inc({ outcome }, 0);
  return observed.uploadSeen.listen((upload) => {
    uploads.inc({ outcome: upload.outcome.toLowerCase() });
    bytes.inc(upload.bytes);
  });
}

function countRefusals(registers: Registry[]): () => void {
  const refused = new Counter({
    name: 'waybill_refused_requests_total',
    help: 'Errors that requests and operations were refused with, and denied mutations, by reason and code: credentials, rights, limits, unavailable (of the database, the disk or the server), or the request itself.',
    labelNames: ['reason', 'code'],
    registers,
  });
  const internal = new Counter({
    name: 'waybill_internal_errors_total',
    help: 'Errors of this server that clients saw as "Internal error"; the log has each, with its ref.',
    registers,
  });
  for (const refusal of knownRefusals) refused.inc({ ...refusal }, 0);
  return observed.refused.listen((code) => {
    if (code === 'INTERNAL') internal.inc();
    else refused.inc({ ...refusalOf(code) });
  });
}
