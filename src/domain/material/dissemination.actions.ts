/** Recording to whom material was given, and correcting that. */
import { changing, making } from '../../model/action-input';
import { action } from '../../writing/action';
import { InputCheck } from '../../writing/input';
import { notTomorrow, now } from '../../writing/moments';
import type { Values, Work } from '../../writing/work';
import { organisationOfActivity } from '../activity/activity.organisation';
import { District } from '../country/place.entity';
import { assertReadable } from './material.checks';
import { Dissemination } from './dissemination.entity';
import { Material } from './material.entity';

action(
  {
    name: 'recordDissemination',
    of: Dissemination,
    label: { en: 'record that material was given out', pt: 'registar a divulgação de um material' },
    description: 'Records that material was given to a unit or an institution.',
    input: making(Dissemination, {
      description: 'What recording that material was given out takes.',
      relies: ['materialId', 'disseminatedOn', 'channel'],
    }),
  },
  async (work, { id, values }) => {
    await assertReadable(work, values.materialId, ['materialId']);
    await assertGiven(work, values);
    const organisationId = await organisationOfActivity(work, values.organisationId);
    return work.insert(Dissemination, { ...values, id, organisationId });
  },
);

action(
  {
    name: 'updateDissemination',
    of: Dissemination,
    label: { en: 'correct to whom material was given', pt: 'corrigir a divulgação do material' },
    description: 'Corrects what is recorded of material that was given out.',
    input: changing(Dissemination, { description: 'What correcting it takes; what is left out stays as it is.' }),
  },
  async (work, { id, expectedVersion, values }) => {
    const given = await work.load(Dissemination, id, { expectedVersion });
    const told = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
    await assertReadable(work, values.materialId, ['materialId']);
    await assertGiven(work, { ...given, ...told });
    await work.update(Dissemination, given, values);
    return id;
  },
);

action(
  {
    name: 'voidDissemination',
    of: Dissemination,
    label: {
      en: 'take out that material was given, as recorded in error',
      pt: 'retirar a divulgação, registada por engano',
    },
    description: 'Takes it out of all lists and counts, since it was recorded in error.',
    input: changing(Dissemination, { description: 'What taking it out takes.' }),
  },
  async (work, { id, expectedVersion, values }) => {
    const given = await work.load(Dissemination, id, { expectedVersion });
    await work.update(Dissemination, given, { ...values, voidedAt: now() });
    return id;
  },
);

/** @throws ProblemError NOT_FOUND, INVALID_INPUT with everything that does not fit */
async function assertGiven(work: Work, told: Values<Dissemination>): Promise<void> {
  const { materialId = '', districtId, disseminatedOn = '', channel, copies } = told;
  const check = new InputCheck();
  notTomorrow(check, disseminatedOn, work.day(), ['disseminatedOn']);
  const material = await work.load(Material, materialId, { right: 'read', path: ['materialId'] });
  if (districtId) await work.load(District, districtId, { right: 'read', path: ['districtId'] });
  if (disseminatedOn < material.issuedOn) {
    check.refuse(['disseminatedOn'], {
      en: 'The material was issued only later. Check the day, or choose the edition that was given.',
      pt: 'O material só foi publicado depois. Verifique a data, ou escolha a edição que foi entregue.',
    });
  }
  if (channel === 'PRINT' && !copies) {
    check.refuse(['copies'], {
      en: 'Say how many printed copies were given.',
      pt: 'Indique quantos exemplares em papel foram entregues.',
    });
  }
  check.done();
}
