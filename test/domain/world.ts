/**
 * What referrals and activities need around them: in each country two partner organisations, a clinic and lawyers, an
 * account of every role, and cases with everything that a referral can share. Put straight into the database, by the
 * unit of work that the mutations use.
 */
import { randomUUID } from 'node:crypto';
import { asOwner } from '../../src/database/connect';
import { mutate } from '../../src/writing/mutate';
import { identitySchema } from '../../src/database/roles';
import type { NewValues, Work } from '../../src/writing/work';
import type { CaseStatus } from '../../src/domain/casework/case/case.codes';
import { Case } from '../../src/domain/casework/case/case.entity';
import { Consent } from '../../src/domain/casework/consent/consent.entity';
import { District } from '../../src/domain/country/place.entity';
import { AllegedPerpetrator, PerpetratorIdentity } from '../../src/domain/casework/incident/alleged-perpetrator.entity';
import { IncidentInjury, IncidentNarrative } from '../../src/domain/casework/incident/incident-narrative.entity';
import { Incident } from '../../src/domain/casework/incident/incident.entity';
import { Organisation } from '../../src/domain/organisation/organisation.entity';
import { StaffMember } from '../../src/domain/organisation/staff-member.entity';
import { SafeContact, SurvivorIdentity } from '../../src/domain/casework/survivor/survivor-identity.entity';
import { Survivor, SurvivorDemographics } from '../../src/domain/casework/survivor/survivor.entity';
import { insertDemoAccounts, type NewAccount } from '../../src/identity/account.service';
import type { Role } from '../../src/policy/role';
import type { RequestContext } from '../../src/base/context';
import { startApp, type TestApp } from '../support/app';
import { arranging, put } from '../support/arranging';

export type CountryName = 'za' | 'bw' | 'mz';

const organisations = {
  partner: { name: 'Partner', services: ['LEGAL'] },
  otherPartner: { name: 'Other partner', services: [] },
  clinic: { name: 'Clinic', services: ['HEALTH', 'PSYCHOSOCIAL'] },
  lawyers: { name: 'Lawyers', services: ['LEGAL'] },
} as const;
type OrganisationName = keyof typeof organisations;

/** Local part of each account's address, its role and where it works. */
const people: Readonly<Record<string, readonly [Role, OrganisationName | null]>> = {
  'field-worker': ['FIELD_WORKER', 'partner'],
  'field-worker-2': ['FIELD_WORKER', 'partner'],
  'case-manager': ['CASE_MANAGER', 'partner'],
  supervisor: ['SUPERVISOR', 'partner'],
  'partner-admin': ['PARTNER_ADMIN', 'partner'],
  'me-officer': ['ME_OFFICER', null],
  'service-provider': ['SERVICE_PROVIDER', 'clinic'],
  'privacy-officer': ['PRIVACY_OFFICER', null],
  'case-manager-2': ['CASE_MANAGER', 'otherPartner'],
  'service-provider-2': ['SERVICE_PROVIDER', 'lawyers'],
  'supervisor-2': ['SUPERVISOR', 'otherPartner'],
  'supervisor-3': ['SUPERVISOR', 'otherPartner'],
};

export interface CaseIds {
  readonly caseId: string;
  readonly survivorId: string | null;
  readonly incidentId: string;
}

export interface World extends TestApp {
  /** Ids of the organisations of a country. */
  readonly organisation: Record<CountryName, Record<OrganisationName, string>>;
  /** Ids of the accounts of a country. */
  readonly account: Record<CountryName, Record<string, string>>;
  readonly district: Record<CountryName, string>;
  /** A case of the partner, made and owned by its field worker. */
  newCase(country?: CountryName, options?: { status?: CaseStatus; anonymous?: boolean }): Promise<CaseIds>;
  /** A consent to sharing everything with health services, unless said otherwise. */
  newConsent(survivorId: string | null, values?: NewValues<Consent>, country?: CountryName): Promise<string>;
  /** Anything else, as the case manager of the country. */
  arrange(country: CountryName, task: (work: Work) => Promise<string>): Promise<string>;
}

/** @param env beyond that of the test database */
export async function openWorld(env: Readonly<Record<string, string>> = {}): Promise<World> {
  const app = await startApp({ template: 'migrated', env });
  const world = {
    ...app,
    organisation: {} as World['organisation'],
    account: {} as World['account'],
    district: {} as World['district'],
  };
  const ofRegion = { country: null, organisationId: null, locale: 'en' } as const;
  const accounts: NewAccount[] = [
    { email: 'secretariat@region.demo', name: 'S', role: 'SECRETARIAT', ...ofRegion },
    { email: 'analyst@region.demo', name: 'A', role: 'ANALYST', ...ofRegion },
  ];
  for (const country of ['za', 'bw', 'mz'] as const) accounts.push(...(await populate(world, country)));
  await asOwner(app.database.admin, identitySchema, (client) =>
    insertDemoAccounts(client, accounts, app.config.demoPassword),
  );
  return {
    ...world,
    arrange: (country, task) => arrange(world, country, task),
    newCase: (country = 'za', options = {}) => newCase(world, country, options),
    newConsent: (survivorId, values = {}, country = 'za') =>
      arrange(world, country, (work) => put(work, Consent, { ...consent(world, country, survivorId), ...values })),
  };
}

type Place = TestApp & Pick<World, 'organisation' | 'account' | 'district'>;

