/** Which organisations there are in a country: kept by whoever keeps its data. Who works for one is said elsewhere. */
import { sql } from '../../base/sql';
import { changing, making } from '../../model/action-input';
import { foldedColumn, foldedText } from '../../model/text-key';
import { action, type Remark } from '../../writing/action';
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
    remarks: namesakes,
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
    remarks: namesakes,
  },
  async (work, { id, expectedVersion, values }) => {
    const record = await work.load(Organisation, id, { expectedVersion });
    await check(work, values);
    await work.update(Organisation, record, values);
    return id;
  },
);

/** @throws ProblemError where its province is none */
async function check(work: Work, { provinceId }: Values<Organisation>): Promise<void> {
  if (provinceId) await work.load(Province, provinceId, { right: 'read', path: ['provinceId'] });
}

/** Two clinics may be called alike; more often one was registered twice. */
async function namesakes(work: Work, id: string): Promise<Remark[]> {
  const [own] = await work.find(Organisation, { id });
  const others = await work.query(
    sql`SELECT FROM organisation o WHERE ${foldedColumn(sql`o.name`)} = ${foldedText(own?.name ?? '')} AND o.id <> ${id}`,
  );
  if (others.length === 0) return [];
  return [
    {
      code: 'UNLIKELY',
      path: ['name'],
      text: {
        en: 'Another organisation has this name. If it is the same, use that one; if not, add to the name what tells them apart.',
        pt: 'Outra organização tem este nome. Se é a mesma, use essa; se não, acrescente ao nome o que as distingue.',
      },
    },
  ];
}
