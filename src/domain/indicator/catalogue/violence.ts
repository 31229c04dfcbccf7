/** How much violence is reported, how it is told, and the care of cases. */
import { cases, closures, entries, incidents } from '../counting/cases';
import { surveys } from '../counting/standing';
import { indicator } from '../indicator';

const surveyed = { of: surveys, numerator: 'value', measure: 'AS_SURVEYED', version: 1 } as const;

indicator({
  ...surveyed,
  code: 'I01',
  outcome: null,
  title: {
    en: 'Sex workers who experienced violence in the last 12 months',
    pt: 'Trabalhadoras e trabalhadores de sexo que sofreram violência nos últimos 12 meses',
  },
  description: {
    en: 'Physical or sexual violence, among all who were asked. From surveys alone: how common violence is cannot be reckoned from cases.',
    pt: 'Violência física ou sexual, entre todas as pessoas inquiridas. Só de inquéritos: a frequência da violência não se calcula a partir de casos.',
  },
  source: 'Global AIDS Monitoring',
});

indicator({
  ...surveyed,
  code: 'I02',
  outcome: null,
  title: {
    en: 'Sex workers who experienced stigma and discrimination in the last 6 months',
    pt: 'Trabalhadoras e trabalhadores de sexo que sofreram estigma e discriminação nos últimos 6 meses',
  },
  description: {
    en: 'At least once, among all who were asked. From surveys alone.',
    pt: 'Pelo menos uma vez, entre todas as pessoas inquiridas. Só de inquéritos.',
  },
  source: 'Global AIDS Monitoring',
});

indicator({
  code: 'I03',
  version: 1,
  outcome: null,
  title: { en: 'Incidents of violence reported', pt: 'Incidentes de violência comunicados' },
  description: {
    en: 'By the day of the report, for the organisation that registered the case, with consent to be counted. How many come to be reported, not how many happen. Incidents that were already reported to another organisation, doubles, drafts, withdrawn cases and what was recorded in error do not count.',
    pt: 'Pelo dia da comunicação, para a organização que registou o caso, com consentimento para serem contados. Quantos são comunicados, não quantos acontecem. Não contam os incidentes já comunicados a outra organização, os duplicados, os rascunhos, os casos retirados e o que foi registado por engano.',
  },
  of: incidents,
  numerator: 'all',
  measure: 'COUNT',
  source: 'GBVIMS',
});

indicator({
  code: 'I03b',
  version: 1,
  outcome: null,
  title: {
    en: 'Incidents of violence against minors reported',
    pt: 'Incidentes de violência contra menores comunicados',
  },
  description: {
    en: 'Of I03, those whose survivor was under 18 on the day of the incident. The region is told one number of a country for each calendar year, which is part of no other total, and none below 10.',
    pt: 'De I03, aqueles em que a pessoa tinha menos de 18 anos no dia do incidente. À região indica-se um só número de cada país por ano civil, que não faz parte de nenhum outro total, e nenhum inferior a 10.',
  },
  of: incidents,
  numerator: 'all',
  measure: 'COUNT',
  only: { AGE_BAND: ['UNDER_18'] },
  source: 'Hands Off',
});

indicator({
  code: 'I08b',
  version: 1,
  outcome: 'LTO1',
  title: { en: 'Cases begun by peers or survivors', pt: 'Casos iniciados por pares ou pela própria pessoa' },
  description: {
    en: 'Cases that came by a peer or paralegal, by a platform or association, or from the survivor, of all cases registered in the period.',
    pt: 'Casos que chegaram por um par ou paralegal, por uma plataforma ou associação, ou pela própria pessoa, de todos os casos registados no período.',
  },
  of: cases,
  numerator: 'byPeers',
  denominator: 'all',
  measure: 'PER_CENT',
  source: 'Hands Off',
});

indicator({
  code: 'I12',
  version: 1,
  outcome: 'LTO2',
  title: {
    en: 'Rape survivors who had PEP within 72 hours',
    pt: 'Pessoas violadas que receberam PPE em 72 horas',
  },
  description: {
    en: 'Of incidents of rape that were reported within 72 hours, those after which the first dose was given in time, by whoever. The hour, or an interval of hours, has to be known, and the latest reading of it counts. Who declined PEP is left out. By the day of the report.',
    pt: 'Dos incidentes de violação comunicados em 72 horas, aqueles após os quais a primeira dose foi dada a tempo, por quem quer que fosse. A hora, ou um intervalo de horas, tem de ser conhecida, e conta a leitura mais tardia. Quem recusou a PPE fica de fora. Pelo dia da comunicação.',
  },
  of: incidents,
  numerator: 'pepInTime',
  denominator: 'rapeInTime',
  measure: 'PER_CENT',
  source: 'PEPFAR GEND_GBV',
});

indicator({
  code: 'I12b',
  version: 1,
  outcome: 'LTO2',
  title: {
    en: 'Rape survivors who had PEP within 72 hours, of all',
    pt: 'Pessoas violadas que receberam PPE em 72 horas, de todas',
  },
  description: {
    en: 'The same numerator as I12, of all incidents of rape reported in the period, however late.',
    pt: 'O mesmo numerador do I12, de todos os incidentes de violação comunicados no período, por mais tarde que fosse.',
  },
  of: incidents,
  numerator: 'pepInTime',
  denominator: 'rape',
  measure: 'PER_CENT',
  source: 'PEPFAR GEND_GBV',
});

