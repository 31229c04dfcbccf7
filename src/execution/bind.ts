/** A request's arguments, ready for the statement: coerced as graphql-js does, and checked. */
import { getArgumentValues, Kind, visit } from 'graphql';
import type { Parameter } from '../base/sql';
import type { Bound, Given } from './hole';
import { CursorSeal } from './read/cursor';
import type { GlobalId } from '../base/global-id';
import type { KeysApart, Vault } from '../base/vault';
import type { Viewpoint } from '../policy/rights';
import type { RequestContext } from '../base/context';
import type { Actor } from '../base/actor';
import { parameters } from './hole';
import { bindList, withoutRows, type BoundList, type ListPlan } from './list';
import type { ArgumentSet } from './argument-set';
import { questionOf } from './read/by';
import type { Told } from '../base/told';

/** What binding needs of a plan. */
export interface Bindable {
  readonly sets: readonly ArgumentSet[];
  readonly lists: readonly ListPlan[];
}

export class Binding {
  readonly subject: Map<Parameter, unknown>;
  readonly #given: Given[] = [];
  readonly #lists: BoundList[] = [];
  readonly #refused = new Map<number, Error>();
  readonly #seals: CursorSeal[] = [];
  readonly #ids = new Map<number, readonly GlobalId[]>();

  constructor(
    private readonly ctx: RequestContext,
    private readonly actor: Actor,
    private readonly viewpoint: Viewpoint,
    private readonly variables: Readonly<Record<string, unknown>>,
  ) {
    this.subject = new Map<Parameter, unknown>([
      [parameters.account, actor.accountId],
      [parameters.organisation, actor.organisationId],
      [parameters.role, actor.role],
      [parameters.request, ctx.requestId],
      [parameters.session, actor.sessionId],
      [parameters.name, actor.name],
      [parameters.email, actor.email],
    ]);
  }

  get keysApart(): KeysApart | null {
    return this.ctx.app.vault.apart;
  }

  get told(): Told {
    return this.ctx.told;
  }

  /** Arguments that do not fit, or that ask what may not be asked, are the error of their own field. */
  bind({ sets, lists }: Bindable): void {
    for (const set of sets) this.#try(set, () => (this.#given[set.number] = argumentsOf(set, this.variables)));
    for (const list of lists) this.#try(list.given, () => (this.#lists[list.number] = this.#bindList(list)));
  }

  #try({ number }: ArgumentSet, bind: () => unknown): void {
    if (this.#refused.has(number)) return;
    try {
      bind();
    } catch (error) {
      this.#refused.set(number, error as Error);
    }
  }

  /** Why the arguments of a field are refused. */
  refusal({ number }: ArgumentSet): Error | undefined {
    return this.#refused.get(number);
  }

  #bindList(list: ListPlan): BoundList {
    const kept = constantLists.get(list);
    if (kept) return kept;
    const given = this.given(list.given.number);
    const { pageSize } = this.ctx.app.config.limits;
    const bound = bindList(list, given, this.viewpoint, () => this.seal(list), pageSize);
    if (isConstant(list.given) && !bound.after && !bound.before) constantLists.set(list, bound);
    return bound;
  }

  given(set: number): Given {
    return this.#given[set] ?? {};
  }

  /** A list whose arguments are refused is read without rows. */
  list(list: number): BoundList {
    return this.#lists[list] ?? withoutRows;
  }

  /** Makes and opens the cursors of a list. */
  seal({ number, name, thing, question, given: { number: set } }: ListPlan): CursorSeal {
    const given = this.given(set);
    const { orderBy } = given;
    const filter = question?.(given) ?? questionOf(thing, given);
    const { secrets } = this.ctx.app.config;
    return (this.#seals[number] ??= new CursorSeal(secrets.tokens, name, orderBy, filter, this.actor));
  }

  /** Has a part read its records by these ids. */
  read(part: number, ids: readonly GlobalId[]): void {
    this.#ids.set(part, ids);
  }

  /** What a field's own parameters stand for in this request. */
  say(values: Iterable<readonly [Parameter, unknown]>): void {
    for (const [parameter, value] of values) this.subject.set(parameter, value);
  }

  get vault(): Vault {
    return this.ctx.app.vault;
  }

  /** An id that names another country is the id of no record here. */
  in(country: string): Bound {
    const ids = (part: number): readonly string[] =>
      (this.#ids.get(part) ?? []).filter((id) => id.country === null || id.country === country).map(({ uuid }) => uuid);
    return { country, subject: this.subject, given: (set) => this.given(set), list: (list) => this.list(list), ids };
  }
}

/** Arguments without variables are the same in every request; so is a list that they alone decide. */
const constants = new WeakMap<ArgumentSet, Given>();
const constantLists = new WeakMap<ListPlan, BoundList>();
const varying = new WeakMap<ArgumentSet, boolean>();

/** Whether no variable is named anywhere in the arguments. */
export function isConstant(set: ArgumentSet): boolean {
  let varies = varying.get(set);
  if (varies === undefined) {
    varies = false;
    for (const argument of set.node.arguments ?? []) visit(argument, { [Kind.VARIABLE]: () => void (varies = true) });
    varying.set(set, varies);
  }
  return !varies;
}

function argumentsOf(set: ArgumentSet, variables: Readonly<Record<string, unknown>>): Given {
  const kept = constants.get(set);
  if (kept) return kept;
  const given = set.field.args.length > 0 ? getArgumentValues(set.field, set.node, variables) : {};
  if (isConstant(set)) constants.set(set, given);
  return given;
}
