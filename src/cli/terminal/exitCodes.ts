/** How a command ends: a contract with scripts, described in docs/cli.md. */
export const exitCodes = {
  /** Done, or nothing to do. */
  done: 0,
  fault: 1,
  /** There are changes; only with --detailed-exitcode. */
  changes: 2,
  /** A plan has collisions or blocked items. */
  open: 3,
  completedWithErrors: 4,
  usage: 64,
  interrupted: 130,
} as const;
