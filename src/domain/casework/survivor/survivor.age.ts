/** What is known of a survivor's age: a date, a year or a band of years; they follow from each other and must agree. */
import { yearOf, yearsBetween } from '../../../base/calendar';
import type { InputCheck, Path } from '../../../writing/input';
import type { AgeBand } from './survivor.codes';

/** Lowest age of each band, from the oldest. */
const bands: readonly (readonly [number, AgeBand])[] = [
  [50, 'AGE_50_PLUS'],
  [35, 'AGE_35_49'],
  [25, 'AGE_25_34'],
  [18, 'AGE_18_24'],
  [0, 'UNDER_18'],
];

const bandOf = (age: number): AgeBand => bands.find(([from]) => age >= from)?.[1] ?? 'UNDER_18';

/**
 * The band in a year. The birthday may be still to come, so the lower of the two possible ages is taken: who may be a
 * child is treated as one.
 */
export const ageBandOf = (birthYear: number, year: number): AgeBand => bandOf(year - birthYear - 1);

/** What is told of an age, or known of it. */
export interface Age {
  readonly dateOfBirth?: string | null | undefined;
  readonly birthYear?: number | null | undefined;
  readonly ageBand?: AgeBand | undefined;
}

/** Where each of them stands in the input. */
const places = { birthYear: ['demographics', 'birthYear'], ageBand: ['ageBand'] } as const;

/**
 * Notes where what is told contradicts itself, or what is known of it more exactly.
 * @param told has everything that is known: what was told before stands where nothing new is told
 */
export function checkAge(check: InputCheck, told: Age, known: Age, today: string, path: Path): void {
  const { dateOfBirth, birthYear: year } = { ...known, ...given(told) };
  const birthYear = livedIn(year, today);
  if (dateOfBirth && told.birthYear && told.birthYear !== yearOf(dateOfBirth)) {
    check.refuse([...path, ...places.birthYear], {
      en: 'It contradicts the date of birth. Leave it out: the year follows from the date; or correct the date.',
      pt: 'Contradiz a data de nascimento. Retire-o: o ano resulta da data; ou corrija a data.',
    });
  }
  const possible = dateOfBirth ? [ageBandAt(dateOfBirth, today)] : birthYear ? bandsOf(birthYear, today) : [];
  if (told.ageBand && told.ageBand !== 'UNKNOWN' && possible.length > 0 && !possible.includes(told.ageBand)) {
    check.refuse([...path, ...places.ageBand], {
      en: 'It contradicts the date or year of birth. Leave it out: the age band follows from them; or correct them.',
      pt: 'Contradiz a data ou o ano de nascimento. Retire-a: a faixa etária resulta deles; ou corrija-os.',
    });
  }
}

/** What is recorded of an age that was checked: the more exact decides. Undefined: it stays as it is. */
export function recordedAge(told: Age, known: Age, today: string): Pick<Age, 'birthYear' | 'ageBand'> {
  const { dateOfBirth, birthYear: year, ageBand } = { ...known, ...given(told) };
  const birthYear = livedIn(year, today);
  if (dateOfBirth) return { birthYear: yearOf(dateOfBirth), ageBand: ageBandAt(dateOfBirth, today) };
  if (!birthYear)
    return { birthYear: told.birthYear, ageBand: told.ageBand ?? (lapses(told, known) ? 'UNKNOWN' : undefined) };
  const possible = bandsOf(birthYear, today);
  const [lower] = possible;
  const exact = lower !== 'UNDER_18' && ageBand && possible.includes(ageBand) ? ageBand : lower;
  return { birthYear: told.birthYear, ageBand: exact };
}

/** What the band followed from is taken away. */
const lapses = (told: Age, known: Age): boolean =>
  (told.dateOfBirth === null && Boolean(known.dateOfBirth)) || (told.birthYear === null && Boolean(known.birthYear));

const ageBandAt = (dateOfBirth: string, today: string): AgeBand => bandOf(yearsBetween(dateOfBirth, today));

/** The two that a year of birth leaves possible, the lower first. */
const bandsOf = (birthYear: number, today: string): [AgeBand, AgeBand] => [
  ageBandOf(birthYear, yearOf(today)),
  bandOf(yearOf(today) - birthYear),
];

/** A year to come is recorded as it is told, and no age follows from it. */
const livedIn = (year: number | null | undefined, today: string): number | null =>
  year && year <= yearOf(today) ? year : null;

const given = (age: Age): Age => Object.fromEntries(Object.entries(age).filter(([, value]) => value !== undefined));
