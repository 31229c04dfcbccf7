/** Correcting what was told of an incident: its codes, its detail, what is told in words, those alleged to have done it. */
import { field, one } from '../../../model/input';
import { changing, making } from '../../../model/action-input';
import type { ThingRecord } from '../../../model/record';
import { thingOf, type Constructor } from '../../../model/thing';
import { action } from '../../../writing/action';
import { InputCheck } from '../../../writing/input';
import type { Values, Work } from '../../../writing/work';
import { missingIn } from '../../../writing/work-values';
import { District } from '../../country/place.entity';
import { AllegedPerpetrator, PerpetratorIdentity } from './alleged-perpetrator.entity';
import { followIncidents } from '../referral/referral.due-anew';
import { receiversOf, type AudienceOf } from '../case/case.audience';
import { caseLifecycle, same, toldOf } from '../case/case.lifecycle';
import { inCase } from '../case/case.step';
import { assertReportable, checkIncident } from './incident.checks';
import { codesOf, elapsedOf, occurredMonth, occurredOn, precisionOf } from './incident.derived';
import { Incident, IncidentDetail } from './incident.entity';
import {
  incidentDetail,
  incidentInjury,
  incidentNarrative,
  newAllegedPerpetrator,
  perpetratorIdentity,
  type ToldDetail,
} from './incident.inputs';
import { IncidentInjury, IncidentNarrative } from './incident-narrative.entity';
import { addPerpetrator } from './incident.recording';
import { incomplete } from '../survivor/survivor.recording';

const whileWorkedOn = [caseLifecycle.on({ from: toldOf, to: same })];

action(
  {
    name: 'updateIncident',
    of: Incident,
    label: { en: 'correct the incident', pt: 'corrigir o incidente' },
    description: 'Corrects an incident, or adds to it. What was there before stays in its history.',
    input: changing(Incident, {
      description: 'What correcting an incident takes; what is left out stays as it is.',
      fields: {
        detail: one(incidentDetail, { nullable: true, description: 'Exact date, time, hot spot, weapon, arrest.' }),
        narrative: one(incidentNarrative, { nullable: true, description: 'What happened, in words.' }),
        injury: one(incidentInjury, { nullable: true, description: 'Injuries.' }),
      },
    }),
    steps: whileWorkedOn,
  },
  async (work, input) => {
    const { id, expectedVersion, values, detail, narrative, injury } = input;
    const { record: incident, of: record } = await inCase(work, Incident, id, { expectedVersion });
    const [heldDetail] = await work.find(IncidentDetail, { incidentId: id }, true);
    const told = { ...incident, ...values };
    const toldDetail = detail ? { ...heldDetail, ...detail.values } : heldDetail;
    const check = new InputCheck();
    checkIncident(check, { values: told, detail: toldDetail && { values: toldDetail } }, work.day(), []);
    check.done();
    const [audienceOf, [elapsed]] = await Promise.all([
      receiversOf(work, [record]),
      elapsedOf(work, [{ detail: toldDetail, reportedAt: told.reportedAt }]),
      values.districtId && work.load(District, values.districtId, { right: 'read', path: ['districtId'] }),
      values.consentReporting && assertReportable(work, record.survivorId, [{ values: told }], () => []),
    ]);
    const of = { caseId: record.id, incidentId: id };
    const put = putting(work, (target) => audienceOf(target, id));
    if (toldDetail && (detail || values.reportedAt)) {
      await put(IncidentDetail, 'detail', of, { ...detail?.values, ...dayOf(toldDetail), ...elapsed });
    }
    const sealed = { ...of, dataKeyId: record.dataKeyId };
    if (narrative) await put(IncidentNarrative, 'narrative', sealed, narrative.values);
    if (injury) await put(IncidentInjury, 'injury', sealed, injury.values);
    const followed = { ...values, ...codesAfter(incident, values), occurredMonth: occurredMonth(toldDetail) };
    await work.update(Incident, incident, followed, { audience: audienceOf(Incident, id) });
    if (detail) await followIncidents(work, record.id);
    return id;
  },
);

