export const TemplateDirectionEnum = { EXPORT: 'EXPORT', IMPORT: 'IMPORT' } as const;

/** What a template holds the settings of. */
export type TemplateDirection = keyof typeof TemplateDirectionEnum;
