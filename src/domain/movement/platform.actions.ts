/** Registering a platform, and keeping what is said of it right. */
import { changing, making } from '../../model/action-input';
import { action } from '../../writing/action';
import { now } from '../../writing/moments';
import { organisationOfActivity } from '../activity/activity.organisation';
import { MemberAssociation } from './member-association.entity';
import { assertBare, assertPast } from './movement.parts';
import { Platform } from './platform.entity';

action(
  {
    name: 'registerPlatform',
    of: Platform,
    label: { en: 'register a platform', pt: 'registar uma plataforma' },
    description: 'Registers a platform that the organisation hosts.',
    input: making(Platform, { description: 'What registering a platform takes.' }),
  },
  async (work, { id, values }) => {
    assertPast(work, { foundedOn: values.foundedOn });
    const organisationId = await organisationOfActivity(work, values.organisationId);
    return work.insert(Platform, { ...values, id, organisationId });
  },
);

action(
  {
    name: 'updatePlatform',
    of: Platform,
    label: { en: 'correct the platform', pt: 'corrigir a plataforma' },
    description: 'Corrects what is recorded of a platform.',
    input: changing(Platform, { description: 'What correcting a platform takes; what is left out stays as it is.' }),
  },
  async (work, { id, expectedVersion, values }) => {
    const platform = await work.load(Platform, id, { expectedVersion });
    assertPast(work, { foundedOn: values.foundedOn });
    await work.update(Platform, platform, values);
    return id;
  },
);

action(
  {
    name: 'voidPlatform',
    of: Platform,
    label: { en: 'take the platform out, as recorded in error', pt: 'retirar a plataforma, registada por engano' },
    description:
      'Takes a platform without associations out of all lists, since it was recorded in error. What was reported to its reviewers stays with them.',
    input: changing(Platform, { description: 'What taking a platform out takes.' }),
  },
  async (work, { id, expectedVersion }) => {
    const platform = await work.load(Platform, id, { expectedVersion });
    assertBare([await work.find(MemberAssociation, { platformId: id, voidedAt: null })]);
    await work.update(Platform, platform, { voidedAt: now() });
    return id;
  },
);
