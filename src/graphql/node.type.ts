import { Field, ID, InterfaceType } from 'type-graphql';

@InterfaceType('Node', { description: 'An object with an id. The query "node" returns it.' })
export abstract class NodeType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;
}
