/** Whether a mapping is whole: what is unmapped, what it names that there is not, and what does not come back from DHIS2. */
import { periodTypeCodes, periodTypes } from '../../base/period/type';
import type { Text } from '../../base/locale';
import { eachOnce, say, type Fault } from './fault';
import type { DataSet, Entry, Mapping } from './mapping';
import { dhis2Period } from './period';
import type { Published } from './placing';
import { NOT_KNOWN, PLACE, type IndicatorRow } from './row';
import { valuesOf } from './values';

/** What is known of an indicator. */
export interface KnownIndicator {
  readonly code: string;
  /** COUNT, PER_CENT and so on. */
  readonly measure: string;
  /** By what it is told outside its country. */
  readonly dimensions: readonly string[];
  /** It counts activities, and is told by provinces everywhere. */
  readonly isOpen: boolean;
}

export interface Known {
  readonly indicators: readonly KnownIndicator[];
  /** The codes that a dimension can have; null: they are records of a country. */
  codesOf(dimension: string): readonly string[] | null;
  /** Null: nobody was asked. */
  readonly published: Published | null;
}

export interface Findings {
  /** Nothing is sent as long as there are any. */
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
}

const at = (line: number | null, en: string, pt: string): Fault => ({ line, text: say(en, pt) });

/** What can be said without any numbers. */
export function checkMapping(mapping: Mapping, known: Known): Findings {
  const faults = [...placeFaults(mapping, known.published), ...mapping.dataSets.flatMap((one) => typeFaults(one))];
  const warnings: Fault[] = [];
  for (const dataSet of mapping.dataSets)
    for (const entry of dataSet.entries) {
      const indicator = known.indicators.find(({ code }) => code === entry.indicator);
      if (!indicator) faults.push(noIndicator(entry, known));
      else faults.push(...entryFaults(entry, indicator, known));
      warnings.push(...unheardCodes(entry, known));
    }
  return { faults: eachOnce(faults), warnings: eachOnce(warnings) };
}

/** What the rows of these periods say of it, beside that. */
export function checkRows(
  mapping: Mapping,
  rows: readonly IndicatorRow[],
  { periods, published }: { readonly periods: readonly string[]; readonly published: Published | null },
): Findings {
  const { faults, warnings } = valuesOf(mapping, rows, { periods, published, sent: null });
  const untold = rows.filter(({ gap }) => gap === 'NOT_TOLD_SO').map(({ indicator }) => indicator);
  const unpublished = rows
    .filter(({ gap }) => gap === 'NOT_PUBLISHED')
    .map(({ indicator, period }) => `${indicator} ${period}`);
  return {
    faults: eachOnce([...periodFaults(mapping, periods), ...strayRows(mapping, rows), ...faults]),
    warnings: [
      ...[...new Set(untold)].map((code) =>
        at(null, `${code} is not told by all of this together.`, `${code} não se indica por tudo isto em conjunto.`),
      ),
      ...[...new Set(unpublished)].map((one) => at(null, `${one} is not published.`, `${one} não está publicado.`)),
      ...warnings,
    ],
  };
}

/** Periods that no data set takes, or that are none. */
export function periodFaults({ dataSets }: Mapping, periods: readonly string[]): readonly Fault[] {
  return periods.flatMap((id): Fault[] => {
    const period = dhis2Period(id);
    if (!period) return [at(null, `${id} is no period of DHIS2.`, `${id} não é um período do DHIS2.`)];
    if (dataSets.some(({ periodType }) => periodType === period.type)) return [];
    const types = [...new Set(dataSets.map(({ periodType }) => periodType))].join(', ');
    return [
      at(
        null,
        `${id} is ${period.type}, and the data sets are ${types}: none of them takes it.`,
        `${id} é ${period.type}, e os conjuntos de dados são ${types}: nenhum o recebe.`,
      ),
    ];
  });
}

const offered: readonly string[] = periodTypeCodes.map((code) => periodTypes[code].dhis2);
/** One of each type that ADX reads back as another. */
const lost = ['2026NovQ1'].flatMap((id) => dhis2Period(id) ?? []).filter(({ survives }) => !survives);

function typeFaults({ line, id, periodType }: DataSet): readonly Fault[] {
  if (offered.includes(periodType)) return [];
  const isLost = lost.some(({ type }) => type === periodType);
  const why: Text = isLost
    ? say('DHIS2 reads them back from ADX as other quarters', 'o DHIS2 lê-os de volta do ADX como outros trimestres')
    : say('nothing is counted by them here', 'aqui nada se conta por eles');
  return [
    at(
      line,
      `${id} takes periods of the type ${periodType}: ${why.en}. Counted are ${offered.join(', ')}.`,
      `${id} recebe períodos do tipo ${periodType}: ${why.pt}. Conta-se por ${offered.join(', ')}.`,
    ),
  ];
}

