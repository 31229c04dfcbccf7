/** What a survivor's withdrawal leaves behind: the case closed off, colleagues who are told, and now and then an access to it. */
import { AccessGrant } from '../../src/domain/casework/access/access-grant.entity';
import type { Case } from '../../src/domain/casework/case/case.entity';
import type { Consent } from '../../src/domain/casework/consent/consent.entity';
import type { NoticeKind } from '../../src/domain/casework/notice/notice.codes';
import { Notice } from '../../src/domain/casework/notice/notice.entity';
import { made, type Row } from './batch';
import type { Cast } from './case-cast';
import { END, HOUR, instant, later } from './calendar';
import type { Story } from './story';
import type { Colleague } from './world';

export function addWithdrawal(
  story: Story,
  { owner, creator, supervisor, team }: Cast,
  row: Row<Case>,
  at: number | undefined,
  ending: Row<Consent> | null,
): void {
  if (at === undefined) return;
  const { aside } = story;
  const withdrawnAt = instant(at);
  const endedByConsentId = ending?.id ?? null;
  Object.assign(row, { withdrawnAt, withdrawnById: owner.id, endedByConsentId, closedOffAt: withdrawnAt });
  const told = new Set([creator, supervisor].filter(({ id }) => id !== owner.id));
  for (const colleague of told) addNotice(story, 'CASE_WITHDRAWN', colleague, owner, row, at);
  const taken = later(aside, at, 1, 12);
  if (taken > END - HOUR) return;
  const reviewed = later(aside, taken, 1, 4);
  const isReviewed = reviewed < END;
  story.batch.add(AccessGrant, {
    caseId: row.id,
    shutOut: [],
    displayId: row.displayId,
    organisationId: team.id,
    granteeId: owner.id,
    reason: story.world.text.transitionReasons.find(({ step }) => step === 'REOPENED')?.text ?? '–',
    endsAt: instant(taken + HOUR),
    review: isReviewed ? 'JUSTIFIED' : null,
    reviewedById: isReviewed ? supervisor.id : null,
    reviewedAt: isReviewed ? instant(reviewed) : null,
    dataKeyId: row.dataKeyId,
    ...made(aside, taken, owner.id, isReviewed ? 1 : 0, isReviewed ? reviewed : undefined),
  });
  addNotice(story, 'ACCESS_TAKEN', supervisor, owner, row, taken);
}

function addNotice(
  { batch, aside }: Story,
  kind: NoticeKind,
  recipient: Colleague,
  by: Colleague,
  { id: caseId, displayId }: Row<Case>,
  at: number,
): void {
  const read = later(aside, at, 0, 3);
  const isRead = read < END && aside.chance(0.8);
  batch.add(Notice, {
    aboutId: null,
    alertId: null,
    addresseeId: recipient.id,
    kind,
    caseId,
    displayId,
    byId: by.id,
    readAt: isRead ? instant(read) : null,
    ...made(aside, at, by.id, isRead ? 1 : 0, isRead ? read : undefined),
  });
}
