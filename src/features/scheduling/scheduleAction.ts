export const ScheduleActionEnum = { EXPORT: 'EXPORT', STAGE_TRANSFER: 'STAGE_TRANSFER', TRANSFER: 'TRANSFER' } as const;

/** What a schedule does: an export, the plan of a transfer, or a transfer that is executed too. */
export type ScheduleAction = keyof typeof ScheduleActionEnum;
