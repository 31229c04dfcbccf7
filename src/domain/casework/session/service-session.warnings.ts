/** What is odd in what is told of a session. */
import { odd } from '../../../model/warning';
import { ServiceSession } from './service-session.entity';

odd(ServiceSession, {
  code: 'UNLIKELY',
  at: 'plannedAt',
  // What is told is that nobody came; the time that they did not come at was told before.
  reckoned: true,
  when: ({ status, plannedAt }) =>
    status === 'NO_SHOW' && Boolean(plannedAt) && Date.parse(plannedAt as string) > Date.now(),
  text: {
    en: 'The time of this session has not come yet. If it is another one that was missed, correct that; if this one will not take place, move or cancel it instead.',
    pt: 'A hora desta sessão ainda não chegou. Se foi outra a que se faltou, corrija-o; se esta não se vai realizar, mude-a ou cancele-a.',
  },
});
