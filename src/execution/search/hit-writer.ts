/** How what was found is written: what every record is told by, and the record itself as the document selects it. */
import type { FieldNode } from 'graphql';
import { column, raw, sql } from '../../base/sql';
import type { Locale } from '../../base/locale';
import type { Sought } from '../../model/sought';
import { isVoidable, thingLabel, type Thing } from '../../model/thing';
import { label } from '../../model/codelist';
import { countryAttribute } from '../../policy/country';
import { actorScopes, isLogged, rowScope, stands } from '../../policy/rights';
import { logReads } from '../access-log';
import { idToJson, labelToJson, textToJson } from '../json';
import { alias } from '../list';
import { Part, source } from '../part';
import { planObject } from '../plan-object';
import type { Planning, Spot } from '../planning';
import { selectedFields, type Selected } from '../selection';
import { endOf, headsOf, type WritePage } from '../write-connection';
import type { Write } from '../writing';
import { searchType } from './asked';
import { SearchMatch } from './hit';

/** Places of what a row of a hit holds. */
interface Cells {
  readonly id: number;
  readonly kind: number;
}

interface Hits {
  readonly planning: Planning;
  /** By kind. */
  readonly all: readonly Sought[];
  /** Those that the actor may read. */
  readonly read: readonly Sought[];
  /** The number of the field's arguments. */
  readonly number: number;
}

export function hitWriting(planning: Planning, all: readonly Sought[], read: readonly Sought[], number: number) {
  const hits: Hits = { planning, all, read, number };
  return {
    node: (spot: Spot, nodes: readonly FieldNode[]): Write => hitWriter(hits, spot, nodes),
    page: { isPartial: isPartial },
  };
}

/** Told with the rows of the country that has more. */
function isPartial(part: Part): WritePage {
  const cut = shown(part, 'cut');
  return ({ entries }) => String(entries.some(({ cells, at }) => cells[at + cut] === 'true'));
}

const shown = (part: Part, name: string): number =>
  part.cell(part.export(part.main, name, column(part.main.alias, name)));

function hitWriter(hits: Hits, spot: Spot, nodes: readonly FieldNode[]): Write {
  const { part } = spot;
  const cells: Cells = { id: part.id(part.main), kind: shown(part, 'kind') };
  log(hits, part);
  const fields = [...selectedFields(hits.planning.walk, 'SearchHit', nodes).values()];
  const heads = headsOf(fields);
  const writes = fields.map((field) => slot(hits, { ...spot, place: [...spot.place, field.key] }, cells, field));
  const end = endOf(fields);
  return (row, at, writing) =>
    writes.reduce((text, write, nth) => text + heads[nth] + write(row, at, writing), '') + end;
}

/** What is found of a class whose reads are logged is read. */
function log({ planning, all, read, number }: Hits, part: Part): void {
  const purpose = planning.purpose(planning.sets[number] ?? null);
  for (const sought of read.filter(({ thing }) => isLogged(thing))) {
    const { thing } = sought;
    const record = part.cell(idOfKind(part, all.indexOf(sought)));
    const subject = shown(part, 'subject');
    part.logs.push({ thing, purpose, record, subject });
  }
}

const idOfKind = (part: Part, kind: number) => {
  const { alias: name } = part.main;
  return raw(`CASE WHEN ${column(name, 'kind').text} = ${kind} THEN ${column(name, 'id').text} END`);
};

function slot(hits: Hits, spot: Spot, cells: Cells, { name, nodes }: Selected): Write {
  const things = hits.all.map(({ thing }) => thing);
  const thingAt = (row: readonly (string | null)[], at: number): Thing => things[Number(row[at + cells.kind])] as Thing;
  const id: Write = (row, at, { here }) =>
    idToJson(`${thingAt(row, at).name}:${here.country}:`, row[at + cells.id] as string);
  switch (name) {
    case '__typename':
      return () => '"SearchHit"';
    case 'id':
      return id;
    case 'type':
      return (row, at) => `"${searchType(thingAt(row, at))}"`;
    case 'typeLabel':
      return (row, at, { locale }) => textToJson(thingLabel(thingAt(row, at).name, locale));
    case 'country':
      return (_row, _at, { here }) => `"${here.country}"`;
    case 'countryLabel':
      return (_row, _at, { here, locale }) => labelOfCountry(here.country, locale);
    case 'record':
      return record(hits, spot, cells, nodes);
    case 'title':
      return title(spot.part, thingAt);
    default:
      return match(spot.part, name);
  }
}

const labelOfCountry = labelToJson(countryAttribute);

/** What bears neither number nor name is told by what it is. */
function title(part: Part, thingAt: (row: readonly (string | null)[], at: number) => Thing): Write {
  const cell = shown(part, 'title');
  return (row, at, { locale }) => textToJson(row[at + cell] || thingLabel(thingAt(row, at).name, locale));
}

function match(part: Part, name: string): Write {
  const cell = shown(part, 'rank');
  const codeAt = (text: string | null | undefined): string => SearchMatch.codes[Number(text) - 1] as string;
  const labelOf = (code: string, locale: Locale): string => textToJson(label(SearchMatch, code, locale));
  if (name === 'match') return (row, at) => `"${codeAt(row[at + cell])}"`;
  return (row, at, { locale }) => labelOf(codeAt(row[at + cell]), locale);
}

/** The record of each type that the document selects from is read by the ids that were found, in the same statement. */
function record({ planning, all, read, number }: Hits, spot: Spot, cells: Cells, nodes: readonly FieldNode[]): Write {
  const { part } = spot;
  const writes = new Map<number, Write>();
  for (const sought of read) {
    const { thing } = sought;
    const kind = all.indexOf(sought);
    const fields = [...selectedFields(planning.walk, thing.name, nodes).values()];
    if (fields.every(({ name }) => name === 'id' || name === '__typename')) {
      writes.set(kind, told(thing, cells, fields));
      continue;
    }
    const key = raw('p.key');
    const within = rowScope({ ...planning.viewpoint, lists: 'found' }, thing, 'read', alias);
    const standing = isVoidable(thing) ? sql`${within} AND ${stands(alias)}` : within;
    const main = source(
      thing,
      alias,
      sql`${column(alias, 'id')} = ${key} AND ${standing}`,
      actorScopes(planning.viewpoint, thing.dataClass, 'read'),
    );
    const child = new Part(planning.partNumber(), main, key, null);
    const write = planObject(planning, { part: child, source: main, place: spot.place }, nodes);
    logReads(child, main, planning.purpose(planning.sets[number] ?? null));
    part.children.push({ part: child, key: part.cell(idOfKind(part, kind)), unique: true });
    writes.set(kind, (row, at, writing) => {
      const { cells: found, start, length } = writing.here.under(child, row[at + cells.id] as string);
      return length > 0 ? write(found, start, writing) : 'null';
    });
  }
  return (row, at, writing) => writes.get(Number(row[at + cells.kind]))?.(row, at, writing) ?? 'null';
}

/** Of what is told already nothing is read again. */
function told({ name }: Thing, cells: Cells, fields: readonly Selected[]): Write {
  const heads = headsOf(fields);
  const end = endOf(fields);
  return (row, at, { here }) => {
    const id = idToJson(`${name}:${here.country}:`, row[at + cells.id] as string);
    return fields.reduce((text, field, nth) => text + heads[nth] + (field.name === 'id' ? id : `"${name}"`), '') + end;
  };
}
