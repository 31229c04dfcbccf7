/** The types of `search`: what can be searched, and what is found. */
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { searchType } from '../execution/search/asked';
import { SearchMatch } from '../execution/search/hit';
import { soughtThings } from '../execution/search/plan-search';
import { codeList } from '../model/codelist';
import { CountryCode } from '../model/country.codes';
import type { Constructor } from '../model/thing';
import { Node, PageInfo, type Parameter } from './object-types';
import { namedClass, type TypeThunk, type TypeValue } from './types';

interface SearchTypes {
  readonly connection: Constructor;
  readonly description: string;
  readonly parameters: readonly Parameter[];
}

type Line = readonly [name: string, type: TypeThunk, description: string, nullable?: true];

/** Made when all things are declared: the types that can be searched are those that something is found by. */
export function makeSearch(): SearchTypes {
  const types = codeList(
    'SearchType',
    { en: 'What can be searched.', pt: 'O que se pode procurar.' },
    Object.fromEntries(soughtThings().map(({ thing }) => [searchType(thing), thing.label])),
  );
  const hit = make('SearchHit', 'A record that was found, with what it is told by.', [
    ['id', () => ID, 'Global id of the record, opaque.'],
    ['type', () => types.enum, 'What it is.'],
    ['typeLabel', () => String, 'Label of `type` in the caller’s language.'],
    ['country', () => CountryCode.enum, 'Country that the record belongs to.'],
    ['countryLabel', () => String, 'Label of `country` in the caller’s language.'],
    ['title', () => String, 'Its number, title or name; of what has none, what it is called by its type.'],
    ['match', () => SearchMatch.enum, 'How it fits.'],
    ['matchLabel', () => String, 'Label of `match` in the caller’s language.'],
    ['record', () => Node, 'The record itself; null, with an error, when it cannot be opened.', true],
  ]);
  const edge = make('SearchHitEdge', 'A record that was found, with its place.', [
    ['cursor', () => String, 'Place in the list, for `after`. Opaque and signed.'],
    ['node', () => hit, 'What was found.'],
  ]);
  const connection = make('SearchHitConnection', 'A page of what was found, the best first.', [
    ['edges', () => [edge], 'The page.'],
    ['pageInfo', () => PageInfo, 'Where the page lies.'],
    [
      'isPartial',
      () => Boolean,
      'Whether more fits than is found: of each type and way of fitting at most 100 are (what is alike, among 500 that have a part of the word). Then search for more of the text.',
    ],
  ]);
  return { connection, description, parameters: parametersOf(types.enum) };
}

const description =
  `Finds records by their number, title or name, among all that the account may see in lists; the best first. Case,
accents, and what stands between the letters of a number do not count; how a number or a title begins is enough; one letter
may be wrong (two in long words), which is looked for only where nothing has what was typed. Topics and kinds of service are found by
their labels, in either language. Whoever may read identities finds them by a whole telephone or document number, which
the access log notes.`.replaceAll('\n', ' ');

const parametersOf = (types: object): readonly Parameter[] => [
  ['text', () => String, 'What to look for: at least three letters or digits, at most 25 words.', false],
  ['types', () => [types], 'Only these; all that the account may read where left out.', true],
  ['first', () => Int, 'How many from the front; 20 unless said otherwise, at most 100.', true],
  ['after', () => String, 'Only what comes after this cursor.', true],
];

function make(name: string, description: string, lines: readonly Line[]): Constructor {
  const made = namedClass(name);
  ObjectType(name, { simpleResolvers: true, description })(made);
  for (const [field, type, text, nullable = false] of lines)
    (Field as unknown as (type: () => TypeValue, options: object) => PropertyDecorator)(type as () => TypeValue, {
      nullable,
      description: text,
    })(made.prototype as object, field);
  return made;
}
