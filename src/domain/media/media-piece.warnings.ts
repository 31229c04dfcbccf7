/** What is odd in what is told of a media piece. */
import { odd } from '../../model/warning';
import { isOwnWithoutConsent } from './media-piece.checks';
import { MediaPiece } from './media-piece.entity';

odd(
  MediaPiece,
  {
    code: 'CONTRADICTORY',
    at: 'consentOfShown',
    with: ['showsPeople', 'ownPiece'],
    when: isOwnWithoutConsent,
    text: {
      en: 'The piece is your own and shows people of whom it is not known that they agreed. Take it down, or ask them, and record what they say.',
      pt: 'A peça é da própria organização e mostra pessoas que não se sabe se concordaram. Retire-a de publicação, ou pergunte-lhes, e registe o que disserem.',
    },
  },
  {
    code: 'CONTRADICTORY',
    at: 'consentOfShown',
    with: ['showsPeople'],
    when: ({ showsPeople, consentOfShown }) =>
      showsPeople === false && (consentOfShown === 'GIVEN' || consentOfShown === 'NOT_GIVEN'),
    text: {
      en: 'The piece shows nobody, and yet somebody was asked whether they may be shown. Check both.',
      pt: 'A peça não mostra ninguém, e no entanto perguntou-se a alguém se podia ser mostrado. Verifique ambos.',
    },
  },
);
