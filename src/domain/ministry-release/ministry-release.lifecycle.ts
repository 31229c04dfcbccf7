/** The lifecycle of a release to a ministry. That it runs out is a matter of its last day, and no step. */
import { Lifecycle } from '../../model/lifecycle';
import { MinistryReleaseStatus } from './ministry-release.codes';

export const ministryReleaseLifecycle = new Lifecycle<MinistryReleaseStatus>('MinistryRelease', MinistryReleaseStatus);
