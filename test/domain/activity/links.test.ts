/** What an activity points to: records that stand, and public pages. */
import '../../../src/domain/all';
import { allThings } from '../../../src/model/thing';
import type { Client } from '../../support/app';
import { openWorld } from '../../support/outside';
import { actor, done, told } from '../acting';
import type { World } from '../world';

interface Shown {
  readonly id: string;
  readonly version: number;
}

let world: World;
let manager: Client;
let admin: Client;
let officer: Client;
beforeAll(async () => {
  world = await openWorld();
  manager = await world.as('case-manager', 'za');
  admin = await world.as('partner-admin', 'za');
  officer = await world.as('me-officer', 'za');
});
afterAll(() => world.close());

const on = (thing: string) => actor<Shown>(thing.charAt(0).toLowerCase() + thing.slice(1), 'id version');
const make = async (client: Client, thing: string, action: string, input: object): Promise<Shown> =>
  done(await on(thing)(client, action, input));
const goal = { level: 'NATIONAL', outcome: 'LTO4' };

const material = {
  kind: 'POLICE_TRAINERS_MANUAL',
  title: 'A',
  edition: '1',
  language: 'ENGLISH',
  issuedOn: '2024-01-05',
};
const training = { title: 'A', topic: 'POLICE_SENSITISATION', audience: 'POLICE', ...goal, startOn: '2026-03-02' };
const advocacy = { title: 'A', kind: 'LAW_REFORM', ...goal, target: 'B', ask: 'C', activityOn: '2026-03-02' };
const outreach = { type: 'LECTURE', title: 'A', ...goal, topics: ['RIGHTS'], heldOn: '2026-03-02' };
const intervention = { name: 'A', maturity: 'PILOT', startedOn: '2026-03-02', ...goal };
const ally = { name: 'A', allyType: 'NGO', engagedOn: '2026-03-02', level: 'NATIONAL' };

type Making = (client: Client) => Promise<Shown>;
const platform: Making = (client) => make(client, 'Platform', 'registerPlatform', { name: 'A', level: 'NATIONAL' });

/** Something that can be taken out: who makes it, by what it is taken out, and with what else. */
const targets = {
  Platform: [platform, 'voidPlatform', {}],
  MemberAssociation: [
    async (client: Client) => {
      const { id: platformId } = await platform(client);
      return make(client, 'MemberAssociation', 'registerMemberAssociation', { platformId, name: 'A' });
    },
    'voidMemberAssociation',
    {},
  ],
  Material: [
    (client: Client) => make(client, 'Material', 'issueMaterial', material),
    'voidMaterial',
    { voidedReason: 'A' },
  ],
  Training: [
    (client: Client) => make(client, 'Training', 'planTraining', training),
    'voidTraining',
    { statusReason: 'A' },
  ],
  AdvocacyActivity: [
    (client: Client) => make(client, 'AdvocacyActivity', 'recordAdvocacyActivity', advocacy),
    'voidAdvocacyActivity',
    { voidedReason: 'A' },
  ],
  OutreachActivity: [
    (client: Client) => make(client, 'OutreachActivity', 'planOutreachActivity', outreach),
    'voidOutreachActivity',
    { statusReason: 'A' },
  ],
  Intervention: [
    (client: Client) => make(client, 'Intervention', 'recordIntervention', intervention),
    'voidIntervention',
    {},
  ],
  Ally: [(client: Client) => make(client, 'Ally', 'engageAlly', ally), 'voidAlly', {}],
} as const satisfies Record<string, readonly [Making, string, object]>;
type Target = keyof typeof targets;

