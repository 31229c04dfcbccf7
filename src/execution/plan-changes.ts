/**
 * What changed in a record, field by field. Whoever reads the record reads what it was before; of a link only what leads
 * to a record that they may read now.
 */
import type { FieldNode } from 'graphql';
import { globalId } from '../base/global-id';
import { column, ident, join, sql, type Sql } from '../base/sql';
import type { Locale } from '../base/locale';
import { filterName, idsOf, labelling, thingOf, type Attribute, type Thing } from '../model/thing';
import { actorScopes, rowScope } from '../policy/rights';
import { RecordChange } from '../writing/history-entry.entity';
import { attributeOf } from '../writing/work-statements';
import type { Differences } from '../writing/work-history';
import { readTextArray } from './cells';
import { source, type Source } from './part';
import type { Planning, Spot } from './planning';
import { sealedText } from './sealed';
import { selectedFields } from './selection';
import type { Write } from './writing';

/** Ids of records in what changed that the reader may see. */
type Seen = ReadonlySet<string>;

const sealedAttribute = attributeOf(thingOf(RecordChange), 'sealed');

interface Change {
  readonly field: string;
  readonly attribute: Attribute;
  readonly values: readonly [before: unknown, after: unknown];
}

export function planChanges(planning: Planning, { part, source: from }: Spot, nodes: readonly FieldNode[]): Write {
  const { of } = from;
  if (!of) throw new Error('a history of nothing');
  const changes = recordChanges(planning, from, of);
  part.ones.push(changes);
  const open = part.cell(part.export(changes, 'open', column(changes.alias, 'open')));
  const closed = of.sealed ? sealedText(part, changes, sealedAttribute) : () => null;
  const links = seenLinks(planning, of, changes);
  const seen = links && part.cell(part.export(changes, '$seen', links));
  const fields = [...selectedFields(planning.walk, 'FieldChange', nodes).values()];
  return (cells, at, writing) => {
    const text = (cells[at + open] as string | null) ?? closed(cells, at, writing);
    if (text === null) return '[]';
    const ids: Seen = new Set(seen === null ? [] : readTextArray(cells[at + seen] as string));
    const { country } = writing.here;
    const written = changesIn(of, text, planning).map((change) => {
      const value = (place: 0 | 1): unknown => shownValue(of, change, place, ids, country);
      const slots = fields.map(
        ({ key, name }) => `"${key}":${JSON.stringify(slotOf(name, change, value, writing.locale))}`,
      );
      return `{${slots.join(',')}}`;
    });
    return `[${written.join(',')}]`;
  };
}

/** The row of values beside the entry, if there is one; with its key where the values are sealed, as the record's are. */
function recordChanges(planning: Planning, { alias }: Source, { sealed }: Thing): Source {
  const name = planning.alias();
  return source({ ...thingOf(RecordChange), sealed }, name, sql`${column(name, 'id')} = ${column(alias, 'id')}`, []);
}

/** Which of the records that the values name the reader may see; null where the thing links to nothing. */
function seenLinks({ viewpoint }: Planning, of: Thing, { alias }: Source): Sql | null {
  const targets = new Set(
    [...of.attributes.values()].map((attribute) => attribute.name !== 'id' && idsOf(of, attribute)),
  );
  const seen = [...targets].flatMap((thing) => {
    if (!thing || actorScopes(viewpoint, thing.dataClass, 'read').length === 0) return [];
    const scope = rowScope(viewpoint, thing, 'read', 'x');
    return [
      sql`SELECT x.id::text FROM ${ident(thing.table)} x WHERE x.id = ANY(${column(alias, 'links')}::uuid[]) AND ${scope}`,
    ];
  });
  return seen.length > 0 ? sql`ARRAY(${join(seen, ' UNION ALL ')})` : null;
}

/** Of links, those whose class the reader may read at all: the others are not told to have changed either. */
function changesIn(of: Thing, text: string, { viewpoint }: Planning): Change[] {
  return Object.entries(JSON.parse(text) as Differences).flatMap(([name, values]) => {
    const attribute = of.attributes.get(name);
    // What the record has no more is told by nobody.
    if (!attribute) return [];
    const target = idsOf(of, attribute);
    if (target && actorScopes(viewpoint, target.dataClass, 'read').length === 0) return [];
    return [{ field: filterName(of, attribute), attribute, values }];
  });
}

function shownValue(of: Thing, { attribute, values }: Change, place: 0 | 1, seen: Seen, country: string): unknown {
  // What was kept before nothing of it was told.
  const value = attribute.untold ? null : values[place];
  const target = idsOf(of, attribute);
  if (!target || value === null) return value;
  return seen.has(value as string) ? globalId(target.name, country, value as string) : null;
}

function slotOf(name: string, { field, attribute }: Change, value: (place: 0 | 1) => unknown, locale: Locale): unknown {
  switch (name) {
    case 'field':
      return field;
    case 'before':
      return value(0);
    case 'after':
      return value(1);
    case 'beforeLabel':
      return labelOf(attribute, value(0), locale);
    case 'afterLabel':
      return labelOf(attribute, value(1), locale);
    default:
      return 'FieldChange';
  }
}

function labelOf(attribute: Attribute, value: unknown, locale: Locale): string | null {
  const called = labelling(attribute);
  if (!called || value === null) return null;
  return [value]
    .flat()
    .map((code) => called(code as string, locale))
    .join(', ');
}
