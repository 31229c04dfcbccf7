/** What the columns of GBVIMS become here, whatever they are called: as labels in the recorder, as fields in plain tables. */
import type { Text } from '../../base/locale';
import { countryCode } from '../../base/nationality';
import type { Given, Left, Meaning, Rule } from '../mapping/mapping';
import * as words from './primero.words';

const say = (en: string, pt: string): Text => ({ en, pt });
const INCIDENT = 'incidents.0';
const PERPETRATOR = `${INCIDENT}.allegedPerpetrators.0`;
const PEOPLE = 'survivor.demographics';

type More = Omit<Rule, 'paths' | 'values'> & { readonly words?: Readonly<Record<string, Meaning>> };
const to = (path: string, { words: meanings, ...more }: More = {}): Rule => ({
  paths: [path],
  ...(meanings && { values: { [path]: meanings } }),
  ...more,
});
const left = (en: string, pt: string): Left => ({ left: say(en, pt) });

const noSexTold = say(
  'No sex is given: neither male nor female was recorded, or nothing. Ask the survivor and correct the gender.',
  'Não se indica o sexo: não se registou masculino nem feminino, ou nada. Pergunte à pessoa sobrevivente e corrija o género.',
);
const noConsentTold = say(
  'Whether the survivor agreed to be counted in reports is not said, and was taken as no.',
  'Não se diz se a pessoa sobrevivente aceitou ser contada em relatórios, e tomou-se como não.',
);

/** A code of the program's own: rows with the same one are of one person. */
export const survivorCode = to('survivorId');
export const interviewedOn: Rule = { paths: ['openedAt', `${INCIDENT}.reportedAt`] };
export const occurredOn = to(`${INCIDENT}.detail.occurredOn`);
export const birth = to(`${PEOPLE}.birthYear`, {
  part: (text) => /(?:^|\D)((?:19|20)\d{2})(?:\D|$)/.exec(text)?.[1] ?? text,
  lenient: true,
  remark: say('Of the date of birth the year alone is kept.', 'Da data de nascimento guarda-se só o ano.'),
});
export const sex = to('survivor.genderIdentity', {
  words: words.sexes,
  blank: {
    value: 'PREFER_NOT_TO_SAY',
    warning: noSexTold,
  },
});
export const origin = to(`${PEOPLE}.nationality`, { lenient: true, part: countryCode });
export const disability = to(`${PEOPLE}.disability`, { words: words.disabilities, lenient: true });
export const timeOfDay = to(`${INCIDENT}.detail.timeOfDay`, { words: words.timesOfDay, lenient: true });
export const place = to(`${INCIDENT}.locationType`, { words: words.places, lenient: true });
export const district = to(`${INCIDENT}.districtId`);
export const gbvType: Rule = {
  paths: [`${INCIDENT}.gbvimsType`, `${INCIDENT}.violationTypes`],
  values: { [`${INCIDENT}.gbvimsType`]: words.types, [`${INCIDENT}.violationTypes`]: words.violations },
  lenient: true,
};
export const abduction = to(`${INCIDENT}.violationTypes`, { words: words.abductions, lenient: true });
export const reportedBefore = to(`${INCIDENT}.reportedElsewhere`, { words: words.yesOrNo, lenient: true });
export const earlierIncidents = to(`${INCIDENT}.previousIncidents`, { lenient: true });
export const samePerpetrator = to(`${INCIDENT}.previousIncidents`, {
  words: words.yesOrUnknown,
  fallback: 1,
  lenient: true,
});
export const perpetrators = to(`${PERPETRATOR}.count`, { words: words.counts, lenient: true });
export const perpetratorSex = to(`${PERPETRATOR}.sex`, { words: words.perpetratorSexes, lenient: true });
export const perpetratorAge = to(`${PERPETRATOR}.ageGroup`, {
  words: words.perpetratorAges,
  lenient: true,
  part: (text) => text.replace(/^\s*(age|idade)\s+/i, ''),
});
export const perpetratorAgeType = left(
  'Whether the alleged perpetrator is an adult says no age group, and is not kept here.',
  'Se o alegado agressor é adulto não diz o grupo de idade, e não se guarda aqui.',
);
export const relationship: Rule = {
  paths: [`${PERPETRATOR}.relationship`],
  values: { [`${PERPETRATOR}.relationship`]: words.relationships },
  lenient: true,
};
export const occupation = to(`${PERPETRATOR}.category`, { words: words.occupations, lenient: true });
export const categoryOfRelationship = to(`${PERPETRATOR}.category`, {
  words: words.categoriesOfRelationships,
  fallback: 1,
  lenient: true,
});
export const door = to('source', { words: words.doors, joined: ' & ', lenient: true });
export const reporting = to(`${INCIDENT}.consentReporting`, {
  blank: {
    value: 'false',
    warning: noConsentTold,
  },
});
export const narrative = to(`${INCIDENT}.narrative.text`);

