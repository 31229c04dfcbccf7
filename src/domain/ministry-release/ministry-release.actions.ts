/** Releasing exact numbers to the country's own ministry, and revoking that. */
import { dhis2Address } from '../../exchange/dhis2/address';
import { changing, making, type Changing } from '../../model/action-input';
import { action } from '../../writing/action';
import { InputCheck } from '../../writing/input';
import { now } from '../../writing/moments';
import { checkRelease } from './ministry-release.checks';
import { MinistryRelease } from './ministry-release.entity';
import { ministryReleaseLifecycle } from './ministry-release.lifecycle';

action(
  {
    name: 'releaseToMinistry',
    of: MinistryRelease,
    label: { en: 'release exact numbers to the ministry', pt: 'autorizar números exactos para o ministério' },
    description:
      'Lets exact numbers go to the DHIS2 of the country’s own ministry: these indicators, by these dimensions, of these days, until a day.',
    duty: 'privacy',
    input: making(MinistryRelease, { description: 'What releasing numbers to a ministry takes.', relies: ['address'] }),
    check: checkRelease,
    steps: [ministryReleaseLifecycle.on({ from: [], to: 'IN_FORCE' })],
  },
  async (work, { id, values }) => {
    const check = new InputCheck();
    checkRelease(check, { values }, work.day());
    check.done();
    const status = ministryReleaseLifecycle.step(null, work.action);
    // As the command that sends writes it: the two are compared.
    const address = dhis2Address(values.address) ?? values.address;
    return work.insert(MinistryRelease, { ...values, id, address, status });
  },
);

action(
  {
    name: 'revokeMinistryRelease',
    of: MinistryRelease,
    label: { en: 'revoke the release to the ministry', pt: 'revogar a autorização para o ministério' },
    description: 'Revokes a release to a ministry: nothing leaves by it any more. What has left cannot be called back.',
    duty: 'privacy',
    input: changing(MinistryRelease, { description: 'What revoking a release to a ministry takes.' }),
    steps: [ministryReleaseLifecycle.on({ from: ['IN_FORCE'], to: 'REVOKED' })],
  },
  async (work, { id, expectedVersion }: Changing) => {
    const release = await work.load(MinistryRelease, id, { expectedVersion });
    const status = ministryReleaseLifecycle.step(release.status, work.action);
    await work.update(MinistryRelease, release, { status, revokedAt: now() });
    return id;
  },
);
