/** Taking access to what is closed, ending it early, and looking at it afterwards. */
import { problem } from '../../../base/problem';
import { field } from '../../../model/input';
import { changing, making } from '../../../model/action-input';
import { action } from '../../../writing/action';
import { now } from '../../../writing/moments';
import { AccessGrant } from './access-grant.entity';
import { Case } from '../case/case.entity';
import { onDuty, overseers, tell } from '../notice/notice.sending';

const HOUR = 3_600_000;
const MOST_HOURS = 3;

action(
  {
    name: 'takeAccess',
    of: AccessGrant,
    label: { en: 'take access to what is closed', pt: 'tomar acesso ao que está fechado' },
    description:
      'Takes access to what of a case is closed: for a reason, for three hours at most. Supervisors and the privacy officer are told at once, and somebody else looks at it afterwards.',
    duty: 'breakingGlass',
    input: making(AccessGrant, {
      description: 'What taking access takes.',
      relies: ['caseId', 'reason'],
      fields: {
        hours: field({
          type: 'int',
          nullable: true,
          min: 1,
          max: MOST_HOURS,
          description: 'For how long; 1 unless said.',
        }),
      },
    }),
  },
  async (work, { id, hours, values: { caseId, reason } }) => {
    const record = await work.load(Case, caseId, { right: 'read', path: ['caseId'] });
    const { accountId: granteeId, organisationId } = work.actor;
    if (record.organisationId !== organisationId) throw elsewhere();
    const [officers, supervisors] = await Promise.all([onDuty(work, 'privacy'), overseers(work, record)]);
    if (officers.every((one) => one === granteeId)) throw nobodyToTell();
    const until = new Date(Date.now() + (hours ?? 1) * HOUR).toISOString();
    const { displayId } = record;
    // It outlives what it is to, and so does its reason.
    const dataKeyId = work.newDataKey();
    const of = { id, caseId: record.id, displayId, dataKeyId, granteeId, organisationId: organisationId };
    const grantId = await work.insert(AccessGrant, { ...of, reason, endsAt: until });
    await tell(work, 'ACCESS_TAKEN', [...supervisors, ...officers], record);
    return grantId;
  },
);

/** Whoever supervises it from another organisation has the coded part of it, and no more. */
const elsewhere = () =>
  problem(
    'NOT_ALLOWED',
    'The case is another organisation’s, which you supervise it for: what is closed of it is opened to colleagues there alone. Ask its case manager.',
    'O caso é de outra organização, para a qual o supervisiona: o que dele está fechado só se abre a colegas de lá. Fale com o gestor do caso.',
    ['caseId'],
  );

/** An access that nobody hears of is none. */
const nobodyToTell = () =>
  problem(
    'NOBODY_TO_TELL',
    'The country has no privacy officer who could be told, so nobody takes access. Ask the administrator for one.',
    'O país não tem encarregado de protecção de dados a quem informar, por isso ninguém acede. Peça um ao administrador.',
  );

action(
  {
    name: 'endAccess',
    of: AccessGrant,
    label: { en: 'end the access', pt: 'terminar o acesso' },
    description: 'Ends an access that one took, before its time.',
    duty: 'breakingGlass',
    input: changing(AccessGrant, { description: 'What ending an access takes.' }),
  },
  async (work, { id, expectedVersion }) => {
    const grant = await work.load(AccessGrant, id, { expectedVersion });
    if (grant.granteeId !== work.actor.accountId) throw notYours();
    const at = now();
    await work.update(AccessGrant, grant, { endsAt: grant.endsAt < at ? grant.endsAt : at });
    return id;
  },
);

const notYours = () =>
  problem(
    'NOT_YOURS',
    'Only whoever took an access can end it. You can review it instead.',
    'Só quem acedeu pode terminar o acesso. Em vez disso, pode revê-lo.',
  );

action(
  {
    name: 'reviewAccess',
    of: AccessGrant,
    label: { en: 'review the access', pt: 'rever o acesso' },
    description: 'Says whether it was right that somebody took access; never of one’s own.',
    duty: 'accessReview',
    input: changing(AccessGrant, { description: 'What looking at an access takes.', relies: ['review'] }),
  },
  async (work, { id, expectedVersion, values: { review } }) => {
    const grant = await work.load(AccessGrant, id, { expectedVersion });
    if (grant.granteeId === work.actor.accountId) throw ownAccess();
    await work.update(AccessGrant, grant, { review, reviewedById: work.actor.accountId, reviewedAt: now() });
    return id;
  },
);

const ownAccess = () =>
  problem(
    'SAME_PERSON',
    'Nobody looks at an access of their own. Ask another supervisor or the privacy officer.',
    'Ninguém avalia o seu próprio acesso. Peça a outro supervisor ou ao encarregado de protecção de dados.',
  );