const involvement = { ...goal, keyPopulation: 'SW', involvedAs: 'GOVERNANCE', count: 3, onDate: '2026-03-02' };
const count = { countedOn: '2026-03-02', total: 30 };
const office = { position: 'CHAIR', heldFrom: '2024-01-01' };
const breach = { category: 'CONFIDENTIALITY', severity: 'SERIOUS', roleOfPerson: 'PARALEGAL', note: 'A' };
const check = {
  periodFrom: '2026-01-01',
  periodTo: '2026-03-31',
  itemsTotal: 10,
  itemsMet: 8,
  checkedOn: '2026-04-01',
};
const code = { edition: '1', language: 'ENGLISH', title: 'A', text: 'B', adoptedOn: '2026-01-01' };
const person = { audience: 'POLICE', name: 'A', consentGivenOn: '2026-03-02' };
const partner = {
  parts: ['HOST'],
  get partnerId(): string {
    return world.organisation.za.otherPartner;
  },
};
const given = {
  recipientUnit: 'A',
  recipientKind: 'POLICE_STATION',
  channel: 'PRINT',
  copies: 3,
  disseminatedOn: '2026-03-02',
  ...goal,
};
const unit = { unit: 'A', unitKind: 'POLICE_STATION', level: 'COMMUNITY', outcome: 'LTO4' };
const acted = { kind: 'OTHER', actedOn: '2026-03-02', description: 'A', ...goal };

/** Each way in which something new can point to it: what is made, by which mutation, by which field, with what else. */
const ways: readonly (readonly [Target, string, string, string, object, 'admin'?])[] = [
  ['Platform', 'MemberAssociation', 'registerMemberAssociation', 'platformId', { name: 'B' }],
  ['Platform', 'CodeOfConduct', 'adoptCodeOfConduct', 'platformId', code],
  ['Platform', 'KeyPopulationInvolvement', 'recordInvolvement', 'platformId', involvement],
  ['MemberAssociation', 'MemberCount', 'recordMemberCount', 'associationId', count],
  ['MemberAssociation', 'LeaderRole', 'recordLeaderRole', 'associationId', office, 'admin'],
  ['MemberAssociation', 'ConductBreach', 'reportConductBreach', 'associationId', breach],
  ['MemberAssociation', 'ConductCheck', 'recordConductCheck', 'associationId', check],
  ['Training', 'TrainingParticipant', 'nameTrainingParticipant', 'trainingId', person, 'admin'],
  ['Training', 'ActivityPartner', 'addActivityPartner', 'trainingId', partner],
  ['OutreachActivity', 'ActivityPartner', 'addActivityPartner', 'outreachActivityId', partner],
  ['AdvocacyActivity', 'ActivityPartner', 'addActivityPartner', 'advocacyActivityId', partner],
  ['Training', 'KeyPopulationInvolvement', 'recordInvolvement', 'trainingId', involvement],
  ['AdvocacyActivity', 'KeyPopulationInvolvement', 'recordInvolvement', 'advocacyActivityId', involvement],
  ['Material', 'Dissemination', 'recordDissemination', 'materialId', given],
  ['Material', 'ProcedureAdoption', 'recordProcedureAdoption', 'procedureId', { ...unit, adoptedOn: '2026-03-02' }],
  ['Material', 'ProcedureAdoption', 'pledgeAdoption', 'procedureId', { ...unit, pledgedOn: '2026-03-02' }],
  ['Material', 'Material', 'issueMaterial', 'supersedesId', { ...material, edition: '2' }],
  ['Material', 'Training', 'planTraining', 'teachingMaterialId', training],
  ['Intervention', 'Training', 'planTraining', 'interventionId', training],
  ['Intervention', 'AdvocacyActivity', 'recordAdvocacyActivity', 'interventionId', advocacy],
  ['Ally', 'AllyAction', 'recordAllyAction', 'allyId', acted],
];

describe.each(ways.map((way) => [`${way[0]}: ${way[1]} by ${way[2]}`, way] as const))(
  '%s',
  (_, [target, made, action, field, values, by]) => {
    it('is made while it stands, and not with one that was recorded in error', async () => {
      const client = by === 'admin' ? admin : manager;
      const [making, taking, why] = targets[target];
      const [to, other] = [await making(client), await making(client)];
      const { answer, problems } = await on(made)(client, action, { [field]: to.id, ...values });
      expect([answer.errors, problems.filter(({ code }) => code !== 'RECORD_OUT_OF_SIGHT')]).toEqual([[], []]);
      done(await on(target)(client, taking, { id: other.id, expectedVersion: other.version, ...why }));
      expect(told(await on(made)(client, action, { [field]: other.id, ...values }))).toEqual([`VOIDED ${field}`]);
    });
  },
);

