/** Cases that are open to named colleagues alone: a child's; and now and then one in which a colleague is accused. */
import type { Case } from '../../src/domain/casework/case/case.entity';
import { AccusedColleague, CaseMember } from '../../src/domain/casework/case/case-member.entity';
import { duties } from '../../src/policy/duties';
import { made, type Row } from './batch';
import { instant } from './calendar';
import type { Cast } from './case-cast';
import type { Story } from './story';

type Restriction = Pick<Row<Case>, 'restrictedAt' | 'restrictionReason' | 'openingAskedById'>;

/** What the row of the case says; a colleague is accused in one of twelve in follow-up. */
export function restrictionOf(story: Story, { person, cameFrom, status }: Cast, openedAt: number): Restriction {
  const isChild = person?.ageBand === 'UNDER_18';
  const accusable = !isChild && cameFrom === null && status === 'IN_FOLLOW_UP';
  const isAccusing = accusable && story.count('accusable') % 12 === 1;
  const reason = isChild ? 'MINOR' : isAccusing ? 'ACCUSED_COLLEAGUE' : null;
  return {
    restrictedAt: reason && instant(openedAt),
    restrictionReason: reason,
    openingAskedById: null,
  };
}

/** To whom it is open, and who is accused: a peer who has nothing to do with the case. */
export function addRestriction(
  { batch, aside }: Story,
  { team, owner, creator, supervisor }: Cast,
  row: Row<Case>,
): void {
  if (!row.restrictedAt) return;
  const at = Date.parse(row.restrictedAt);
  const staff = [...team.staff.values()].flat();
  const roles: readonly string[] = duties.childCases;
  const having = [creator, owner, supervisor];
  const others = (team.staff.get('field-worker') ?? []).filter((one) => !having.includes(one));
  const accused = row.restrictionReason === 'ACCUSED_COLLEAGUE' ? others.at(-1) : undefined;
  const members = new Set([...having, ...staff.filter(({ role }) => roles.includes(role))]);
  for (const member of members) {
    if (member === accused) continue;
    batch.add(CaseMember, { caseId: row.id, memberId: member.id, endedAt: null, ...made(aside, at, creator.id) });
  }
  if (!accused) return;
  const accusation = {
    caseId: row.id,
    accusedId: accused.id,
    dataKeyId: row.dataKeyId,
    withdrawalAskedById: null,
    withdrawnReason: null,
    voidedAt: null,
  };
  batch.add(AccusedColleague, { ...accusation, ...made(aside, at, creator.id) });
}
