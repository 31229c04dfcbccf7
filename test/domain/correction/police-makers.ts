/** Makes material and what units adopt of it, through the API. */
import type { CountryName, World } from '../world';
import { call } from './makers';

/** What is not corrected of them. */
export const policeExceptions: Readonly<Record<string, string>> = {
  'TrainingParticipant.trainingId': 'a participant of another training is another participant',
  'Material.organisationId': 'material of another organisation is other material',
  'Material.voidedReason': 'the reason of a step',
  'Dissemination.organisationId': 'what another organisation gave out is recorded by it',
  'Dissemination.voidedReason': 'the reason of a step',
  'ProcedureAdoption.organisationId': 'an adoption that another organisation works on is recorded by it',
  'ProcedureAdoption.voidedReason': 'the reason of a step',
  AdoptionCheck: 'a check is a step, which is taken back',
};

/** Values that go with the others. */
export const policeValues: Readonly<Record<string, unknown>> = {
  'TrainingParticipant.audience': 'MEDIA',
  'TrainingParticipant.consentGivenOn': '2026-02-11',
  'Material.edition': '9',
  'Material.issuedOn': '2026-01-09',
  'Material.url': 'https://example.org/manual',
  'Dissemination.disseminatedOn': '2026-02-11',
  'ProcedureAdoption.pledgedOn': '2026-02-01',
  'ProcedureAdoption.adoptedOn': '2026-02-11',
};

/** Links: tests of their own hold them. */
export const policeApart = [
  ...[
    'Material.supersedesId',
    'Dissemination.materialId',
    'ProcedureAdoption.procedureId',
    'Training.teachingMaterialId',
  ],
];

const about = { level: 'COMMUNITY', outcome: 'LTO4' };

export const policeMakers = (world: World): Readonly<Record<string, (country: CountryName) => Promise<string>>> => {
  const manager = (country: CountryName) => world.as('case-manager', country);
  const material = async (country: CountryName): Promise<string> => {
    const input = { kind: 'CODE_OF_CONDUCT', title: 'A', edition: '1', language: 'ENGLISH', issuedOn: '2026-01-05' };
    return (await call(await manager(country), 'issueMaterial', input, 'material { id }')).material!.id;
  };
  return {
    async TrainingParticipant(country) {
      const plan = { ...about, title: 'A', topic: 'POLICE_SENSITISATION', audience: 'POLICE', startOn: '2026-03-02' };
      const { training } = await call(await manager(country), 'planTraining', plan, 'training { id }');
      const named = { trainingId: training!.id, audience: 'POLICE', name: 'A B', consentGivenOn: '2026-02-10' };
      const admin = await world.as('partner-admin', country);
      return (await call(admin, 'nameTrainingParticipant', named, 'trainingParticipant { id }')).trainingParticipant!
        .id;
    },
    Material: material,
    async Dissemination(country) {
      const given = { materialId: await material(country), recipientUnit: 'A', recipientKind: 'OTHER', copies: 3 };
      const input = { ...about, ...given, channel: 'TRAINING', disseminatedOn: '2026-02-10' };
      return (await call(await manager(country), 'recordDissemination', input, 'dissemination { id }')).dissemination!
        .id;
    },
    async ProcedureAdoption(country) {
      const input = { ...about, procedureId: await material(country), unit: 'A', unitKind: 'POLICE_STATION' };
      const given = { ...input, adoptedOn: '2026-02-10' };
      return (await call(await manager(country), 'recordProcedureAdoption', given, 'procedureAdoption { id }'))
        .procedureAdoption!.id;
    },
  };
};