function placeFaults({ orgUnits, country }: Mapping, published: Published | null): readonly Fault[] {
  if (!published) return [];
  const isThere = (place: string): boolean =>
    place === country || place === NOT_KNOWN || published.codes.includes(place);
  const smallest = published.place === 'ZONE' ? say('zones', 'zonas') : say('provinces', 'províncias');
  const wrong = [...orgUnits.keys()].filter((place) => !isThere(place));
  const hasPlaces = [...orgUnits.keys()].some((place) => published.codes.includes(place));
  const missing = hasPlaces ? published.codes.filter((place) => !orgUnits.has(place)) : [];
  return [
    ...wrong.map((place) =>
      at(
        null,
        `${country} is published by ${smallest.en} (${published.codes.join(', ')}), and not by ${place}: take it out of “orgUnits”.`,
        `${country} publica-se por ${smallest.pt} (${published.codes.join(', ')}), e não por ${place}: retire-o de «orgUnits».`,
      ),
    ),
    ...missing.map((place) =>
      at(
        null,
        `No organisation unit is named for ${place}: write its id under “orgUnits”, or ~ for leaving it out.`,
        `Não há unidade organizacional para ${place}: escreva o seu id em «orgUnits», ou ~ para a omitir.`,
      ),
    ),
  ];
}

const noIndicator = ({ line, indicator }: Entry, { indicators }: Known): Fault =>
  at(
    line,
    `There is no indicator ${indicator}. There are ${indicators.map(({ code }) => code).join(', ')}.`,
    `Não há indicador ${indicator}. Há ${indicators.map(({ code }) => code).join(', ')}.`,
  );

function entryFaults(
  entry: Entry,
  { code, measure, dimensions, isOpen }: KnownIndicator,
  known: Known,
): readonly Fault[] {
  const { line, by, targets } = entry;
  const wrong = by.filter((name) => !dimensions.includes(name));
  const told = dimensions.join(', ');
  const isTooFine = isOpen && known.published?.place === 'ZONE' && by.includes(PLACE);
  return [
    ...(wrong.length > 0
      ? [
          at(
            line,
            `${code} is not told by ${wrong.join(', ')} outside its country; ${told ? `it is told by ${told}` : 'it is told as a whole alone'}.`,
            `${code} não se indica por ${wrong.join(', ')} fora do seu país; ${told ? `indica-se por ${told}` : 'só se indica no conjunto'}.`,
          ),
        ]
      : []),
    ...(targets.denominator && measure === 'COUNT'
      ? [
          at(
            line,
            `${code} is a number and no share: it has no denominator.`,
            `${code} é um número e não uma parte: não tem denominador.`,
          ),
        ]
      : []),
    ...(isTooFine
      ? [
          at(
            line,
            `${code} is told by provinces, and the country is published by zones: send it of the country as a whole, without ${PLACE}.`,
            `${code} indica-se por províncias, e o país publica-se por zonas: envie-o do país no conjunto, sem ${PLACE}.`,
          ),
        ]
      : []),
  ];
}

/** Codes that a mapping names, and no table ever has. */
function unheardCodes({ line, by, combos }: Entry, known: Known): readonly Fault[] {
  const dimensions = by.filter((name) => name !== PLACE);
  return [...(combos?.keys() ?? [])].flatMap((codes) =>
    codes.split(',').flatMap((code, nth): Fault[] => {
      const dimension = dimensions[nth] ?? '';
      const list = known.codesOf(dimension);
      if (list === null || code === NOT_KNOWN || list.includes(code)) return [];
      return [
        at(
          line,
          `${dimension} has no code ${code}: nothing is ever sent by it.`,
          `${dimension} não tem código ${code}: nunca se envia nada por ele.`,
        ),
      ];
    }),
  );
}

/** Rows of an indicator that no entry takes: it is told by something that the mapping does not name. */
function strayRows({ dataSets }: Mapping, rows: readonly IndicatorRow[]): readonly Fault[] {
  return rows.flatMap(({ indicator, dimensions, status }): Fault[] => {
    const entries = dataSets.flatMap((one) => one.entries).filter((entry) => entry.indicator === indicator);
    const names = dimensions.map(({ dimension }) => dimension);
    const isTaken = entries.some(({ by }) => by.length === names.length && names.every((name) => by.includes(name)));
    if (isTaken || (status === 'MISSING' && names.length === 0) || entries.length === 0) return [];
    const [entry] = entries as [Entry];
    const list = names.join(', ') || '–';
    return [
      at(
        entry.line,
        `${indicator} is always told by ${list}: name that under “by”.`,
        `${indicator} indica-se sempre por ${list}: indique isso em «by».`,
      ),
    ];
  });
}
