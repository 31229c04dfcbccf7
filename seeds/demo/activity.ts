/** Who organises what is no case: trainings and advocacy. */
import { mayUse } from '../../src/policy/rights';
import type { Story } from './story';
import type { Colleague, Team } from './world';

/** An organisation, and somebody of it who may record its activities. */
export function drawOrganiser({ random, world }: Story): { readonly team: Team; readonly by: Colleague } {
  const team = random.pickEarly(world.partners);
  const firsts = [...team.staff.values()].flatMap(([first]) => (first ? [first] : []));
  return { team, by: random.pick(firsts.filter(({ role }) => mayUse(role, 'ACTIVITY', 'write'))) };
}
