/** What of its tables a country shares with the region, and what the region's own place holds: the grants, one by one. */
import { adminRows } from '../support/admin';
import { startApp } from '../support/outside';
import type { TestApp } from '../support/app';

const tablePrivileges = ['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN'];

let api: TestApp;
beforeAll(async () => {
  api = await startApp({ template: 'migrated' });
});
afterAll(() => api?.close());

const rows = <R extends object>(text: string, values: unknown[] = []): Promise<R[]> =>
  adminRows<R>(api.database, text, values);

describe('the tables', () => {
  it('of a country that the region may read are those of activities, surveys, phases, places, deadlines of services, what is published of cases, and what these are called', async () => {
    const shared = [
      'activity_partner',
      'adoption_check',
      'advocacy_activity',
      'advocacy_evidence',
      'advocacy_stage_reached',
      'ally',
      'ally_action',
      'capacity_assessment',
      'capacity_score',
      'code_of_conduct',
      'conduct_check',
      'country',
      'dissemination',
      'district',
      'funding_stream',
      'indicator_as_of',
      'indicator_target',
      'intervention',
      'key_population_involvement',
      'knowledge_product',
      'material',
      'media_piece',
      'member_association',
      'member_count',
      'member_count_group',
      'open_cell',
      'organisation',
      'outreach_activity',
      'platform',
      'procedure_adoption',
      'programme_phase',
      'province',
      'published_cell',
      'published_period',
      'release',
      'released_case',
      'released_incident',
      'search_text',
      'search_word',
      'service_deadline',
    ];
    const found = await rows<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'za'::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'f')
          AND has_table_privilege('za_region', oid, 'SELECT') ORDER BY relname COLLATE "C"`,
    );
    expect(found.map(({ name }) => name)).toEqual([
      ...shared,
      'supply_distribution',
      'survey_result',
      'training',
      'training_participation',
    ]);
  });

  it('of the region’s own place hold nothing of a case or a person that somebody who works there could read or write', async () => {
    const found = await rows<{ name: string }>(
      `SELECT DISTINCT relname AS name FROM pg_class c, unnest($1::text[]) AS p(privilege)
        WHERE relnamespace = 'region'::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'f')
          AND has_table_privilege('region_app', c.oid, p.privilege) ORDER BY 1`,
      [tablePrivileges],
    );
    const names = found.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['training', 'advocacy_activity', 'organisation']));
    expect(
      names.filter((name) => /case$|case_|survivor|incident|referral|alert|consent|complaint|attachment/u.test(name)),
    ).toEqual([]);
  });

  it('of histories, of whom its outreach reached and of what waits are read by the region in its own place, and in no country', async () => {
    const found = await rows<{ schema: string; name: string }>(
      `SELECT n.nspname AS schema, relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
        WHERE relname IN ('audit_event', 'outreach_reach', 'record_change', 'work_item') AND nspname IN ('za', 'bw', 'mz', 'zw', 'region')
          AND has_table_privilege(nspname || '_region', c.oid, 'SELECT') ORDER BY 2`,
    );
    expect(found).toEqual([
      { schema: 'region', name: 'audit_event' },
      { schema: 'region', name: 'outreach_reach' },
      { schema: 'region', name: 'record_change' },
      { schema: 'region', name: 'work_item' },
    ]);
  });
});