indicator({
  code: 'I15',
  version: 1,
  outcome: 'LTO2',
  title: { en: 'Time until the report', pt: 'Tempo até à comunicação' },
  description: {
    en: 'Incidents in each group of days between the incident and the report, of all whose day is known. The fourth day is in the second group. A day that is known to the month or the year alone is in none.',
    pt: 'Incidentes em cada grupo de dias entre o incidente e a comunicação, de todos aqueles cujo dia é conhecido. O quarto dia está no segundo grupo. Um dia de que só se sabe o mês ou o ano não está em nenhum.',
  },
  of: incidents,
  numerator: 'dated',
  denominator: 'dated',
  shareOf: 'REPORTING_DELAY',
  measure: 'PER_CENT',
  source: 'Primero',
});

indicator({
  code: 'I16',
  version: 1,
  outcome: 'LTO2',
  title: { en: 'Days from opening to closure', pt: 'Dias da abertura ao encerramento' },
  description: {
    en: 'Median, over the closures of the period. A case that was opened again counts at each closure, from its first opening.',
    pt: 'Mediana dos encerramentos do período. Um caso reaberto conta em cada encerramento, desde a primeira abertura.',
  },
  of: closures,
  numerator: 'all',
  measure: 'MEDIAN_DAYS',
  source: 'Primero',
});

indicator({
  code: 'I16b',
  version: 1,
  outcome: 'LTO2',
  title: { en: 'Cases that are closed', pt: 'Casos encerrados' },
  description: {
    en: 'Of the cases registered in the period, those that are closed by now. One that was opened again is not.',
    pt: 'Dos casos registados no período, os que estão hoje encerrados. Um caso reaberto não está.',
  },
  of: cases,
  numerator: 'closed',
  denominator: 'all',
  measure: 'PER_CENT',
  source: 'Primero',
});

indicator({
  code: 'I16c',
  version: 1,
  outcome: 'LTO4',
  title: { en: 'Cases that are concluded', pt: 'Casos concluídos' },
  description: {
    en: 'Of the cases registered in the period with complaints, those of which every complaint has come to its end. A case without complaints has no conclusion.',
    pt: 'Dos casos registados no período com queixas, aqueles em que todas as queixas chegaram ao fim. Um caso sem queixas não tem conclusão.',
  },
  of: cases,
  numerator: 'concluded',
  denominator: 'complained',
  measure: 'PER_CENT',
  source: 'Hands Off',
});

indicator({
  code: 'I24',
  version: 1,
  outcome: 'LTO4',
  title: {
    en: 'Incidents with perpetrators of law enforcement',
    pt: 'Incidentes com agressores das forças da lei e ordem',
  },
  description: {
    en: 'Incidents with at least one alleged perpetrator of the police, the military, border or prison guards, or municipal enforcement, of all incidents reported in the period.',
    pt: 'Incidentes com pelo menos um alegado agressor da polícia, das forças armadas, da guarda de fronteira ou prisional, ou da fiscalização municipal, de todos os incidentes comunicados no período.',
  },
  of: incidents,
  numerator: 'byState',
  denominator: 'all',
  measure: 'PER_CENT',
  source: 'Hands Off',
});

const quality = { of: entries, measure: 'PER_CENT', outcome: null, version: 1 } as const;

indicator({
  ...quality,
  code: 'I26',
  title: { en: 'Complete cases', pt: 'Casos completos' },
  description: {
    en: 'Cases of which each incident has a district, a day as far as it is known, and an alleged perpetrator; and of which it is known how they came, and the gender and age of the survivor, unless the case is anonymous.',
    pt: 'Casos em que cada incidente tem distrito, dia tanto quanto se sabe, e alegado agressor; e de que se sabe como chegaram, e o género e a idade da pessoa, a não ser que o caso seja anónimo.',
  },
  numerator: 'complete',
  denominator: 'registered',
  source: 'Hands Off',
});

indicator({
  ...quality,
  code: 'I26b',
  title: { en: 'Duplicate cases', pt: 'Casos duplicados' },
  description: {
    en: 'Cases found to be entered already, of all that were entered in the period.',
    pt: 'Casos que já tinham sido introduzidos, de todos os introduzidos no período.',
  },
  numerator: 'duplicate',
  denominator: 'all',
  source: 'Hands Off',
});

indicator({
  ...quality,
  code: 'I26c',
  title: { en: 'Cases with consent to be counted', pt: 'Casos com consentimento para serem contados' },
  description: {
    en: 'Cases with an incident that the survivor agreed to have counted, of all registered in the period. What is not consented to is in no indicator but those of the quality of the data (I26, I26b, I26c).',
    pt: 'Casos com um incidente que a pessoa aceitou que fosse contado, de todos os registados no período. Aquilo para que não há consentimento só está nos indicadores da qualidade dos dados (I26, I26b, I26c).',
  },
  numerator: 'consenting',
  denominator: 'registered',
  source: 'Hands Off',
});
