/** TOKEN_SECRET turns: a new one comes, the old one goes, and nobody is signed out or locked out for it. */
import { Secret, TOTP } from 'otpauth';
import type { IdentityService } from '../../src/identity/identity.service';
import { reseal } from '../../src/identity/reseal';
import { caller, errorOf } from './expectations';
import { install, password, type Installation } from './installation';

let installed: Installation;
beforeAll(async () => {
  installed = await install();
});
afterAll(() => installed.close());

const answer = (token: string, identity: IdentityService): Promise<string> =>
  errorOf(identity.authenticate(`Bearer ${token}`));

test('TOKEN_SECRET turns on two instances, one after the other: tokens and second factors stay good', async () => {
  const [old] = installed.tokenSecrets as [string];
  const next = 'the secret that comes, long enough: 8fK2mQ';
  await installed.account('turning@za.test');
  const enrol = await installed.identity.signIn({ email: 'turning@za.test', password }, caller());
  const { secret } = await installed.identity.enrolSecondFactor(enrol.actor, { password }, caller());
  const code = (steps: number): string =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 });
  await installed.identity.confirmSecondFactor(enrol.actor, code(-1), caller());
  const signsIn = async (instance: IdentityService, steps: number): Promise<void> => {
    const signedIn = { email: 'turning@za.test', password, oneTimeCode: code(steps) };
    const { accessToken } = await instance.signIn(signedIn, caller());
    for (const other of instances) expect(await answer(accessToken, other)).toBe('none');
  };
  const steps = [[old], [old, next], [next, old], [next]];
  let instances = [installed.instance({}, [old]), installed.instance({}, [old])];
  for (const [at, secrets] of steps.entries()) {
    // The last step is taken once everything is under the new one.
    if (at === 3) expect(await reseal(installed.owner, [next, old])).toMatchObject({ lost: 0 });
    instances = [installed.instance({}, secrets), instances[1]!];
    for (const each of instances) await each.ping();
    if (at === 1) await signsIn(instances[1]!, 0);
    instances = [instances[0]!, installed.instance({}, secrets)];
    for (const each of instances) await each.ping();
    if (at === 3) await signsIn(instances[1]!, 1);
  }
  expect(await reseal(installed.owner, [next])).toEqual({ done: 0, lost: 0 });
  expect(await reseal(installed.owner, [old, next])).toMatchObject({ lost: 0 });
});
