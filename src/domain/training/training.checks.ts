/** What of a training can be wrong before anything is written. */
import { locales, type Locale } from '../../base/locale';
import { label } from '../../model/codelist';
import { AgeBand, GenderIdentity } from '../casework/survivor/survivor.codes';
import { TrainingAudience } from './training.codes';
import { InputCheck } from '../../writing/input';
import type { TrainingParticipation } from './training.entity';

type Group = Pick<TrainingParticipation, 'genderIdentity' | 'ageBand' | 'audience'>;
type Participation = Group &
  Pick<TrainingParticipation, 'enrolled' | 'completed'> &
  Partial<Pick<TrainingParticipation, 'newParticipants' | 'repeatParticipants'>>;

export function assertDays(startOn: string, endOn: string | null | undefined): void {
  const check = new InputCheck();
  if (endOn && endOn < startOn) {
    check.refuse(['endOn'], {
      en: `The last day cannot be before the first, ${startOn}.`,
      pt: `O último dia não pode ser anterior ao primeiro, ${startOn}.`,
      without: {
        en: 'The last day cannot be before the first.',
        pt: 'O último dia não pode ser anterior ao primeiro.',
      },
    });
  }
  check.done();
}

const groupOf = ({ genderIdentity, ageBand, audience }: Group, locale: Locale) =>
  [
    label(GenderIdentity, genderIdentity, locale),
    label(AgeBand, ageBand, locale),
    label(TrainingAudience, audience, locale),
  ].join(', ');

/** Each group once, and nobody completes who did not enrol. */
export function assertCounts(participations: readonly Participation[]): void {
  const check = new InputCheck();
  const seen = new Set<string>();
  if (participations.length === 0) {
    check.refuse(['participations'], { en: 'Say how many took part.', pt: 'Indique quantas pessoas participaram.' });
  }
  participations.forEach((told, at) => {
    const { genderIdentity, ageBand, audience, enrolled, completed } = told;
    const group = `${genderIdentity} ${ageBand} ${audience}`;
    if (seen.has(group)) {
      const [en, pt] = locales.map((locale) => groupOf(told, locale));
      check.refuse(['participations', at], {
        en: `${en} is counted twice. Add the numbers up in one entry.`,
        pt: `${pt} está contado duas vezes. Some os números numa só entrada.`,
        without: {
          en: 'This group is counted twice. Add the numbers up in one entry.',
          pt: 'Este grupo está contado duas vezes. Some os números numa só entrada.',
        },
      });
    }
    if (completed > enrolled) {
      check.refuse(['participations', at, 'completed'], {
        en: `No more than the ${enrolled} who enrolled can have completed.`,
        pt: `Não podem ter concluído mais do que as ${enrolled} pessoas inscritas.`,
        without: {
          en: 'No more can have completed than enrolled.',
          pt: 'Não podem ter concluído mais pessoas do que as inscritas.',
        },
      });
    }
    checkKnown(check, told, at);
    seen.add(group);
  });
  check.done();
}

/** Whoever came is new to the topic or has come before; of some it may not be known. */
function checkKnown(check: InputCheck, told: Participation, at: number): void {
  const { enrolled, newParticipants, repeatParticipants } = told;
  if ((newParticipants ?? 0) + (repeatParticipants ?? 0) <= enrolled) return;
  const path = typeof newParticipants === 'number' ? 'newParticipants' : 'repeatParticipants';
  check.refuse(['participations', at, path], {
    en: `Those who are new and those who came before are together no more than the ${enrolled} who enrolled.`,
    pt: `As pessoas novas e as que já tinham participado não podem ser, juntas, mais do que as ${enrolled} inscritas.`,
    without: {
      en: 'Those who are new and those who came before are together no more than those who enrolled.',
      pt: 'As pessoas novas e as que já tinham participado não podem ser, juntas, mais do que as inscritas.',
    },
  });
}
