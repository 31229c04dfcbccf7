/** Which organisations there are in a country: kept by whoever keeps its data. Who works for one is said elsewhere. */
import { problem } from '../../base/problem';
import { sql } from '../../base/sql';
import { changing, making } from '../../model/action-input';
import { foldedColumn, foldedText } from '../../model/text-key';
import { action } from '../../writing/action';
import type { Values, Work } from '../../writing/work';
import { Province } from '../country/place.entity';
import { Organisation } from './organisation.entity';

action(
  {
    name: 'registerOrganisation',
    of: Organisation,
    label: { en: 'register an organisation', pt: 'registar uma organização' },
    description:
      'Registers a partner organisation or a service provider. Nobody gets in by it: accounts are made by whoever runs the installation.',
    duty: 'dataQuality',
    input: making(Organisation, { description: 'What registering an organisation takes.', relies: ['name'] }),
  },
  async (work, { id, values }) => {
    await check(work, values);
    return work.insert(Organisation, { ...values, id });
  },
);

action(
  {
    name: 'updateOrganisation',
    of: Organisation,
    label: { en: 'correct the organisation', pt: 'corrigir a organização' },
    description: 'Corrects what is recorded of an organisation, or says when its part in the programme ends.',
    duty: 'dataQuality',
    input: changing(Organisation, {
      description: 'What correcting an organisation takes; what is left out stays as it is.',
    }),
  },
  async (work, { id, expectedVersion, values }) => {
    const record = await work.load(Organisation, id, { expectedVersion });
    await check(work, values, id);
    await work.update(Organisation, record, values);
    return id;
  },
);

/** @throws ProblemError where its province is none, or another organisation has its name */
async function check(work: Work, { name, provinceId }: Values<Organisation>, own?: string): Promise<void> {
  const [others] = await Promise.all([
    name === undefined ? [] : calledSo(work, name),
    provinceId && work.load(Province, provinceId, { right: 'read', path: ['provinceId'] }),
  ]);
  if (others.every((id) => id === own)) return;
  throw problem(
    'ALREADY_EXISTS',
    'There is an organisation of this name. Take that one, or add to the name what tells them apart.',
    'Já existe uma organização com este nome. Use essa, ou acrescente ao nome o que as distingue.',
    ['name'],
  );
}

async function calledSo(work: Work, name: string): Promise<string[]> {
  const rows = await work.query<{ id: string }>(
    sql`SELECT id FROM organisation WHERE ${foldedColumn(sql`name`)} = ${foldedText(name)}`,
  );
  return rows.map(({ id }) => id);
}
