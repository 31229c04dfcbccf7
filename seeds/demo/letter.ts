/** Letters of referrals to who gets no record: of the last months alone, as older ones are erased. */
import { checkLetter } from '../../src/base/typed-number';
import type { LetterStatus } from '../../src/domain/casework/letter/referral-letter.codes';
import { serviceInLetter } from '../../src/domain/casework/letter/referral-letter.codes';
import { ReferralLetter } from '../../src/domain/casework/letter/referral-letter.entity';
import { plainLetter } from '../../src/domain/casework/letter/referral-letter.text';
import { kindOfCategory, neutralNames } from '../../src/domain/casework/letter/referral-letter.words';
import type { ReferralStatus, ReferralUrgency } from '../../src/domain/casework/referral/referral.codes';
import type { Referral } from '../../src/domain/casework/referral/referral.entity';
import { made, type Row } from './batch';
import { DAY, day, END, instant } from './calendar';
import { shortNumber } from './number';
import type { Person } from './person';
import type { Story } from './story';
import type { Colleague, Place, Team } from './world';

const SALT = 0x3a91c27;
/** Well within the months after which a letter is erased. */
const KEPT = 150 * DAY;
const daysGood: Readonly<Record<ReferralUrgency, number>> = { IMMEDIATE: 3, WITHIN_72H: 7, ROUTINE: 30 };

/** What came of the letter, as far as that is known from the referral. */
const statuses: Readonly<Partial<Record<ReferralStatus, LetterStatus>>> = {
  COMPLETED: 'ANSWERED',
  REJECTED: 'ANSWERED',
  NO_SHOW: 'ANSWERED',
  CANCELLED: 'REVOKED',
  REVOKED: 'REVOKED',
};

/** The case that a letter is issued in. */
interface Lettered {
  readonly team: Team;
  readonly owner: Colleague;
  readonly person: Person | null;
  readonly near: Place;
}

export function addLetters(story: Story, referral: Row<Referral>, of: Lettered, receiver: Team | null): void {
  const { world } = story;
  const random = story.apart('letters');
  const at = Date.parse(referral.requestedAt);
  const isCarried = receiver === null || world.country.crossOrganisationSharing === 'NONE';
  if (referral.status === 'DRAFT' || at < END - KEPT || !random.chance(isCarried ? 0.9 : 0.4)) return;
  const issuedAt = Math.min(at + random.int(2, 40) * 60_000, END);
  const status = statuses[referral.status] ?? 'ISSUED';
  const isAgain = status === 'ISSUED' && random.chance(0.15);
  if (isAgain) addLetter(story, referral, of, receiver, { status: 'REVOKED', at: issuedAt });
  const again = isAgain ? Math.min(issuedAt + random.int(1, 20) * 60_000, END) : issuedAt;
  addLetter(story, referral, of, receiver, { status, at: again });
}

function addLetter(
  story: Story,
  referral: Row<Referral>,
  { team, owner, person, near }: Lettered,
  receiver: Team | null,
  { status, at }: { readonly status: LetterStatus; readonly at: number },
): void {
  const { batch, world } = story;
  const random = story.apart('letters');
  const { defaultLocale: locale } = world.country;
  const countrys = locale === 'pt' ? 'PT' : 'EN';
  const language = person?.language === 'PORTUGUESE' ? 'PT' : person?.language === 'ENGLISH' ? 'EN' : countrys;
  const letters = shortNumber(story.count('letter'), SALT);
  const isAnswered = status === 'ANSWERED';
  const repliedAt = Math.max(at, Date.parse(referral.endedAt ?? instant(at)));
  const letter = {
    number: `R-${letters}${checkLetter(letters)}`,
    service: serviceInLetter[referral.category],
    urgency: referral.urgency,
    providerName: receiver?.letter.name ?? neutralNames[kindOfCategory[referral.category]][locale],
    place: receiver?.letter.place ?? near.name,
    hours: receiver?.letter.hours ?? null,
    workTelephone: team.letter.workTelephone,
    validUntil: day(at + daysGood[referral.urgency] * DAY),
  };
  batch.add(ReferralLetter, {
    ...letter,
    referralId: referral.id,
    status,
    survivorLanguage: language,
    providerLanguage: countrys,
    survivorText: plainLetter(letter, language === 'PT' ? 'pt' : 'en'),
    providerText: plainLetter(letter, locale),
    linkedAt: random.chance(0.7) ? instant(at) : null,
    seen: isAnswered ? referral.status === 'COMPLETED' : null,
    repliedOn: isAnswered ? day(repliedAt) : null,
    ...made(random, at, owner.id, status === 'ISSUED' ? 0 : 1, isAnswered ? repliedAt : at),
  });
}
