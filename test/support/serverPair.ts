import path from 'node:path';

/** Whether the servers of tests are to be two processes each, one that answers requests and one that runs tasks (`TEST_PROCESSES=2`). */
export function arePairsWanted(): boolean {
  return process.env['TEST_PROCESSES'] === '2';
}

type Settings = Readonly<Record<string, string>>;

/** The settings of the two processes of a pair that together are a server with these settings. */
export function settingsOfPair(settings: Settings): { api: Settings; worker: Settings } {
  const files = path.join(settings['WAYBILL_DATA_DIR'] ?? '', 'files');
  const shared = { WAYBILL_FILES_URL: files, ...settings };
  return { api: { ...shared, WAYBILL_ROLE: 'api' }, worker: { ...shared, WAYBILL_ROLE: 'worker' } };
}
