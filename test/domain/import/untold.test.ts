/**
 * What is told of a row never repeats anything of it: a finding is kept, and its value may be a name. Texts that repeat what was
 * given are walked in the source, and rows with values that are easy to find again are sent.
 */
import type { Client } from '../../support/app';
import { sourceTexts } from '../../support/source-texts';
import { openWorld, type World } from '../world';
import { ndjson, prepared, send } from './sending';

/** What reaches a finding stands here; operators and other requests are told elsewhere. */
const ofRows = /^(base\/(global-id|problem)|domain|writing|policy|model|exchange|vault)/;

/** What is filled into a text and is never a value of the row. */
const ownWords: readonly RegExp[] = [
  /^(EARLIEST_YEAR|FEWEST|FEWEST_CASES|KEPT_MONTHS|LETTER_MONTHS|LIST_MAX|YEARS_AHEAD|RECENT_DAYS|YEARS\.(en|pt)|longest|min|max|maximum|most)$/,
  /^(actionLabel|dataClassLabel)\(\w+, '(en|pt)'\)$|^label\.(en|pt)$|^examples\(list, '(en|pt)'\)$/,
];

/** Texts of which that is so for another reason, and it. */
const reasons: Readonly<Record<string, string>> = {
  'base/global-id.ts': 'the label of a kind of record',
  'model/illegal-step.ts': 'labels of steps, and of where a record stands that is here already',
  'policy/access.ts': 'labels of rights',
  'policy/denial.ts': 'labels of roles',
  'exchange/texts.ts': 'headings and paths, of the mapping or the heading row',
  'exchange/mapping/faults.ts': 'the labels that there are, for what a mapping says',
  'domain/import/import.form.ts': 'the labels that there are',
  'domain/import/import.rows.ts': 'the number of a row',
  'domain/training/training-participant.checks.ts': 'who may be named',
  'domain/casework/referral/referral.sharing.ts': 'the service that it is shared with, which the row does not say',
  'domain/advocacy/advocacy.actions.ts': 'the stages that there are to begin with',
  'domain/casework/referral/referral.lifecycle.ts': 'where a case stands that is here already',
  'writing/work-errors.ts': 'a version: rows change nothing',
};

/** No row of a file does this. */
const notImported: readonly RegExp[] = [
  /^domain\/casework\/(attachment|complaint|erasure|letter|need|session)\//,
  /^domain\/casework\/referral\/referral\.service\.ts/,
  /^domain\/(data-export|directory|indicator|ministry-release|service-slip)\//,
  /^domain\/advocacy\/advocacy\.lifecycle\.ts/,
  /^exchange\/dhis2\//,
];

describe('texts of problems', () => {
  const texts = sourceTexts().filter(({ at }) => ofRows.test(at) && !notImported.some((one) => one.test(at)));
  const fileOf = (at: string): string => at.replace(/:\d+$/, '');

  it('are said without what was given, too, wherever they repeat it', () => {
    const open = texts.filter(({ without, at }) => without !== 'beside' && reasons[fileOf(at)] === undefined);
    const strange = open.flatMap(({ at, filled }) =>
      filled.filter((one) => !ownWords.some((form) => form.test(one))).map((one) => `${at}: ${one}`),
    );
    expect(strange).toEqual([]);
  });

  it('are so beside enough of them, in both languages', () => {
    const beside = texts.filter(({ without }) => without === 'beside');
    expect(beside.length).toBeGreaterThan(30);
    expect(beside.filter(({ locale }) => locale === 'en')).toHaveLength(beside.length / 2);
  });
});

describe('findings', () => {
  let world: World;
  beforeAll(async () => void (world = await openWorld()));
  afterAll(() => world.close());

  const stored = `query ($id: ID!) { dataImport(id: $id) { findings(first: 100) { edges { node { messageEn messagePt } } } } }`;

  async function told(kind: string, rows: readonly object[]): Promise<string[]> {
    const who: Client = await world.as('case-manager', 'za');
    const id = await prepared(who, { kind, dryRun: true });
    const { end } = await send(world, who, id, ndjson(rows));
    expect(end).toMatchObject({ rowsRead: rows.length, rowsRefused: rows.length });
    const { data } = await who.query(stored, { id });
    type Edge = { readonly node: { readonly messageEn: string; readonly messagePt: string } };
    return (data.dataImport.findings.edges as Edge[]).flatMap(({ node }) => [node.messageEn, node.messagePt]);
  }

  const group = { genderIdentity: 'TRANS_WOMAN', ageBand: 'AGE_35_49' };
  const people = { ...group, kind: 'NEW', people: 8461, contacts: 8461 };
  const activity = { title: 'Zuleika 6127', level: 'COMMUNITY', outcome: 'LTO1' };
  const outreach = { ...activity, type: 'DEBATE', heldOn: '2024-02-13', topics: ['RIGHTS'], reached: [people] };
  const enrolled = { ...group, audience: 'POLICE', enrolled: 8461, completed: 8461 };
  const training = { ...activity, topic: 'PARALEGAL', audience: 'POLICE', startOn: '2024-02-13' };
  const held = { ...training, participations: [enrolled] };
  const referral = { urgency: 'ROUTINE', receiver: { organisationId: 'Clinic' }, caseId: 'Zuleika 6127' };

  it.each([
    ['OUTREACH', 'has not come', { ...outreach, heldOn: '2097-02-13' }],
    ['OUTREACH', 'fewer contacts', { ...outreach, reached: [{ ...people, contacts: 7333 }] }],
    ['OUTREACH', 'counted twice', { ...outreach, reached: [people, people] }],
    ['TRAINING', 'before the first', { ...held, endOn: '2024-02-07' }],
    ['TRAINING', 'has not begun', { ...held, startOn: '2097-02-13' }],
    ['TRAINING', 'counted twice', { ...held, participations: [enrolled, enrolled] }],
    ['TRAINING', 'than enrolled', { ...held, participations: [{ ...enrolled, completed: 9461 }] }],
    ['TRAINING', 'those who', { ...held, participations: [{ ...enrolled, newParticipants: 9461 }] }],
    ['REFERRAL', 'no such record', { ...referral, category: 'LEGAL' }],
    ['CASE', 'not of the list', { source: 'Zuleika 6127', openedAt: '2097-02-13' }],
    ['CASE', 'no such field', { 'Zuleika 6127': 1, survivorId: ['Zuleika 6127'] }],
  ] as const)(
    'of a row that is imported as %s say “… %s …”, and nothing of what stands in it',
    async (kind, said, row) => {
      const messages = await told(kind, [row]);
      expect(messages.some((message) => message.includes(said))).toBe(true);
      expect(messages.filter((message) => /Zuleika|\d[46]61|6127|7333|02-?13|2097|02-?07/.test(message))).toEqual([]);
      expect(messages.filter((message) => /trans|35/i.test(message))).toEqual([]);
    },
  );
});
