/** A closed period is released once, in one unit of work; a period of a country that shares no cases, never. */
import type { Period } from '../../base/period/period';
import { sweep } from '../../writing/sweep';
import { asSystem, type SystemWrite } from '../../writing/system-write';
import type { Work } from '../../writing/work';
import { nobody } from '../../writing/work-ledger';
import type { Country } from '../country/country.entity';
import { countryOf } from '../country/country.own';
import { duePeriod, editionOf, noteRows, putRows } from './release.edition';
import { Release } from './release.entity';
import { SharedCase, SharedIncident } from './shared-case.entity';

const reason = 'What a country releases follows from its cases, period by period, whoever works on them.';
export const releases = asSystem(Release, reason);
export const sharedCases = asSystem(SharedCase, reason);
export const sharedIncidents = asSystem(SharedIncident, reason);

sweep({
  name: 'publishReleases',
  label: { en: 'release a period', pt: 'publicar um período' },
  description: 'releases what may be told of the cases of a period to the region, once the period is closed',
  writes: [releases, sharedCases, sharedIncidents],
  run: async (work) => {
    const country = await countryOf(work);
    const period = country.caseSharing ? await duePeriod(work, country, work.day()) : null;
    if (!period) return 0;
    await publish(work, country, period);
    return 1;
  },
});

async function publish(work: Work, country: Country, period: Period): Promise<void> {
  const pseudonym = (value: string): string => work.ctx.app.vault.pseudonym(work.country, value);
  const { release, cases, incidents, noted } = await editionOf(work, country, period, work.day(), pseudonym);
  const releaseId = await work.insert(Release, release, { as: releases });
  put(
    work,
    sharedCases,
    cases.map((row) => ({ ...row, releaseId })),
  );
  put(
    work,
    sharedIncidents,
    incidents.map((row) => ({ ...row, releaseId })),
  );
  if (noted.length > 0) work.write(noteRows(releaseId, noted));
}

function put(work: Work, as: SystemWrite, rows: readonly { readonly id: string }[]): void {
  const { thing } = as;
  if (rows.length === 0) return;
  work.admit(thing, { as });
  work.write(putRows(thing, rows));
  for (const { id } of rows) work.ledger.record('INSERT', thing, { id }, 1, nobody);
}
