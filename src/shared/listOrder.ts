/** Orders of lists. Each order is a keyset, so that a page can begin after any row. */

export type OrderDirection = 'ASC' | 'DESC';

/** One part of a sort key. A whole key is unique. */
export interface SortPart<Row> {
  /** SQL, or the path of a property of the entity. */
  by: string;
  type: 'text' | 'integer';
  /** Its value in a row, as the database compares it. */
  of: (row: Row) => string | number;
}

/** The sort keys of a list, by the name of the order. An index serves each. */
export type SortKeys<Field extends string, Row> = Readonly<Record<Field, readonly SortPart<Row>[]>>;

/** The order in a request; ascending by default. */
export interface OrderChoice<Field extends string> {
  field: Field;
  direction?: OrderDirection | null;
}

export interface ListOrder<Row> {
  /** Part of cursors, so that a cursor of another order is recognized, e.g. `UPDATED_AT DESC`. */
  name: string;
  direction: OrderDirection;
  key: readonly SortPart<Row>[];
}

/** The requested order, else the default one. */
export function listOrder<Field extends string, Row>(
  keys: SortKeys<Field, Row>,
  choice: OrderChoice<Field> | null | undefined,
  usual: OrderChoice<Field>,
): ListOrder<Row> {
  const { field, direction } = choice ?? usual;
  return { name: `${field} ${direction ?? 'ASC'}`, direction: direction ?? 'ASC', key: keys[field] };
}