async function arrange(world: Place, country: CountryName, task: (work: Work) => Promise<string>): Promise<string> {
  const actor = {
    accountId: world.account[country]['field-worker'],
    organisationId: world.organisation[country].partner,
    country: country.toUpperCase(),
    role: 'FIELD_WORKER',
  };
  const ctx = { app: world.app, actor, requestId: randomUUID(), locale: 'en', scope: [], denials: new Map() };
  const input = { idempotencyKey: randomUUID() };
  const { id, problems } = await mutate(ctx as unknown as RequestContext, 'arrange', input, task);
  if (id === null) throw new Error(JSON.stringify(problems));
  return id;
}

async function populate(world: Place, country: CountryName): Promise<NewAccount[]> {
  const byName = Object.keys(organisations).map((name) => [name, randomUUID()] as const);
  world.organisation[country] = Object.fromEntries(byName) as Record<OrganisationName, string>;
  world.account[country] = Object.fromEntries(Object.keys(people).map((name) => [name, randomUUID()]));
  world.district[country] = await arrange(world, country, async (work) => {
    for (const [name, { services, ...about }] of Object.entries(organisations)) {
      const id = world.organisation[country][name as OrganisationName];
      await put(work, Organisation, { id, ...about, kind: 'NGO', sexWorkerLed: false, services: [...services] });
    }
    const [district] = await work.find(District, {});
    return district!.id;
  });
  const staff = Object.entries(people).map(([name, [role, where]]) => ({
    id: world.account[country][name]!,
    name: `${name} ${country}`,
    role,
    organisationId: where && world.organisation[country][where],
  }));
  await arrange(world, country, async (work) => {
    const [id] = await work.insertAll(
      StaffMember,
      staff.map((one) => ({ ...one, active: true })),
      arranging(StaffMember),
    );
    return id!;
  });
  const account = { country: country.toUpperCase(), locale: 'en' } as const;
  return staff.map((one, at) => ({ ...one, ...account, email: `${Object.keys(people)[at]}@${country}.demo` }));
}

const minuteAgo = (): string => new Date(Date.now() - 60_000).toISOString();

const consent = (world: Place, country: CountryName, survivorId: string | null): NewValues<Consent> => ({
  survivorId: survivorId ?? '',
  purpose: 'RELEASE_TO_HEALTH',
  scopes: [
    'IDENTITY',
    'SAFE_CONTACT',
    'DEMOGRAPHICS',
    'INCIDENT',
    'NARRATIVE',
    'HEALTH',
    'PERPETRATOR',
    'PERPETRATOR_IDENTITY',
  ],
  decision: 'GIVEN',
  mode: 'VERBAL_WITNESSED',
  takenById: world.account[country]['field-worker']!,
  takenAt: minuteAgo(),
});

function newCase(
  world: Place,
  country: CountryName,
  { status = 'IN_FOLLOW_UP', anonymous = false }: { status?: CaseStatus; anonymous?: boolean },
): Promise<CaseIds> {
  let made: CaseIds | undefined;
  const task = async (work: Work): Promise<string> => {
    const dataKeyId = work.newDataKey();
    const survivorId = anonymous ? null : await newSurvivor(work, dataKeyId);
    const caseId = await put(work, Case, {
      displayId: `${country.toUpperCase()}-${randomUUID().slice(0, 8).toUpperCase()}`,
      status,
      workflowStage: 'SERVICE_PROVISION',
      openedAt: minuteAgo(),
      source: 'HELPLINE',
      anonymous,
      organisationId: world.organisation[country].partner,
      ownerId: world.account[country]['field-worker'],
      survivorId,
      safetyPlanReviewed: false,
      informedCanResume: false,
      supervisorReviewed: false,
      dataKeyId,
    });
    made = { caseId, survivorId, incidentId: await newIncident(world, country, work, caseId, dataKeyId) };
    return caseId;
  };
  return arrange(world, country, task).then(() => made!);
}

async function newSurvivor(work: Work, dataKeyId: string): Promise<string> {
  const survivorCode = `S-${randomUUID().slice(0, 8).toUpperCase()}`;
  const survivorId = await put(work, Survivor, { survivorCode, ageBand: 'AGE_25_34', genderIdentity: 'WOMAN' });
  await put(work, SurvivorDemographics, {
    survivorId,
    birthYear: 1995,
    keyPopulations: ['SW'],
    exchangesSexForMoneyOrGoods: true,
  });
  await put(work, SurvivorIdentity, { survivorId, dataKeyId, workingName: 'Thandi', phone: '+27 71 000 0000' });
  await put(work, SafeContact, { survivorId, dataKeyId, method: 'CALL', times: 'mornings' });
  return survivorId;
}

async function newIncident(
  world: Place,
  country: CountryName,
  work: Work,
  caseId: string,
  dataKeyId: string,
): Promise<string> {
  const incidentId = await put(work, Incident, {
    caseId,
    reportedAt: minuteAgo(),
    districtId: world.district[country],
    gbvimsType: 'PHYSICAL_ASSAULT',
    violationTypes: ['BEATING'],
    violenceForms: ['ABUSE'],
    harmKinds: ['PHYSICAL'],
    reportedElsewhere: false,
    consentReporting: true,
  });
  await put(work, IncidentNarrative, { caseId, incidentId, dataKeyId, text: 'What happened.' });
  await put(work, IncidentInjury, { caseId, incidentId, dataKeyId, description: 'A broken arm.' });
  const allegedPerpetratorId = await put(work, AllegedPerpetrator, {
    caseId,
    incidentId,
    actorKind: 'PERSON',
    category: 'CLIENT',
    relationship: 'OTHER',
    rank: 'PRIMARY',
    count: 1,
  });
  await put(work, PerpetratorIdentity, { caseId, allegedPerpetratorId, dataKeyId, name: 'A. Nobody' });
  return incidentId;
}
