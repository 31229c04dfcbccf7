/** What of a media piece can be wrong, and which of its pages are not linked to. */
import type { InputCheck } from '../../writing/input';
import { notTomorrow } from '../../writing/moments';
import { checkLink } from '../activity/activity.link';
import type { MediaPiece } from './media-piece.entity';

type Shown = Partial<Pick<MediaPiece, 'showsPeople' | 'consentOfShown' | 'ownPiece'>>;

/** An own piece is for us to answer for: nobody is shown in it of whom we do not know that they agreed. */
export const isOwnWithoutConsent = ({ showsPeople, consentOfShown, ownPiece }: Shown): boolean =>
  ownPiece === true && showsPeople === true && (consentOfShown === 'NOT_GIVEN' || consentOfShown === 'UNKNOWN');

/** An address, or the beginning of one. */
const ADDRESS = /https?:|\bwww\.\S+\/\S/i;

const worded = ['outlet', 'title', 'credit'] as const;

type Told = Shown & Partial<Pick<MediaPiece, 'url' | 'publishedOn' | (typeof worded)[number]>>;

/**
 * A piece that shows somebody without consent can be recorded, since what is kept out of the record is never taken down;
 * its link is not kept, since everybody in the programme who opened it would see who that is. Words hold no address of any
 * piece: it would pass the link on, or stay in the history when the consent is taken back.
 * @param isCorrected it is recorded already: what is left out stays as it is
 */
export function checkPiece(check: InputCheck, piece: Told, today: string, isCorrected = false): void {
  const { url, publishedOn, showsPeople, consentOfShown } = piece;
  notTomorrow(check, publishedOn, today, ['publishedOn']);
  const isShown = (showsPeople && consentOfShown === 'NOT_GIVEN') || isOwnWithoutConsent(piece);
  for (const name of worded) {
    if (ADDRESS.test(piece[name] ?? '')) check.refuse([name], isShown ? addressOfShown : addressInWords);
  }
  if (url && isShown) check.refuse(['url'], isCorrected ? linkHeld : linkGiven);
  else checkLink(check, url, ['url']);
}

const linkGiven = {
  en: 'The piece shows somebody without their consent, so its link is not passed on. Leave the link out, or ask for the consent first.',
  pt: 'A peça mostra alguém sem o seu consentimento, por isso a ligação não é divulgada. Não indique a ligação, ou peça primeiro o consentimento.',
};
const linkHeld = {
  en: 'The piece shows somebody without their consent, so its link is not passed on. Empty the link (`url: null`), or ask for the consent first.',
  pt: 'A peça mostra alguém sem o seu consentimento, por isso a ligação não é divulgada. Esvazie a ligação (`url: null`), ou peça primeiro o consentimento.',
};
const addressOfShown = {
  en: 'The piece shows somebody without their consent, so no address of it is passed on, here neither. Take the address out.',
  pt: 'A peça mostra alguém sem o seu consentimento, por isso nenhum endereço dela é divulgado, nem aqui. Retire o endereço.',
};
const addressInWords = {
  en: 'This holds an address. Take it out here, and give the page where the link goes (`url`).',
  pt: 'Isto contém um endereço. Retire-o daqui e indique a página no campo da ligação (`url`).',
};
