/** The orders of a list: each is a keyset, so that a page can begin after any row of it. */

export type OrderDirection = 'ASC' | 'DESC';

/** One part of a sort key. The last parts of a key tell any two rows apart. */
export interface SortPart<Row> {
  /** SQL, or the path of a property of the entity. */
  by: string;
  type: 'text' | 'integer';
  /** Its value in a row, as the database compares it. */
  of: (row: Row) => string | number;
}

/** The sort keys of a list, by the name of the order. An index serves each. */
export type SortKeys<Field extends string, Row> = Readonly<Record<Field, readonly SortPart<Row>[]>>;

/** What a client asks for; ascending when it does not say. */
export interface OrderChoice<Field extends string> {
  field: Field;
  direction?: OrderDirection | null;
}

export interface ListOrder<Row> {
  /** Stands in cursors, so that a cursor of another order is known, e.g. `UPDATED_AT DESC`. */
  name: string;
  direction: OrderDirection;
  key: readonly SortPart<Row>[];
}

/** The order that a client asked for, or else the usual one. */
export function listOrder<Field extends string, Row>(
  keys: SortKeys<Field, Row>,
  choice: OrderChoice<Field> | null | undefined,
  usual: OrderChoice<Field>,
): ListOrder<Row> {
  const { field, direction } = choice ?? usual;
  return { name: `${field} ${direction ?? 'ASC'}`, direction: direction ?? 'ASC', key: keys[field] };
}
