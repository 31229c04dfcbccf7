/** Adopting codes of conduct, edition by edition, and checking how far associations keep to them. */
import { problem } from '../../base/problem';
import { changing, making } from '../../model/action-input';
import { action } from '../../writing/action';
import { InputCheck } from '../../writing/input';
import { notTomorrow, now } from '../../writing/moments';
import type { Values, Work } from '../../writing/work';
import { checkLink } from '../activity/activity.link';
import { MemberAssociation } from '../movement/member-association.entity';
import { Platform } from '../movement/platform.entity';
import { CodeOfConduct, ConductCheck } from './code-of-conduct.entity';

action(
  {
    name: 'adoptCodeOfConduct',
    of: CodeOfConduct,
    label: { en: 'record a code of conduct', pt: 'registar um código de conduta' },
    description: 'Records an edition of the code of conduct that a platform adopted, in one language.',
    input: making(CodeOfConduct, {
      description: 'What recording a code of conduct takes: its text, or where it is published.',
      relies: ['platformId', 'edition', 'language'],
    }),
  },
  async (work, { id, values }) => {
    assertCode(work, values);
    const { platformId, edition, language } = values;
    // Held until the end, so that an edition is not recorded twice at once.
    await work.load(Platform, platformId, { path: ['platformId'] });
    const there = await work.find(CodeOfConduct, { platformId, edition, language, voidedAt: null });
    if (there.length > 0) throw adoptedAlready();
    return work.insert(CodeOfConduct, { ...values, id });
  },
);

action(
  {
    name: 'voidCodeOfConduct',
    of: CodeOfConduct,
    label: { en: 'take the code of conduct out, as recorded in error', pt: 'retirar o código, registado por engano' },
    description: 'Takes an edition of a code of conduct out of all lists, since it was recorded in error.',
    input: changing(CodeOfConduct, { description: 'What taking a code of conduct out takes.' }),
  },
  async (work, { id, expectedVersion }) => {
    const code = await work.load(CodeOfConduct, id, { expectedVersion });
    await work.update(CodeOfConduct, code, { voidedAt: now() });
    return id;
  },
);

action(
  {
    name: 'recordConductCheck',
    of: ConductCheck,
    label: { en: 'record a check of conduct', pt: 'registar uma verificação de conduta' },
    description: 'Records how far an association kept to the code of conduct in a time.',
    input: making(ConductCheck, {
      description: 'What recording a check of conduct takes.',
      relies: ['associationId'],
    }),
  },
  async (work, { id, values }) => {
    assertCheck(work, values);
    await work.load(MemberAssociation, values.associationId, { path: ['associationId'] });
    return work.insert(ConductCheck, { ...values, id });
  },
);

action(
  {
    name: 'updateConductCheck',
    of: ConductCheck,
    label: { en: 'correct the check of conduct', pt: 'corrigir a verificação de conduta' },
    description: 'Corrects a check of conduct.',
    input: changing(ConductCheck, {
      description: 'What correcting a check of conduct takes; what is left out stays as it is.',
    }),
  },
  async (work, { id, expectedVersion, values }) => {
    const held = await work.load(ConductCheck, id, { expectedVersion });
    assertCheck(work, { ...held, ...values });
    await work.update(ConductCheck, held, values);
    return id;
  },
);

action(
  {
    name: 'voidConductCheck',
    of: ConductCheck,
    label: { en: 'take the check out, as recorded in error', pt: 'retirar a verificação, registada por engano' },
    description: 'Takes a check of conduct out of all lists, since it was recorded in error.',
    input: changing(ConductCheck, { description: 'What taking a check of conduct out takes.' }),
  },
  async (work, { id, expectedVersion }) => {
    const held = await work.load(ConductCheck, id, { expectedVersion });
    await work.update(ConductCheck, held, { voidedAt: now() });
    return id;
  },
);

function assertCode(work: Work, { text, link, adoptedOn }: Values<CodeOfConduct>): void {
  const check = new InputCheck();
  notTomorrow(check, adoptedOn, work.day(), ['adoptedOn']);
  if (!text && !link) {
    check.refuse(['text'], {
      en: 'Give its text, or where it is published.',
      pt: 'Indique o texto, ou onde está publicado.',
    });
  }
  checkLink(check, link, ['link']);
  check.done();
}

function assertCheck(work: Work, told: Values<ConductCheck>): void {
  const { periodFrom = '', periodTo = '', itemsMet = 0, itemsTotal = 0, checkedOn = '' } = told;
  const check = new InputCheck();
  notTomorrow(check, checkedOn, work.day(), ['checkedOn']);
  if (periodTo < periodFrom) {
    check.refuse(['periodTo'], {
      en: 'The last day of the time cannot be before the first.',
      pt: 'O último dia do período não pode ser anterior ao primeiro.',
    });
  }
  if (checkedOn < periodFrom) {
    check.refuse(['checkedOn'], {
      en: 'A time cannot be checked before it has begun.',
      pt: 'Um período não pode ser verificado antes de começar.',
    });
  }
  if (itemsMet > itemsTotal) {
    check.refuse(['itemsMet'], {
      en: 'No more items can be met than were looked at.',
      pt: 'Não podem ser cumpridos mais pontos do que os verificados.',
    });
  }
  check.done();
}

const adoptedAlready = () =>
  problem(
    'ALREADY_ADOPTED',
    'This edition is recorded in this language already. A change is another edition.',
    'Esta edição já está registada nesta língua. Uma alteração é outra edição.',
    ['edition'],
  );
