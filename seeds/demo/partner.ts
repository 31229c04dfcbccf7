/** Which activities are joint ones: other partners of the country, and providers, take part in them. */
import { ActivityPartner } from '../../src/domain/activity/activity-partner.entity';
import type { PartnerPart } from '../../src/domain/activity/activity-partner.codes';
import { AdvocacyActivity } from '../../src/domain/advocacy/advocacy-activity.entity';
import { OutreachActivity } from '../../src/domain/outreach/outreach-activity.entity';
import { Training } from '../../src/domain/training/training.entity';
import type { ThingRecord } from '../../src/model/record';
import { made, type Row } from './batch';
import type { Story } from './story';

type Link = 'trainingId' | 'outreachActivityId' | 'advocacyActivityId';
type Kept = Row<ThingRecord & { readonly organisationId: string }>;

/** What partners do in each kind, the most usual first. */
const parts: Readonly<Record<Link, readonly PartnerPart[]>> = {
  trainingId: ['FACILITATOR', 'HOST', 'MOBILISER', 'IN_KIND', 'TECHNICAL'],
  outreachActivityId: ['SERVICES', 'MOBILISER', 'HOST', 'IN_KIND', 'FACILITATOR'],
  advocacyActivityId: ['CO_ORGANISER', 'TECHNICAL', 'MOBILISER', 'OTHER'],
};

/** Every third activity or so of those told of late has one or two partners. */
export function addPartners(story: Story): void {
  const { batch } = story;
  for (const activity of batch.of(Training)) addTo(story, 'trainingId', activity);
  for (const activity of batch.of(OutreachActivity)) addTo(story, 'outreachActivityId', activity);
  for (const activity of batch.of(AdvocacyActivity)) addTo(story, 'advocacyActivityId', activity);
}

function addTo(story: Story, link: Link, activity: Kept): void {
  const random = story.apart('joint activities');
  if (!random.chance(0.35)) return;
  const { partners, providers } = story.world;
  const others = [...partners, ...partners, ...providers].filter(({ id }) => id !== activity.organisationId);
  const chosen = new Set(random.some(others, random.int(1, 2)));
  for (const { id: partnerId } of chosen) {
    story.batch.add(ActivityPartner, {
      ...{ organisationId: activity.organisationId, partnerId },
      ...{ trainingId: null, outreachActivityId: null, advocacyActivityId: null, [link]: activity.id },
      parts: [...new Set([random.pickEarly(parts[link]), ...(random.chance(0.3) ? [random.pick(parts[link])] : [])])],
      voidedAt: null,
      ...made(random, Date.parse(activity.createdAt), activity.createdById),
    });
  }
}
