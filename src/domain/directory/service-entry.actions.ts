/** Keeping the service directory: adding a provider, changing what is told of it, confirming it, closing and reopening it. */
import { problem } from '../../base/problem';
import { changing, making, type Changing } from '../../model/action-input';
import type { Values } from '../../model/record';
import { hasDuty } from '../../policy/rights';
import { action } from '../../writing/action';
import { now } from '../../writing/moments';
import type { Work } from '../../writing/work';
import { Organisation } from '../organisation/organisation.entity';
import { hoursOf } from './opening-hours';
import { assertOffer } from './service-entry.checks';
import { ServiceEntry } from './service-entry.entity';
import { isClosable, isConfirmable, isNewer, same, serviceEntryLifecycle } from './service-entry.lifecycle';

action(
  {
    name: 'addServiceEntry',
    of: ServiceEntry,
    label: { en: 'add a provider to the directory', pt: 'acrescentar um prestador ao directório' },
    description:
      'Adds a provider to the service directory, confirmed today: an organisation of the country, or by its name one outside the system. Without either it is the own organisation.',
    input: making(ServiceEntry, {
      description: 'What adding a provider to the service directory takes.',
      relies: ['categories', 'coverage'],
    }),
    steps: [serviceEntryLifecycle.on({ from: [], to: 'CURRENT' })],
  },
  async (work, { id, values }) => {
    const keptById = ownOrganisation(work);
    const organisationId = values.organisationId ?? (values.name ? null : keptById);
    const name = await nameOf(work, organisationId, values.name, keptById);
    const told = { ...nothingSaid, ...values, organisationId };
    await assertOffer(work, told);
    const offer = { ...told, ...kept(told) };
    const today = work.day();
    const status = serviceEntryLifecycle.step(null, work.action, { on: today, today, lastConfirmedOn: null });
    return work.insert(ServiceEntry, {
      ...offer,
      ...{ id, organisationId, name, keptById, status, lastConfirmedOn: today },
      confirmedById: work.actor.accountId,
    });
  },
);

/** Hours are kept as one stretch of one day each, however they were told. */
const kept = ({ openingHours }: Values<ServiceEntry>): Values<ServiceEntry> =>
  openingHours ? { openingHours: [...hoursOf(openingHours).stretches] } : {};

const nothingSaid = {
  ...{ serviceTypes: [], provinceCodes: [], districtCodes: [], openingHours: [], languages: [], accepts: [] },
  ...{ asksFor: [], alwaysOpen: false, telephone: null, email: null, address: null },
};

function ownOrganisation({ actor }: Work): string {
  if (actor.organisationId !== null) return actor.organisationId;
  throw new Error(`${actor.role} keeps entries of no organisation`);
}

/** @throws ProblemError NOT_FOUND; INVALID_INPUT for another provider, where the account may keep its own alone */
async function nameOf(
  work: Work,
  organisationId: string | null,
  name: string | undefined,
  own: string,
): Promise<string> {
  if (organisationId !== own && !hasDuty('directoryKeeping', work.actor.role)) {
    throw problem(
      'INVALID_INPUT',
      'You add entries of your own organisation only. Leave this out.',
      'Só acrescenta entradas da sua própria organização. Não indique isto.',
      [organisationId === null ? 'name' : 'organisationId'],
    );
  }
  if (organisationId === null) return name as string;
  const organisation = await work.load(Organisation, organisationId, { right: 'read', path: ['organisationId'] });
  return name ?? organisation.name;
}

