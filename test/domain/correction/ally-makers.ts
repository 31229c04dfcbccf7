/** Makes allies and what they did, media pieces, knowledge, interventions, funding, survey results and targets, for corrections. */
import type { CountryName, World } from '../world';
import { call } from './makers';

const activity = { level: 'NATIONAL', outcome: 'LTO3' };
const piece = {
  ...{ outlet: 'A newspaper', title: 'A', publishedOn: '2026-02-10', language: 'ENGLISH', tone: 'NEUTRAL' },
  ...{ showsPeople: false, consentOfShown: 'NOT_NEEDED', ...activity },
};
const product = { kind: 'GUIDE', title: 'A', publishedOn: '2026-02-10', language: 'ENGLISH', ...activity };
const result = {
  ...{ title: 'A', outcome: 'LTO3', unit: 'PER_CENT', valueHundredths: 4250, respondents: 200, year: 2018 },
  ...{ population: 'Sex workers', countryCode: 'NA', source: 'A report' },
};

/** Of each year one target is set, since no two are of the same. */
let targets = 0;

export const allyMakers = (world: World): Readonly<Record<string, (country: CountryName) => Promise<string>>> => {
  const make =
    (account: string, action: string, slot: string, input: object) =>
    async (country: CountryName): Promise<string> =>
      (await call(await world.as(account, country), action, input, `${slot} { id }`))[slot]!.id;
  const ally = make('case-manager', 'engageAlly', 'ally', {
    ...{ name: 'A council', allyType: 'NGO', level: 'NATIONAL', engagedOn: '2026-01-10' },
  });
  return {
    Ally: ally,
    AllyAction: async (country) => {
      const input = {
        kind: 'FUNDING',
        actedOn: '2026-02-10',
        description: 'B',
        allyId: await ally(country),
        ...activity,
      };
      return make('case-manager', 'recordAllyAction', 'allyAction', input)(country);
    },
    MediaPiece: make('case-manager', 'recordMediaPiece', 'mediaPiece', piece),
    KnowledgeProduct: make('case-manager', 'recordKnowledgeProduct', 'knowledgeProduct', product),
    Intervention: make('case-manager', 'recordIntervention', 'intervention', {
      ...{ name: 'A', maturity: 'PILOT', startedOn: '2026-01-10', ...activity },
    }),
    FundingStream: async (country) => {
      const admin = await world.as('partner-admin', country);
      const { data } = await admin.query('{ programmePhases(first: 1) { edges { node { id } } } }');
      const phaseId = data.programmePhases.edges[0].node.id as string;
      const input = { donor: 'An embassy', startsOn: '2026-01-10', phaseId };
      return make('partner-admin', 'recordFundingStream', 'fundingStream', input)(country);
    },
    SurveyResult: make('me-officer', 'recordSurveyResult', 'surveyResult', result),
    IndicatorTarget: (country) => {
      const of = { indicatorCode: 'I10', period: `${2000 + targets++}`, valueHundredths: 7000 };
      return make('me-officer', 'setIndicatorTarget', 'indicatorTarget', of)(country);
    },
  };
};

const link = 'https://www.example.org/another';
export const allyValues: Readonly<Record<string, unknown>> = {
  ...Object.fromEntries(
    ['AllyAction.evidenceUrl', 'MediaPiece.url', 'KnowledgeProduct.url', 'SurveyResult.url'].map((at) => [at, link]),
  ),
  'KnowledgeProduct.doi': '10.1000/182',
  'SurveyResult.indicatorCode': 'I02',
  'IndicatorTarget.indicatorCode': 'I11',
  'IndicatorTarget.period': '2026Q1',
  'IndicatorTarget.valueHundredths': 7500,
  'SurveyResult.ciHighHundredths': 9000,
  'SurveyResult.valueHundredths': 5000,
  'SurveyResult.numerator': 85,
  'SurveyResult.respondents': 400,
};
/** One end of an interval goes with the other. */
export const allyBeside: Readonly<Record<string, object>> = {
  'SurveyResult.ciLowHundredths': { ciHighHundredths: 9000 },
  'SurveyResult.ciHighHundredths': { ciLowHundredths: 1000 },
};
