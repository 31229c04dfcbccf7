/** What of a release to a ministry can be wrong: where it goes, what it names, and its days. */
import { dhis2Address } from '../../exchange/dhis2/address';
import type { Values } from '../../model/record';
import type { InputCheck } from '../../writing/input';
import { dimensionsOf, indicators } from '../indicator/indicator';
import type { IndicatorDimension } from '../indicator/indicator.dimensions';
import { MOST_INDICATORS } from '../indicator/table/asked';
import type { MinistryRelease } from './ministry-release.entity';

type Given = Values<MinistryRelease>;

export function checkRelease(check: InputCheck, { values }: { readonly values: Given }, today: string): void {
  checkAddress(check, values);
  checkIndicators(check, values);
  checkDays(check, values, today);
}

function checkAddress(check: InputCheck, { address }: Given): void {
  if (!address || dhis2Address(address)) return;
  check.refuse(['address'], {
    en: 'This is no address that numbers can be sent to. Write it with https, without user, password or anything behind a question mark: https://dhis2.example.',
    pt: 'Não é um endereço para onde se possam enviar números. Escreva-o com https, sem utilizador, palavra-passe nem nada depois de um ponto de interrogação: https://dhis2.example.',
  });
}

function checkIndicators(check: InputCheck, { indicatorCodes, by }: Given): void {
  if (!indicatorCodes) return;
  if (indicatorCodes.length === 0 || indicatorCodes.length > MOST_INDICATORS)
    check.refuse(['indicatorCodes'], {
      en: `Name 1 to ${MOST_INDICATORS} indicators.`,
      pt: `Indique de 1 a ${MOST_INDICATORS} indicadores.`,
    });
  for (const [at, code] of indicatorCodes.entries())
    if (!indicators.has(code))
      check.refuse(['indicatorCodes', at], {
        en: 'There is no such indicator. Choose one of the list, and give its code as it stands there, such as I03.',
        pt: 'Não há nenhum indicador assim. Escolha um da lista e indique o código como lá está, por exemplo I03.',
      });
  checkToldBy(check, indicatorCodes, by ?? []);
}

/** Of indicators that there are not, nobody knows by what they would be told. */
function checkToldBy(check: InputCheck, codes: readonly string[], by: readonly IndicatorDimension[]): void {
  const known = codes.flatMap((code) => indicators.get(code) ?? []);
  if (known.length === 0 || known.length < codes.length) return;
  const told = known.flatMap((one) => dimensionsOf(one));
  for (const [at, name] of by.entries())
    if (!told.includes(name))
      check.refuse(['by', at], {
        en: 'None of these indicators is told by this. Leave it out.',
        pt: 'Nenhum destes indicadores se indica por isto. Retire-o.',
      });
}

function checkDays(check: InputCheck, { startsOn, endsOn, validUntil }: Given, today: string): void {
  if (startsOn && endsOn && endsOn < startsOn)
    check.refuse(['endsOn'], {
      en: 'The last day lies before the first.',
      pt: 'O último dia fica antes do primeiro.',
    });
  const latest = yearAfter(today);
  if (validUntil && (validUntil < today || validUntil > latest))
    check.refuse(['validUntil'], {
      en: `Numbers can be released from today on, for a year at most: until a day from ${today} to ${latest}.`,
      pt: `Podem autorizar-se números a partir de hoje, por um ano no máximo: até um dia de ${today} a ${latest}.`,
    });
}

/** The same day of the next year; of 29 February, the day before. */
function yearAfter(day: string): string {
  const next = `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
  return next.endsWith('-02-29') ? next.replace(/29$/, '28') : next;
}
