/** Which tables a country publishes. */
import '../../../src/domain/all';
import { allSeries, listsOf } from '../../../src/domain/indicator/publication/publication.plan';

it('names no organisation where two count anything', () => {
  const named = (organisations: number): readonly string[] =>
    allSeries
      .flatMap((series) => listsOf(series, false, () => organisations))
      .flatMap(({ tables }) => tables.filter(({ by }) => by.includes('ORGANISATION')))
      .map(({ population }) => population);
  expect(new Set(named(3))).toEqual(new Set(['incidents.all', 'cases.all']));
  expect(named(2)).toEqual([]);
});
