/** What of a training can be wrong before anything is written. */
import { locales, type Locale } from '../../base/locale';
import { label } from '../../model/codelist';
import { AgeBand, GenderIdentity } from '../casework/survivor/survivor.codes';
import { TrainingAudience } from './training.codes';
import { InputCheck } from '../../writing/input';
import type { TrainingParticipation } from './training.entity';

type Participation = Pick<TrainingParticipation, 'genderIdentity' | 'ageBand' | 'audience' | 'enrolled' | 'completed'>;

export function assertDays(startOn: string, endOn: string | null | undefined): void {
  const check = new InputCheck();
  if (endOn && endOn < startOn) {
    check.refuse(['endOn'], {
      en: `The last day cannot be before the first, ${startOn}.`,
      pt: `O último dia não pode ser anterior ao primeiro, ${startOn}.`,
    });
  }
  check.done();
}

const groupOf = (
  { genderIdentity, ageBand, audience }: Omit<Participation, 'enrolled' | 'completed'>,
  locale: Locale,
) =>
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
  participations.forEach(({ genderIdentity, ageBand, audience, enrolled, completed }, at) => {
    const group = `${genderIdentity} ${ageBand} ${audience}`;
    if (seen.has(group)) {
      const told = locales.map((locale) => groupOf({ genderIdentity, ageBand, audience }, locale));
      const [en, pt] = told;
      check.refuse(['participations', at], {
        en: `${en} is counted twice. Add the numbers up in one entry.`,
        pt: `${pt} está contado duas vezes. Some os números numa só entrada.`,
      });
    }
    if (completed > enrolled) {
      check.refuse(['participations', at, 'completed'], {
        en: `No more than the ${enrolled} who enrolled can have completed.`,
        pt: `Não podem ter concluído mais do que as ${enrolled} pessoas inscritas.`,
      });
    }
    seen.add(group);
  });
  check.done();
}
