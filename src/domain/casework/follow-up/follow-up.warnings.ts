/** What is odd in what is told of a follow-up. */
import { odd } from '../../../model/warning';
import { FollowUp } from './follow-up.entity';

odd(FollowUp, {
  code: 'UNLIKELY',
  at: 'dueAt',
  when: ({ dueAt, status }, today, dayOf) =>
    (status ?? 'PLANNED') === 'PLANNED' && Boolean(dueAt) && dayOf(dueAt) < today,
  text: {
    en: 'It is planned for a day that is past, so it is overdue at once. If it was done, record that; else move it.',
    pt: 'Está planeado para um dia que já passou, por isso fica logo em atraso. Se foi feito, registe-o; senão, mude a data.',
  },
});
