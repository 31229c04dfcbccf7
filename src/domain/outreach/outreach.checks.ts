/** What of an outreach activity can be wrong before anything is written. */
import { locales, type Locale } from '../../base/locale';
import { label } from '../../model/codelist';
import type { Values } from '../../model/record';
import type { InputCheck } from '../../writing/input';
import { AgeBand, GenderIdentity } from '../casework/survivor/survivor.codes';
import type { OutreachActivity, OutreachReach } from './outreach-activity.entity';
import { ReachKind } from './outreach.codes';

export type ReachGroup = Pick<OutreachReach, 'genderIdentity' | 'ageBand' | 'kind'>;
export type ReachCount = ReachGroup & Pick<OutreachReach, 'people' | 'contacts'>;

/** What tells one group of people from another. */
export const groupOf = ({ genderIdentity, ageBand, kind }: ReachGroup): string =>
  `${genderIdentity} ${ageBand} ${kind}`;

const told = ({ genderIdentity, ageBand, kind }: ReachGroup, locale: Locale): string =>
  [label(GenderIdentity, genderIdentity, locale), label(AgeBand, ageBand, locale), label(ReachKind, kind, locale)].join(
    ', ',
  );

/** Somebody was reached, each group is told once, and everybody was met at least once. */
export function checkReach(check: InputCheck, reached: readonly ReachCount[]): void {
  const seen = new Set<string>();
  if (reached.length === 0) {
    check.refuse(['reached'], { en: 'Say how many people it reached.', pt: 'Indique quantas pessoas alcançou.' });
  }
  reached.forEach((count, at) => {
    const group = groupOf(count);
    if (seen.has(group)) {
      const [en, pt] = locales.map((locale) => told(count, locale));
      check.refuse(['reached', at], {
        en: `${en} is counted twice. Add the numbers up in one entry.`,
        pt: `${pt} está contado duas vezes. Some os números numa só entrada.`,
        without: {
          en: 'This group is counted twice. Add the numbers up in one entry.',
          pt: 'Este grupo está contado duas vezes. Some os números numa só entrada.',
        },
      });
    }
    const { people, contacts } = count;
    if (contacts < people) {
      check.refuse(['reached', at, 'contacts'], {
        en: `There are fewer contacts than people: with ${people} people there were at least as many contacts.`,
        pt: `Há menos contactos do que pessoas: com ${people} pessoas houve pelo menos outros tantos contactos.`,
        without: {
          en: 'There are fewer contacts than people: there were at least as many contacts as people.',
          pt: 'Há menos contactos do que pessoas: houve pelo menos tantos contactos como pessoas.',
        },
      });
    }
    seen.add(group);
  });
}

/** It is about something. */
export function checkTopics(check: InputCheck, topics: readonly string[] | undefined): void {
  if (topics?.length !== 0) return;
  check.refuse(['topics'], {
    en: 'Say what it is about: at least one topic.',
    pt: 'Indique de que trata: pelo menos um tema.',
  });
}

const results = ['resultingCases', 'resultingReferrals', 'resultingAlerts', 'resultNote'] as const;

/** What is only planned reached nobody yet, and nothing came of it. */
export function checkNothingHeld(check: InputCheck, values: Values<OutreachActivity>, reached: unknown): void {
  const early = results.filter((name) => values[name] !== undefined && values[name] !== null);
  for (const name of reached ? ['reached', ...early] : early) {
    check.refuse([name], {
      en: 'It was not held yet. Record first that it was held.',
      pt: 'Ainda não foi realizada. Registe primeiro que foi realizada.',
    });
  }
}
