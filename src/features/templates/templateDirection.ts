export const TemplateDirectionEnum = { EXPORT: 'EXPORT', IMPORT: 'IMPORT' } as const;

/** Whether a template is for exports or imports. */
export type TemplateDirection = keyof typeof TemplateDirectionEnum;
