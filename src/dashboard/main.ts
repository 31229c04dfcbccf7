/** The dashboard in a browser: who is signed in, in which language, looking at what. */
import { askedLocale, locales, type Locale } from '../base/locale';
import { hashOf, viewOf, type View } from '../chart/view';
import { Api } from './api';
import { Desk } from './desk';
import type { Account } from './documents';
import { h, replace } from './dom';
import { watchIdle } from './idle';
import { onPaper, readerOf } from './print';
import { SignIn } from './sign-in';
import { wordsIn } from './words';

const names: Readonly<Record<Locale, string>> = { en: 'English', pt: 'Português' };

class Page {
  #view: View = viewOf(location.hash);
  #locale: Locale = (this.#view.language as Locale | null) ?? askedLocale(navigator.languages.join(',')) ?? 'en';
  #account: Account | null = null;
  #desk: Desk | null = null;
  #idle: ReturnType<typeof watchIdle> | null = null;
  #asking: HTMLDialogElement | null = null;
  readonly #api = new Api(() => wordsIn(this.#locale).offline);
  readonly #live = h('div', { class: 'unseen', role: 'status', 'aria-live': 'polite' });

  open(): void {
    addEventListener('hashchange', () => this.#went());
    // A page that is left is wiped: the browser may keep it, to show it again at “Back”.
    addEventListener('pagehide', () => this.#signOut(null));
    addEventListener('keydown', ({ key }) => key === 'Escape' && this.#desk?.hideTips());
    onPaper(
      () => this.#locale,
      (isPaper) => this.#desk?.fit(isPaper),
    );
    this.#show(null);
  }

  /** @param notice why it asks to sign in */
  #show(notice: string | null): void {
    const words = wordsIn(this.#locale);
    document.documentElement.lang = this.#locale;
    document.title = `${words.title} · Hands Off`;
    this.#api.locale = this.#locale;
    this.#desk?.end();
    this.#desk = this.#account && this.#deskOf(this.#account);
    const main = this.#desk?.element ?? this.#door(notice);
    const skip = h('a', { class: 'skip', href: '#main', click: (event) => this.#skip(event, main) }, words.skip);
    replace(document.body, skip, this.#header(), main, this.#footer(), this.#live);
    if (this.#desk) void this.#desk.open();
    else main.querySelector('input')?.focus();
  }

  /** Where one signs in. */
  #door(notice: string | null): HTMLElement {
    const words = wordsIn(this.#locale);
    const form = new SignIn({ api: this.#api, words, notice, signedIn: (account) => this.#signedIn(account) });
    return h('main', { id: 'main', tabindex: '-1' }, form.element);
  }

  #deskOf(account: Account): Desk {
    const words = wordsIn(this.#locale);
    return new Desk({
      ...{ api: this.#api, account, locale: this.#locale, words, view: this.#view },
      go: (view) => this.#go(view),
      ended: () => this.#signOut(words.ended),
      say: (text) => (this.#live.textContent = text),
      relabel: (roleLabel) => this.#relabel(roleLabel),
    });
  }

  #header(): HTMLElement {
    const words = wordsIn(this.#locale);
    const account = this.#account;
    const language = locales.map((one) =>
      h(
        'button',
        { type: 'button', lang: one, 'aria-pressed': String(one === this.#locale), click: () => this.#speak(one) },
        names[one],
      ),
    );
    return h(
      'header',
      { class: 'top' },
      h('p', { class: 'brand' }, h('strong', {}, 'Hands Off'), h('span', {}, words.title)),
      account &&
        h(
          'p',
          { class: 'reader' },
          h('strong', {}, account.name),
          h('span', {}, readerOf({ account, locale: this.#locale })),
        ),
      h('div', { class: 'language', role: 'group', 'aria-label': words.language }, ...language),
      account && h('button', { type: 'button', click: () => print() }, words.print),
      account && h('button', { type: 'button', click: () => this.#signOut(null) }, words.signOut),
    );
  }

  #footer(): HTMLElement {
    const words = wordsIn(this.#locale);
    return h(
      'footer',
      { class: 'foot' },
      h('p', {}, words.note),
      h('p', {}, h('a', { href: 'dashboard/licences.txt' }, words.licences)),
    );
  }

  /** The role as it is called in the language that was chosen since. */
  #relabel(roleLabel: string): void {
    if (!this.#account || this.#account.roleLabel === roleLabel) return;
    this.#account = { ...this.#account, roleLabel };
    const told = document.querySelector('.reader span');
    if (told) told.textContent = readerOf({ account: this.#account, locale: this.#locale });
  }

  /** The fragment of the address is the view, not a place on the page. */
  #skip(event: Event, main: HTMLElement): void {
    event.preventDefault();
    main.focus();
  }

  #signedIn(account: Account): void {
    this.#account = account;
    const own = account.locale === 'PT' ? 'pt' : 'en';
    this.#locale = (this.#view.language as Locale | null) ?? own;
    this.#idle?.stop();
    this.#idle = watchIdle({
      ask: () => this.#ask(),
      askNoMore: () => this.#asking?.close(),
      end: () => this.#signOut(wordsIn(this.#locale).ended),
    });
    this.#show(null);
    this.#desk?.element.focus();
  }

  /** Nothing of what was read stays on the page; where one was stays in the address. */
  #signOut(notice: string | null): void {
    this.#api.signOut();
    this.#idle?.stop();
    this.#idle = null;
    this.#asking?.remove();
    if (!this.#account) return;
    this.#account = null;
    this.#show(notice);
  }

  #ask(): void {
    const words = wordsIn(this.#locale);
    const stay = h('button', { type: 'button', class: 'main', click: () => this.#idle?.here() }, words.stay);
    const dialog = h(
      'dialog',
      {
        'aria-labelledby': 'idle-title',
        'aria-describedby': 'idle-text',
        close: () => dialog.remove(),
        cancel: () => this.#idle?.here(),
      },
      h('h2', { id: 'idle-title' }, words.idle),
      h('p', { id: 'idle-text' }, words.idleSoon),
      stay,
    );
    this.#asking = dialog;
    document.body.append(dialog);
    dialog.showModal();
  }

  #speak(locale: Locale): void {
    this.#locale = locale;
    this.#view = { ...this.#view, language: locale };
    history.replaceState(null, '', hashOf(this.#view));
    this.#show(null);
    document.querySelector<HTMLElement>('.language [aria-pressed="true"]')?.focus();
  }

  #go(view: View): void {
    this.#view = view;
    history.pushState(null, '', hashOf(view));
    this.#desk?.show(view);
  }

  /** By “Back”, by a link, or typed. */
  #went(): void {
    this.#view = viewOf(location.hash);
    const { language } = this.#view;
    if (language !== null && language !== this.#locale) return this.#speak(language as Locale);
    this.#desk?.show(this.#view);
    scrollTo(0, 0);
  }
}

new Page().open();
