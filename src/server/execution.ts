/** Executes operations for Apollo: checks them against the policy and their cost, then runs them, compiled or interpreted. */
import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import {
  GraphQLError,
  execute,
  getVariableValues,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { badInput, type ApiError } from '../graph/errors';
import type { Denial } from '../policy/denial';
import type { Role } from '../policy/role';
import { Compiler, type CompiledOperation } from './compile';
import type { RequestContext } from './context';
import { refuseCost } from './cost';
import { refuseStrangers, withDenials, withoutEmptyData } from './denied';
import type { Exchange } from './exchange';
import { flatten, switchesOf, type Variables } from './flatten';
import { refuseVariables, type Limits } from './limits';
import { unknownOperation } from './refusals';

/** Walks an operation against the policy: the coordinates that this role may not use. `null` is nobody, signed out. */
export type OperationCheck = (
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  role: Role | null,
) => readonly Denial[];

export interface ExecutionOptions {
  readonly schema: GraphQLSchema;
  readonly check: OperationCheck;
  readonly mode: 'compiled' | 'interpreted';
  readonly limits: Limits;
}

type Gateway = ApolloServerOptionsWithGateway<Exchange>['gateway'];
export type Executor = NonNullable<Awaited<ReturnType<Gateway['load']>>['executor']>;
type GatewayRequest = Parameters<Executor>[0];

/** A flattened operation, what each role is denied of it, and its compiled form once it was seen twice. */
interface Plan {
  readonly document: DocumentNode;
  readonly denials: Map<Role | null, readonly Denial[]>;
  seen: number;
  compiled: CompiledOperation | null | undefined;
}

const KEPT_PLANS = 1_000;

export class Execution {
  private readonly compiler: Compiler | null;
  private readonly plans = new LRUCache<string, Plan>({ max: KEPT_PLANS });
  private readonly switches = new LRUCache<string, readonly string[]>({ max: KEPT_PLANS });

  constructor(private readonly options: ExecutionOptions) {
    this.compiler = options.mode === 'compiled' ? new Compiler(options.schema) : null;
  }

  /** What Apollo calls. Whatever goes wrong is an error of the result. */
  readonly executor: Executor = async (request) => {
    try {
      return (await this.run(request)) as Awaited<ReturnType<Executor>>;
    } catch (error) {
      const located = error instanceof GraphQLError ? error : new GraphQLError('', { originalError: error as Error });
      return { errors: [located] } as Awaited<ReturnType<Executor>>;
    }
  };

  private async run(request: GatewayRequest): Promise<ExecutionResult> {
    const { operation, document } = request;
    if (!operation || !document) throw unknownOperation();
    const { context } = request.context as unknown as Exchange;
    const raw = (request.request.variables ?? {}) as Variables;
    const variables = this.coerce(operation, raw);
    const plan = this.planOf(request, operation, variables);
    const { schema, limits } = this.options;
    const refusal = refuseCost(schema, plan.document, variables, limits);
    if (refusal) throw refusal;
    const denials = this.denialsOf(plan, context.actor?.role ?? null);
    if (!context.actor) refuseStrangers(schema, denials, plan.document);
    for (const denial of denials) context.denials.set(denial.coordinate, denial);
    const result = await this.execute(plan, request, context, variables);
    return withoutEmptyData(withDenials(result, context));
  }

  private coerce(operation: OperationDefinitionNode, raw: Variables): Variables {
    const refusal = refuseVariables(raw, this.options.limits);
    if (refusal) throw refusal;
    const definitions = operation.variableDefinitions ?? [];
    if (definitions.length === 0) return {};
    const options = { maxErrors: 1, hideSuggestions: true };
    const { errors, coerced } = getVariableValues(this.options.schema, definitions, raw, options);
    if (coerced) return coerced;
    throw unfitVariable(errors[0] as GraphQLError);
  }

  private planOf(request: GatewayRequest, operation: OperationDefinitionNode, variables: Variables): Plan {
    const { queryHash, document } = request;
    let names = this.switches.get(queryHash);
    if (!names) this.switches.set(queryHash, (names = switchesOf(document)));
    const positions = names.map((name) => (variables[name] === true ? 1 : 0)).join('');
    const key = `${queryHash}/${positions}/${operation.name?.value ?? ''}`;
    let plan = this.plans.get(key);
    if (!plan) {
      plan = { document: flatten(document, operation, variables), denials: new Map(), seen: 0, compiled: undefined };
      this.plans.set(key, plan);
    }
    return plan;
  }

  private denialsOf(plan: Plan, role: Role | null): readonly Denial[] {
    let denials = plan.denials.get(role);
    if (!denials) {
      const operation = plan.document.definitions[0] as OperationDefinitionNode;
      plan.denials.set(role, (denials = this.options.check(this.options.schema, plan.document, operation, role)));
    }
    return denials;
  }

  /** Compiling costs about as much as interpreting once, so it is for documents that come again. */
  private execute(
    plan: Plan,
    { document, request }: GatewayRequest,
    context: RequestContext,
    variables: Variables,
  ): Promise<ExecutionResult> | ExecutionResult {
    plan.seen++;
    if (plan.compiled === undefined && this.compiler && plan.seen > 1)
      plan.compiled = this.compiler.compile(plan.document);
    if (plan.compiled) return plan.compiled(context, variables);
    return execute({
      schema: this.options.schema,
      document,
      contextValue: context,
      variableValues: request.variables as Variables | undefined,
      operationName: request.operationName,
    });
  }
}

/** graphql-js quotes the value that did not fit; of the caller's own it is enough to say where it stands. */
function unfitVariable(error: GraphQLError): ApiError {
  const message = error.message
    .replace(/ got invalid value [^]*?(?=(?: at "[^"]*")?; )/, ' got an invalid value')
    .replace(/(: |found )("|\{|\[)[^]*$/, (_, before: string) => (before === ': ' ? '.' : 'found another.'))
    .slice(0, 300);
  return badInput(message, `Uma variável não serve: ${message}`);
}
