/** Root fields of a document that are read: what each asks of every country, and how it is written from the answers. */
import type { Text } from '../base/locale';
import type { FieldNode } from 'graphql';
import { badInput } from '../base/errors';
import { outOfService } from '../base/refusals';
import { otherType, parseId, type GlobalId, uuidIn } from '../base/global-id';
import { allThings, type Thing } from '../model/thing';
import type { CountryReader } from '../base/context';
import { REGION } from '../base/countries';
import { isHeldByRegion } from '../policy/rights';
import type { Binding } from './bind';
import type { Answered } from './flight';
import { rowsOf } from './list';
import { entriesOf, merge, shownPage } from './page';
import { POSITION, type Place } from '../base/path';
import type { ConnectionPlan } from './plan-connection';
import { notOfCountries } from './plan-link';
import { planRecord, planRootList, type RecordPlan } from './plan-read';
import { planTally, type TallyPlan } from './plan-tally';
import type { Planning } from './planning';
import { planSearch, type SearchPlan } from './search/plan-search';
import type { Field } from './argument-set';
import type { ArgumentSet } from './argument-set';
import type { Source } from './part';
import type { Top } from './statement';
import type { CountryRows, Writing } from './writing';

/** Which reads the root fields of the schema stand for. */
export type RootRead =
  | { readonly kind: 'list' | 'record' | 'tally'; readonly thing: Thing }
  | { readonly kind: 'node' | 'nodes' | 'search' };

export interface RootField {
  readonly key: string;
  readonly field: Field;
  readonly nodes: readonly FieldNode[];
  readonly place: Place;
}

/** A root field with the arguments of one request. */
export interface Prepared {
  /** Countries that are asked, and for what. */
  asked(reader: CountryReader): readonly Top[];
  /** @throws what a country failed with */
  write(answered: Answered, writing: Writing): string;
}

/** A root field in a plan. */
export interface PlannedRoot extends RootField {
  /** @throws GraphQLError, ApiError: the error of this field */
  prepare(binding: Binding, readers: readonly CountryReader[]): Prepared;
}

export function planRoot(planning: Planning, read: RootRead, root: RootField): PlannedRoot {
  const from = { sets: planning.sets.length, lists: planning.lists.length };
  const prepare = prepareOf(planning, read, root);
  // The first arguments that were planned are this field's own.
  const given = planning.sets[from.sets];
  const own = { sets: planning.sets.slice(from.sets), lists: planning.lists.slice(from.lists) };
  return {
    ...root,
    prepare(binding, readers) {
      binding.bind(own);
      const refusal = given && binding.refusal(given);
      if (refusal) throw refusal;
      return prepare(binding, readers);
    },
  };
}

type Prepare = PlannedRoot['prepare'];

function prepareOf(planning: Planning, read: RootRead, root: RootField): Prepare {
  if (read.kind === 'list') return prepareList(planRootList(planning, read.thing, root));
  if (read.kind === 'search') return prepareSearch(planSearch(planning, root), root.key);
  const given = planning.arguments(root.field, root.nodes[0] as FieldNode);
  if (read.kind === 'tally') return prepareTally(planTally(planning, read.thing, root), read.thing);
  if (read.kind === 'record') return prepareRecord(planRecord(planning, read.thing, root, given), read.thing, given);
  return new Nodes(planning, root, given, read.kind === 'nodes').prepare;
}

const nothing: Prepared = { asked: () => [], write: () => 'null' };

/** The rows of a country. @throws what it failed with */
function rowsIn(answered: Answered, { code }: CountryReader): CountryRows | undefined {
  const rows = answered.get(code);
  if (rows instanceof Error) throw rows;
  return rows;
}

/**
 * Why what is not found may be there all the same, in a country that does not answer: to say that there is nothing would
 * be a lie. Null where it is found nowhere. An id that a client made may be of any country.
 */
function awayOf({ told: { away } }: Binding, { country }: Pick<GlobalId, 'country'>): Error | null {
  if (away.size === 0 || (country !== null && !away.has(country))) return null;
  return outOfService(country === null ? [...away].sort() : [country]);
}

