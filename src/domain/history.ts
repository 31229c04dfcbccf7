/** Every record answers who did what to it. */
import { and } from '../base/sql';
import { linkThings } from '../model/declaration';
import { allThings } from '../model/thing';
import { HistoryEntry, ruleHistory } from '../writing/history-entry.entity';
import { isOpenAlertHistory } from './casework/alert/emergency-alert.reach';
import { isOpenHistory } from './casework/case/case.reach';
import { Organisation } from './organisation/organisation.entity';
import { StaffMember } from './organisation/staff-member.entity';

/** Links every thing to its history, when all are declared. What is derived is not anybody's doing. */
export function linkHistory(): void {
  ruleHistory((alias, subject) => and([isOpenHistory(alias, subject), isOpenAlertHistory(alias, subject)]));
  for (const { target, derived } of allThings.values()) {
    if (derived) continue;
    linkThings(target, {
      name: 'history',
      description: 'Who did what to the record, and when; the newest first.',
      kind: 'many',
      local: 'id',
      foreign: 'recordId',
      target: HistoryEntry,
    });
  }
  const entry = { kind: 'one', foreign: 'id' } as const;
  linkThings(HistoryEntry, {
    ...entry,
    name: 'actor',
    description: 'Who did it; null for what falls due by itself, and where the account may not see who.',
    local: 'actorId',
    target: StaffMember,
  });
  linkThings(HistoryEntry, {
    ...entry,
    name: 'organisation',
    description: 'Where whoever did it worked then.',
    local: 'organisationId',
    target: Organisation,
  });
}
