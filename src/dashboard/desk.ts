/** The page of somebody who is signed in: pickers and charts, anew for each view. */
import type { Locale } from '../base/locale';
import { periodInput } from '../chart/asked-period';
import { openingOf, type Opening } from '../chart/opening';
import { hashOf, type View } from '../chart/view';
import { today } from './periods';
import { SessionEnded, type Api } from './api';
import { Card } from './card';
import { detailsOf } from './details';
import { h, replace } from './dom';
import {
  organisationsDocument,
  organisationsInput,
  startDocument,
  type Account,
  type ListedIndicator,
  type Organisations,
  type Start,
} from './documents';
import { Loader, type Question } from './loader';
import { pickers, type Places } from './pickers';
import type { Choice } from './periods';
import { printHead } from './print';
import type { Words } from './words';

export interface DeskParts {
  readonly api: Api;
  readonly account: Account;
  readonly locale: Locale;
  readonly words: Words;
  readonly view: View;
  readonly go: (view: View) => void;
  readonly ended: () => void;
  readonly say: (text: string) => void;
  readonly relabel: (roleLabel: string) => void;
}

export class Desk {
  readonly element = h('main', { id: 'main', tabindex: '-1' });
  readonly #parts: DeskParts;
  readonly #loader: Loader;
  readonly #head = h('div', { class: 'choice' });
  readonly #cards = h('div', { class: 'cards' });
  #view: View;
  #reader: Account;
  #shown: readonly Card[] = [];
  #start: Start | undefined;
  #organisations: readonly Choice[] = [];
  #isOver = false;

  constructor(parts: DeskParts) {
    this.#parts = parts;
    this.#view = parts.view;
    this.#reader = parts.account;
    this.#loader = new Loader(parts.api);
    this.element.append(h('h1', { class: 'unseen' }, parts.words.title), this.#head, this.#cards);
  }

  get #isRegion(): boolean {
    return this.#parts.account.country === null;
  }

