/** The populations that a country publishes, and how they stand to each other, as an attacker knows them. */
import { relations } from '../../../src/domain/indicator/publication/publication.counting';
import { allSeries, populationName } from '../../../src/domain/indicator/publication/publication.plan';

export const populationsOf = (series: string) =>
  allSeries
    .filter(({ name }) => name === series)
    .flatMap(({ populations }) => populations)
    .map((plan) => ({
      name: populationName(plan.counting, plan.measure),
      ...relations(plan.counting, plan),
      ...(plan.sensitive && { sensitive: true as const }),
      cube: [],
    }));
