/** What the numbers of a survey result tell of how many people: none of so few, and none that contradict each other. */
import type { Text } from '../../base/locale';
import type { InputCheck } from '../../writing/input';
import type { SurveyResult } from './survey-result.entity';

export type Told = Partial<SurveyResult>;

/** Fewer than these of a group would be told apart. */
const FEWEST = 5;

const whole: Readonly<Partial<Record<SurveyResult['unit'], number>>> = { PER_CENT: 100, PER_THOUSAND: 1000 };

/** Of how many a share is told: per cent of 100; undefined where the value is no share. */
export const wholeOf = ({ unit }: Told): number | undefined => unit && whole[unit];

/** Whoever reads the value beside how many were asked reckons how many it holds of: that is held to the same bound. */
export function checkPeople(check: InputCheck, told: Told): void {
  if (tellsOfAll(told)) check.refuse([(told.numerator ?? null) === null ? 'valueHundredths' : 'numerator'], ofAll);
  else if ((told.numerator ?? null) !== null) checkNumerator(check, told);
  else if (told.unit === 'NUMBER') checkNumber(check, told);
  else if ((told.respondents ?? null) !== null) checkReckoned(check, told);
  else checkEstimated(check, told);
}

function checkNumerator(check: InputCheck, told: Told): void {
  const [numerator, respondents] = [told.numerator ?? 0, told.respondents ?? null];
  if (respondents === null) {
    check.refuse(['respondents'], {
      en: 'Say how many people were asked.',
      pt: 'Indique quantas pessoas foram inquiridas.',
    });
  } else if (numerator > respondents) {
    check.refuse(['numerator'], {
      en: `It cannot hold of more than the ${respondents} who were asked.`,
      pt: `Não pode aplicar-se a mais do que as ${respondents} pessoas inquiridas.`,
      without: {
        en: 'It cannot hold of more people than were asked.',
        pt: 'Não pode aplicar-se a mais pessoas do que as inquiridas.',
      },
    });
  } else if (isFew(numerator) || isFew(respondents - numerator)) {
    check.refuse(['numerator'], {
      en: 'So few people could be recognised. Leave this number out (in a correction: `null`), and how many were asked as well: beside the value it tells the same.',
      pt: 'Tão poucas pessoas poderiam ser reconhecidas. Não indique este número (numa correcção: `null`), nem quantas foram inquiridas: ao lado do valor diz o mesmo.',
    });
  } else if (contradicts(told, numerator / respondents)) {
    check.refuse(['numerator'], {
      en: `The numbers contradict each other: the value is not what ${numerator} of ${respondents} come to. Correct them; where the value is weighted, leave this number out.`,
      pt: `Os números contradizem-se: o valor não corresponde a ${numerator} em ${respondents}. Corrija-os; se o valor é ponderado, não indique este número.`,
      without: {
        en: 'The numbers contradict each other: the value is not what this number of those who were asked comes to. Correct them; where the value is weighted, leave this number out.',
        pt: 'Os números contradizem-se: o valor não corresponde a este número das pessoas inquiridas. Corrija-os; se o valor é ponderado, não indique este número.',
      },
    });
  }
}

function checkNumber(check: InputCheck, { valueHundredths = 0 }: Told): void {
  if (!isFew(valueHundredths / 100)) return;
  check.refuse(['valueHundredths'], {
    en: `A number of fewer than ${FEWEST} is of so few people that they could be recognised. Tell it of a larger area, or not at all.`,
    pt: `Um número inferior a ${FEWEST} é de tão poucas pessoas que poderiam ser reconhecidas. Indique-o de uma área maior, ou não o indique.`,
  });
}

function checkReckoned(check: InputCheck, told: Told): void {
  const share = shareOf(told);
  if (share === undefined || !tellsOfFew(share, told.respondents ?? 0)) return;
  check.refuse(['respondents'], {
    en: `The value and this number together tell that it holds, or does not hold, of fewer than ${FEWEST} people, who could be recognised. Leave out how many were asked, and the confidence interval (in a correction: \`null\`).`,
    pt: `O valor e este número em conjunto dizem que se aplica, ou não se aplica, a menos de ${FEWEST} pessoas, que poderiam ser reconhecidas. Não indique quantas foram inquiridas, nem o intervalo de confiança (numa correcção: \`null\`).`,
  });
}

/** The width of an interval tells about how many were asked, where nothing else does. */
function checkEstimated(check: InputCheck, told: Told): void {
  const [share, of] = [shareOf(told), wholeOf(told)];
  const { ciLowHundredths: low, ciHighHundredths: high } = told;
  if (
    share === undefined ||
    of === undefined ||
    low === undefined ||
    low === null ||
    high === undefined ||
    high === null
  )
    return;
  const half = (high - low) / (200 * of);
  if (half <= 0) return;
  const people = share * (1 - share) * (1.96 / half) ** 2;
  if (!tellsOfFew(share, people)) return;
  check.refuse(['ciHighHundredths'], {
    en: `So wide an interval tells that fewer than ${FEWEST} people may be spoken of, who could be recognised. Say how many were asked, or leave both ends of the interval out.`,
    pt: `Um intervalo tão largo diz que se pode tratar de menos de ${FEWEST} pessoas, que poderiam ser reconhecidas. Indique quantas foram inquiridas, ou não indique nenhum dos limites do intervalo.`,
  });
}

/** The value as a part of one; undefined where it is no share, or is more than all, which is refused elsewhere. */
function shareOf(told: Told): number | undefined {
  const [of, { valueHundredths: value }] = [wholeOf(told), told];
  return of === undefined || value === undefined || value > of * 100 ? undefined : value / (of * 100);
}

const tellsOfFew = (share: number, people: number): boolean =>
  [share, 1 - share].some((part) => isFew(Math.round(part * people)));

/** What holds of nobody, or of everybody, is told of each who was asked, however many they were. */
function tellsOfAll(told: Told): boolean {
  const [numerator, share] = [told.numerator ?? null, shareOf(told)];
  return numerator === null ? share === 0 || share === 1 : numerator === 0 || numerator === told.respondents;
}

const ofAll: Text = {
  en: 'It holds of nobody, or of everybody, who was asked: so it tells of each of them. Tell it of a larger area or group, or not at all.',
  pt: 'Não se aplica a ninguém, ou aplica-se a todas as pessoas inquiridas: assim diz algo de cada uma delas. Indique-o de uma área ou de um grupo maior, ou não o indique.',
};

const isFew = (people: number): boolean => people < FEWEST;

/** Whether a share is another than the value, as exactly as that is given: 42 % is anything from 41.5 to 42.5. */
function contradicts(told: Told, share: number): boolean {
  const [of, { valueHundredths: value }] = [wholeOf(told), told];
  if (of === undefined || value === undefined) return false;
  const step = [100, 10].find((each) => value % each === 0) ?? 1;
  return Math.abs(share * of * 100 - value) > step / 2 + 1e-6;
}
