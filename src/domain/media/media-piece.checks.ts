/** What of a media piece can be wrong, and which of its pages are not linked to. */
import type { InputCheck } from '../../writing/input';
import { notTomorrow } from '../../writing/moments';
import { checkLink } from '../activity/activity.link';
import type { MediaPiece } from './media-piece.entity';

type Shown = Partial<Pick<MediaPiece, 'showsPeople' | 'consentOfShown' | 'ownPiece'>>;

/** An own piece is for us to answer for: nobody is shown in it of whom we do not know that they agreed. */
export const isOwnWithoutConsent = ({ showsPeople, consentOfShown, ownPiece }: Shown): boolean =>
  ownPiece === true && showsPeople === true && (consentOfShown === 'NOT_GIVEN' || consentOfShown === 'UNKNOWN');

/**
 * A piece that shows somebody without consent can be recorded, since what is kept out of the record is never taken down;
 * its link is not kept, since everybody in the programme who opened it would see who that is.
 */
export function checkPiece(
  check: InputCheck,
  piece: Shown & Partial<Pick<MediaPiece, 'url' | 'publishedOn'>>,
  today: string,
): void {
  const { url, publishedOn, showsPeople, consentOfShown } = piece;
  notTomorrow(check, publishedOn, today, ['publishedOn']);
  if (url && ((showsPeople && consentOfShown === 'NOT_GIVEN') || isOwnWithoutConsent(piece))) {
    check.refuse(['url'], {
      en: 'The piece shows somebody without their consent, so its link is not passed on. Leave the link out, or ask for the consent first.',
      pt: 'A peça mostra alguém sem o seu consentimento, por isso a ligação não é divulgada. Não indique a ligação, ou peça primeiro o consentimento.',
    });
  } else checkLink(check, url, ['url']);
}
