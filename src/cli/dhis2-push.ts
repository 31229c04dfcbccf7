/** `handsoff dhis2 push`: published numbers to a DHIS2, each data set by itself, and what became of each. */
import type { Locale, Text } from '../base/locale';
import { cellKey, type DataValue } from '../exchange/dhis2/data-value';
import type { Mapping } from '../exchange/dhis2/mapping';
import { leftBy, payloadsOf, queryOf, writtenNow, type Format, type Payload } from '../exchange/dhis2/payloads';
import type { Judgement, Reason } from '../exchange/dhis2/reply';
import { grouped } from '../exchange/dhis2/grouped';
import { nothingSent, withTaken, type Sent } from '../exchange/dhis2/sent';
import { hiddenNumbers, nothingToSend } from '../exchange/dhis2/texts';
import { valuesOf } from '../exchange/dhis2/values';
import type { ApiClient } from './api-client';
import { keepSent, sentIn, told } from './dhis2-files';
import { assertWhole, look } from './dhis2-look';
import * as words from './dhis2-push-words';
import type { Release } from './dhis2-release';
import type { Dhis2Server } from './dhis2-server';
import { warningOf } from './dhis2-words';
import { say } from './terminal';

export interface Push {
  readonly periods: readonly string[];
  /** By which exact numbers leave; null: those that are published. */
  readonly release: Release | null;
  readonly format: Format;
  readonly dryRun: boolean;
  /** The record of what was sent. */
  readonly sentPath: string;
}

/** Reasons that are shown of each group. */
const SHOWN = 20;

/** @returns whether all was taken */
export async function push(client: ApiClient, server: Dhis2Server, mapping: Mapping, asked: Push): Promise<boolean> {
  const { locale } = client;
  const { said, major } = await server.version();
  say(words.version(server.base, said)[locale]);
  const { rows, published, today, findings } = await look(client, mapping, asked);
  const warnings = findings.warnings.filter(({ upTo }) => upTo === undefined || major <= upTo);
  assertWhole({ ...findings, warnings }, locale);
  const before = await sentIn(asked.sentPath, { to: server.base, release: asked.release }, mapping, locale);
  if (!before) say(warningOf(words.withoutRecord(asked.sentPath))[locale]);
  const made = valuesOf(mapping, rows, { periods: asked.periods, published, today, sent: before });
  if (made.hidden > 0) say(hiddenNumbers(made.hidden)[locale]);
  const writing = { format: asked.format, at: writtenNow(), dryRun: asked.dryRun };
  const payloads = told(locale, () => payloadsOf(mapping, made.values, writing));
  for (const left of leftBy(mapping, payloads)) say(warningOf(left)[locale]);
  if (payloads.length === 0) say(nothingToSend[locale]);
  const all = await sendAll(server, mapping, payloads, {
    ...asked,
    locale,
    sent: before ?? nothingSent(server.base, mapping, asked.release?.id),
  });
  say((asked.dryRun ? words.dryRun : words.recorded(asked.sentPath))[locale]);
  return all;
}

interface Sending extends Push {
  readonly locale: Locale;
  readonly sent: Sent;
}

async function sendAll(
  server: Dhis2Server,
  mapping: Mapping,
  payloads: readonly Payload[],
  asked: Sending,
): Promise<boolean> {
  let { sent } = asked;
  let isAll = true;
  // Where nothing can be recorded nothing is sent: it could never be taken back.
  if (!asked.dryRun) await keepSent(asked.sentPath, sent);
  for (const parts of grouped(payloads, ({ dataSet }) => dataSet)) {
    const done: Done[] = [];
    for (const payload of parts) {
      const judged = await server.send(payload, queryOf(mapping.schemes), asked.dryRun);
      done.push({ payload, judged });
      if (asked.dryRun) continue;
      // After each: whoever stops in the middle has what was taken by then.
      sent = withTaken(sent, takenOf(payload, judged));
      await keepSent(asked.sentPath, sent);
    }
    for (const line of reportOf(parts[0].dataSet, done)) say(line[asked.locale]);
    isAll = isAll && done.every(({ judged }) => judged.outcome === 'SUCCESS');
  }
  return isAll;
}

/** What was sent at once, and what became of it. */
export interface Done {
  readonly payload: Payload;
  readonly judged: Judgement;
}

/**
 * What is there by now. Where it is not said what was taken, values count as there and deletions as not done: a deletion of
 * nothing does no harm, and a number that nobody knows of would stay for ever.
 */
export function takenOf({ values }: Payload, { outcome, rejected }: Judgement): readonly DataValue[] {
  if (outcome === 'REFUSED') return [];
  if (rejected) return values.filter((_, at) => !rejected.includes(at));
  return values.filter((one) => !one.deleted);
}

/** What became of a data set, and why not all of it was taken. */
export function reportOf(dataSet: string, done: readonly Done[]): readonly Text[] {
  const values = done.flatMap(({ payload }) => payload.values);
  const deletions = values.filter((one) => one.deleted).length;
  const reasons = done.flatMap(({ payload, judged }) =>
    judged.reasons.map((reason) => reasonOf(reason, payload.values)),
  );
  const others = reasons.length - SHOWN;
  const open = done.filter(({ payload, judged }) => payload.completes && judged.completed === false).length;
  return [
    words.outcomeOf(dataSet, [values.length - deletions, deletions], together(done)),
    ...reasons.slice(0, SHOWN),
    ...(others > 0 ? [words.more(others)] : []),
    ...(open > 0 ? [words.notCompleted(open)] : []),
  ];
}

function together(done: readonly Done[]): words.Outcome {
  const outcomes = new Set(done.map(({ judged }) => judged.outcome));
  const [only] = outcomes;
  const known = done.every(({ judged }) => judged.rejected !== null);
  const sum = (count: (one: Judgement) => number): number => done.reduce((all, { judged }) => all + count(judged), 0);
  return {
    outcome: outcomes.has('UNKNOWN') ? 'UNKNOWN' : only && outcomes.size === 1 ? only : 'PART',
    refused: known ? sum(({ rejected }) => rejected?.length ?? 0) : null,
    idle: sum(({ outcome, counts }) => (outcome === 'SUCCESS' ? (counts?.ignored ?? 0) : 0)),
  };
}

function reasonOf({ code, text, indexes }: Reason, values: readonly DataValue[]): Text {
  const why = [code, text].filter(Boolean).join(' ');
  const cells = indexes.flatMap((index) => values[index] ?? []).map((one) => cellKey(one).join(' '));
  return cells[0] === undefined ? words.general(why) : words.reason(cells[0], cells.length, why);
}
