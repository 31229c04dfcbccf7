/** Referrals told beside the rest, so that a small set of data shows every step of the work: at the first clinic, and outside. */
import type { Case } from '../../src/domain/casework/case/case.entity';
import { open as worked } from '../../src/domain/casework/case/case.lifecycle';
import type { ReferralStatus, ServiceCategory } from '../../src/domain/casework/referral/referral.codes';
import { Referral } from '../../src/domain/casework/referral/referral.entity';
import type { Row } from './batch';
import { addActivity } from './case-activity';
import { nearest } from './provider';
import { tellReferral, type ReferredCase } from './referral';
import { referable } from './referral-timeline';
import type { Story } from './story';
import type { Team } from './world';

const atClinic: readonly ReferralStatus[] = ['REQUESTED', 'IN_SERVICE', 'ACCEPTED'];
const outside: readonly ReferralStatus[] = ['REQUESTED', 'COMPLETED', 'NO_SHOW', 'COMPLETED'];
const categories: readonly ServiceCategory[] = ['LEGAL', 'PSYCHOSOCIAL', 'HEALTH'];

/** Of cases that are worked on near it, and of whose survivors no health service was asked yet. */
export function addToFirstClinic(story: Story, row: Row<Case>, of: ReferredCase): void {
  const { world } = story;
  const [clinic] = world.providers;
  if (!clinic || !isWorked(row, of) || nearest(world, 'HEALTH', of.near) !== clinic) return;
  if (categoriesIn(story, row).has('HEALTH')) return;
  const drawn = atClinic[story.count('first clinic') % atClinic.length] ?? 'REQUESTED';
  addBeside(story, row, of, { category: 'HEALTH', receiver: clinic, drawn });
}

/** Now and then to somebody outside the system, for a service that was not asked for yet: the survivor carries a letter. */
export function addOutside(story: Story, row: Row<Case>, of: ReferredCase): void {
  if (!isWorked(row, of) || story.count('goes outside') % 6 !== 0) return;
  const asked = categoriesIn(story, row);
  const category = categories.find((one) => !asked.has(one));
  const drawn = outside[story.count('outside') % outside.length] ?? 'REQUESTED';
  if (category) addBeside(story, row, of, { category, receiver: null, drawn });
}

const isWorked = ({ status, restrictedAt }: Row<Case>, { timeline: { at }, person }: ReferredCase): boolean =>
  worked.includes(status) &&
  restrictedAt === null &&
  person !== null &&
  at.transferred === undefined &&
  at.closureRequested === undefined;

const categoriesIn = ({ batch }: Story, { id }: Row<Case>): ReadonlySet<ServiceCategory> =>
  new Set(batch.of(Referral).flatMap(({ caseId, category }) => (caseId === id ? [category] : [])));

interface Beside {
  readonly category: ServiceCategory;
  readonly receiver: Team | null;
  readonly drawn: ReferralStatus;
}

function addBeside(story: Story, row: Row<Case>, of: ReferredCase, { category, receiver, drawn }: Beside): void {
  const span = referable(of.timeline);
  if (!span) return;
  const need = { category, serviceType: null, urgency: 'ROUTINE', isAwaited: receiver !== null } as const;
  const beside = story.beside(receiver ? 'first clinic' : 'outside');
  tellReferral(beside, of, { need, receiver, drawn }, span);
  addActivity(beside, row);
  story.batch.join(beside.batch);
}
