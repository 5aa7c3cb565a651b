import { Field, InputType, registerEnumType, type ClassType } from 'type-graphql';
import type { OrderChoice, OrderDirection } from '../shared/listOrder.js';

const OrderDirectionEnum = { ASC: 'ASC', DESC: 'DESC' } as const;

registerEnumType(OrderDirectionEnum, {
  name: 'OrderDirection',
  description: 'The direction of an order.',
  valuesConfig: {
    ASC: { description: 'Ascending: A to Z, oldest first.' },
    DESC: { description: 'Descending: Z to A, newest first.' },
  },
});

/** Makes the input type of an order: `<Name>Order`, with the enum `<Name>OrderField` of its fields and their descriptions. */
export function orderType<Name extends string>(
  name: string,
  fields: Readonly<Record<Name, string>>,
): ClassType<OrderChoice<Name>> {
  const names = Object.keys(fields) as Name[];
  const FieldEnum = Object.fromEntries(names.map((field) => [field, field]));
  registerEnumType(FieldEnum, {
    name: `${name}OrderField`,
    description: `What a list of ${name} nodes can be sorted by.`,
    valuesConfig: Object.fromEntries(names.map((field) => [field, { description: fields[field] }])),
  });

  @InputType(`${name}Order`, { description: `The order of a list of ${name} nodes. A cursor holds only in its order.` })
  class Order implements OrderChoice<Name> {
    @Field(() => FieldEnum, { description: 'What the list is sorted by.' })
    field!: Name;

    @Field(() => OrderDirectionEnum, { nullable: true, description: 'The direction; ASC when absent.' })
    direction?: OrderDirection | null;
  }
  return Order;
}