/** Everything that is found, over every country in scope: of each type that is searched a record may be asked for. */
function prepareSearch(plan: SearchPlan, key: string): Prepare {
  const prepare = prepareList(plan);
  return (binding, readers) => {
    for (const { name } of plan.take(binding)) binding.told.ask(key, name);
    return prepare(binding, readers);
  };
}

/** One connection over every country in scope, or the one that it is narrowed to. */
function prepareList(plan: ConnectionPlan | null): Prepare {
  if (!plan) return () => nothing;
  const { list, part, count, sorted, write } = plan;
  const top: readonly Top[] = [{ part, count }];
  const place = (part?.main ?? count?.source)?.place;
  return (binding, readers) => {
    const { country } = binding.given(list.given.number);
    if (place && country && country !== place) throw notOfCountries('Query', list.thing.plural, list.thing);
    const asked = readers.filter(
      (reader) =>
        (!country || reader.code === country) &&
        (reader.sharesCases || !list.thing.ofSharing) &&
        holds(reader, list.thing, part?.main ?? count?.source),
    );
    const bound = binding.list(list.number);
    return {
      asked: (reader) => (asked.includes(reader) && (part || count) ? top : []),
      write(answered, writing) {
        const countries = asked.map((reader) => rowsIn(answered, reader)).filter((rows) => rows !== undefined);
        const missing = countries.length === 0 ? awayOf(binding, { country: (country as string) ?? null }) : null;
        if (missing) throw missing;
        const total = count ? countries.reduce((sum, rows) => sum + rows.count(count, null), 0) : 0;
        const pages = part ? countries.map((rows) => entriesOf(rows, rows.all(part))) : [];
        const merged = pages.length > 1 && sorted ? merge(bound, sorted, pages, rowsOf(list, bound)) : (pages[0] ?? []);
        return write(shownPage(bound, merged, total), writing);
      },
    };
  };
}

/** Of what the region does not do itself it is not asked; of what is read there alone no country is. */
const holds = ({ code }: CountryReader, { dataClass }: Thing, from: Pick<Source, 'place'> | undefined): boolean =>
  code === REGION ? isHeldByRegion(dataClass) : from?.place === undefined;

/** How many records there are of each code, over every country in scope. */
function prepareTally({ count, write }: TallyPlan, thing: Thing): Prepare {
  if (!count) return () => ({ asked: () => [], write: () => '[]' });
  const top: readonly Top[] = [{ part: null, count }];
  return (_binding, readers) => ({
    asked: (reader) => (holds(reader, thing, count.source) ? top : []),
    write(answered, writing) {
      const countries = readers.map((reader) => rowsIn(answered, reader)).filter((rows) => rows !== undefined);
      return write((code) => countries.reduce((sum, rows) => sum + rows.count(count, code), 0), writing);
    },
  });
}

function prepareRecord(plan: RecordPlan | null, thing: Thing, given: ArgumentSet): Prepare {
  return (binding, readers) => {
    const id = parseId(binding.given(given.number).id as string);
    if (id.type !== null && id.type !== thing.name) throw refusedType(thing.label);
    if (!plan) return nothing;
    binding.read(plan.part.number, [id]);
    const top: readonly Top[] = [{ part: plan.part, count: null }];
    return {
      asked: (reader) => (holds(reader, thing, plan.part.main) ? top : []),
      write(answered, writing) {
        const text = writeRecord(plan, id, answered, readers, writing);
        const missing = text === undefined ? awayOf(binding, id) : null;
        if (missing) throw missing;
        return text ?? 'null';
      },
    };
  };
}

/**
 * The record with this id (null: the first there is); undefined when no country in scope has it. An id of one country
 * finds nothing in another, even where its UUID was read there for another id.
 */
