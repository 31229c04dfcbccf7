/** What somebody looks at, and how the address of the page keeps it: what is counted and how, never anything of a person. */

export interface View {
  /** Code of an indicator; null: the overview. */
  readonly indicator: string | null;
  /** As `periodInput` reads it; null: whatever suits each chart. */
  readonly period: string | null;
  readonly by: readonly string[];
  /** Empty: all. */
  readonly countries: readonly string[];
  /** Code of a province, where one alone is looked at. */
  readonly province: string | null;
  /** Id of an organisation, where one alone is looked at. */
  readonly organisation: string | null;
  /** Where it was chosen by hand. */
  readonly language: string | null;
}

export const overview: View = {
  ...{ indicator: null, period: null, by: [], countries: [] },
  ...{ province: null, organisation: null, language: null },
};

const listed = (text: string | null): readonly string[] =>
  (text ?? '').split(',').filter((one) => /^[\w-]{1,40}$/.test(one));

/** @param hash with or without `#`; what it does not understand is left out */
export function viewOf(hash: string): View {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?');
  const given = new URLSearchParams(query);
  const period = given.get('period');
  const province = given.get('province');
  const organisation = given.get('organisation');
  return {
    indicator: /^I\d{2}[a-z]?$/.test(path) ? path : null,
    period: period && /^[\w,.]{4,400}$/.test(period) ? period : null,
    by: listed(given.get('by')).slice(0, 3),
    countries: listed(given.get('country')),
    province: province && /^[\w-]{1,20}$/.test(province) ? province : null,
    organisation: organisation && /^[\w-]{1,200}$/.test(organisation) ? organisation : null,
    language: given.get('lang') === 'pt' || given.get('lang') === 'en' ? given.get('lang') : null,
  };
}

export function hashOf({ indicator, period, by, countries, province, organisation, language }: View): string {
  const parts = [
    ...(period ? [`period=${period}`] : []),
    ...(by.length > 0 ? [`by=${by.join(',')}`] : []),
    ...(countries.length > 0 ? [`country=${countries.join(',')}`] : []),
    ...(province ? [`province=${province}`] : []),
    ...(organisation ? [`organisation=${organisation}`] : []),
    ...(language ? [`lang=${language}`] : []),
  ];
  return `#${indicator ?? 'overview'}${parts.length > 0 ? `?${parts.join('&')}` : ''}`;
}
