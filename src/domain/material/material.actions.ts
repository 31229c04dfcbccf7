/** Issuing material, and correcting what is recorded of it. */
import { changing, making } from '../../model/action-input';
import { action } from '../../writing/action';
import { now } from '../../writing/moments';
import { organisationOfActivity } from '../activity/activity.organisation';
import { assertMaterial, assertReadable } from './material.checks';
import { Material } from './material.entity';

action(
  {
    name: 'issueMaterial',
    of: Material,
    label: { en: 'record that material was issued', pt: 'registar a publicação de um material' },
    description: 'Records material that was issued: one edition in one language.',
    input: making(Material, {
      description: 'What recording material takes.',
      relies: ['issuedOn'],
    }),
  },
  async (work, { id, values }) => {
    await assertReadable(work, values.supersedesId, ['supersedesId']);
    await assertMaterial(work, values, null);
    const organisationId = await organisationOfActivity(work, values.organisationId);
    return work.insert(Material, { ...values, id, organisationId });
  },
);

action(
  {
    name: 'updateMaterial',
    of: Material,
    label: { en: 'correct the material', pt: 'corrigir o material' },
    description: 'Corrects what is recorded of material; a new edition is recorded as material of its own.',
    input: changing(Material, { description: 'What correcting material takes; what is left out stays as it is.' }),
  },
  async (work, { id, expectedVersion, values }) => {
    const material = await work.load(Material, id, { expectedVersion });
    const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
    await assertReadable(work, values.supersedesId, ['supersedesId']);
    await assertMaterial(work, { ...material, ...given }, id);
    await work.update(Material, material, values);
    return id;
  },
);

action(
  {
    name: 'voidMaterial',
    of: Material,
    label: { en: 'take the material out, as recorded in error', pt: 'retirar o material, registado por engano' },
    description: 'Takes material out of all lists, since it was recorded in error.',
    input: changing(Material, { description: 'What taking material out takes.' }),
  },
  async (work, { id, expectedVersion, values }) => {
    const material = await work.load(Material, id, { expectedVersion });
    await work.update(Material, material, { ...values, voidedAt: now() });
    return id;
  },
);