export function writeRecord(
  { part, id: place, write }: RecordPlan,
  id: Pick<GlobalId, 'uuid' | 'country'> | null,
  answered: Answered,
  readers: readonly CountryReader[],
  writing: Writing,
): string | undefined {
  for (const reader of readers) {
    if (id && uuidIn(id, reader.code) !== id.uuid) continue;
    const rows = rowsIn(answered, reader);
    if (!rows) continue;
    const { cells, length, width } = rows.all(part);
    for (let row = 0; row < length; row++) {
      if (id && cells[row * width + place] !== id.uuid) continue;
      writing.rows = rows;
      return write(cells, row * width, writing);
    }
  }
  return undefined;
}

/** `node(id:)` and `nodes(ids:)`: the type is in the id; an id that a client made may be of any type. */
class Nodes {
  private readonly plans = new Map<Thing, { plan: RecordPlan | null; own: Parameters<Binding['bind']>[0] }>();

  constructor(
    private readonly planning: Planning,
    private readonly root: RootField,
    private readonly given: ArgumentSet,
    private readonly isList: boolean,
  ) {}

  readonly prepare: Prepare = (binding, readers) => {
    const { id, ids } = binding.given(this.given.number);
    const wanted = this.isList ? (ids as string[]).map(parsedOrRefused) : [parseId(id as string)];
    for (const one of wanted) if (!(one instanceof Error) && one.type) binding.told.ask(this.root.key, one.type);
    const found = wanted.map((one) => (one instanceof Error ? [] : this.plansFor(one, binding)));
    const plans = [...new Set(found.flat())];
    for (const plan of plans) {
      const own = wanted.filter(
        (one, at): one is GlobalId => !(one instanceof Error) && (found[at] ?? []).includes(plan),
      );
      binding.read(plan.part.number, own);
    }
    const tops = plans.map(({ part }): Top => ({ part, count: null }));
    return {
      asked: ({ code }) => tops.filter(({ part }) => (part?.main.place ?? code) === code),
      write: (answered, writing) => {
        const texts = wanted.map((one, at) => {
          if (this.isList) writing.positions[0] = at;
          if (one instanceof Error) return (writing.fail(one, this.place, this.root.nodes), 'null');
          const plans = found[at] ?? [];
          for (const plan of plans) {
            const text = writeRecord(plan, one, answered, readers, writing);
            if (text !== undefined) return text;
          }
          const missing = plans.length > 0 ? awayOf(binding, one) : null;
          if (missing && !this.isList) throw missing;
          if (missing) writing.fail(missing, this.place, this.root.nodes);
          if (one.type === null) for (const type of allThings.keys()) binding.told.ask(this.root.key, type);
          return 'null';
        });
        return this.isList ? `[${texts.join(',')}]` : (texts[0] ?? 'null');
      },
    };
  };

  private get place(): Place {
    return this.isList ? [...this.root.place, POSITION] : this.root.place;
  }

  /** Plans of the types that a record with this id can be of, as far as the actor may read them. */
  private plansFor({ type }: GlobalId, binding: Binding): RecordPlan[] {
    const named = type === null ? undefined : allThings.get(type);
    const things = type === null ? [...allThings.values()] : named ? [named] : [];
    return things.map((thing) => this.planOf(thing, binding)).filter((plan) => plan !== null);
  }

  private planOf(thing: Thing, binding: Binding): RecordPlan | null {
    let found = this.plans.get(thing);
    if (!found) {
      const { sets, lists } = this.planning;
      const from = { sets: sets.length, lists: lists.length };
      const plan = planRecord(this.planning, thing, { ...this.root, place: this.place }, null);
      found = { plan, own: { sets: sets.slice(from.sets), lists: lists.slice(from.lists) } };
      this.plans.set(thing, found);
    }
    binding.bind(found.own);
    return found.plan;
  }
}

function parsedOrRefused(text: string): GlobalId | Error {
  try {
    return parseId(text);
  } catch (error) {
    return error as Error;
  }
}

function refusedType(expected: Text): Error {
  const { en, pt } = otherType(expected);
  return badInput(en, pt);
}
