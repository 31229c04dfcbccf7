/** Giving an alert, or a turn on call, to somebody, in every place where that is done. */
import type { Client } from '../../support/app';
import { done } from '../acting';
import { inHours, onShift, plan, raise, send, step } from '../alert/acts';

/** Where it must be somebody active. */
export const alertPlaces = {
  'handOverAlert.acknowledgerId': null,
  'sendToAlert.memberId': null,
  'planOnCall.memberId': null,
  'changeOnCall.memberId': null,
};

/** @param people somebody who may have them, and who is tried */
export async function alertTries(
  supervisor: Client,
  districtId: string,
  [able, tried]: readonly [able: string, tried: string],
) {
  const alert = done(await step(supervisor, 'acknowledgeAlert', done(await raise(supervisor, districtId))));
  const { id, version } = await plan(supervisor, able);
  const turn = { turn: 'FIRST', startsAt: inHours(1), endsAt: inHours(9), memberId: tried };
  return {
    'handOverAlert.acknowledgerId': () => step(supervisor, 'handOverAlert', alert, { acknowledgerId: tried }),
    'sendToAlert.memberId': () => send(supervisor, alert, tried),
    'planOnCall.memberId': () => onShift(supervisor, 'planOnCall', turn),
    'changeOnCall.memberId': () =>
      onShift(supervisor, 'changeOnCall', { id, expectedVersion: version, memberId: tried }),
  };
}
