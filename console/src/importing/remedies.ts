/** Problems whose fix is a control beside them: their fix is not told in words. */
export const remediedCodes: ReadonlySet<string> = new Set([
  'NAME_COLLISION',
  'REFERENCE_NOT_ALLOWED',
  'SOURCE_UNKNOWN',
  'ARCHITECTURE_REQUIRED',
  'DELETION_NOT_ALLOWED',
  'SOURCE_MISSING',
  'SOURCE_TENANT_MISSING',
  'VERSION_MISSING',
  'TENANT_MISSING',
  'PACK_OFF',
]);

/** Problems that another choice for a prerequisite may solve. */
export const prerequisiteCodes: ReadonlySet<string> = new Set([
  'DEPENDENCY_MISSING',
  'VERSION_MISSING',
  'TENANT_MISSING',
  'FORBIDDEN',
]);
