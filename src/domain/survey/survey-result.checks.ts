/** What of a survey result can be wrong: its interval, its numbers, its year, its source. */
import type { InputCheck } from '../../writing/input';
import { checkLink } from '../activity/activity.checks';
import type { SurveyResult } from './survey-result.entity';

type Told = Partial<SurveyResult>;

/** Fewer than these of a group would be told apart. */
const FEWEST = 5;

export function checkResult(check: InputCheck, result: Told, today: string): void {
  checkInterval(check, result);
  checkNumbers(check, result);
  checkShare(check, result);
  checkLink(check, result.url, ['url']);
  if (result.year !== undefined && result.year > Number(today.slice(0, 4)))
    check.refuse(['year'], { en: 'It lies in the future.', pt: 'Está no futuro.' });
  if (result.indicatorCode && !/^[A-Z][A-Z0-9_.-]*$/.test(result.indicatorCode)) {
    check.refuse(['indicatorCode'], {
      en: 'Give the code of the indicator in capital letters and digits, such as I03; its name goes into the title.',
      pt: 'Indique o código do indicador em maiúsculas e algarismos, como I03; o nome vai para o título.',
    });
  }
}

function checkInterval(check: InputCheck, { valueHundredths: value, ciLowHundredths, ciHighHundredths }: Told): void {
  const [low, high] = [ciLowHundredths ?? null, ciHighHundredths ?? null];
  if ((low === null) !== (high === null)) {
    check.refuse([low === null ? 'ciLowHundredths' : 'ciHighHundredths'], {
      en: 'Give both ends of the confidence interval, or neither.',
      pt: 'Indique os dois limites do intervalo de confiança, ou nenhum.',
    });
  }
  if (value === undefined || low === null || high === null) return;
  if (low > value)
    check.refuse(['ciLowHundredths'], {
      en: 'The lower end of the confidence interval cannot lie above the value.',
      pt: 'O limite inferior do intervalo de confiança não pode ficar acima do valor.',
    });
  if (high < value)
    check.refuse(['ciHighHundredths'], {
      en: 'The upper end of the confidence interval cannot lie below the value.',
      pt: 'O limite superior do intervalo de confiança não pode ficar abaixo do valor.',
    });
}

function checkNumbers(check: InputCheck, { numerator, respondents }: Told): void {
  if (numerator === undefined || numerator === null) return;
  if (respondents === undefined || respondents === null) {
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
      en: 'So few people could be recognised. Leave this number out; the value and how many were asked can stay.',
      pt: 'Tão poucas pessoas poderiam ser reconhecidas. Não indique este número; o valor e quantas foram inquiridas podem ficar.',
    });
  }
}

const isFew = (people: number): boolean => people > 0 && people < FEWEST;

const whole: Readonly<Partial<Record<SurveyResult['unit'], number>>> = { PER_CENT: 100, PER_THOUSAND: 1000 };

function checkShare(check: InputCheck, { unit, valueHundredths, ciHighHundredths }: Told): void {
  const most = unit && whole[unit];
  if (!most) return;
  for (const [at, value] of Object.entries({ valueHundredths, ciHighHundredths })) {
    if ((value ?? 0) <= most * 100) continue;
    check.refuse([at], {
      en: `A share cannot be more than ${most} of ${most}.`,
      pt: `Uma proporção não pode ser mais do que ${most} em ${most}.`,
    });
  }
}
