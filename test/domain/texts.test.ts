// Demonstration texts: enough of them, invented, in the right language, and written with codes and places that exist.
import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { countryPlaces } from '../support/places';
import { countryTexts, type CountryText } from '../../seeds/text';
import { ActivityLevel, LongTermOutcome } from '../../src/domain/activity/activity.codes';
import { AdvocacyKind } from '../../src/domain/advocacy/advocacy.codes';
import { PerpetratorCategory, TimeOfDay } from '../../src/domain/casework/incident/incident.codes';
import { ViolationType } from '../../src/domain/casework/incident/violation-type.codes';
import { LocationType } from '../../src/domain/casework/incident/location-type.codes';
import { OrganisationKind, PartnerRole } from '../../src/domain/organisation/organisation.codes';
import { ServiceCategory } from '../../src/domain/casework/referral/referral.codes';
import { SafeContactMethod } from '../../src/domain/casework/survivor/survivor.codes';
import { TrainingAudience, TrainingTopic } from '../../src/domain/training/training.codes';
import type { CodeList } from '../../src/model/codelist';

/** The values that are not codes of the list. */
const strangers = (list: CodeList, values: readonly string[]) => values.filter((value) => !list.codes.includes(value));

/** The codes of the list that no value uses. */
const unused = (list: CodeList, values: readonly string[]) => list.codes.filter((code) => !values.includes(code));

const countries = Object.entries(countryTexts);

describe.each(countries)('demonstration texts of %s', (code, text: CountryText) => {
  const provinces = countryPlaces[code]?.provinces.map((province) => province.code) ?? [];

  it('say that they are invented', () => {
    expect(text.note).toMatch(code === 'MZ' ? /^Inventado/ : /^Invented/);
  });

  it('have names for a few hundred people', () => {
    for (const names of [text.givenNames, text.surnames]) {
      expect(names.length).toBeGreaterThanOrEqual(40);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it('have partners, one of them led by sex workers, in provinces of the country', () => {
    expect(text.partners.length).toBeGreaterThanOrEqual(4);
    expect(text.partners.some((partner) => partner.sexWorkerLed)).toBe(true);
    const all = [...text.partners, ...text.providers];
    expect(
      strangers(
        OrganisationKind,
        all.map((each) => each.kind),
      ),
    ).toEqual([]);
    expect(
      strangers(
        PartnerRole,
        text.partners.map((each) => each.partnerRole),
      ),
    ).toEqual([]);
    expect(all.filter((each) => !provinces.includes(each.province))).toEqual([]);
    expect(new Set(all.map((each) => each.name)).size).toBe(all.length);
  });

  it('have a provider, reasons and notes for every category of service', () => {
    expect(text.providers.length).toBeGreaterThanOrEqual(7);
    const used = [
      text.providers.flatMap((provider) => provider.services),
      text.referralReasons.map((reason) => reason.category),
      text.providerNotes.map((note) => note.category),
    ];
    for (const categories of used) {
      expect(unused(ServiceCategory, categories)).toEqual([]);
      expect(strangers(ServiceCategory, categories)).toEqual([]);
    }
    expect(Math.min(text.referralReasons.length, text.providerNotes.length)).toBeGreaterThanOrEqual(12);
  });

  it('have a short account for every violation, with a place and no unknown placeholder', () => {
    const { narratives } = text;
    expect(narratives.length).toBeGreaterThanOrEqual(30);
    expect(
      unused(
        ViolationType,
        narratives.flatMap((each) => each.violationTypes),
      ),
    ).toEqual([]);
    expect(
      strangers(
        ViolationType,
        narratives.flatMap((each) => each.violationTypes),
      ),
    ).toEqual([]);
    expect(
      strangers(
        PerpetratorCategory,
        narratives.map((each) => each.perpetratorCategory),
      ),
    ).toEqual([]);
    expect(
      strangers(
        LocationType,
        narratives.map((each) => each.locationType),
      ),
    ).toEqual([]);
    for (const { text: account } of narratives) {
      const sentences = account.split(/(?<=[.!?]"?) /).length;
      expect([2, 3, 4]).toContain(sentences);
      expect(account.replace(/\{(place|time)\}/g, '')).not.toMatch(/[{}]/);
    }
    expect(unused(TimeOfDay, Object.keys(text.times))).toEqual([]);
  });

  it('have notes on safe contact for every method', () => {
    expect(text.safeContacts.length).toBeGreaterThanOrEqual(12);
    const methods = text.safeContacts.map((contact) => contact.method);
    expect([...unused(SafeContactMethod, methods), ...strangers(SafeContactMethod, methods)]).toEqual([]);
  });

  it('have a training on every topic and advocacy of every kind', () => {
    expect(text.trainings.length).toBeGreaterThanOrEqual(15);
    expect(text.advocacy.length).toBeGreaterThanOrEqual(15);
    expect(
      unused(
        TrainingTopic,
        text.trainings.map((training) => training.topic),
      ),
    ).toEqual([]);
    expect(
      unused(
        AdvocacyKind,
        text.advocacy.map((activity) => activity.kind),
      ),
    ).toEqual([]);
    expect(
      strangers(
        TrainingTopic,
        text.trainings.map((training) => training.topic),
      ),
    ).toEqual([]);
    expect(
      strangers(
        TrainingAudience,
        text.trainings.map((training) => training.audience),
      ),
    ).toEqual([]);
    expect(
      strangers(
        AdvocacyKind,
        text.advocacy.map((activity) => activity.kind),
      ),
    ).toEqual([]);
    const activities = [...text.trainings, ...text.advocacy];
    expect(
      strangers(
        ActivityLevel,
        activities.map((activity) => activity.level),
      ),
    ).toEqual([]);
    expect(
      unused(
        LongTermOutcome,
        activities.map((activity) => activity.outcome),
      ),
    ).toEqual([]);
    expect(
      strangers(
        LongTermOutcome,
        activities.map((activity) => activity.outcome),
      ),
    ).toEqual([]);
  });

  it('have reasons for every step of a case that needs one', () => {
    expect(text.transitionReasons.length).toBeGreaterThanOrEqual(8);
    expect(new Set(text.transitionReasons.map((reason) => reason.step))).toEqual(
      new Set(['SENT_BACK', 'REOPENED', 'TRANSFERRED', 'OPEN_REFERRALS', 'DUPLICATE', 'WITHDRAWN']),
    );
  });
});
