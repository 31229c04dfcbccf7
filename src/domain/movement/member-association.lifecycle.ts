/** How an association comes into a platform, and leaves it. */
import { Lifecycle, type Course } from '../../model/lifecycle';
import { MembershipStatus } from './movement.codes';

export const membershipLifecycle = new Lifecycle<MembershipStatus>('MemberAssociation', MembershipStatus);

export const same: Course<MembershipStatus> = { description: 'the same', of: (from) => from, stays: true };
