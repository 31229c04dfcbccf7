/** What the first clinic is asked beyond the rest, so that who works there finds every step of the work in a small set of data. */
import type { Case } from '../../src/domain/casework/case.entity';
import { open as worked } from '../../src/domain/casework/case.lifecycle';
import type { ReferralStatus } from '../../src/domain/casework/referral.codes';
import { Referral } from '../../src/domain/casework/referral.entity';
import type { Row } from './batch';
import { addActivity } from './case-activity';
import { nearest } from './provider';
import { tellReferral, type ReferredCase } from './referral';
import { referable } from './referral-timeline';
import type { Story } from './story';

const steps: readonly ReferralStatus[] = ['REQUESTED', 'IN_SERVICE', 'ACCEPTED'];

/** Of cases that are worked on near it, and of whose survivors no health service was asked yet. */
export function addToFirstClinic(story: Story, row: Row<Case>, of: ReferredCase): void {
  const { world, batch } = story;
  const [clinic] = world.providers;
  const span = referable(of.timeline);
  const { transferred, closureRequested } = of.timeline.at;
  const isWorked = span && worked.includes(row.status) && transferred === undefined && closureRequested === undefined;
  if (!clinic || !isWorked || !of.person || row.restrictedAt) return;
  if (nearest(world, 'HEALTH', of.near) !== clinic) return;
  if (batch.of(Referral).some(({ caseId, category }) => caseId === row.id && category === 'HEALTH')) return;
  const drawn = steps[story.count('first clinic') % steps.length] ?? 'REQUESTED';
  const need = { category: 'HEALTH', serviceType: null, urgency: 'ROUTINE', isAwaited: true } as const;
  const beside = story.beside('first clinic');
  tellReferral(beside, of, { need, receiver: clinic, drawn }, span);
  addActivity(beside, row);
  batch.join(beside.batch);
}
