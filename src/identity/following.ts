/**
 * An account is the source of what a colleague may do: its status, role and organisation. The country's database keeps
 * the same of the colleague, and whatever could see it has it follow first: so no request sees one without the other,
 * whichever of the two databases is away for a while.
 */
import { nameAction } from '../model/action';
import { asSystem } from '../writing/system-write';
import { byItself } from '../writing/by-itself';
import type { CountryCode } from '../base/countries';
import { endEntrusted, tellOfLeaving, worksOnCases } from '../domain/casework/colleague/colleague.able';
import { StaffMember } from '../domain/organisation/staff-member.entity';
import type { App } from './app';
import { transaction } from './database';
import type { Due } from './account-change';

nameAction('followAccounts', { en: 'follow what an account may do', pt: 'seguir o que uma conta pode fazer' });

const followed = asSystem(StaffMember, 'What a colleague may do follows from the account, whoever changed that.');

/** Has colleagues of a country say what their accounts may do; nothing where the country is not served here. */
export async function followAccounts(app: App, country: CountryCode): Promise<void> {
  const due = await app.identity.accounts.due(country);
  const database = app.countries.get(country);
  if (due.length === 0 || !database) return;
  await transaction(database.app, (client) =>
    byItself(app, country, client, {
      name: 'followAccounts',
      writes: [followed],
      run: async (work) => {
        const held = await work.find(StaffMember, { id: due.map(({ id }) => id) }, true);
        const behind = held.map((member) => ({ member, account: due.find(({ id }) => id === member.id) }));
        let done = 0;
        for (const { member, account } of behind) {
          if (!account || same(member, account)) continue;
          const { role, organisationId, active } = account;
          if (member.active && !active) await tellOfLeaving(work, member);
          if (organisationId !== member.organisationId || !worksOnCases(role)) await endEntrusted(work, member.id);
          await work.update(StaffMember, member, { role, organisationId, active });
          done++;
        }
        return done;
      },
    }),
  );
  await app.identity.accounts.followed(due);
}

const same = (member: StaffMember, account: Due): boolean =>
  member.role === account.role && member.organisationId === account.organisationId && member.active === account.active;
