/** The country of a record, as lists ask for it. No column holds it: all rows of a table are of one country. */
import { CountryCode } from '../model/country.codes';
import { isReadByRegion } from './rights';
import type { Attribute, Thing } from '../model/thing';

/** Stands among the attributes in filters and orders; its value is settled where a statement runs. */
export const countryAttribute: Attribute = {
  name: 'country',
  column: 'country',
  type: CountryCode,
  description: 'Country that the record belongs to.',
  filter: true,
  sort: true,
  nullable: false,
  sealed: false,
  hidden: false,
};

/** Only lists that can hold records of several countries are asked by country. */
const asked = (thing: Thing): readonly Attribute[] => [
  ...thing.attributes.values(),
  ...(isReadByRegion(thing.dataClass) ? [countryAttribute] : []),
];

/** What lists of a thing are filtered by. */
export const filterable = (thing: Thing): readonly Attribute[] =>
  asked(thing).filter(({ filter, hidden }) => filter && !hidden);

/** What lists of a thing are ordered by. */
export const sortable = (thing: Thing): readonly Attribute[] => asked(thing).filter(({ sort }) => sort);
