/**
 * Everything that the folders here declare: things, actions, lifecycles. Whatever stands in them is taken up, so that
 * nothing can be declared and forgotten.
 */
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { connectThings } from '../model/declaration';
import { assertWritesTaken } from '../model/input';
import { allThings, type Constructor } from '../model/thing';
import { referredFirst } from '../model/thing-order';
import { linkHistory } from './history';
import { countEntities } from './indicator/indicator-count.entities';
import { lockedEntities } from './indicator/lock/locked-cell.entity';
import { publishedEntities } from './indicator/publication/publication.entities';
import { ledgerEntities } from '../writing/ledger.entities';
import '../writing/search-texts';

const load = createRequire(__filename);

for (const name of readdirSync(__dirname, { recursive: true, encoding: 'utf8' }).sort()) {
  if (/\.[jt]s$/.test(name) && !name.endsWith('.d.ts') && name !== basename(__filename)) load(join(__dirname, name));
}
connectThings();
linkHistory();
assertWritesTaken(allThings.values());

/** Every thing of a country's schema. */
export const countryThings: readonly Constructor[] = [...referredFirst(allThings.values())].map(({ target }) => target);

/** Every entity of a country's schema: the list that migrations, grants, schema and policy checks work from. */
export const countryEntities: readonly Constructor[] = [
  ...countryThings,
  ...ledgerEntities,
  ...countEntities,
  ...lockedEntities,
  ...publishedEntities,
];
