/** Keeping the directory of mechanisms and their offices right. */
import { problem } from '../../../base/problem';
import { changing, making } from '../../../model/action-input';
import { hasDuty } from '../../../policy/rights';
import { action } from '../../../writing/action';
import type { Values, Work } from '../../../writing/work';
import { District, Province } from '../../country/place.entity';
import { ComplaintMechanism, ComplaintOffice } from './complaint-mechanism.entity';

action(
  {
    name: 'updateComplaintMechanism',
    of: ComplaintMechanism,
    label: { en: 'correct a complaint mechanism', pt: 'corrigir um mecanismo de queixa' },
    description: 'Confirms or corrects what is said of a complaint mechanism of the country.',
    duty: 'dataQuality',
    input: changing(ComplaintMechanism, {
      description: 'What correcting a complaint mechanism takes; what is left out stays as it is.',
    }),
  },
  async (work, { id, expectedVersion, values }) => {
    const mechanism = await work.load(ComplaintMechanism, id, { expectedVersion });
    await work.update(ComplaintMechanism, mechanism, values);
    return id;
  },
);

action(
  {
    name: 'addComplaintOffice',
    of: ComplaintOffice,
    label: { en: 'add an office of a complaint mechanism', pt: 'acrescentar um serviço de um mecanismo de queixa' },
    description: 'Adds a station, a provincial office or a court that complaints are brought to.',
    input: making(ComplaintOffice, {
      description: 'What adding an office of a complaint mechanism takes.',
      relies: ['mechanismId', 'name'],
    }),
  },
  async (work, { id, values }) => {
    await checkPlace(work, values);
    return work.insert(ComplaintOffice, { ...values, id, organisationId: work.actor.organisationId });
  },
);

action(
  {
    name: 'updateComplaintOffice',
    of: ComplaintOffice,
    label: { en: 'correct an office of a complaint mechanism', pt: 'corrigir um serviço de um mecanismo de queixa' },
    description: 'Confirms or corrects what is said of an office, or that it is no longer there.',
    input: changing(ComplaintOffice, {
      description: 'What correcting an office takes; what is left out stays as it is.',
    }),
  },
  async (work, { id, expectedVersion, values }) => {
    const office = await work.load(ComplaintOffice, id, { expectedVersion });
    await checkPlace(work, { ...office, ...values });
    await work.update(ComplaintOffice, office, { ...values, ...confirmed(work, values) });
    return id;
  },
);

/**
 * Whoever added an office does not confirm it themselves; what they change of one that was confirmed, nobody has.
 * @throws ProblemError INVALID_INPUT
 */
function confirmed({ actor }: Work, { verified }: Values<ComplaintOffice>): Values<ComplaintOffice> {
  if (hasDuty('dataQuality', actor.role)) return {};
  if (!verified) return { verified: false };
  throw problem(
    'INVALID_INPUT',
    'That an office is there is confirmed by who sees to the quality of the country’s data, not by who added it. Leave this out.',
    'Que um serviço existe é confirmado por quem zela pela qualidade dos dados do país, não por quem o acrescentou. Não indique isto.',
    ['verified'],
  );
}

/** @throws ProblemError NOT_FOUND, and where the district lies elsewhere */
async function checkPlace(work: Work, { mechanismId, provinceId, districtId }: Values<ComplaintOffice>): Promise<void> {
  if (mechanismId) await work.load(ComplaintMechanism, mechanismId, { right: 'read', path: ['mechanismId'] });
  if (provinceId) await work.load(Province, provinceId, { right: 'read', path: ['provinceId'] });
  const district = districtId && (await work.load(District, districtId, { right: 'read', path: ['districtId'] }));
  if (!district || district.provinceId === provinceId) return;
  throw problem(
    'INVALID_INPUT',
    'The district lies in another province, or no province is named. Name the province that it lies in.',
    'O distrito fica noutra província, ou não se indica província. Indique a província em que fica.',
    ['districtId'],
  );
}
