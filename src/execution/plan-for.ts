/** Planning for an actor: by the policy, with the ids left open. */
import { rulingOf } from '../policy/coordinate';
import { allows } from '../policy/operation-check';
import type { Actor } from '../base/actor';
import { planLink } from './plan-link';
import { Planning } from './planning';
import { viewpointOf } from './reading';
import type { Walk } from './selection';

export const planningFor = (walk: Walk, actor: Actor): Planning =>
  new Planning({
    walk,
    viewpoint: viewpointOf(actor),
    denies: (type, field) => (allows(rulingOf(type, field), actor.role) ? null : `${type}.${field.name}`),
    follow: planLink,
  });
