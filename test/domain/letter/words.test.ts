/** No letter tells what happened, who it happened to, or who helps: for whatever service, kind of organisation and language. */
import { locales } from '../../../src/base/locale';
import {
  LetterService,
  LetterStatus,
  serviceInLetter,
} from '../../../src/domain/casework/letter/referral-letter.codes';
import { letterText, plainLetter } from '../../../src/domain/casework/letter/referral-letter.text';
import {
  kindOfCategory,
  nameInLetter,
  neutralNames,
  tellingAsWritten,
  tellingWord,
} from '../../../src/domain/casework/letter/referral-letter.words';
import { ReferralUrgency, ServiceCategory } from '../../../src/domain/casework/referral/referral.codes';
import { categoryOfService, ServiceType } from '../../../src/domain/casework/referral/service-type.codes';
import { OrganisationKind } from '../../../src/domain/organisation/organisation.codes';
import { label } from '../../../src/model/codelist';
import { askingPage, laterPage, letterPage, overPage } from '../../../src/server/letter/page';
import { countries, tell } from '../../seeds/told';
import { ReferralLetter } from '../../../src/domain/casework/letter/referral-letter.entity';
import { Organisation } from '../../../src/domain/organisation/organisation.entity';

/** Apart from the project's own list, so that a word which goes missing there is missed here. */
const forbidden =
  /\b(sex|sexo|sexual\w*|sex.?work\w*|trabalhador\w* d[eo] sexo|prostitu\w*|violen\w*|violac\w*|violad\w*|violat\w*|rap(e|ed|ist)|estupr\w*|hiv|vih|sida|aids|pep|ppe|prep|its|sti|gbv|vbg|abus\w*|assault\w*|agress\w*|hands off|survivor\w*|sobrevivent\w*|victim\w*|vitim\w*|shelter|abrigo|72)\b/;

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
/** What a reader of a page reads. */
const readable = (html: string): string => html.replace(/<style>[^]*<\/style>/, '').replace(/<[^>]+>/g, ' ');

function expectNeutral(text: string): void {
  expect(forbidden.exec(plain(text))?.[0]).toBeUndefined();
  expect(tellingWord(text)).toBeUndefined();
}

const letter = (category: ServiceCategory, urgency: ReferralUrgency, providerName: string) => ({
  ...{ number: 'R-7K3QW9X', service: serviceInLetter[category], urgency, providerName },
  ...{
    place: 'Beira',
    hours: 'Segunda a sexta, 8h00–15h30',
    validUntil: '2026-12-28',
    workTelephone: '+258 99 000 1000',
  },
});

describe.each(ServiceCategory.codes)('%s', (category) => {
  test.each(OrganisationKind.codes)('at %s', (kind) => {
    for (const locale of locales)
      for (const urgency of ReferralUrgency.codes)
        for (const sexWorkerLed of [true, false]) {
          const organisation = { name: label(OrganisationKind, kind, locale), letterName: null, kind, sexWorkerLed };
          const named = letter(category, urgency, nameInLetter(organisation, locale));
          expectNeutral(plainLetter(named, locale));
          expectNeutral(JSON.stringify(letterText(named, locale)));
          for (const survivorLanguage of ['EN', 'PT'] as const)
            expectNeutral(readable(letterPage({ ...named, survivorLanguage, providerLanguage: 'PT' })));
        }
  });

  test('says the same for every service within it', () => {
    const within = ServiceType.codes.filter((type) => categoryOfService[type] === category);
    const words = within.map((type) => serviceInLetter[categoryOfService[type]]);
    expect(new Set([...words, serviceInLetter[category]]).size).toBe(1);
    expectNeutral(neutralNames[kindOfCategory[category]].en + neutralNames[kindOfCategory[category]].pt);
  });
});

test('neither codes nor pages without a letter tell anything', () => {
  for (const list of [LetterService, LetterStatus])
    for (const code of list.codes)
      expectNeutral([code, label(list, code, 'en'), label(list, code, 'pt')].join(' ').replaceAll('_', ' '));
  for (const page of [askingPage, overPage, laterPage]) expectNeutral(readable(page));
});

test.each([
  ...['HIV clinic', 'Clínica do VIH', 'Mulheres Vítimas de Violência', 'Sex Workers’ Circle', 'Trabalhadoras do sexo'],
  ...[
    'Rape crisis centre',
    'Casa de Abrigo',
    'Hands  Off',
    'PEP room',
    'Centro de Estupro',
    'SIDA',
    'ＨＩＶ',
    'violaçao',
  ],
])('“%s” is never the name', (name) => {
  const organisation = { name, letterName: null, kind: 'OTHER', sexWorkerLed: false } as const;
  expect(nameInLetter(organisation, 'pt')).toBe('Escritório');
  expect(nameInLetter({ ...organisation, letterName: name }, 'en')).toBe('Office');
  expect(nameInLetter({ ...organisation, letterName: 'Sala 3' }, 'en')).toBe('Sala 3');
});

test.each(['R A P E room', 'r.a.p.e unit', 'V1olence desk', 's3x worker', 'HıV', 'ZA-CP5AXC'])(
  '“%s” tells too much, however it is spelt',
  (text) => expect(tellingWord(text)).toBeDefined(),
);

test.each([
  ['Centro de atendimento a Vítimas, Beira', 'Vítimas'],
  ['Sala da violação', 'violação'],
  ['R A P E room', 'rape'],
  ['Sala 3', undefined],
])('what tells too much in “%s” is named as it was written', (text, word) => expect(tellingAsWritten(text)).toBe(word));

test.each([
  'Rua A, 3.º D',
  '1.º andar, sala 3',
  'Segunda a sexta-feira',
  'Sextas, 8h',
  'Rua da Violeta',
  'Essex Road',
  'Grape Street',
  'Middlesex',
  'Therapy room',
])('“%s” tells nothing', (text) => expect(tellingWord(text)).toBeUndefined());

test.each(countries)('nor do those of the demonstration data of %s', (country) => {
  const told = tell(country);
  const letters = told.of(ReferralLetter);
  expect(letters.length).toBeGreaterThan(20);
  expect(new Set(letters.map(({ status }) => status))).toEqual(new Set(LetterStatus.codes));
  const today = letters.map(({ validUntil }) => validUntil).sort();
  expect(today[0]! < today.at(-1)!).toBe(true);
  for (const { survivorText, providerText, providerName } of letters)
    expectNeutral([survivorText, providerText, providerName].join('\n'));
  for (const one of told.of(Organisation)) expectNeutral(nameInLetter(one, 'pt') + nameInLetter(one, 'en'));
});