  async open(): Promise<void> {
    const { api, locale, words, ended, say } = this.#parts;
    replace(this.#head, h('p', { class: 'waiting' }, words.loading));
    try {
      this.#start = await api.ask<Start>(startDocument(locale), { isRegion: this.#isRegion });
      if (this.#isOver) return;
      const { roleLabel } = this.#start.viewer.account;
      this.#reader = { ...this.#reader, roleLabel };
      this.#parts.relabel(roleLabel);
      // Whoever comes to look at one of them waits for their names; else they come behind everything.
      if (this.#view.organisation !== null) await this.#findOrganisations();
      if (this.#isOver) return;
      this.show(this.#view);
      if (this.#organisations.length === 0) void this.#findOrganisations();
    } catch (error) {
      if (this.#isOver) return;
      if (error instanceof SessionEnded) return ended();
      const button = h('button', { type: 'button', click: () => void this.open() }, words.retry);
      replace(
        this.#head,
        h(
          'div',
          { class: 'failed' },
          h('p', {}, h('strong', {}, words.failed)),
          h('p', {}, (error as Error).message),
          button,
        ),
      );
      say(words.someFailed);
    }
  }

  /** Shows another view, which is in the address already. */
  show(view: View): void {
    this.#view = view;
    if (!this.#start) return;
    this.#choose();
    void this.#draw();
  }

  fit(isPaper: boolean): void {
    for (const card of this.#shown) card.fit(isPaper);
  }

  hideTips(): void {
    for (const card of this.#shown) card.hideTip();
  }

  end(): void {
    this.#isOver = true;
    for (const card of this.#shown) card.end();
  }

  /** The pickers anew, with the focus where it was. */
  #choose(): void {
    const { words, locale, go } = this.#parts;
    const places = this.#places();
    const one = this.#indicator(this.#view.indicator);
    const selects = [...this.#head.querySelectorAll('select, input')];
    const focused = selects.indexOf(document.activeElement ?? document.body);
    const pick = (changed: Partial<View>): void => go({ ...this.#view, ...changed });
    const form = pickers({
      ...{
        view: { ...this.#view, organisation: this.#organisation },
        indicators: this.#start?.indicators ?? [],
        places,
        locale,
        words,
        pick,
      },
      dimensions: one ? dimensionsOf(one) : [],
    });
    replace(this.#head, form, printHead({ ...this.#parts, account: this.#reader }, this.#narrowed()));
    if (focused >= 0) this.#head.querySelectorAll<HTMLElement>('select, input')[focused]?.focus();
  }

  async #draw(): Promise<void> {
    const { words, say } = this.#parts;
    for (const card of this.#shown) card.end();
    const cards = (this.#shown = this.#openings().flatMap((opening) => this.#card(opening) ?? []));
    const one = this.#indicator(this.#view.indicator);
    replace(this.#cards, ...cards.map(({ element }) => element), one && detailsOf(this.#parts, one.code));
    say(words.loading);
    const loaded = await Promise.all(cards.map((card) => card.load()));
    if (cards === this.#shown && !this.#isOver) say(loaded.every(Boolean) ? words.loaded : words.someFailed);
  }

  #openings(): readonly Opening[] {
    const { indicator, period, by } = this.#view;
    const usual = openingOf(this.#isRegion, today());
    if (indicator === null) return usual.map((one) => ({ ...one, period: period ?? one.period }));
    const suited =
      usual.find((one) => one.indicator === indicator)?.period ??
      (this.#isRegion ? 'LAST_2_SIXMONTHS' : 'LAST_4_QUARTERS');
    return [{ indicator, period: period ?? suited, by, isWide: true }];
  }

  #card({ indicator, period, by, isWide = false }: Opening): Card | undefined {
    const { words, locale, say, ended, api } = this.#parts;
    const about = this.#indicator(indicator);
    const asked = periodInput(period);
    if (!about || !asked || !by.every((name) => dimensionsOf(about).some(({ value }) => value === name)))
      return undefined;
    const province =
      this.#start?.provinces?.edges.find(({ node }) => node.code === this.#view.province)?.node.id ?? null;
    const question: Question = {
      indicator,
      period: asked,
      by,
      countries: this.#isRegion ? this.#view.countries : [],
      province,
      organisation: this.#organisation,
    };
    return new Card({
      ...{ about, question, locale, words, isWide, say, ended },
      narrowed: this.#narrowed(),
      dimensionLabels: Object.fromEntries(dimensionsOf(about).map(({ value, label }) => [value, label])),
      href: this.#view.indicator === null ? hashOf({ ...this.#view, indicator, period, by }) : null,
      load: (one) => this.#loader.table(one),
      picture: (one) => api.picture(addressOf(one, period, locale)),
    });
  }

  /** That of the view, where it is one of several that the account is told of. */
  get #organisation(): string | null {
    if (this.#organisations.length < 2) return null;
    return this.#organisations.find(({ value }) => value === this.#view.organisation)?.value ?? null;
  }

  #indicator(code: string | null): ListedIndicator | undefined {
    return this.#start?.indicators.find((one) => one.code === code);
  }

  #narrowed(): readonly string[] {
    const places = this.#places();
    const of = (choices: readonly Choice[], chosen: string | null) =>
      choices.filter(({ value }) => value === chosen).map(({ label }) => label);
    return [...of(places.provinces, this.#view.province), ...of(places.organisations, this.#organisation)];
  }

  #places(): Places {
    const { locale } = this.#parts;
    const named = locale === 'pt' ? 'namePt' : 'nameEn';
    const countries = this.#isRegion ? (this.#start?.countries.edges ?? []) : [];
    return {
      countries: countries.map(({ node }) => ({ value: node.code, label: node[named] })),
      provinces: (this.#start?.provinces?.edges ?? []).map(({ node }) => ({ value: node.code, label: node.name })),
      organisations: this.#organisations,
    };
  }

  async #findOrganisations(): Promise<void> {
    if (this.#isRegion) return;
    try {
      const { indicatorTable } = await this.#parts.api.ask<Organisations>(organisationsDocument, {
        input: organisationsInput,
      });
      const found = indicatorTable.rows.flatMap(({ dimensions: [one] }) =>
        one?.code ? [[one.code, one.label] as const] : [],
      );
      this.#organisations = [...new Map(found)].map(([value, label]) => ({ value, label }));
      if (this.#isOver || this.#organisations.length < 2) return;
      if (this.#organisation !== null && this.#shown.length > 0) this.show(this.#view);
      else this.#choose();
    } catch {
      // Without them there is nothing to choose from; what is shown is whole.
    }
  }
}

/** By what an account is told an indicator, with labels. */
export function dimensionsOf(one: ListedIndicator): readonly Choice[] {
  const [codes, labels] = one.regionalDimensions
    ? [one.regionalDimensions, one.regionalDimensionsLabel]
    : [one.dimensions ?? [], one.dimensionsLabel];
  return codes.map((value, at) => ({ value, label: labels?.[at] ?? value }));
}

/** Where the server draws the same. */
function addressOf(
  { indicator, by, countries, province, organisation }: Question,
  period: string,
  lang: Locale,
): string {
  const given = new URLSearchParams({ period, lang });
  if (by.length > 0) given.set('by', by.join(','));
  if (countries.length > 0) given.set('country', countries.join(','));
  if (province !== null) given.set('province', province);
  if (organisation !== null) given.set('organisation', organisation);
  return `chart/${indicator}.svg?${given.toString()}`;
}
