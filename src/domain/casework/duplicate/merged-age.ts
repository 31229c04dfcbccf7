/** How old a person is whose two records become one: a child by either is one, and a year that says otherwise gives way. */
import { yearOf } from '../../../base/calendar';
import type { Work } from '../../../writing/work';
import { isMinorToday } from '../consent/consent.guardian';
import { ageBandOf, recordedAge, type Age } from '../survivor/survivor.age';
import type { AgeBand } from '../survivor/survivor.codes';
import { SurvivorIdentity } from '../survivor/survivor-identity.entity';
import { Survivor, SurvivorDemographics } from '../survivor/survivor.entity';

/** Of what the merging changed: what it was, and what it became. */
const CHANGED = /^(ageBand|birthYear):(.*)>(.*)$/;
const changed = (name: string, was: string | number | null, is: string | number | null): string =>
  `${name}:${was ?? ''}>${is ?? ''}`;

/** Whether somebody is known to be a child today. */
export const isChild = async (work: Work, survivor: Survivor): Promise<boolean> =>
  (await isMinorToday(work, survivor)) === true;

const demographicsOf = async (work: Work, survivorId: string): Promise<SurvivorDemographics | undefined> =>
  (await work.find(SurvivorDemographics, { survivorId }, true))[0];

/**
 * Once the parts are one, has year and band agree: all that protects a child goes by them.
 * @param child either of the two was known to be one
 * @returns what was changed, for `givenBack`
 */
export async function settleAge(work: Work, kept: Survivor, gone: Survivor, child: boolean): Promise<string[]> {
  const held = await demographicsOf(work, kept.id);
  const known = held?.birthYear ?? null;
  const birthYear = child ? await youngYear(work, known, gone) : known;
  const band = child ? 'UNDER_18' : await bandOf(work, kept, gone, birthYear);
  const done: string[] = [];
  if (held && birthYear !== known) {
    await work.update(SurvivorDemographics, held, { birthYear });
    done.push(changed('birthYear', known, birthYear));
  }
  if (band !== kept.ageBand) {
    done.push(changed('ageBand', kept.ageBand, band));
    await work.update(Survivor, kept, { ageBand: band });
  }
  return done;
}

/** The year in which a child may be born, by either record; null: neither tells one. */
async function youngYear(work: Work, known: number | null, gone: Survivor): Promise<number | null> {
  const other = (await demographicsOf(work, gone.id))?.birthYear ?? null;
  const isYoung = (year: number | null) => year !== null && ageBandOf(year, yearOf(work.day())) === 'UNDER_18';
  return [known, other].find(isYoung) ?? null;
}

async function bandOf(work: Work, kept: Survivor, gone: Survivor, birthYear: number | null): Promise<AgeBand> {
  const dateOfBirth = await work.reveal(SurvivorIdentity, { survivorId: kept.id }, 'dateOfBirth');
  if (dateOfBirth === null && birthYear === null) return kept.ageBand === 'UNKNOWN' ? gone.ageBand : kept.ageBand;
  const known: Age = { dateOfBirth, birthYear, ageBand: kept.ageBand };
  return recordedAge(known, known, work.day()).ageBand ?? kept.ageBand;
}

/** Has year and band say again what they said before, as far as nothing else was told since. */
export async function givenBack(work: Work, kept: Survivor, done: readonly string[]): Promise<void> {
  const before = new Map(
    done.flatMap((one) => {
      const [, name = '', was = '', is = ''] = CHANGED.exec(one) ?? [];
      return name ? [[name, { was, is }] as const] : [];
    }),
  );
  const [year, band] = [before.get('birthYear'), before.get('ageBand')];
  const held = year && (await demographicsOf(work, kept.id));
  if (held && `${held.birthYear ?? ''}` === year.is)
    await work.update(SurvivorDemographics, held, { birthYear: year.was === '' ? null : Number(year.was) });
  if (band && kept.ageBand === band.is) await work.update(Survivor, kept, { ageBand: band.was as AgeBand });
}