export const ethnicity = left('Ethnicity is not kept here.', 'A etnia não se guarda aqui.');
export const maritalStatus = left('The marital status is not kept here.', 'O estado civil não se guarda aqui.');
export const displacement = left('Displacement is not kept here.', 'A situação de deslocamento não se guarda aqui.');
export const caseManager = left(
  'Who works on the case is decided here, after the review.',
  'Quem trabalha no caso decide-se aqui, depois da revisão.',
);
export const child = left(
  'Whether a child is separated is told in its case, on the child-protection path.',
  'Se uma criança está separada diz-se no seu caso, na via da protecção da criança.',
);
export const province = left('The district says it already.', 'O distrito já o diz.');
export const exactPlace = left(
  'Exact places are not imported, since they may show where sex work takes place.',
  'Os lugares exactos não se importam, pois podem mostrar onde se faz trabalho de sexo.',
);
export const practice = left(
  'Harmful traditional practices have no field of their own; what matters of them belongs in the account.',
  'As práticas tradicionais nocivas não têm campo próprio; o que delas importa pertence ao relato.',
);
export const exchanged = left(
  'It tells of this incident, and not of the person’s work; it belongs in the account.',
  'Diz respeito a este incidente e não ao trabalho da pessoa; pertence ao relato.',
);
export const services = left(
  'What was referred before is no referral of ours. Record the needs in the case.',
  'O que se encaminhou antes não é um encaminhamento nosso. Registe as necessidades no caso.',
);
export const legalAction = left(
  'The wish to complain is asked anew in the case.',
  'O desejo de apresentar queixa pergunta-se de novo no caso.',
);
export const agency = left('The organisation is the one that imports.', 'A organização é a que importa.');

/** What is needed here and stands in no column of GBVIMS, where the row has something of the same part. */
export const primeroGiven: readonly Given[] = [
  { path: 'source', value: 'OTHER_HUMANITARIAN_OR_DEVELOPMENT_ACTOR', where: '' },
  { path: `${INCIDENT}.detail.datePrecision`, value: 'DAY', where: `${INCIDENT}.detail.occurredOn` },
  {
    path: `${INCIDENT}.violationTypes`,
    value: 'OTHER',
    where: INCIDENT,
    remark: say(
      'The GBV type tells of no violation in particular, and it was taken as “other violation”. Say in the case what was done.',
      'O tipo de VBG não diz uma violação em particular, e tomou-se como «outra violação». Diga no caso o que foi feito.',
    ),
  },
  { path: `${INCIDENT}.consentReporting`, value: 'false', where: INCIDENT, remark: noConsentTold },
  {
    path: `${PEOPLE}.exchangesSexForMoneyOrGoods`,
    value: 'true',
    where: PEOPLE,
    once: true,
    remark: say(
      'The file does not say who exchanges sex for money or goods: everybody in it is taken to, as the programme is for them. Where that is not so, say it with a constant of the mapping.',
      'O ficheiro não diz quem troca sexo por dinheiro ou bens: toma-se como sendo todas as pessoas, pois o programa é para elas. Onde não for assim, diga-o com uma constante da correspondência.',
    ),
  },
  { path: 'survivor.genderIdentity', value: 'PREFER_NOT_TO_SAY', where: 'survivor', remark: noSexTold },
  { path: `${PERPETRATOR}.actorKind`, value: 'PERSON', where: PERPETRATOR },
  { path: `${PERPETRATOR}.category`, value: 'UNKNOWN', where: PERPETRATOR },
  { path: `${PERPETRATOR}.relationship`, value: 'UNKNOWN', where: PERPETRATOR },
];
