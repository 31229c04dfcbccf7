/** One chart with its title, its numbers as a table and what can be taken along. It loads for itself, and says so if it cannot. */
import type { Locale } from '../base/locale';
import { cellOf } from '../chart/cell';
import { chartOf, MOST_MARKS, type Chart } from '../chart/chart';
import { csvOf, tsvOf } from '../chart/delimited';
import { chartTable, type ToldTable } from '../chart/document';
import { reasonsIn, sourceOf, subtitleOf, summaryOf, unanswered } from '../chart/summary';
import { withoutEmptyRegion, type ChartTable } from '../chart/table';
import { tableViewOf } from '../chart/table-view';
import { Failure, SessionEnded } from './api';
import type { ListedIndicator } from './documents';
import { copy, download } from './download';
import { h, newId, replace } from './dom';
import type { Drawing } from './draw';
import type { Question } from './loader';
import { numbersTable } from './numbers-table';
import type { Words } from './words';

/** A longer table is a file. */
const MOST_ROWS = 500;
/** Within the margins of a sheet of A4; beside a short table, so that three fit on one. */
const PAPER = { width: 680, high: 150 };
const PAPER_BESIDE = { width: 390, high: 112 };
const FEW = 13;

export interface CardParts {
  readonly about: ListedIndicator;
  readonly question: Question;
  readonly dimensionLabels: Readonly<Record<string, string>>;
  readonly locale: Locale;
  readonly words: Words;
  readonly isWide: boolean;
  /** Of the view with this chart alone; null where it is the one. */
  readonly href: string | null;
  /** What it is narrowed to, in words. */
  readonly narrowed: readonly string[];
  readonly load: (question: Question) => Promise<ToldTable>;
  readonly picture: (question: Question) => Promise<string>;
  /** Says something to whoever does not see it. */
  readonly say: (text: string) => void;
  readonly ended: () => void;
}

export class Card {
  readonly element: HTMLElement;
  readonly #parts: CardParts;
  readonly #body = h('div', { class: 'body' });
  /** Tells apart the cards of one indicator. */
  readonly #subtitle = h('p', { class: 'subtitle', id: newId('subtitle') });
  #drawing: Drawing | undefined;
  #table: ChartTable | undefined;
  #isOver = false;

