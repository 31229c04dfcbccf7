/**
 * What rests on each purpose of the consent ledger ends with it, exactly that and at once: refused or withdrawn, in
 * whatever order, by whatever clock. Every decision of the ledger is made on one case after the other, in both countries;
 * over the cases each purpose meets every pair of clocks.
 */
import { ConsentPurpose } from '../../../src/domain/casework/consent/consent.codes';
import { actor, done, told } from '../acting';
import { act, incident, services } from '../case/acts';
import {
  about,
  decide,
  endedOf,
  ground,
  hours,
  open,
  referral,
  releases,
  restsOn,
  type Ground,
} from './purposes-ground';

open();

const others = ConsentPurpose.codes.filter((purpose) => purpose !== 'SERVICES');

const clocks = [-20, 0, 20];
const pairs = clocks.flatMap((given) => clocks.map((ended) => ({ given, ended })));
/** A decision against a purpose, in one of the two ways. */
function against({ manager, record, consents }: Ground, purpose: ConsentPurpose, isWithdrawn: boolean, clock: number) {
  const takenAt = hours(clock);
  if (isWithdrawn) return decide(manager, 'withdrawConsent', { consentId: consents.get(purpose), takenAt });
  const decision = { purpose, decision: 'REFUSED', mode: 'WRITTEN' };
  return decide(manager, 'recordConsent', { survivorId: record.survivor?.id, ...decision, takenAt });
}

test('the table knows every purpose', () => {
  expect(Object.keys(restsOn).sort()).toEqual([...ConsentPurpose.codes].sort());
});

describe.each(['za', 'mz'] as const)('in %s', (country) => {
  const isFirst = country === 'za';
  const asShown = (ended: ReadonlySet<string>): string[] => [...ended].sort();

  it.each(pairs.map((_, nth) => nth))(
    'on case %s each decision ends what rests on it, and nothing else',
    async (nth) => {
      // Services come first, in the middle or last, so that their end is seen to end everything, and the others alone.
      const at = [0, Math.floor(others.length / 2), others.length][nth % 3]!;
      const order = [...others.slice(0, at), 'SERVICES' as const, ...others.slice(at)];
      const clockOf = (purpose: ConsentPurpose) => pairs[(nth + ConsentPurpose.codes.indexOf(purpose)) % pairs.length]!;
      const made = await ground(country, (purpose) => clockOf(purpose).given);
      const ended = new Set<string>();
      for (const [position, purpose] of order.entries()) {
        const isWithdrawn = (nth + position + Number(isFirst)) % 2 === 0;
        const answer = done(await against(made, purpose, isWithdrawn, clockOf(purpose).ended));
        for (const one of restsOn[purpose]) ended.add(one);
        expect([purpose, isWithdrawn, endedOf(answer)]).toEqual([purpose, isWithdrawn, asShown(ended)]);
        // Agreed to again, nothing comes back by itself, whatever the clocks say.
        if ((nth + position) % 3 > 0) continue;
        const again = { ...services, purpose, ...about(purpose), takenAt: hours(clockOf(purpose).given) };
        const survivorId = made.record.survivor?.id;
        const anew = done(await decide(made.manager, 'recordConsent', { survivorId, ...again }));
        expect([purpose, 'again', endedOf(anew)]).toEqual([purpose, 'again', asShown(ended)]);
      }
    },
  );

  it.each(isFirst ? clocks : [20])(
    'what was refused %s hours off is not done, and what was agreed to since is',
    async (off) => {
      const made = await ground(country, () => 20);
      const { manager, record } = made;
      const survivorId = record.survivor?.id;
      const agree = async (purpose: ConsentPurpose): Promise<string> =>
        done(await decide(manager, 'recordConsent', { survivorId, ...services, purpose, ...about(purpose) })).id;
      const codes = (acted: Parameters<typeof told>[0]): (string | undefined)[] =>
        told(acted).map((one) => one.split(' ')[0]);
      for (const release of releases) {
        done(await against(made, release, off < 0, off));
        expect(codes(await referral(made, release, made.consents.get(release)!))).toEqual(['CONSENT_MISSING']);
        expect(told(await referral(made, release, await agree(release)))).toEqual([]);
      }
      const add = () => actor('incident', 'id')(manager, 'addIncident', { caseId: record.id, ...incident });
      done(await against(made, 'REPORTING_NON_IDENTIFIABLE', off < 0, off));
      expect(codes(await add())).toEqual(['CONSENT_MISSING']);
      await agree('REPORTING_NON_IDENTIFIABLE');
      expect(told(await add())).toEqual([]);
      const further = () => act(manager, 'registerCase', { source: 'HELPLINE', survivorId });
      done(await against(made, 'SERVICES', off < 0, off));
      expect(codes(await further())).toEqual(['CONSENT_MISSING']);
      await agree('SERVICES');
      expect(told(await further())).toEqual([]);
    },
  );

  it('more than a day ahead, a decision on whatever purpose is refused, with its path', async () => {
    const made = await ground(country, () => 0);
    const { manager, record } = made;
    for (const purpose of ConsentPurpose.codes) {
      const given = { ...services, purpose, ...about(purpose), takenAt: hours(25) };
      const survivorId = record.survivor?.id;
      const answers = [
        await decide(manager, 'recordConsent', { survivorId, ...given }),
        await against(made, purpose, false, 25),
        await against(made, purpose, true, 25),
      ];
      for (const answer of answers) expect([purpose, told(answer)]).toEqual([purpose, ['INVALID_INPUT takenAt']]);
    }
    const consents = [services, { ...services, takenAt: hours(25) }];
    const registered = await act(manager, 'registerCase', {
      ...{ source: 'HELPLINE', survivor: { genderIdentity: 'WOMAN' }, consents },
    });
    expect(told(registered)).toEqual(['INVALID_INPUT consents.1.takenAt']);
  });
});