action(
  {
    name: 'updateServiceEntry',
    of: ServiceEntry,
    label: { en: 'correct the directory entry', pt: 'corrigir a entrada do directório' },
    description: 'Changes what the service directory tells of a provider. That it is right is confirmed apart.',
    input: changing(ServiceEntry, {
      description: 'What changing an entry takes; what is left out stays as it is.',
    }),
    steps: [serviceEntryLifecycle.on({ from: ['CURRENT', 'STALE'], to: same })],
  },
  async (work, input) => {
    const entry = await work.load(ServiceEntry, input.id, { expectedVersion: input.expectedVersion });
    const given = Object.entries(input.values).filter(([, value]) => value !== undefined);
    await assertOffer(work, { ...entry, ...Object.fromEntries(given) }, entry);
    return step(work, entry, work.day(), { ...input.values, ...kept(input.values) });
  },
);

action(
  {
    name: 'confirmServiceEntry',
    of: ServiceEntry,
    label: { en: 'confirm the directory entry', pt: 'confirmar a entrada do directório' },
    description: 'Confirms that what the service directory tells of a provider is right; today unless said otherwise.',
    input: changing(ServiceEntry, { description: 'What confirming an entry takes.' }),
    steps: [serviceEntryLifecycle.on({ from: ['CURRENT', 'STALE'], to: 'CURRENT', guards: [isConfirmable, isNewer] })],
  },
  async (work, { id, expectedVersion, values }) => {
    const entry = await work.load(ServiceEntry, id, { expectedVersion });
    const lastConfirmedOn = values.lastConfirmedOn ?? work.day();
    return step(work, entry, lastConfirmedOn, { lastConfirmedOn, confirmedById: work.actor.accountId });
  },
);

action(
  {
    name: 'closeServiceEntry',
    of: ServiceEntry,
    label: { en: 'close the directory entry', pt: 'encerrar a entrada do directório' },
    description: 'Says that a service is given no more; since today unless said otherwise.',
    input: changing(ServiceEntry, { description: 'What closing an entry takes.' }),
    steps: [serviceEntryLifecycle.on({ from: ['CURRENT', 'STALE'], to: 'CLOSED', guards: [isClosable] })],
  },
  async (work, { id, expectedVersion, values }) => {
    const entry = await work.load(ServiceEntry, id, { expectedVersion });
    const closedOn = values.closedOn ?? work.day();
    return step(work, entry, closedOn, { closedOn });
  },
);

action(
  {
    name: 'reopenServiceEntry',
    of: ServiceEntry,
    label: { en: 'reopen the directory entry', pt: 'reabrir a entrada do directório' },
    description: 'Says that a service is given again, and confirms its entry today.',
    input: changing(ServiceEntry, { description: 'What reopening an entry takes.' }),
    steps: [serviceEntryLifecycle.on({ from: ['CLOSED'], to: 'CURRENT' })],
  },
  async (work, { id, expectedVersion }: Changing) => {
    const entry = await work.load(ServiceEntry, id, { expectedVersion });
    const today = work.day();
    const confirmed = { lastConfirmedOn: today, confirmedById: work.actor.accountId };
    return step(work, entry, today, { closedOn: null, ...confirmed });
  },
);

action(
  {
    name: 'voidServiceEntry',
    of: ServiceEntry,
    label: { en: 'take the entry out, as recorded in error', pt: 'retirar a entrada, registada por engano' },
    description: 'Takes an entry out of the service directory, since it was recorded in error.',
    input: changing(ServiceEntry, { description: 'What taking an entry out takes.' }),
    steps: [serviceEntryLifecycle.on({ from: ['CURRENT', 'STALE', 'CLOSED'], to: same })],
  },
  async (work, { id, expectedVersion }: Changing) => {
    const entry = await work.load(ServiceEntry, id, { expectedVersion });
    return step(work, entry, work.day(), { voidedAt: now() });
  },
);

/** Takes the step of the mutation that is being done, with what changes by it. */
async function step(work: Work, entry: ServiceEntry, on: string, changes: Values<ServiceEntry>): Promise<string> {
  const { lastConfirmedOn } = entry;
  const status = serviceEntryLifecycle.step(entry.status, work.action, { on, today: work.day(), lastConfirmedOn });
  await work.update(ServiceEntry, entry, { ...changes, status });
  return entry.id;
}
