/** Days that are hardly true wherever they are told: a slip of the year, or a form that begins in 1900. */
import type { Text } from '../base/locale';
import type { Thing } from '../model/thing';

/** Nobody of the programme tells of what was before. */
export const EARLIEST_YEAR = 1990;
const YEARS_AHEAD = 20;

const text: Text = {
  en: `The day lies before ${EARLIEST_YEAR}, or more than ${YEARS_AHEAD} years ahead. Check the year.`,
  pt: `O dia é anterior a ${EARLIEST_YEAR}, ou daqui a mais de ${YEARS_AHEAD} anos. Verifique o ano.`,
};

/** The days among what is told of a thing that are so. @param today `YYYY-MM-DD` */
export function distantDays(
  { attributes }: Thing,
  told: Readonly<Record<string, unknown>>,
  today: string,
): { readonly at: string; readonly text: Text }[] {
  const latest = `${Number(today.slice(0, 4)) + YEARS_AHEAD}${today.slice(4)}`;
  const isDistant = (day: unknown): boolean =>
    typeof day === 'string' && (day < `${EARLIEST_YEAR}-01-01` || day > latest);
  return [...attributes.values()]
    .filter(({ name, type }) => type === 'date' && isDistant(told[name]))
    .map(({ name }) => ({ at: name, text }));
}
