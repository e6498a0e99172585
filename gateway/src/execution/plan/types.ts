import { type GraphQLSchema, isAbstractType, isInterfaceType, isObjectType } from 'graphql';

/** Whether an object of a type, told by its `__typename`, meets a type condition of a plan. */
export type TypeMatch = (condition: string, typename: string) => boolean;

/** Type conditions by a whole supergraph, with the types that its audience does not see. The answers are kept: there are few. */
export function typeMatch(schema: GraphQLSchema): TypeMatch {
  const known = new Map<string, Map<string, boolean>>();
  return (condition, typename) => {
    if (condition === typename) return true;
    let answers = known.get(condition);
    if (!answers) {
      // A subgraph's own `__typename` is asked about too: only names of the schema are kept.
      if (!schema.getType(condition)) return false;
      answers = new Map();
      known.set(condition, answers);
    }
    let answer = answers.get(typename);
    if (answer === undefined) {
      const [abstract, type] = [schema.getType(condition), schema.getType(typename)];
      answer = isAbstractType(abstract) && (isObjectType(type) || isInterfaceType(type)) && schema.isSubType(abstract, type);
      // A subgraph names what it likes; only names of the schema are kept.
      if (type) answers.set(typename, answer);
    }
    return answer;
  };
}
