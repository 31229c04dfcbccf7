/** What is odd in what is told of a training. */
import { odd } from '../../model/warning';
import { Training, TrainingParticipation } from './training.entity';

const DAY = 86_400_000;

/** Its days, the first and the last among them. */
const daysOf = (first: string, last: string | null | undefined): number =>
  Math.round((Date.parse(last ?? first) - Date.parse(first)) / DAY) + 1;

odd(
  Training,
  {
    code: 'CONTRADICTORY',
    at: 'hours',
    with: ['startOn', 'endOn'],
    when: ({ hours, startOn, endOn }) =>
      Boolean(hours && startOn) && (hours ?? 0) > 24 * daysOf(startOn as string, endOn),
    text: {
      en: 'The training has more hours than its days have. Check both.',
      pt: 'A formação tem mais horas do que os seus dias. Verifique ambos.',
    },
  },
  {
    code: 'UNLIKELY',
    at: 'endOn',
    with: ['startOn'],
    when: ({ startOn, endOn }) => Boolean(startOn && endOn) && daysOf(startOn as string, endOn) > 366,
    text: {
      en: 'The training would last more than a year. Check the days.',
      pt: 'A formação duraria mais de um ano. Verifique os dias.',
    },
  },
);

odd(TrainingParticipation, {
  code: 'UNLIKELY',
  at: 'enrolled',
  when: ({ enrolled }) => enrolled === 0,
  text: {
    en: 'Nobody enrolled in this group. Leave the group out, or check the number.',
    pt: 'Ninguém se inscreveu neste grupo. Retire o grupo, ou verifique o número.',
  },
});
