/** What is odd in what is told of a check of conduct. */
import { odd } from '../../model/warning';
import { ConductCheck } from './code-of-conduct.entity';

odd(ConductCheck, {
  code: 'CONTRADICTORY',
  at: 'periodTo',
  with: ['checkedOn'],
  when: ({ periodTo, checkedOn }) => Boolean(periodTo && checkedOn) && (periodTo as string) > (checkedOn as string),
  text: {
    en: 'The time that was checked ends after the day of the check. Check both.',
    pt: 'O período verificado termina depois do dia da verificação. Verifique ambos.',
  },
});
