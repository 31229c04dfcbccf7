/** `search`: one list of what was found among the things that the actor may read, from one statement in each country. */
import type { FieldNode } from 'graphql';
import { REGION } from '../../base/countries';
import type { Place } from '../../base/path';
import { PerCountry, sql, TRUE, type Parameter, type Sql } from '../../base/sql';
import { allThings, type Attribute, type Thing } from '../../model/thing';
import { soughtOf, type Sought } from '../../model/sought';
import { actorScopes, isHeldByRegion, type Viewpoint } from '../../policy/rights';
import type { Field } from '../argument-set';
import type { Binding } from '../bind';
import { Hole, keptFilling } from '../hole';
import { alias } from '../list';
import { source } from '../part';
import { planConnection, type ConnectionPlan } from '../plan-connection';
import type { Planning } from '../planning';
import { asked, type Asked, type Given } from './asked';
import { hitThing } from './hit';
import { hitWriting } from './hit-writer';
import { branchOf, MOST } from './branch';
import { numberParts, SearchParameters } from './search-parameters';
import { foundBy, type Ways } from './search-sql';

let things: readonly Sought[] | undefined;

/** Everything that is searched, in the order in which it is told where it fits alike. */
export const soughtThings = (): readonly Sought[] =>
  (things ??= [...allThings.values()].map(soughtOf).filter((sought) => sought !== undefined));

export interface SearchPlan extends ConnectionPlan {
  /**
   * Takes up what a request searches for.
   * @returns the things that it searches
   * @throws ApiError BAD_USER_INPUT; ForbiddenError for a type that the actor may not read
   */
  readonly take: (binding: Binding) => readonly Thing[];
}

interface Selection {
  readonly field: Field;
  readonly nodes: readonly FieldNode[];
  readonly place: Place;
}

export function planSearch(planning: Planning, { field, nodes, place }: Selection): SearchPlan {
  const { viewpoint } = planning;
  const read = soughtThings().filter(({ thing }) => isRead(thing, viewpoint));
  const said = new SearchParameters(read);
  const coded = read.flatMap(({ codes }) => codes);
  const number = planning.sets.length;
  const of = (given: Given): Asked => asked(given, soughtThings(), read);
  const rows = rowsOf(read, viewpoint, said);
  const hole = new Hole((request) => rows(of(request.given(number)), request.country));
  const own = {
    question: ({ text, types }: Given) => ({ text, types }),
    ...hitWriting(planning, soughtThings(), read, number),
  };
  const target = { ...source(hitThing, alias, TRUE, []), rows: sql`${hole}` };
  const plan = planConnection(planning, { target, name: 'search', field, nodes, place, key: null, own });
  return {
    ...plan,
    take(binding) {
      const taken = of(binding.given(number));
      const { limit, after } = binding.list(plan.list.number);
      binding.say([...valuesOf(said, coded, taken, binding), [said.isShort, after === null && limit < MOST]]);
      return taken.things;
    },
  };
}

const isRead = ({ dataClass }: Thing, viewpoint: Viewpoint): boolean =>
  actorScopes(viewpoint, dataClass, 'read').length > 0;

/** The SQL differs by the types that are asked for, and by the kinds of ways that something can be found by: each is made once. */
function rowsOf(read: readonly Sought[], viewpoint: Viewpoint, said: SearchParameters) {
  const all = soughtThings();
  const branches = read.map((sought) => branchOf(sought, all.indexOf(sought), viewpoint));
  const made = new Map<string, Sql>();
  const forms = [...said.numbers.keys()];
  return ({ things, words, codes, marks, number }: Asked, country: string): Sql => {
    const chosen = branches.filter(({ thing }) => things.includes(thing) && isHeld(thing, country));
    const numbers = forms.some((form) => number(form, country));
    const ways: Ways = { codes: codes.size > 0, marks, numbers, alike: words.like !== null };
    const key = [chosen.map(({ kind }) => kind), ...Object.values(ways)].join('/');
    let found = made.get(key);
    if (!found) made.set(key, (found = keptFilling(foundBy(chosen, said, ways))));
    return found;
  };
}

const isHeld = ({ dataClass }: Thing, country: string): boolean => country !== REGION || isHeldByRegion(dataClass);

function valuesOf(
  said: SearchParameters,
  coded: readonly Attribute[],
  asked: Asked,
  { vault }: Binding,
): [Parameter, unknown][] {
  const { text, words, codes, things } = asked;
  const marked = things.flatMap(({ marked }) => (marked ? [marked] : []));
  return [
    [said.folded, words.folded],
    [said.end, words.end],
    [said.begins, words.begins],
    [said.holds, words.holds],
    [said.parts, words.parts],
    [said.alike, words.like?.alike],
    [said.pieces, words.like?.pieces],
    ...said.beside.map((parameter, at): [Parameter, unknown] => [parameter, words.like?.beside[at]]),
    [said.near, words.like?.near],
    [said.longest, words.like?.longest],
    [said.heads, words.like?.heads],
    [said.likeWord, words.like?.word],
    ...coded.map((by): [Parameter, unknown] => [said.of(by), codes.get(by)]),
    ...marked.map((one): [Parameter, unknown] => [
      said.of(one),
      new PerCountry((country) => one.marks(vault, country, text)),
    ]),
    ...[...said.numbers].flatMap(([form, number]) =>
      numberParts.map((name): [Parameter, unknown] => [
        number[name],
        new PerCountry((here) => parameterOf(asked.number(form, here)?.[name])),
      ]),
    ),
  ];
}

/** Of a list of some hundreds of keys, none of which has a space, one text is written and read faster. */
const parameterOf = (value: string | readonly string[] | undefined): string | undefined =>
  typeof value === 'object' ? value.join(' ') : value;
