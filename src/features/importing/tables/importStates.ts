/** The states of an import plan. `successors` lists the allowed changes. */
export const ImportPlanStatusEnum = {
  STAGING: 'STAGING',
  READY: 'READY',
  EXECUTING: 'EXECUTING',
  EXECUTED: 'EXECUTED',
  FAILED: 'FAILED',
  DISCARDED: 'DISCARDED',
} as const;
export type ImportPlanStatus = keyof typeof ImportPlanStatusEnum;

export const ImportActionEnum = {
  CREATE: 'CREATE',
  UPDATE: 'UPDATE',
  REFERENCE_UPDATE: 'REFERENCE_UPDATE',
  UNCHANGED: 'UNCHANGED',
  DELETE: 'DELETE',
  COLLISION: 'COLLISION',
  SKIPPED: 'SKIPPED',
  BLOCKED: 'BLOCKED',
} as const;
export type ImportAction = keyof typeof ImportActionEnum;

export const ImportModeEnum = { COPY: 'COPY', REFERENCE: 'REFERENCE' } as const;
export type ImportMode = keyof typeof ImportModeEnum;

export const ImportStrategyEnum = { ON_ERROR_FAIL: 'ON_ERROR_FAIL', ON_ERROR_CONTINUE: 'ON_ERROR_CONTINUE' } as const;
export type ImportStrategy = keyof typeof ImportStrategyEnum;

export const CreateStrategyEnum = { INSERT: 'INSERT', UPSERT: 'UPSERT' } as const;
export type CreateStrategy = keyof typeof CreateStrategyEnum;

export const UpdateStrategyEnum = { UPDATE: 'UPDATE', PARTIAL_UPDATE: 'PARTIAL_UPDATE' } as const;
export type UpdateStrategy = keyof typeof UpdateStrategyEnum;

/** What copies do if their name is taken, as chosen by the user or stated by the file for a kind. */
export interface WriteStrategies {
  createStrategy?: CreateStrategy | null;
  updateStrategy?: UpdateStrategy | null;
}

const successors: Readonly<Record<ImportPlanStatus, readonly ImportPlanStatus[]>> = {
  STAGING: ['READY', 'FAILED', 'DISCARDED'],
  // Back to STAGING: a changed mapping re-reads the file.
  READY: ['STAGING', 'EXECUTING', 'DISCARDED'],
  // Back to READY: the execution failed or was cancelled, and nothing of it was kept.
  EXECUTING: ['EXECUTED', 'READY'],
  EXECUTED: [],
  FAILED: ['STAGING', 'DISCARDED'],
  DISCARDED: [],
};

/** The states from which a plan can move to a state. */
export function statesBefore(to: ImportPlanStatus): ImportPlanStatus[] {
  return (Object.keys(successors) as ImportPlanStatus[]).filter((from) => canPlanBecome(from, to));
}

export function canPlanBecome(from: ImportPlanStatus, to: ImportPlanStatus): boolean {
  return successors[from].includes(to);
}

/** Whether the items of a plan are complete. In other states they are being written or deleted. */
export function hasItems(status: ImportPlanStatus): boolean {
  return status === 'READY' || status === 'EXECUTING' || status === 'EXECUTED';
}

/** The number of items of a plan per action. */
export interface ImportCounts {
  total: number;
  selected: number;
  create: number;
  update: number;
  referenceUpdate: number;
  unchanged: number;
  delete: number;
  collision: number;
  skipped: number;
  blocked: number;
}

/** The number of items of one kind per action. */
export interface KindCounts extends ImportCounts {
  kind: string;
}

export const noImportCounts: ImportCounts = {
  total: 0,
  selected: 0,
  create: 0,
  update: 0,
  referenceUpdate: 0,
  unchanged: 0,
  delete: 0,
  collision: 0,
  skipped: 0,
  blocked: 0,
};

/** The member of ImportCounts for each action. */
export const countByAction: Readonly<Record<ImportAction, keyof ImportCounts>> = {
  CREATE: 'create',
  UPDATE: 'update',
  REFERENCE_UPDATE: 'referenceUpdate',
  UNCHANGED: 'unchanged',
  DELETE: 'delete',
  COLLISION: 'collision',
  SKIPPED: 'skipped',
  BLOCKED: 'blocked',
};
