/** Cases on their way from one organisation to another, with the survivor's consent that the other one gets them. */
import { CaseTransfer } from '../../src/domain/casework/transfer/case-transfer.entity';
import type { CaseTransferStatus } from '../../src/domain/casework/transfer/case-transfer.codes';
import { TransferSummary } from '../../src/domain/casework/transfer/transfer-summary.entity';
import type { ServiceCategory } from '../../src/domain/casework/referral/referral.codes';
import type { Case } from '../../src/domain/casework/case/case.entity';
import { addActivity } from './case-activity';
import { made, type Row } from './batch';
import { between, DAY, END, HOUR, instant, later } from './calendar';
import type { Timeline } from './case-timeline';
import { record, withdraw } from './consent';
import { addReason } from './note';
import type { Story } from './story';
import type { Person } from './person';
import type { Colleague, Place, Team } from './world';

interface TransferredCase {
  readonly row: Row<Case>;
  readonly team: Team;
  readonly cameFrom: Team | null;
  readonly owner: Colleague;
  readonly creator: Colleague;
  readonly person: Person | null;
  readonly timeline: Timeline;
  readonly near: Place;
}

interface Handover {
  readonly from: Team;
  readonly to: Team;
  readonly by: Colleague;
  readonly status: CaseTransferStatus;
  readonly requestedAt: number;
  readonly respondedAt?: number;
}

export function addTransfers(story: Story, of: TransferredCase): void {
  if (story.world.country.crossOrganisationSharing === 'NONE') return;
  const handover = drawHandover(story, of);
  if (!handover) return;
  if (!of.row.restrictedAt) return addTransfer(story, of, handover);
  // No restricted case is offered to anybody.
  const unheard = story.unheard();
  addTransfer(unheard, of, handover);
  addActivity(unheard, { ...of.row });
}

/** What the case's own story asks for; else, now and then, a transfer that came to nothing. */
function drawHandover(story: Story, of: TransferredCase): Handover | undefined {
  const { random } = story;
  const { team, cameFrom, owner, creator, timeline } = of;
  const { planned, followedUp, transferred } = timeline.at;
  const other = random.pick(story.world.partners.filter((partner) => partner !== team));
  const asked = { from: team, to: other, by: owner };
  if (transferred !== undefined) return { ...asked, status: 'REQUESTED', requestedAt: transferred };
  if (planned === undefined || followedUp === undefined) return undefined;
  if (cameFrom) {
    const earliest = Math.max(planned, followedUp - hoursToAnswer(of.row) * HOUR);
    const requestedAt = between(random, earliest, followedUp);
    return { from: cameFrom, to: team, by: creator, status: 'ACCEPTED', requestedAt, respondedAt: followedUp };
  }
  if (!random.chance(0.2)) return undefined;
  const until = Math.max(followedUp, (timeline.at.closureRequested ?? timeline.endedAt) - 2 * DAY);
  const requestedAt = between(random, followedUp, until);
  const status = of.person ? drawAnswer(story, team) : 'REJECTED';
  const answeredAt = Math.min(later(random, requestedAt, 0, 5), until + DAY, END);
  const expiresAt = requestedAt + hoursToAnswer(of.row) * HOUR;
  if (status !== 'EXPIRED') return { ...asked, status, requestedAt, respondedAt: Math.min(answeredAt, expiresAt) };
  return expiresAt > END ? undefined : { ...asked, status, requestedAt, respondedAt: expiresAt };
}

const answers = ['REVOKED', 'REJECTED', 'EXPIRED', 'REJECTED'] as const;
const drawAnswer = (story: Story, { id }: Team): CaseTransferStatus =>
  answers[story.count(`answered transfers of ${id}`) % answers.length] ?? 'REJECTED';

const hoursToAnswer = ({ riskLevel }: Row<Case>): number => (riskLevel === 'HIGH' ? 48 : 7 * 24);
const needed: readonly ServiceCategory[] = ['PSYCHOSOCIAL', 'LEGAL', 'HEALTH', 'SAFE_HOUSE'];

function addTransfer(story: Story, { row, person, near }: TransferredCase, handover: Handover): void {
  const { random, batch } = story;
  const { from, to, by, status, requestedAt, respondedAt } = handover;
  const consent =
    person && record(story, person, by, requestedAt, { purpose: 'SERVICES', decision: 'GIVEN', recipientId: to.id });
  const transfer = batch.add(CaseTransfer, {
    caseId: row.id,
    displayId: row.displayId,
    fromOrganisationId: from.id,
    toOrganisationId: to.id,
    status,
    requestedAt: instant(requestedAt),
    expiresAt: instant(requestedAt + hoursToAnswer(row) * HOUR),
    respondedAt: respondedAt === undefined ? null : instant(respondedAt),
    endedByConsentId: null,
    ...made(random, requestedAt, by.id, respondedAt === undefined ? 0 : 1, respondedAt),
  });
  const reason = addReason(story, row, by, requestedAt, 'TRANSFERRED') ?? null;
  addSummary(story, { row, person, near }, transfer.id, by, requestedAt, reason);
  if (status !== 'REVOKED' || !person || !consent) return;
  const { id: endedByConsentId } = withdraw(story, person, by, respondedAt as number, consent);
  Object.assign(transfer, { endedByConsentId });
}

function addSummary(
  { random, batch, world }: Story,
  { row, person, near }: Pick<TransferredCase, 'row' | 'person' | 'near'>,
  transferId: string,
  by: Colleague,
  at: number,
  reason: string | null,
): void {
  batch.add(TransferSummary, {
    transferId,
    dataKeyId: row.dataKeyId,
    needs: [random.pickEarly(needed)],
    riskLevel: row.riskLevel,
    ageBand: person?.ageBand ?? null,
    preferredLanguage: person?.language ?? null,
    districtId: near.id,
    reason: world.country.crossOrganisationSharing === 'FULL' ? reason : null,
    ...made(random, at, by.id),
  });
}
