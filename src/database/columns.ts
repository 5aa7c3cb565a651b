import type { ColumnOptions, ValueTransformer } from 'typeorm';

const isoTime: ValueTransformer = {
  to: (value: Date | null | undefined) => (value instanceof Date ? value.toISOString() : value),
  from: (value: string | null) => (value === null ? null : new Date(value)),
};

/** A time: ISO 8601 text in the database (see the first migration), a Date in an entity. */
export const timeColumn: ColumnOptions = { type: 'text', transformer: isoTime };
export const nullableTimeColumn: ColumnOptions = { ...timeColumn, nullable: true };
export const nullableTextColumn: ColumnOptions = { type: 'text', nullable: true };
