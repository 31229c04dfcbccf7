/** Media pieces, knowledge products, interventions, funding and survey results. */
import { LongTermOutcome } from '../../src/domain/activity/activity.codes';
import { Intervention } from '../../src/domain/knowledge/intervention.entity';
import { KnowledgeProduct } from '../../src/domain/knowledge/knowledge-product.entity';
import { MediaPiece } from '../../src/domain/media/media-piece.entity';
import type { ConsentOfShown } from '../../src/domain/media/media-piece.codes';
import { FundingStream } from '../../src/domain/programme/funding-stream.entity';
import { SurveyResult } from '../../src/domain/survey/survey-result.entity';
import type { CountryCode } from '../../src/model/country.codes';
import { phaseId } from '../../src/installation/programme-phases';
import { asked, credit, donor, measures, outlets, pieces, products, report, ways, wayWords } from '../text/allies';
import { levelAt, peerOf, recorderOf } from './allies';
import { made } from './batch';
import { BEGIN, between, day, DAY, END } from './calendar';
import type { Story } from './story';
import { addTargets } from './targets';

export function addKnowledge(story: Story): void {
  addInterventions(story);
  addPieces(story);
  addProducts(story);
  addFunding(story);
  addSurveys(story);
}

/** Ids of the interventions of an organisation. */
const waysOf = (story: Story, organisationId: string): string[] =>
  story.once(`interventions of ${organisationId}`, () => []);

/** The intervention that an activity of an organisation is part of; half of them are of none. */
export function drawIntervention(story: Story, organisationId: string): string | null {
  const random = story.apart('parts of interventions');
  const known = waysOf(story, organisationId);
  return known.length > 0 && random.chance(0.5) ? random.pick(known) : null;
}

function addInterventions(story: Story): void {
  const random = story.apart('interventions');
  const { defaultLocale } = story.world.country;
  for (const team of story.world.partners) {
    ways.forEach(([maturity, name], nth) => {
      const at = between(random, BEGIN, BEGIN + 200 * DAY);
      const { id } = story.batch.add(Intervention, {
        organisationId: team.id,
        name: name[defaultLocale],
        maturity,
        description: nth === 2 ? null : wayWords[defaultLocale],
        level: levelAt(nth),
        outcome: LongTermOutcome.codes[nth] ?? 'LTO4',
        startedOn: day(at),
        endedOn: nth === 2 ? day(at + 365 * DAY) : null,
        voidedAt: null,
        ...made(random, at, (nth === 0 ? peerOf(team) : recorderOf(team)).id),
      });
      waysOf(story, team.id).push(id);
    });
  }
}

function addPieces(story: Story): void {
  const random = story.apart('media pieces');
  const { partners, country } = story.world;
  for (let nth = 0; nth < 30; nth++) {
    const [tone, title] = pieces[nth % pieces.length] as (typeof pieces)[number];
    const team = partners[nth % partners.length] as (typeof partners)[number];
    const at = between(random, BEGIN, END - DAY);
    const showsPeople = nth % 3 !== 1;
    const ownPiece = tone === 'SUPPORTIVE' && nth % 4 === 0;
    const consentOfShown: ConsentOfShown = !showsPeople
      ? 'NOT_NEEDED'
      : tone === 'HARMFUL'
        ? 'NOT_GIVEN'
        : ownPiece
          ? 'GIVEN'
          : random.pick(['GIVEN', 'UNKNOWN'] as const);
    story.batch.add(MediaPiece, {
      organisationId: team.id,
      outlet: random.pick(outlets)[country.defaultLocale],
      title: title[country.defaultLocale],
      url: consentOfShown === 'NOT_GIVEN' ? null : `https://www.example.org/news/${nth}`,
      publishedOn: day(at),
      language: country.defaultLocale === 'pt' ? 'PORTUGUESE' : 'ENGLISH',
      tone,
      ownPiece,
      trainedJournalist: random.pick(['YES', 'NO', 'UNKNOWN'] as const),
      reach: nth % 2 === 0 ? 500 * random.int(2, 90) : null,
      credit: showsPeople && nth % 2 === 0 ? `${credit[country.defaultLocale]}, ${day(at).slice(0, 4)}` : null,
      showsPeople,
      consentOfShown,
      level: levelAt(nth),
      outcome: 'LTO3',
      voidedAt: null,
      ...made(random, at + DAY / 2, recorderOf(team).id),
    });
  }
}

