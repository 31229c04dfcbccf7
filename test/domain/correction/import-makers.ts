/** Makes mappings of columns and organisations, for corrections. */
import type { CountryName, World } from '../world';
import { call } from './makers';

const mapping = (heading: string): string => JSON.stringify({ columns: { [heading]: 'title' } });

export const importMakers = (world: World): Readonly<Record<string, (country: CountryName) => Promise<string>>> => {
  const make =
    (account: string, action: string, slot: string, input: object) =>
    async (country: CountryName): Promise<string> =>
      (await call(await world.as(account, country), action, input, `${slot} { id }`))[slot]!.id;
  return {
    ImportMapping: make('case-manager', 'keepImportMapping', 'importMapping', {
      ...{ kind: 'OUTREACH', name: 'A form', mapping: mapping('Title') },
    }),
    Organisation: make('me-officer', 'registerOrganisation', 'organisation', { name: 'A clinic', kind: 'NGO' }),
  };
};

export const importValues: Readonly<Record<string, unknown>> = {
  'ImportMapping.mapping': mapping('Name of the session'),
  'Organisation.endsOn': '2027-01-31',
};

/** Provinces are other places than the districts of the walk. */
export const importApart = ['Organisation.provinceId'];

export const importExceptions: Readonly<Record<string, string>> = {
  DataImport: 'what a file is said to hold is said anew by another import',
  'ImportMapping.organisationId': 'the mapping of another organisation is another mapping',
  'ImportMapping.kind': 'the mapping of other rows is another mapping',
  'Case.closedAt': 'a step, which is taken back',
};
