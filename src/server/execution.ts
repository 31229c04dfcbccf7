/** Executes operations for Apollo: plans them, runs the reads as planned and the rest by graphql-js, and joins both. */
import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import {
  GraphQLError,
  isNonNullType,
  execute,
  getVariableValues,
  locatedError,
  type ExecutionResult,
  type OperationDefinitionNode,
} from 'graphql';
import { readByKey } from '../execution/bridge';
import { JsonText } from '../execution/json-text';
import { readRoots } from '../execution/reading';
import type { PlannedRoot } from '../execution/root-field';
import { SessionChanged } from '../base/standing';
import type { RequestContext } from '../base/context';
import { refuseStrangers, withDenials, withoutEmptyData } from './denied';
import type { Exchange } from './exchange';
import type { Variables } from './flatten';
import type { KnownDocument, KnownDocuments } from './known-documents';
import { refuseVariables } from './limits';
import { outOfService, unauthenticated } from '../base/refusals';
import { Plans, type KeptPlan, type PlansOptions } from './plans';
import { MAX_MISTAKES, UnfitVariables } from './unfit-variable';

type Gateway = ApolloServerOptionsWithGateway<Exchange>['gateway'];
const noVariables = Object.freeze(Object.create(null) as Variables);

export type Executor = NonNullable<Awaited<ReturnType<Gateway['load']>>['executor']>;

/** An operation of a valid document, and what it is asked with. */
export interface Asked extends KnownDocument {
  readonly operation: OperationDefinitionNode;
  readonly variables: unknown;
  readonly context: RequestContext;
}

/** A plan and what it runs with. */
interface Run {
  readonly plan: KeptPlan;
  readonly ctx: RequestContext;
  readonly raw: Variables;
  readonly variables: Variables;
}

export class Execution {
  private readonly plans: Plans;

  constructor(
    private readonly options: PlansOptions,
    private readonly known: KnownDocuments,
  ) {
    this.plans = new Plans(options);
  }

  /** What Apollo calls, when it has parsed and validated a document: from then on the document is known. */
  readonly executor: Executor = async ({ operation, document, queryHash, source, context, request }) => {
    this.known.add(source, document, queryHash);
    const { context: ctx } = context as unknown as Exchange;
    const { variables = {} } = request;
    const asked = { operation, document, hash: queryHash, length: source.length, variables, context: ctx };
    return (await this.answer(asked)) as Awaited<ReturnType<Executor>>;
  };

  /**
   * Whatever goes wrong is an error of the result; and nothing is a result before the session was found to stand.
   * @throws SessionChanged
   */
  async answer(asked: Asked): Promise<ExecutionResult> {
    const result = await this.attempt(asked);
    await asked.context.standing?.confirm();
    return result;
  }

  private async attempt(asked: Asked): Promise<ExecutionResult> {
    try {
      return await this.run(asked);
    } catch (caught) {
      const fell = caught instanceof SessionChanged;
      if (fell && asked.context.standing?.isPresumed) throw caught;
      if (caught instanceof UnfitVariables) return { errors: caught.errors };
      const error = fell ? unauthenticated() : caught;
      return {
        errors: [error instanceof GraphQLError ? error : new GraphQLError('', { originalError: error as Error })],
      };
    }
  }

  private async run({ operation, context: ctx, variables: raw, ...document }: Asked): Promise<ExecutionResult> {
    const variables = this.coerce(operation, raw as Variables);
    const plan = this.plans.of({ ...document, operation, actor: ctx.actor }, variables);
    const refusal = plan.refuse(variables);
    if (refusal) throw refusal;
    if (!ctx.actor) refuseStrangers(this.options.schema, plan.denials, plan.document);
    if (plan.rest || !ctx.scope.every(({ checksSessions }) => checksSessions)) await ctx.standing?.confirm();
    return this.join({ plan, ctx, raw: raw as Variables, variables });
  }

  private coerce(operation: OperationDefinitionNode, raw: Variables): Variables {
    const refusal = refuseVariables(raw, this.options.limits);
    if (refusal) throw refusal;
    const definitions = operation.variableDefinitions ?? [];
    if (definitions.length === 0) return noVariables;
    const options = { maxErrors: MAX_MISTAKES, hideSuggestions: true };
    const { errors, coerced } = getVariableValues(this.options.schema, definitions, raw, options);
    // Without a prototype: a variable may be named as a member of all objects is.
    if (coerced) return Object.assign(Object.create(null) as Variables, coerced);
    throw new UnfitVariables(errors ?? []);
  }

