/**
 * Executes a document twice: first as the records come, then again with every field's outcome at hand, so that nothing
 * waits. The second time graphql-js goes depth first, which gives the errors the one order that hangs on no chance.
 */
import {
  execute,
  responsePathAsArray,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
} from 'graphql';
import type { Found } from './records';
import { resolve, type Answering, type Arguments } from './resolve';
import { oracleSchema } from './schema';

type Resolver = GraphQLFieldResolver<unknown, Answering, Arguments>;
type Outcome = { readonly value: unknown } | { readonly error: unknown };

/** The operation to run. */
export interface Run {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
}

export class TwoRuns {
  private readonly outcomes = new Map<string, Outcome>();
  private readonly open = new Set<Promise<unknown>>();

  constructor(
    private readonly document: DocumentNode,
    private readonly asked: Run,
    private readonly answering: Answering,
  ) {}

  async result(): Promise<ExecutionResult> {
    await this.run(this.first);
    // A null that swallowed its parents ends the execution while fields beside it still wait.
    while (this.open.size > 0) {
      await Promise.allSettled(this.open);
      await new Promise(setImmediate);
    }
    const result = this.run(this.again);
    if (result instanceof Promise) throw new Error('the second run waits for nothing');
    return result;
  }

  private run(fieldResolver: Resolver): ExecutionResult | Promise<ExecutionResult> {
    return execute({
      schema: oracleSchema(),
      document: this.document,
      operationName: this.asked.operationName,
      variableValues: this.asked.variables,
      contextValue: this.answering,
      fieldResolver,
      typeResolver: (value) => (value as Found).thing.name,
    });
  }

  private readonly first: Resolver = (source, args, answering, info) => {
    const outcome = this.settle(source, args, answering, info);
    this.open.add(outcome);
    const close = (): void => void this.open.delete(outcome);
    outcome.then(close, close);
    return outcome;
  };

  private async settle(source: unknown, args: Arguments, answering: Answering, info: GraphQLResolveInfo) {
    try {
      const value = await resolve(source, args, answering, info);
      this.outcomes.set(keyOf(info), { value });
      return value;
    } catch (error) {
      this.outcomes.set(keyOf(info), { error });
      throw error;
    }
  }

  private readonly again: Resolver = (_source, _args, _answering, info) => {
    const outcome = this.outcomes.get(keyOf(info));
    if (!outcome) throw new Error(`nothing is known of ${keyOf(info)}`);
    if ('error' in outcome) throw outcome.error;
    return outcome.value;
  };
}

const keyOf = (info: GraphQLResolveInfo): string => JSON.stringify(responsePathAsArray(info.path));
