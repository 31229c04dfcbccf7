/** The languages of the programme. Codes never change with the language; labels and messages do. */
export const locales = ['en', 'pt'] as const;
export type Locale = (typeof locales)[number];

/** A text in every language of the programme. */
export type Text = Readonly<Record<Locale, string>>;

/**
 * The language that an `Accept-Language` header asks for (RFC 9110, 12.5.4): the best-weighted one that is spoken here.
 * Null where it asks for none of them; `*`, which programs send by themselves, asks for none.
 */
export function askedLocale(header: string | undefined): Locale | null {
  if (!header) return null;
  const wanted = header
    .split(',')
    .map((part) => {
      const [tag = '', ...params] = part.trim().toLowerCase().split(';');
      const weight = params.map((p) => /^\s*q=([\d.]+)$/.exec(p)?.[1]).find(Boolean);
      return { language: tag.split('-')[0], weight: weight === undefined ? 1 : Number(weight) };
    })
    .sort((a, b) => b.weight - a.weight);
  const found = wanted.find((w) => w.weight > 0 && locales.includes(w.language as Locale));
  return (found?.language as Locale | undefined) ?? null;
}

/** The language in which somebody is answered of whom nothing more is known than what they ask for. */
export const negotiateLocale = (header: string | undefined): Locale => askedLocale(header) ?? 'en';