  /** Reads and the rest run side by side; the answer has the order of the document. */
  private async join(run: Run): Promise<ExecutionResult> {
    const { plan, ctx } = run;
    const failures: GraphQLError[] = [];
    for (const root of plan.roots) if (root.kind === 'denied') ctx.told.deny(root.coordinate, root.nodes, [root.key]);
    const [written, rest] = await Promise.all([this.read(run, failures), this.runRest(run)]);
    if (ctx.requiresAll && ctx.told.away.size > 0) throw outOfService([...ctx.told.away].sort());
    const told = inOrder(plan, [...failures, ...ctx.told.errors, ...(rest?.errors ?? [])]);
    const errors = withDenials(told, plan.denials, ctx);
    const isNulled = plan.roots.some((root) => root.kind === 'read' && lacks(root.root, written));
    const data = isNulled || (rest && !rest.data) ? null : dataOf(plan, written, rest?.data ?? {});
    const result = { ...(errors.length > 0 && { errors }), data, ...answering(ctx) };
    return withoutEmptyData(result as unknown as ExecutionResult, data?.hasData ?? false);
  }

  private async read({ plan, ctx, variables }: Run, failures: GraphQLError[]): Promise<Map<string, string>> {
    const roots = plan.roots.flatMap((root) => (root.kind === 'read' ? [root.root] : []));
    const { actor } = ctx;
    if (roots.length === 0 || !actor) return new Map();
    const guarded = await Promise.all(roots.map((root) => this.isAllowed(root, ctx, failures)));
    const allowed = roots.filter((_, at) => guarded[at]);
    const { statements } = plan;
    const written = await readRoots({ ctx, actor, statements, variables }, allowed, (error) => failures.push(error));
    return new Map(written.map(({ key, text }) => [key, text]));
  }

  /** The shield's rule of a root field, as a second lock: the field's own resolver says nothing more. */
  private async isAllowed({ field, nodes, key }: PlannedRoot, ctx: RequestContext, failures: GraphQLError[]) {
    try {
      await field.resolve?.(undefined, {}, ctx, {} as never);
      return true;
    } catch (error) {
      failures.push(locatedError(error, nodes, [key]));
      return false;
    }
  }

  private async runRest({ plan: { rest }, ctx, raw }: Run): Promise<ExecutionResult | null> {
    if (!rest) return null;
    const { schema } = this.options;
    return execute({ schema, document: rest, contextValue: ctx, variableValues: raw, fieldResolver: readByKey });
  }
}

/** A root field that cannot be null has failed: then, as GraphQL has it, there are no data. */
const lacks = ({ field, key }: PlannedRoot, written: ReadonlyMap<string, string>): boolean =>
  isNonNullType(field.type) && (written.get(key) ?? 'null') === 'null';

/** To the region, which countries have answered, when some could not: a list without them must not look whole. */
function answering({ actor, app, told: { away } }: RequestContext): Pick<ExecutionResult, 'extensions'> {
  if (actor?.country !== null || away.size === 0) return {};
  const countries = app.countries.states().map(({ code }) => ({
    code,
    answered: !away.has(code),
    because: away.has(code) ? 'UNAVAILABLE' : null,
  }));
  return { extensions: { countries } };
}

/** Of a key that the document chose, which every object may have by nature. */
const ownOf = (values: Variables, key: string): unknown => (Object.hasOwn(values, key) ? (values[key] ?? null) : null);

function dataOf({ roots }: KeptPlan, written: ReadonlyMap<string, string>, rest: Variables): JsonText {
  let hasData = false;
  const fields = roots.map((root) => {
    const { key } = root;
    const text = root.kind === 'text' ? root.text : (written.get(key) ?? JSON.stringify(ownOf(rest, key)));
    hasData ||= text !== 'null';
    return `"${key}":${text}`;
  });
  return new JsonText(`{${fields.join(',')}}`, hasData);
}

/** In the order of the document's root fields, whichever of them was done first. */
function inOrder({ roots }: KeptPlan, errors: readonly GraphQLError[]): readonly GraphQLError[] {
  if (errors.length < 2) return errors;
  const places = new Map<unknown, number>(roots.map(({ key }, at) => [key, at]));
  const placeOf = ({ path }: GraphQLError): number => places.get(path?.[0]) ?? -1;
  return [...errors].sort((a, b) => placeOf(a) - placeOf(b));
}
