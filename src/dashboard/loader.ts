/** Fetches tables: questions that differ in their indicators alone go as one, and a few at a time. */
import type { ToldTable } from '../chart/document';
import type { PeriodInput } from '../chart/asked-period';
import type { Api } from './api';
import { tableDocument, type TableAnswer } from './documents';

export interface Question {
  readonly indicator: string;
  readonly period: PeriodInput;
  readonly by: readonly string[];
  readonly countries: readonly string[];
  /** Global ids. */
  readonly province: string | null;
  readonly organisation: string | null;
}

/** At most so many requests at once: more only take the line from each other. */
const AT_ONCE = 3;

interface Waiting {
  readonly question: Question;
  readonly done: (table: ToldTable) => void;
  readonly failed: (error: unknown) => void;
}

export class Loader {
  #waiting: Waiting[] = [];
  readonly #queue: (() => Promise<void>)[] = [];
  #running = 0;

  constructor(private readonly api: Api) {}

  /** The table of a question, maybe with rows of other indicators that were asked with it. */
  table(question: Question): Promise<ToldTable> {
    return new Promise((done, failed) => {
      // Whatever is asked in the same breath is put together.
      if (this.#waiting.length === 0) queueMicrotask(() => this.#gather());
      this.#waiting.push({ question, done, failed });
    });
  }

  #gather(): void {
    const groups = new Map<string, Waiting[]>();
    for (const one of this.#waiting.splice(0)) {
      const { indicator: _, ...rest } = one.question;
      const key = JSON.stringify(rest);
      groups.set(key, [...(groups.get(key) ?? []), one]);
    }
    for (const group of groups.values()) this.#queue.push(() => this.#fetch(group));
    this.#next();
  }

  #next(): void {
    while (this.#running < AT_ONCE) {
      const work = this.#queue.shift();
      if (!work) return;
      this.#running++;
      void work().finally(() => {
        this.#running--;
        this.#next();
      });
    }
  }

  async #fetch(group: readonly Waiting[]): Promise<void> {
    try {
      const [first] = group;
      if (!first) return;
      const input = inputOf(first.question, [...new Set(group.map(({ question }) => question.indicator))]);
      const { indicatorTable } = await this.api.ask<TableAnswer>(tableDocument, { input });
      for (const { done } of group) done(indicatorTable);
    } catch (error) {
      for (const { failed } of group) failed(error);
    }
  }
}

const inputOf = (
  { period, by, countries, province, organisation }: Question,
  indicators: readonly string[],
): object => ({
  indicators,
  period,
  ...(by.length > 0 && { by }),
  ...(countries.length > 0 && { countries }),
  ...(province !== null && { province }),
  ...(organisation !== null && { organisation }),
});
