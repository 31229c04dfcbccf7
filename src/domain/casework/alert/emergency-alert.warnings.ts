/** What is odd in what is told of an alert. Nothing stops an alert: whoever calls at night is not asked twice. */
import { odd } from '../../../model/warning';
import { AlertNumber } from './alert-place.entity';

/** Numbers of people have as many digits at least, in every country. */
const FEWEST_DIGITS = 7;

odd(AlertNumber, {
  code: 'UNLIKELY',
  at: 'telephone',
  when: ({ telephone }) => Boolean(telephone) && (telephone as string).replace(/\D/g, '').length < FEWEST_DIGITS,
  text: {
    en: 'This is hardly a telephone number that can be called back. It was kept as it was told; correct it if you learn the number.',
    pt: 'Isto dificilmente é um número de telefone a que se possa ligar. Ficou guardado como foi dito; corrija-o se souber o número.',
  },
});
