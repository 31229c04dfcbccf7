/** What a sheet of paper says that the screen need not: of what it is, who read it and when, and how hidden cells are read. */
import type { Locale } from '../base/locale';
import { momentText } from '../chart/numbers';
import type { Account } from './documents';
import { h } from './dom';
import type { Words } from './words';

interface Printed {
  readonly account: Account;
  readonly locale: Locale;
  readonly words: Words;
}

/** The role and where it is, and no name of a person: paper is left lying. */
export const readerOf = ({ account, locale }: Pick<Printed, 'account' | 'locale'>): string =>
  [account.roleLabel, account.organisation?.name, account.country?.[locale === 'pt' ? 'namePt' : 'nameEn']]
    .filter(Boolean)
    .join(', ');

export function printHead({ account, locale, words }: Printed, narrowed: readonly string[]): HTMLElement {
  return h(
    'header',
    { class: 'paper' },
    h('p', { class: 'paper-title' }, ['Hands Off', words.title, ...narrowed].join(' · ')),
    h(
      'p',
      { class: 'paper-when' },
      `${words.printed} `,
      h('time', {}, momentText(new Date(), locale)),
      `, ${words.readBy} ${readerOf({ account, locale })}. ${account.country ? words.exact : words.published}`,
    ),
    h('p', {}, h('strong', {}, `${words.howToRead}: `), `${words.howHidden} ${words.note}`),
  );
}

/** The moment of printing, and every table open; and back again. */
export function onPaper(locale: () => Locale, fit: (isPaper: boolean) => void): void {
  let opened: readonly HTMLDetailsElement[] = [];
  addEventListener('beforeprint', () => {
    const time = document.querySelector('.paper-when time');
    if (time) time.textContent = momentText(new Date(), locale());
    opened = [...document.querySelectorAll<HTMLDetailsElement>('.card details:not([open])')];
    for (const one of opened) one.open = true;
    fit(true);
  });
  addEventListener('afterprint', () => {
    for (const one of opened) one.open = false;
    fit(false);
  });
}
