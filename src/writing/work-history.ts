/** What a change leaves in the history of a record: the values before and after of what it changed. */
import { instant } from '../database/types';
import { isList, thingOf, type Attribute, type Thing } from '../model/thing';
import { RecordChange } from './history-entry.entity';
import { newId } from './record-id';
import { attributeOf, jsonOf } from './work-statements';
import type { WorkKeys } from './work-keys';

type Row = Readonly<Record<string, unknown>>;
/** Sealed values by the names of their attributes. */
type Sealed = Readonly<Record<string, Buffer | null>>;

/** A row of `record_change`, as JSON. */
export interface Changed {
  readonly id: string;
  readonly data_key_id: string | null;
  readonly open: string | null;
  readonly sealed: unknown;
  readonly links: readonly string[];
}

/** By the name of each attribute, what it was and what it is. */
export type Differences = Readonly<Record<string, readonly [before: unknown, after: unknown]>>;

/**
 * The difference that a change makes; undefined where it makes none that anybody is shown. Of a thing that is sealed it is
 * sealed as a whole, under the record's own data key.
 */
export async function changeOf(
  keys: WorkKeys,
  thing: Thing,
  record: Row,
  changed: Row,
  sealedOf: () => Promise<Sealed>,
): Promise<Changed | undefined> {
  if (thing.derived) return undefined;
  const shown = Object.keys(changed)
    .map((name) => attributeOf(thing, name))
    .filter(({ hidden }) => !hidden);
  const before = shown.some(({ sealed }) => sealed) ? await opened(keys, thing, record, await sealedOf()) : {};
  const difference = differenceOf(shown, { ...record, ...before }, changed);
  if (!difference) return undefined;
  const { text, links } = difference;
  const id = newId();
  if (!thing.sealed) return { id, data_key_id: null, open: text, sealed: null, links };
  const row = { id, dataKeyId: record.dataKeyId, sealed: text };
  const { sealed } = await keys.seal(thingOf(RecordChange), row, row);
  return { id, data_key_id: record.dataKeyId as string, open: null, sealed: jsonOf(sealed), links };
}

/** The values before and after as JSON, and the ids of records that they name; undefined where nothing changed. */
export function differenceOf(
  attributes: readonly Attribute[],
  before: Row,
  after: Row,
): { readonly text: string; readonly links: readonly string[] } | undefined {
  const differences = differing(attributes, before, after);
  const text = JSON.stringify(differences);
  return text === '{}' ? undefined : { text, links: linksIn(attributes, differences) };
}

/** A record that is loaded leaves its sealed values as they are; those that are changed are opened here. */
async function opened(keys: WorkKeys, thing: Thing, { id, dataKeyId }: Row, sealed: Sealed): Promise<Row> {
  const place = { id: id as string, key: dataKeyId as string };
  const values = Object.entries(sealed).map(
    async ([name, value]) =>
      [name, value ? await keys.unseal(thing, name, { ...place, sealed: value }) : null] as const,
  );
  return Object.fromEntries(await Promise.all(values));
}

/** What is told by no history is not kept for one either. */
function differing(attributes: readonly Attribute[], before: Row, after: Row): Differences {
  const untold = new Set(attributes.filter((each) => each.untold).map(({ name }) => name));
  return Object.fromEntries(
    attributes
      .map((attribute): [string, [unknown, unknown]] => [
        attribute.name,
        [kept(attribute, before[attribute.name]), kept(attribute, after[attribute.name])],
      ])
      .filter(([, [was, is]]) => JSON.stringify(was) !== JSON.stringify(is))
      .map(([name, values]) => [name, untold.has(name) ? [null, null] : values]),
  );
}

/** As the database would give it back. */
function kept({ type }: Attribute, value: unknown): unknown {
  if (value === undefined || value === null) return null;
  return type === 'dateTime' ? moment(value as string) : value;
}

const moment = (text: string): string =>
  /Z$/.test(text) ? instant(`${text.slice(0, -1)}+00`) : instant(new Date(text).toISOString().replace('Z', '+00'));

const linksIn = (attributes: readonly Attribute[], differences: Differences): string[] => {
  const linked = attributes.filter(({ of, type }) => of !== undefined && !isList(type));
  const values = linked.flatMap(({ name }) => differences[name] ?? []);
  return [...new Set(values.filter((value): value is string => typeof value === 'string'))];
};