/** What is opened by whoever reads the record. */
const pages: readonly (readonly [
  thing: string,
  action: string,
  field: string,
  input: () => object | Promise<object>,
  Client?,
])[] = [
  ['Material', 'issueMaterial', 'url', () => material],
  [
    'KnowledgeProduct',
    'recordKnowledgeProduct',
    'url',
    () => ({ title: 'A', kind: 'BRIEF', publishedOn: '2026-03-02', language: 'ENGLISH', ...goal }),
  ],
  [
    'MediaPiece',
    'recordMediaPiece',
    'url',
    () => ({
      title: 'A',
      outlet: 'B',
      language: 'ENGLISH',
      consentOfShown: 'NOT_NEEDED',
      tone: 'SUPPORTIVE',
      publishedOn: '2026-03-02',
      showsPeople: false,
      ownPiece: false,
      ...goal,
    }),
  ],
  [
    'CodeOfConduct',
    'adoptCodeOfConduct',
    'link',
    async () => ({ ...code, text: null, platformId: (await platform(manager)).id }),
  ],
  [
    'AllyAction',
    'recordAllyAction',
    'evidenceUrl',
    async () => ({ ...acted, allyId: (await targets.Ally[0](manager)).id }),
  ],
  [
    'AdvocacyEvidence',
    'addAdvocacyEvidence',
    'url',
    async () => ({
      kind: 'PUBLICATION',
      description: 'A',
      activityId: (await targets.AdvocacyActivity[0](manager)).id,
    }),
  ],
  [
    'SurveyResult',
    'recordSurveyResult',
    'url',
    () => ({
      indicatorCode: 'I01',
      title: 'A',
      source: 'B',
      population: 'C',
      year: 2020,
      valueHundredths: 4250,
      unit: 'PER_CENT',
      countryCode: 'ZA',
      outcome: 'LTO4',
    }),
  ],
];

describe.each(pages.map((page) => [page[0], page] as const))('the page of %s', (_, [thing, action, field, input]) => {
  const client = (): Client => (thing === 'SurveyResult' ? officer : manager);

  it.each<[string, ...RegExp[]]>([
    ['http://example.org/a', /does not begin with https/],
    ['javascript:alert(1)', /does not begin with https/],
    ['https://me:secret@example.org/a', /user name or a password/],
    ['https://me@example.org/a', /user name or a password/],
    ['https://example.org:8443/a', /names a port/],
    ['https://example.org:443/a', /names a port/],
    ['https://example.org/a?lang=pt&api_key=abc', /a key or a token/],
    ['https://example.org/?password=abc', /a key or a token/],
    ['https://localhost/a', /inside a network/],
    ['https://10.0.0.7/a', /in numbers/],
    ['https://[::1]/a', /in numbers/],
    ['https://files.internal/a', /inside a network/],
    ['https://example.org/a b', /not a whole link/],
    ['www.example.org/a', /not a whole link/],
    ['http://me:secret@10.0.0.7:8443/a', /https/, /password/, /port/, /in numbers/],
  ])('is not %s, and it is said why', async (address, ...why) => {
    const answer = await on(thing)(client(), action, { ...(await input()), [field]: address });
    expect([answer.answer.errors, told(answer)]).toEqual([[], why.map(() => `INVALID_INPUT ${field}`)]);
    answer.problems.forEach(({ message }, at) => expect(message).toMatch(why[at]!));
    expect(answer.answer.text).not.toMatch(/secret|10\.0\.0\.7/);
  });

  it('is a public one', async () => {
    done(await on(thing)(client(), action, { ...(await input()), [field]: 'https://example.org/a' }));
  });
});

test('every address of a page is tried above', () => {
  const named = [...allThings.values()].flatMap(({ name, attributes }) =>
    [...attributes.keys()].filter((one) => /^(url|link)$|Url$/.test(one)).map((one) => `${name}.${one}`),
  );
  expect(pages.map(([thing, , field]) => `${thing}.${field}`).sort()).toEqual(named.sort());
});