  constructor(parts: CardParts) {
    this.#parts = parts;
    const { about, locale, href, isWide } = parts;
    const title = about.title[locale];
    const id = newId('title');
    this.element = h(
      'article',
      { class: isWide ? 'card wide' : 'card', 'aria-labelledby': id },
      h('h2', { id }, href === null ? title : h('a', { href, 'aria-describedby': this.#subtitle.id }, title)),
      this.#body,
    );
  }

  /** @returns whether it could be loaded */
  async load(): Promise<boolean> {
    const { words, question, ended } = this.#parts;
    replace(this.#body, h('p', { class: 'waiting' }, words.loading));
    this.#body.setAttribute('aria-busy', 'true');
    try {
      const told = await this.#parts.load(question);
      if (this.#isOver) return true;
      await this.#show(told);
      return true;
    } catch (error) {
      if (this.#isOver) return true;
      if (error instanceof SessionEnded) ended();
      else this.#fail(error);
      return false;
    } finally {
      this.#body.removeAttribute('aria-busy');
    }
  }

  /** For paper, or for the screen again. */
  fit(isPaper: boolean): void {
    this.#drawing?.fit(isPaper);
  }

  hideTip(): void {
    this.#drawing?.hideTip();
  }

  end(): void {
    this.#isOver = true;
    this.#drawing?.end();
  }

  #fail(error: unknown): void {
    const { words, say, about, locale } = this.#parts;
    const why = error instanceof Failure ? error.message : words.failed;
    const retry = async (): Promise<void> => {
      const isLoaded = await this.load();
      say(isLoaded ? words.loaded : words.someFailed);
      if (isLoaded) this.#body.querySelector('summary')?.focus();
    };
    const button = h(
      'button',
      { type: 'button', click: () => void retry(), 'aria-label': `${words.retry}: ${about.title[locale]}` },
      words.retry,
    );
    replace(
      this.#body,
      h('div', { class: 'failed' }, h('p', {}, h('strong', {}, words.failed)), h('p', {}, why), button),
    );
  }

  async #show(told: ToldTable): Promise<void> {
    const { about, dimensionLabels, locale, words } = this.#parts;
    const table = withoutEmptyRegion(chartTable(told, about, dimensionLabels, locale));
    const chart = chartOf(table);
    this.#table = table;
    const isDrawn = chart.size <= MOST_MARKS && table.rows.length > 0;
    const { draw } = isDrawn ? await import('./draw') : {};
    if (this.#isOver) return;
    const isSmall = chart.kind !== 'matrix' && chart.size <= FEW;
    if (isSmall) this.element.dataset['paper'] = 'beside';
    const summary = h('p', { class: 'summary unseen', id: newId('summary') }, summaryOf(table));
    const subtitle = subtitleOf(table, this.#parts.narrowed);
    this.#subtitle.textContent = subtitle;
    const place = h('div', {
      role: 'img',
      'aria-label': `${about.title[locale]}. ${subtitle}`,
      'aria-describedby': summary.id,
    });
    const frame = h('div', { class: 'chart' }, place);
    replace(
      this.#body,
      this.#subtitle,
      isDrawn ? frame : h('p', { class: 'notice' }, words.tooMany),
      summary,
      this.#notes(table),
      this.#numbers(table, chart, subtitle),
      h('p', { class: 'source' }, sourceOf(table)),
    );
    if (!draw) return;
    this.#drawing = draw(place, table, chart, isSmall ? PAPER_BESIDE : PAPER);
    // Only what is wider than its place is stopped at by the keyboard, to scroll it.
    if (place.scrollWidth > frame.clientWidth)
      for (const [name, value] of [
        ['tabindex', '0'],
        ['role', 'group'],
        ['aria-label', about.title[locale]],
      ] as const)
        frame.setAttribute(name, value);
  }

  #notes(table: ChartTable): HTMLElement | null {
    const { words } = this.#parts;
    const isToldNothing = table.rows.every((row) => cellOf(row).kind !== 'known');
    const reasons = reasonsIn(table);
    const lines = [
      ...(reasons.length > 0 ? [`${words.why}: ${reasons.join('; ')}.`] : []),
      ...(isToldNothing ? [words.allHidden] : []),
      ...unanswered(table).map((one) => `${words.away}: ${one}.`),
    ];
    return lines.length > 0 ? h('ul', { class: 'notes' }, ...lines.map((one) => h('li', {}, one))) : null;
  }

  #numbers(table: ChartTable, chart: Chart, subtitle: string): HTMLElement {
    const { words, about, locale } = this.#parts;
    const title = about.title[locale];
    const button = (name: string, work: () => Promise<void> | void): HTMLElement =>
      h(
        'button',
        {
          type: 'button',
          'aria-label': `${name}: ${title}`,
          'aria-describedby': this.#subtitle.id,
          click: () => void work(),
        },
        name,
      );
    const isShown = table.rows.length <= MOST_ROWS;
    return h(
      'div',
      { class: 'numbers' },
      h(
        'details',
        { open: this.#parts.href === null },
        h('summary', {}, words.table),
        isShown
          ? numbersTable(tableViewOf(table, chart.layout), `${title}. ${subtitle}`)
          : h('p', { class: 'notice' }, words.tooLong),
      ),
      h(
        'p',
        { class: 'actions' },
        button(words.copy, () => this.#copy()),
        button(words.csv, () => download(`${this.#name()}.csv`, 'text/csv', csvOf(table))),
        chart.size <= MOST_MARKS && button(words.svg, () => this.#picture()),
      ),
    );
  }

  #name(): string {
    const { question } = this.#parts;
    const periods = this.#table?.rows.map(({ period }) => period) ?? [];
    return [question.indicator, ...question.by, periods[0], periods.at(-1)].filter(Boolean).join('-').toLowerCase();
  }

  async #copy(): Promise<void> {
    const { say, words } = this.#parts;
    say((await copy(this.#table ? tsvOf(this.#table) : '')) ? words.copied : words.notCopied);
  }

  async #picture(): Promise<void> {
    const { say, words, ended, picture, question } = this.#parts;
    try {
      download(`${this.#name()}.svg`, 'image/svg+xml', await picture(question));
    } catch (error) {
      if (error instanceof SessionEnded) ended();
      else say(error instanceof Failure ? error.message : words.failed);
    }
  }
}
