/** What is shown: indicator, periods, dimensions, places. Each choice is at once in the address and in the charts. */
import type { Locale } from '../base/locale';
import type { PeriodTypeCode } from '../base/period/type';
import { periodText } from '../chart/period-names';
import type { View } from '../chart/view';
import { h, newId } from './dom';
import type { ListedIndicator } from './documents';
import {
  financialChoices,
  kindChoices,
  periodsOfKind,
  rangeOf,
  relativeChoices,
  usualRange,
  type Choice,
} from './periods';
import type { Words } from './words';

export interface Places {
  readonly countries: readonly Choice[];
  readonly provinces: readonly Choice[];
  readonly organisations: readonly Choice[];
}

export interface PickerParts {
  readonly view: View;
  readonly indicators: readonly ListedIndicator[];
  readonly places: Places;
  readonly dimensions: readonly Choice[];
  readonly locale: Locale;
  readonly words: Words;
  readonly pick: (changed: Partial<View>) => void;
}

const RANGE = 'RANGE';

export function pickers(parts: PickerParts): HTMLElement {
  const { words, view, places } = parts;
  return h(
    'form',
    { class: 'pickers', 'aria-label': words.choose, submit: (event) => event.preventDefault() },
    indicatorPicker(parts),
    periodPicker(parts),
    ...rangePickers(parts),
    ...(view.indicator === null ? [] : dimensionPickers(parts)),
    places.provinces.length > 1 &&
      select(words.province, [{ value: '', label: words.all }, ...places.provinces], view.province ?? '', (value) =>
        parts.pick({ province: value || null }),
      ),
    places.organisations.length > 1 &&
      select(
        words.organisation,
        [{ value: '', label: words.all }, ...places.organisations],
        view.organisation ?? '',
        (value) => parts.pick({ organisation: value || null }),
      ),
    places.countries.length > 1 && countryPicker(parts),
  );
}

function select(
  name: string,
  choices: readonly (Choice | HTMLElement)[],
  chosen: string,
  change: (value: string) => void,
): HTMLElement {
  const id = newId('pick');
  const options = choices.map((one) => (one instanceof HTMLElement ? one : option(one)));
  const element = h('select', { id, change: (event) => change((event.target as HTMLSelectElement).value) }, ...options);
  element.value = chosen;
  return h('p', {}, h('label', { for: id }, name), element);
}

const option = ({ value, label }: Choice): HTMLOptionElement => h('option', { value }, label);

/** By long-term outcome; those of the impact stand first. */
function indicatorPicker({ indicators, locale, words, view, pick }: PickerParts): HTMLElement {
  const outcomes = [...new Set(indicators.map(({ outcomeLabel }) => outcomeLabel))].sort((a, b) =>
    a === null ? -1 : b === null ? 1 : 0,
  );
  const groups = outcomes.map((outcome) =>
    h(
      'optgroup',
      { label: outcome ?? words.impact },
      ...indicators
        .filter(({ outcomeLabel }) => outcomeLabel === outcome)
        .map(({ code, title }) => option({ value: code, label: `${code} ${title[locale]}` })),
    ),
  );
  const whole = { by: [], period: null };
  return select(words.indicator, [{ value: '', label: words.overview }, ...groups], view.indicator ?? '', (value) =>
    pick({ indicator: value || null, ...(value === '' ? whole : { by: [] }) }),
  );
}

function periodPicker({ locale, words, view, pick }: PickerParts): HTMLElement {
  const { period } = view;
  const isRange = rangeOf(period) !== null;
  const [known, financial] = [relativeChoices(locale), financialChoices(locale)];
  const isOther = period !== null && !isRange && ![...known, ...financial].some(({ value }) => value === period);
  const choices = [
    { value: '', label: words.suited },
    ...known,
    h('optgroup', { label: words.financial }, ...financial.map(option)),
    { value: RANGE, label: words.range },
    ...(isOther
      ? [
          {
            value: period,
            label: period
              .split(',')
              .map((name) => periodText(name, locale))
              .join(', '),
          },
        ]
      : []),
  ];
  return select(words.period, choices, isRange ? RANGE : (period ?? ''), (value) =>
    pick({ period: value === RANGE ? usualRange('QUARTER') : value || null }),
  );
}

function rangePickers({ locale, words, view, pick }: PickerParts): readonly HTMLElement[] {
  const range = rangeOf(view.period);
  if (!range) return [];
  const { kind, from, to } = range;
  const names = periodsOfKind(kind).map(({ name }) => name);
  const listed = (one: string): readonly Choice[] =>
    (names.includes(one) ? names : [one, ...names]).map((name) => ({ value: name, label: periodText(name, locale) }));
  const ordered = (a: string, b: string): string => {
    const [first, last] = names.indexOf(a) < names.indexOf(b) ? [b, a] : [a, b];
    return `${first}..${last}`;
  };
  return [
    select(words.kind, kindChoices(locale), kind, (value) => pick({ period: usualRange(value as PeriodTypeCode) })),
    select(words.from, listed(from), from, (value) => pick({ period: ordered(value, to) })),
    select(words.to, listed(to), to, (value) => pick({ period: ordered(from, value) })),
  ];
}

/** One more than are chosen, three at most. */
function dimensionPickers({ dimensions, words, view, pick }: PickerParts): readonly HTMLElement[] {
  const slots = Math.min(view.by.length + 1, 3, dimensions.length);
  return Array.from({ length: slots }, (_, at) => {
    const others = view.by.filter((__, other) => other !== at);
    const choices = [
      { value: '', label: at === 0 ? words.whole : '–' },
      ...dimensions.filter(({ value }) => !others.includes(value)),
    ];
    return select(at === 0 ? words.by : words.andBy, choices, view.by[at] ?? '', (value) => {
      const by = [...view.by];
      by[at] = value;
      pick({ by: by.filter(Boolean) });
    });
  });
}

function countryPicker({ words, view, places, pick }: PickerParts): HTMLElement {
  const { countries } = places;
  const isChosen = (code: string): boolean => view.countries.length === 0 || view.countries.includes(code);
  const change = (code: string, chosen: boolean): void => {
    const next = countries.map(({ value }) => value).filter((value) => (value === code ? chosen : isChosen(value)));
    pick({ countries: next.length === countries.length ? [] : next });
  };
  return h(
    'fieldset',
    {},
    h('legend', {}, words.countries),
    ...countries.map(({ value, label }) => {
      const id = newId('country');
      const box = h('input', {
        type: 'checkbox',
        id,
        checked: isChosen(value),
        change: (event) => change(value, (event.target as HTMLInputElement).checked),
      });
      return h('span', {}, box, h('label', { for: id }, label));
    }),
  );
}
