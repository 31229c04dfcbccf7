/** What is odd in what is told of an alert. Nothing stops an alert: whoever calls at night is not asked twice. */
import { odd } from '../../../model/warning';
import { AlertNumber } from './alert-place.entity';
import { EmergencyAlert } from './emergency-alert.entity';

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

const DAY = 86_400_000;
const recordedAt = ({ createdAt }: { readonly createdAt?: string }): number =>
  createdAt === undefined ? Date.now() : Date.parse(createdAt);

/** As of a telephone whose clock is wrong, or a month mistyped. */
odd(EmergencyAlert, {
  code: 'UNLIKELY',
  at: 'raisedAt',
  when: ({ raisedAt, ...rest }) =>
    typeof raisedAt === 'string' && Date.parse(raisedAt) < recordedAt(rest as { createdAt?: string }) - DAY,
  text: {
    en: 'It came in more than a day before it was recorded, and everybody is called late. If that is wrong, correct the time.',
    pt: 'Entrou mais de um dia antes de ser registado, e todos são chamados com atraso. Se não for assim, corrija a hora.',
  },
});
