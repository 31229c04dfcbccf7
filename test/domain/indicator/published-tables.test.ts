/** Which tables a country publishes. */
import '../../../src/domain/all';
import { indicators } from '../../../src/domain/indicator/indicator';
import { allSeries, listsOf, tablesOf } from '../../../src/domain/indicator/publication/publication.plan';

it('names no organisation where two count anything', () => {
  const named = (organisations: number): readonly string[] =>
    allSeries
      .flatMap((series) => listsOf(series, false, () => organisations))
      .flatMap(({ tables }) => tables.filter(({ by }) => by.includes('ORGANISATION')))
      .map(({ population }) => population);
  expect(new Set(named(3))).toEqual(new Set(['incidents.all']));
  expect(named(2)).toEqual([]);
});

it('are what the region is told of an indicator', () => {
  const told = (code: string) => new Set(tablesOf(indicators.get(code)!)?.flat());
  expect(told('I03')).toEqual(
    new Set(['PROVINCE', 'VIOLENCE_TYPE', 'PERPETRATOR', 'GENDER', 'AGE_BAND', 'ORGANISATION']),
  );
  expect(told('I03b')).toEqual(new Set());
  expect([tablesOf(indicators.get('I03b')!), tablesOf(indicators.get('I26')!)]).toEqual([[], null]);
});
