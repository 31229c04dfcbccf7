/** A code for somebody else's password opens what is theirs: so whoever has to know of it is told, whoever asked for it. */
import { nameAction } from '../model/action';
import { byItself } from '../writing/by-itself';
import type { Actor } from '../base/actor';
import { onDuty, tell } from '../domain/casework/notice/notice.sending';
import { Notice } from '../domain/casework/notice/notice.entity';
import { asSystem } from '../writing/system-write';
import type { App } from './app';
import { transaction } from './database';

nameAction('tellOfResetCode', { en: 'tell that a reset code was issued', pt: 'avisar que foi emitido um código' });
const told = asSystem(Notice, 'Who has to know that a reset code was issued is told, whoever asked for it.');

/** Tells the holder, the supervisors of the organisation and the privacy officers; not who asked for the code. */
export async function tellOfResetCode(app: App, actor: Actor, holderId: string): Promise<void> {
  const { country, organisationId, accountId } = actor;
  const database = country === null ? undefined : app.countries.get(country);
  if (country === null || organisationId === null || !database) return;
  await transaction(database.app, (client) =>
    byItself(app, country, client, {
      name: 'tellOfResetCode',
      writes: [told],
      run: async (work) => {
        const supervisors = await onDuty(work, 'supervision', organisationId);
        const others = [...supervisors, ...(await onDuty(work, 'privacy'))].filter((id) => id !== accountId);
        await tell(work, 'RESET_CODE_ISSUED', [holderId, ...others], null, holderId);
        return 1;
      },
    }),
  );
}
