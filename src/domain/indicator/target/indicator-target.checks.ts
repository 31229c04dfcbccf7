/** What of a target can be wrong: its indicator, its period, its value, and the year of whose funds it is told. */
import { periodAt, periodOf, type Period } from '../../../base/period/period';
import { periodTypes } from '../../../base/period/type';
import type { InputCheck } from '../../../writing/input';
import type { FundingStream } from '../../programme/funding-stream.entity';
import { dimensionsOf, indicators, type Indicator } from '../indicator';
import type { IndicatorTarget } from './indicator-target.entity';

export type Told = Pick<IndicatorTarget, 'indicatorCode' | 'period' | 'valueHundredths'>;
type Places = Partial<Pick<IndicatorTarget, 'organisationId' | 'provinceId'>>;
type Of = Pick<IndicatorTarget, 'indicatorCode' | 'period'> &
  Partial<Pick<IndicatorTarget, 'organisationId' | 'provinceId' | 'fundingStreamId'>>;

/** Of what a target is: of two that stand, never the same. */
export const standsFor = ({ indicatorCode, period, organisationId, provinceId, fundingStreamId }: Of): string =>
  [indicatorCode, period, organisationId ?? '', provinceId ?? '', fundingStreamId ?? ''].join(' ');

/** The days of a period that was found right; they stand beside its name, so that lists can be filtered by them. */
export function daysOf(name: string): Pick<IndicatorTarget, 'startsOn' | 'endsOn'> {
  const period = periodOf(name);
  if (!period) throw new Error(`${name} is no period`);
  return { startsOn: period.from, endsOn: period.to };
}

export function checkTarget(check: InputCheck, target: Told & Places, stream: FundingStream | null): void {
  checkIndicator(check, target);
  const period = periodOf(target.period);
  if (!period)
    check.refuse(['period'], {
      en: 'This is no period that is offered. Write it as DHIS2 does: 202603, 2026Q1, 2026S1, 2026, 2026April, 2026July, 2026Oct.',
      pt: 'Não é um período disponível. Escreva-o como o DHIS2: 202603, 2026Q1, 2026S1, 2026, 2026April, 2026July, 2026Oct.',
    });
  else if (stream) checkYear(check, period, stream);
}

function checkIndicator(check: InputCheck, target: Told & Places): void {
  const { indicatorCode, valueHundredths } = target;
  const indicator = indicators.get(indicatorCode);
  if (!indicator) {
    check.refuse(['indicatorCode'], {
      en: 'There is no such indicator. Choose one of the list, and give its code as it stands there, such as I03.',
      pt: 'Não há nenhum indicador assim. Escolha um da lista e indique o código como lá está, por exemplo I03.',
    });
    return;
  }
  if (indicator.measure === 'PER_CENT' && valueHundredths > 10_000)
    check.refuse(['valueHundredths'], {
      en: 'A share cannot be more than 100 per cent.',
      pt: 'Uma proporção não pode ser mais do que 100 por cento.',
    });
  if (indicator.measure === 'COUNT' && valueHundredths % 100 !== 0)
    check.refuse(['valueHundredths'], {
      en: 'What is counted is a whole number: 500 is given as 50000 hundredths.',
      pt: 'O que se conta é um número inteiro: 500 indica-se como 50000 centésimos.',
    });
  checkToldBy(check, indicator, target);
}

/** No value would ever stand beside a target of what is not told by it. */
function checkToldBy(check: InputCheck, indicator: Indicator, { organisationId, provinceId }: Places): void {
  const told = dimensionsOf(indicator);
  if (provinceId && !told.includes('PROVINCE'))
    check.refuse(['provinceId'], {
      en: 'This indicator is not told by provinces. Leave the province out.',
      pt: 'Este indicador não se indica por províncias. Não indique a província.',
    });
  if (organisationId && !told.includes('ORGANISATION'))
    check.refuse(['organisationId'], {
      en: 'This indicator is not told by organisations. Leave the organisation out.',
      pt: 'Este indicador não se indica por organizações. Não indique a organização.',
    });
}

/** What a donor is told of is a year of theirs, or lies in one. */
function checkYear(check: InputCheck, period: Period, { financialYear }: FundingStream): void {
  if (financialYear === null) {
    check.refuse(['fundingStreamId'], {
      en: 'It is not recorded when the financial year of this donor begins. Add that to the funding stream first.',
      pt: 'Não está registado quando começa o ano fiscal deste doador. Acrescente-o primeiro à fonte de financiamento.',
    });
    return;
  }
  const year = periodAt(period.from, financialYear);
  if (year && period.to <= year.to) return;
  const { en, pt } = periodTypes[financialYear].label;
  check.refuse(['period'], {
    en: `The donor of this funding stream has another year (${en}), which this period cuts. Choose such a year, or a part of it.`,
    pt: `O doador desta fonte de financiamento tem outro ano (${pt}), que este período corta. Escolha um desses anos, ou uma parte dele.`,
  });
}
