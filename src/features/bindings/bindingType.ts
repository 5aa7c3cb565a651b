export const BindingTypeEnum = { RENAME: 'RENAME', REMAP: 'REMAP' } as const;
export type BindingType = keyof typeof BindingTypeEnum;