const dayOf = (told: ToldDetail): Values<IncidentDetail> => ({
  occurredOn: occurredOn(told),
  datePrecision: precisionOf(told),
});

/** Codes that followed from the violations follow from the new ones; those that somebody chose stay. */
function codesAfter(held: Incident, values: Values<Incident>): Values<Incident> {
  const { violationTypes = held.violationTypes } = values;
  const [before, after] = [codesOf({ violationTypes: held.violationTypes }), codesOf({ violationTypes })];
  const names = ['gbvimsType', 'violenceForms', 'harmKinds'] as const;
  return Object.fromEntries(
    names.map((name) => {
      const given = values[name];
      const followed = JSON.stringify(held[name]) === JSON.stringify(before[name]);
      return [name, given?.length ? given : followed ? after[name] : held[name]];
    }),
  );
}

type Part = ThingRecord & { readonly caseId: string };

/** Changes a part of an incident's record, or adds it whole where there was none. */
const putting =
  (work: Work, audienceOf: AudienceOf) =>
  async <T extends Part>(target: Constructor<T>, name: string, of: object, values: Values<T>): Promise<void> => {
    const { dataKeyId: _, ...where } = of as { dataKeyId?: string };
    const options = { audience: audienceOf(target) };
    const [held] = await work.find(target, where, true);
    if (held) return void (await work.update(target, held, values, options));
    const whole = { ...values, ...of };
    const missing = missingIn(thingOf(target), whole);
    if (missing) throw incomplete([name, missing]);
    await work.insert(target, whole, options);
  };

action(
  {
    name: 'addAllegedPerpetrator',
    of: AllegedPerpetrator,
    label: { en: 'add an alleged perpetrator', pt: 'acrescentar um alegado agressor' },
    description: 'Adds somebody who is alleged to have done it to an incident.',
    input: making(AllegedPerpetrator, {
      description: 'What adding an alleged perpetrator takes.',
      like: newAllegedPerpetrator,
      fields: { incidentId: field({ type: 'uuid', of: () => Incident, description: 'The incident.' }) },
    }),
    steps: whileWorkedOn,
  },
  async (work, { incidentId, ...told }) => {
    const { of: record } = await inCase(work, Incident, incidentId, { path: ['incidentId'] });
    const [others, receivers] = await Promise.all([
      work.find(AllegedPerpetrator, { incidentId, voidedAt: null }),
      receiversOf(work, [record]),
    ]);
    const audienceOf: AudienceOf = (target) => receivers(target, incidentId);
    const of = { caseId: record.id, incidentId, dataKeyId: record.dataKeyId };
    const id = await addPerpetrator(work, of, told, others.length, audienceOf);
    return id;
  },
);

action(
  {
    name: 'updateAllegedPerpetrator',
    of: AllegedPerpetrator,
    label: { en: 'correct the alleged perpetrator', pt: 'corrigir o alegado agressor' },
    description: 'Corrects what is recorded of somebody who is alleged to have done it, or adds to it.',
    input: changing(AllegedPerpetrator, {
      description: 'What correcting an alleged perpetrator takes; what is left out stays as it is.',
      fields: {
        identity: one(perpetratorIdentity, { nullable: true, description: 'Who it is alleged to have been.' }),
      },
    }),
    steps: whileWorkedOn,
  },
  async (work, { id, expectedVersion, values, identity }) => {
    const { record: perpetrator, of: record } = await inCase(work, AllegedPerpetrator, id, { expectedVersion });
    const receivers = await receiversOf(work, [record]);
    const audienceOf: AudienceOf = (target) => receivers(target, perpetrator.incidentId);
    if (identity) {
      const of = { caseId: record.id, allegedPerpetratorId: id, dataKeyId: record.dataKeyId };
      await putting(work, audienceOf)(PerpetratorIdentity, 'identity', of, identity.values);
    }
    await work.update(AllegedPerpetrator, perpetrator, values, { audience: audienceOf(AllegedPerpetrator) });
    return id;
  },
);
