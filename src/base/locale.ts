/** The languages of the programme. Codes never change with the language; labels and messages do. */
export const locales = ['en', 'pt'] as const;
export type Locale = (typeof locales)[number];

/** A text in every language of the programme. */
export type Text = Readonly<Record<Locale, string>>;

/** Picks the language of an `Accept-Language` header (RFC 9110, 12.5.4): the best-weighted one that is spoken here, else English. */
export function negotiateLocale(header: string | undefined): Locale {
  if (!header) return 'en';
  const wanted = header
    .split(',')
    .map((part) => {
      const [tag = '', ...params] = part.trim().toLowerCase().split(';');
      const weight = params.map((p) => /^\s*q=([\d.]+)$/.exec(p)?.[1]).find(Boolean);
      return { language: tag.split('-')[0], weight: weight === undefined ? 1 : Number(weight) };
    })
    .sort((a, b) => b.weight - a.weight);
  const found = wanted.find((w) => w.weight > 0 && locales.includes(w.language as Locale));
  return (found?.language as Locale | undefined) ?? 'en';
}
