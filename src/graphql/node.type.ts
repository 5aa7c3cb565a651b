import { Field, ID, InterfaceType } from 'type-graphql';

@InterfaceType('Node', { description: 'Whatever has an id of its own; the query "node" finds it.' })
export abstract class NodeType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;
}
