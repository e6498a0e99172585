import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { type DocumentNode, type FieldNode, type GraphQLSchema, Kind, type OperationDefinitionNode, parse, visit } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { FetchGround } from './plan/fetch.js';
import { typeMatch } from './plan/types.js';
import { withResolvableKeysFirst } from './planner/keys-first.js';
import { withNothingEmpty } from './planner/never-empty.js';
import { planForSubgraphs } from './planner/plans-told-apart.js';
import { privateNames } from './planner/private-names.js';
import { requirementsToldApart, type ToldApart } from './planner/requirements.js';
import { type TakenNames, takenNames } from './planner/taken-names.js';
import { type PreparedOperation, prepareOperation } from './prepared.js';
import { unsupported } from './refusals.js';
import { installScalars } from './scalar-input.js';
import { withoutIntrospection } from './shape/introspection.js';

/** Bounds of the operations that are kept ready. */
export interface PlanCacheLimits {
  /** Operations at most. */
  operations: number;
  /** Their texts and plans together, in characters; what is compiled of them takes about ten bytes for each. */
  characters: number;
}

/** The bounds where none are told: about 80 MB for each audience at most, and a hundred times what its screens send. */
export const planCacheLimits: Readonly<PlanCacheLimits> = { operations: 2_000, characters: 8_000_000 };

/** One supergraph: its schema for the audience, its planner, and the operations made ready for it. A reload makes a new one; this one never changes. */
export class GraphVersion {
  /** What the audience sees. */
  readonly schema: GraphQLSchema;
  /** What is planned with. */
  private readonly supergraph: Supergraph;
  private readonly apart: ToldApart | null;
  private readonly planner: QueryPlanner;
  private readonly ground: FetchGround;
  private readonly taken: TakenNames;
  private readonly ready: LRUCache<string, { operation: PreparedOperation; characters: number }>;

  /** @throws an error that says what is wrong with the supergraph */
  constructor(
    readonly supergraphSdl: string,
    ground: Omit<FetchGround, 'match'>,
    limits: Readonly<PlanCacheLimits>,
  ) {
    const ordered = withResolvableKeysFirst(parse(supergraphSdl));
    const supergraph = Supergraph.build(ordered);
    this.schema = supergraph.apiSchema().toGraphQLJSSchema();
    installScalars(this.schema);
    const apart = requirementsToldApart(ordered);
    const planning = apart
      ? planningApart(apart, (message) => ground.onUnexpected({ subgraph: '', code: 'REQUIREMENTS', message, requestId: '' }))
      : null;
    this.apart = planning ? apart : null;
    this.taken = takenNames(this.apart?.supergraph ?? ordered);
    this.supergraph = planning?.supergraph ?? supergraph;
    this.planner = planning?.planner ?? new QueryPlanner(supergraph);
    this.ground = { ...ground, match: typeMatch(this.supergraph.schema.toGraphQLJSSchema()) };
    this.ready = new LRUCache({
      max: limits.operations,
      maxSize: limits.characters,
      sizeCalculation: ({ characters }) => characters,
    });
  }

  /**
   * The operation of a document, made ready; kept by the document's text and the operation's name.
   * @throws GraphQLError UNSUPPORTED_OPERATION; any other error is the planner's
   */
  operation(source: string, document: DocumentNode, node: OperationDefinitionNode): PreparedOperation {
    const name = node.name?.value ?? '';
    const key = `${name} ${source}`;
    const known = this.ready.get(key);
    if (known) return known.operation;
    if (node.operation === 'subscription') throw unsupported('subscription');
    visit(document, { [Kind.FIELD]: refuseProto });
    const fetched = withNothingEmpty(withoutIntrospection(document));
    const names = privateNames(fetched, this.taken);
    const planned = this.planner.buildQueryPlan(
      operationFromDocument(this.supergraph.apiSchema(), names?.document ?? fetched, { operationName: name || undefined }),
    );
    const plan = this.apart ? planForSubgraphs(planned, this.apart) : planned;
    const operation = prepareOperation(this.schema, document, node, plan, this.ground, names);
    this.ready.set(key, { operation, characters: key.length + JSON.stringify(plan).length });
    return operation;
  }
}

/** What plans with requirements told apart; null where that cannot be planned with: then one of them may be answered wrongly, as before, but the rest is answered. */
function planningApart(apart: ToldApart, tell: (message: string) => void): { supergraph: Supergraph; planner: QueryPlanner } | null {
  try {
    const supergraph = Supergraph.build(apart.supergraph);
    return { supergraph, planner: new QueryPlanner(supergraph) };
  } catch (error) {
    tell(`Requirements with different arguments cannot be told apart: ${String(error)}`);
    return null;
  }
}

/** No field may be answered under a name that is the prototype of every object. */
function refuseProto({ alias }: FieldNode): void {
  if (alias?.value === '__proto__') throw unsupported('the response name __proto__');
}
