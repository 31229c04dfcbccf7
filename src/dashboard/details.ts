/** What an indicator counts, in words. */
import type { Locale } from '../base/locale';
import { SessionEnded, type Api } from './api';
import { detailsDocument, type Details } from './documents';
import { h, replace } from './dom';
import type { Words } from './words';

interface DetailsParts {
  readonly api: Api;
  readonly locale: Locale;
  readonly words: Words;
  readonly ended: () => void;
}

export function detailsOf({ api, locale, words, ended }: DetailsParts, code: string): HTMLElement {
  const place = h('section', { class: 'card wide about', 'aria-label': words.counts });
  const load = async (): Promise<void> => {
    const { indicators } = await api.ask<Details>(detailsDocument(locale), {});
    const one = indicators.find((found) => found.code === code);
    if (!one) return;
    const line = (name: string, told: string): readonly HTMLElement[] => [h('dt', {}, name), h('dd', {}, told)];
    const share = one.denominator ? ` (${words.ofWhich} ${one.denominator[locale]})` : '';
    replace(
      place,
      h('h2', {}, words.counts),
      h('p', {}, one.description[locale]),
      h(
        'dl',
        {},
        ...line(words.countsOf, `${one.numerator[locale]}${share}`),
        ...line(words.day, one.basisLabel),
        ...line(words.leaves, one.disclosureLabel),
        ...line(words.alsoBy, one.source),
      ),
    );
  };
  load().catch((error: unknown) => {
    if (error instanceof SessionEnded) ended();
    else place.remove();
  });
  return place;
}
