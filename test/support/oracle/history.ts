/** What changed in a record, as the oracle tells it: each change read and opened by itself. */
import { globalId } from '../../../src/base/global-id';
import { allThings, filterName, idsOf, labelling, type Attribute, type Thing } from '../../../src/model/thing';
import { scopeOf } from '../../../src/identity/scope';
import { actorScopes } from '../../../src/policy/rights';
import { recordOf, type Asking, type Found } from './records';

interface Row {
  readonly data_key_id: string | null;
  readonly open: string | null;
  readonly sealed: Buffer | null;
}

/** @throws SealBroken */
export async function changesOf(asking: Asking, entry: Found): Promise<readonly object[]> {
  const of = allThings.get(entry.entity as string);
  const text = await textOf(asking, entry);
  if (!of || text === null) return [];
  const told = Object.entries(JSON.parse(text) as Record<string, readonly [unknown, unknown]>);
  const changes = told.filter(([name]) => {
    const target = idsOf(of, of.attributes.get(name) as Attribute);
    return !target || actorScopes(asking.actor, target.dataClass, 'read').length > 0;
  });
  return Promise.all(
    changes.map(async ([name, values]) => {
      const attribute = of.attributes.get(name) as Attribute;
      const [before, after] = await Promise.all(values.map((value) => shown(asking, entry, of, attribute, value)));
      const [beforeLabel, afterLabel] = [before, after].map((value) => labelled(asking, attribute, value));
      return { field: filterName(of, attribute), before, after, beforeLabel, afterLabel };
    }),
  );
}

async function textOf({ app, actor }: Asking, { country, $id }: Found): Promise<string | null> {
  const reader = scopeOf(app, actor).find(({ code }) => code === country);
  if (!reader) return null;
  const { rows } = await reader.pool.query<Row>('SELECT * FROM record_change WHERE id = $1', [$id]);
  const [row] = rows;
  if (!row?.sealed) return row?.open ?? null;
  const keys = await reader.pool.query<{ wrapped: Buffer }>('SELECT wrapped FROM data_key WHERE id = $1', [
    row.data_key_id,
  ]);
  const key = app.vault.openDataKey(country, row.data_key_id as string, keys.rows[0]?.wrapped as Buffer);
  return app.vault.open(key, row.sealed, { country, table: 'record_change', column: 'sealed', row: $id });
}

/** Of a link, what leads to a record that is seen. */
async function shown(
  asking: Asking,
  { country }: Found,
  of: Thing,
  attribute: Attribute,
  value: unknown,
): Promise<unknown> {
  const target = idsOf(of, attribute);
  if (!target || value === null) return value;
  const found = await recordOf(asking, target, { type: target.name, country, uuid: value as string });
  return found ? globalId(target.name, country, value as string) : null;
}

function labelled({ locale }: Asking, attribute: Attribute, value: unknown): string | null {
  const called = labelling(attribute);
  if (!called || value === null) return null;
  return (Array.isArray(value) ? (value as string[]) : [value as string])
    .map((code) => called(code, locale))
    .join(', ');
}
