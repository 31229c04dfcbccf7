/** What is odd in what is told of a survivor: it is recorded as it is told, and asked about. */
import { yearOf } from '../../../base/calendar';
import { isCountry } from '../../../base/nationality';
import { odd } from '../../../model/warning';
import { SurvivorDemographics } from './survivor.entity';

odd(
  SurvivorDemographics,
  {
    code: 'UNLIKELY',
    at: 'birthYear',
    when: ({ birthYear }, today) => typeof birthYear === 'number' && birthYear > yearOf(today),
    text: {
      en: 'This year lies in the future, so no age follows from it. Check the year.',
      pt: 'Este ano está no futuro, por isso nenhuma idade resulta dele. Verifique o ano.',
    },
  },
  {
    code: 'UNLIKELY',
    at: 'birthYear',
    when: ({ birthYear }, today) => typeof birthYear === 'number' && yearOf(today) - birthYear > 100,
    text: {
      en: 'The person would be older than 100 years. Check the year.',
      pt: 'A pessoa teria mais de 100 anos. Verifique o ano.',
    },
  },
  {
    code: 'UNLIKELY',
    at: 'birthYear',
    when: ({ birthYear }, today) => {
      const age = typeof birthYear === 'number' ? yearOf(today) - birthYear : undefined;
      return age !== undefined && age >= 0 && age < 8;
    },
    text: {
      en: 'The person would be younger than 8 years. Check the year; a child this young is a case for child protection.',
      pt: 'A pessoa teria menos de 8 anos. Verifique o ano; uma criança tão nova é um caso de protecção da criança.',
    },
  },
  {
    code: 'UNLIKELY',
    at: 'nationality',
    when: ({ nationality }) => Boolean(nationality) && !isCountry(nationality as string),
    text: {
      en: 'No country has this code. Two capital letters are expected, such as ZA (ISO 3166-1).',
      pt: 'Nenhum país tem este código. Esperam-se duas letras maiúsculas, como MZ (ISO 3166-1).',
    },
  },
  {
    code: 'CONTRADICTORY',
    at: 'exchangesSexForMoneyOrGoods',
    with: ['selfIdentifiesAsSexWorker', 'keyPopulations'],
    when: ({ exchangesSexForMoneyOrGoods: exchanges, selfIdentifiesAsSexWorker: calls, keyPopulations = [] }) =>
      exchanges === false && (calls === 'YES' || keyPopulations.includes('SW')),
    text: {
      en: 'The person is told to be a sex worker, but not to receive money or goods. Check both.',
      pt: 'Diz-se que a pessoa é trabalhadora de sexo, mas que não recebe dinheiro nem bens. Verifique ambos.',
    },
  },
);