function addProducts(story: Story): void {
  const random = story.apart('knowledge products');
  const { partners, country } = story.world;
  for (let nth = 0; nth < 24; nth++) {
    const [kind, title] = products[nth % products.length] as (typeof products)[number];
    const team = partners[nth % partners.length] as (typeof partners)[number];
    const at = between(random, BEGIN, END - DAY);
    story.batch.add(KnowledgeProduct, {
      organisationId: team.id,
      kind,
      title: title[country.defaultLocale],
      url: nth % 4 === 3 ? null : `https://www.example.org/library/${nth}`,
      doi: kind === 'RESEARCH' ? `10.5555/demo.${nth}` : null,
      publishedOn: day(at),
      language: country.defaultLocale === 'pt' ? 'PORTUGUESE' : 'ENGLISH',
      level: levelAt(nth),
      outcome: LongTermOutcome.codes[nth % 4] ?? 'LTO1',
      voidedAt: null,
      ...made(random, at, recorderOf(team).id),
    });
  }
}

function addFunding(story: Story): void {
  const random = story.apart('funding');
  const { partners, country } = story.world;
  for (const [nth, team] of partners.entries()) {
    const by = team.staff.get('partner-admin')?.[0] ?? null;
    for (const [code, from, to] of [
      ['HANDS_OFF_I', '2014-07-01', '2019-06-30'],
      ['HANDS_OFF_II', '2019-07-01', nth % 2 === 0 ? '2025-12-31' : null],
    ] as const) {
      if (code === 'HANDS_OFF_I' && nth % 3 === 2) continue;
      const financialYear = code === 'HANDS_OFF_I' ? null : nth === 0 ? 'FINANCIAL_OCTOBER' : 'FINANCIAL_APRIL';
      const { id } = story.batch.add(FundingStream, {
        organisationId: team.id,
        donor: donor[country.defaultLocale],
        conduit: nth % 4 === 3 ? null : 'Aidsfonds',
        phaseId: phaseId(country.code, code),
        startsOn: from,
        endsOn: to,
        financialYear,
        voidedAt: null,
        ...made(random, between(random, BEGIN, BEGIN + 60 * DAY), by?.id ?? null),
      });
      if (nth === 0 && financialYear) addTargets(story, { id, financialYear });
    }
  }
}

/** Of the country, before and after; and in one country what Namibia began with, which was of the first phase alone. */
function addSurveys(story: Story): void {
  const { code } = story.world.country;
  for (const [year, less] of [
    [2016, 0],
    [2019, 400],
    [2023, 900],
  ] as const)
    addSurvey(story, code as CountryCode, year, less);
  if (code === 'ZA') addSurvey(story, 'NA', 2015, -350);
}

function addSurvey(story: Story, countryCode: CountryCode, year: number, less: number): void {
  const random = story.apart('surveys');
  const { defaultLocale, code } = story.world.country;
  const by = story.world.partners[0]?.staff.get('me-officer')?.[0] ?? null;
  measures.forEach(([indicatorCode, hundredths, title], nth) => {
    const respondents = random.int(240, 900);
    const about = hundredths + (nth === 2 ? less : -less);
    const numerator = Math.round((respondents * about) / 10_000);
    const valueHundredths = nth === 0 ? Math.round((numerator * 10_000) / respondents) : about;
    story.batch.add(SurveyResult, {
      title: title[defaultLocale],
      indicatorCode: nth === 1 ? null : indicatorCode,
      outcome: nth === 0 ? 'LTO3' : 'LTO4',
      unit: 'PER_CENT',
      valueHundredths,
      ciLowHundredths: nth === 2 ? null : valueHundredths - 280,
      ciHighHundredths: nth === 2 ? null : valueHundredths + 290,
      numerator: nth === 0 ? numerator : null,
      respondents: nth === 2 && year === 2016 ? null : respondents,
      year,
      population: asked[defaultLocale],
      countryCode,
      place: nth === 1 && countryCode === code ? (story.world.districts[0]?.name ?? null) : null,
      source: `${report[defaultLocale]}, ${year}`,
      url: nth === 0 ? `https://www.example.org/surveys/${year}` : null,
      isBaseline: year <= 2016,
      phaseId: nth === 2 ? null : phaseId(code, year < 2019 ? 'HANDS_OFF_I' : 'HANDS_OFF_II'),
      voidedAt: null,
      ...made(random, between(random, BEGIN, END - DAY), by?.id ?? null),
    });
  });
}
