/** Who is accused in the case that came of an alert has nothing of the alert; help comes all the same, from others. */
import type { Client } from '../../support/app';
import { sweepNow } from '../../support/outside';
import { actor, done, told as problemsOf } from '../acting';
import { act as onCase, registration } from '../case/acts';
import { openWorld, type CountryName, type World } from '../world';
import { notices, pass, plan, raise, seen, send, step, told, type AlertShown } from './acts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const accuse = actor<{ id: string }>('accusedColleague', 'id');
const words = { place: { place: 'SAFEROOM 12' }, number: { telephone: '+27 82 555 0199' } };

describe.each(['za', 'mz'] as const)('in %s', (country: CountryName) => {
  let raiser: Client;
  let manager: Client;
  let supervisor: Client;
  const account = (name: string): string => world.account[country][name]!;
  beforeAll(async () => {
    raiser = await world.as('field-worker', country);
    manager = await world.as('case-manager', country);
    supervisor = await world.as('supervisor', country);
  });

  const fromAlert = async (alert: AlertShown): Promise<{ id: string }> =>
    done(
      await onCase(raiser, 'registerCase', {
        ...{ ...registration(), source: 'EMERGENCY_ALERT', alertId: alert.id },
      }),
    );
  const raised = async (): Promise<AlertShown> => done(await raise(raiser, world.district[country], words));

  const waiting = async (client: Client, alert: AlertShown): Promise<number> => {
    const { data } = await client.query('{ workList(first: 100) { edges { node { recordId } } } }');
    const items = data.workList.edges as { node: { recordId: string } }[];
    return items.filter(({ node }) => Buffer.from(alert.id, 'base64url').toString().endsWith(node.recordId)).length;
  };

  it('is answered, taken over, handed and sent to by nobody who is accused, and waits for them no more', async () => {
    const alert = await raised();
    expect(await waiting(manager, alert)).toBe(1);
    const { id: caseId } = await fromAlert(alert);
    done(await accuse(supervisor, 'accuseColleague', { caseId, accusedId: account('case-manager') }));
    expect(await seen(manager, alert)).toBeNull();
    expect(await waiting(manager, alert)).toBe(0);
    let now = (await seen(raiser, alert)) as AlertShown;
    expect(problemsOf(await step(manager, 'acknowledgeAlert', now))).toEqual(['NOT_FOUND id']);
    now = done(await step(raiser, 'acknowledgeAlert', now));
    expect(problemsOf(await step(manager, 'takeAlertOver', now))).toEqual(['NOT_FOUND id']);
    const handed = await step(raiser, 'handOverAlert', now, { acknowledgerId: account('case-manager') });
    expect(problemsOf(handed)).toEqual(['INVALID_INPUT acknowledgerId']);
    expect(problemsOf(await send(raiser, now, account('case-manager')))).toEqual(['INVALID_INPUT memberId']);
  });

  it('passes on from who answers it and is accused then, and is called out anew', async () => {
    await plan(supervisor, account('field-worker-2'));
    const alert = await raised();
    const mine = done(await step(manager, 'acknowledgeAlert', alert));
    expect((await told(manager, mine))?.place?.place).toBe('SAFEROOM 12');
    const { id: caseId } = await fromAlert(alert);
    done(await accuse(supervisor, 'accuseColleague', { caseId, accusedId: account('case-manager') }));
    expect(await told(manager, mine)).toBeNull();
    expect(await seen(raiser, alert)).toMatchObject({ status: 'RAISED', acknowledger: null, acknowledgedAt: null });
    expect(await notices(await world.as('field-worker-2', country), alert)).toEqual(['ALERT_RAISED', 'ALERT_RAISED']);
  });

  it('escalates past who is accused', async () => {
    await plan(supervisor, account('case-manager'), { turn: 'SECOND' });
    const alert = await raised();
    const { id: caseId } = await fromAlert(alert);
    done(await accuse(supervisor, 'accuseColleague', { caseId, accusedId: account('case-manager') }));
    await pass(world, alert, 15, country);
    await sweepNow(world, country, 'escalateAlerts');
    const { data } = await manager.query('{ notices(first: 100) { edges { node { kind alert { id } } } } }');
    expect(JSON.stringify(data)).not.toMatch(/ALERT_UNACKNOWLEDGED/);
    expect(await notices(supervisor, alert)).toContain('ALERT_UNACKNOWLEDGED');
  });

  it('tells who does not see the case nothing of it in its history', async () => {
    const history = async (client: Client, { id }: AlertShown): Promise<string[]> => {
      const { data, text } = await client.query(
        'query ($id: ID!) { emergencyAlert(id: $id) { history { edges { node { action } } } } }',
        { id },
      );
      if (data === null) throw new Error(text);
      return (data.emergencyAlert.history.edges as { node: { action: string } }[]).map(({ node }) => node.action);
    };
    const alert = await raised();
    done(await onCase(manager, 'registerCase', { draft: true, source: 'EMERGENCY_ALERT', alertId: alert.id }));
    expect(await history(manager, alert)).toEqual(['registerCase', 'raiseAlert']);
    expect(await history(supervisor, alert)).toEqual(['registerCase', 'raiseAlert']);
    expect(await history(raiser, alert)).toEqual(['raiseAlert']);
  });
});
