/** Sets targets, and asks for the rows that they stand beside, as the tests of targets do. */
import type { Client } from '../../support/app';
import { openWorld } from '../../support/outside';
import { actor, done, type Acted } from '../acting';
import type { World } from '../world';

export interface Shown {
  readonly id: string;
  readonly version: number;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly valueHundredths: number;
  readonly organisation: { readonly name: string } | null;
}
export interface Target {
  readonly id: string;
  readonly value: number;
  readonly version: number;
  readonly fundingStream: string | null;
  readonly donor: string | null;
  readonly setBy: string | null;
}
export interface Row {
  readonly indicator: string;
  readonly country: string;
  readonly period: string;
  readonly dimensions: readonly { readonly code: string | null; readonly label: string }[];
  readonly value: number | null;
  readonly baseline: number | null;
  readonly target: number | null;
  readonly targets: readonly Target[];
}

export const act = actor<Shown>('indicatorTarget', 'id version startsOn endsOn valueHundredths organisation { name }');
export const onStream = actor<{ id: string; version: number }>('fundingStream', 'id version');
export const about = { indicatorCode: 'I08', period: '2026', valueHundredths: 50_000 };
export const now = ({ id, version }: { id: string; version: number }): object => ({ id, expectedVersion: version });

export const document = `query ($input: IndicatorTableInput!) { indicatorTable(input: $input) { rows {
  indicator country period dimensions { code label } value baseline target
  targets { id value version fundingStream donor setBy } } } }`;

export const set = (client: Client, values: object): Promise<Acted<Shown>> =>
  act(client, 'setIndicatorTarget', { ...about, ...values });

export async function rows(client: Client, input: object): Promise<readonly Row[]> {
  const { data, errors } = await client.query(document, { input });
  expect(errors).toEqual([]);
  return data.indicatorTable.rows as Row[];
}

/** What the first row of a period is to reach: the programme's own, and all. */
export async function of(client: Client, indicator: string, period: string, more: object = {}) {
  const [row] = await rows(client, { indicators: [indicator], period: { names: [period] }, ...more });
  return [row?.target, row?.targets.map(({ donor, value }) => [donor, value])];
}

export interface Place {
  readonly world: World;
  readonly officer: Client;
  readonly admin: Client;
  readonly secretariat: Client;
  readonly provinces: readonly { readonly id: string; readonly code: string }[];
  /** Records a funding stream of the partner. */
  stream(donor: string, financialYear: string | null): Promise<string>;
}

export async function openPlace(): Promise<Place> {
  const world = await openWorld();
  const [officer, admin] = [await world.as('me-officer', 'za'), await world.as('partner-admin', 'za')];
  const { data } = await officer.query(
    '{ programmePhases(last: 1) { edges { node { id } } } provinces(first: 100) { edges { node { id code } } } }',
  );
  const phaseId = data.programmePhases.edges[0].node.id as string;
  const provinces = (data.provinces.edges as { node: { id: string; code: string } }[]).map(({ node }) => node);
  const stream = async (donor: string, financialYear: string | null): Promise<string> =>
    done(await onStream(admin, 'recordFundingStream', { donor, financialYear, phaseId, startsOn: '2019-07-01' })).id;
  return { world, officer, admin, secretariat: await world.as('secretariat'), provinces, stream };
}
