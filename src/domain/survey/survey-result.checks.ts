/** What of a survey result can be wrong: its interval, its numbers, its year, its source. */
import type { InputCheck } from '../../writing/input';
import { checkLink } from '../activity/activity.link';
import { checkPeople, wholeOf, type Told } from './survey-result.people';

export function checkResult(check: InputCheck, result: Told, today: string): void {
  checkInterval(check, result);
  checkPeople(check, result);
  checkShare(check, result);
  checkLink(check, result.url, ['url']);
  if (result.year !== undefined && result.year > Number(today.slice(0, 4)))
    check.refuse(['year'], {
      en: 'It lies in the future. Give the year in which people were asked.',
      pt: 'Está no futuro. Indique o ano em que as pessoas foram inquiridas.',
    });
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

function checkShare(check: InputCheck, told: Told): void {
  const most = wholeOf(told);
  if (!most) return;
  const { valueHundredths, ciHighHundredths } = told;
  for (const [at, value] of Object.entries({ valueHundredths, ciHighHundredths })) {
    if ((value ?? 0) <= most * 100) continue;
    check.refuse([at], {
      en: `A share cannot be more than ${most} of ${most}.`,
      pt: `Uma proporção não pode ser mais do que ${most} em ${most}.`,
    });
  }
}
