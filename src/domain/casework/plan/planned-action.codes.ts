/** Code lists of what is planned with a survivor. */
import { codeList, type CodeOf } from '../../../model/codelist';

const source = 'Hands Off';

export const PlanKind = codeList(
  'PlanKind',
  { en: 'Which plan something belongs to.', pt: 'A que plano algo pertence.' },
  {
    SAFETY: {
      en: 'Safety plan',
      pt: 'Plano de segurança',
      description: { en: 'What keeps the survivor safe.', pt: 'O que mantém a pessoa sobrevivente segura.' },
      source: 'Primero',
      sourceCode: 'safety_plan',
    },
    ACTION: {
      en: 'Action plan',
      pt: 'Plano de acção',
      description: {
        en: 'What is done for what the survivor needs.',
        pt: 'O que se faz por aquilo de que a pessoa sobrevivente precisa.',
      },
      source: 'GBVIMS',
    },
  },
);
export type PlanKind = CodeOf<typeof PlanKind>;

export const PlanDoer = codeList(
  'PlanDoer',
  { en: 'Who does what is planned.', pt: 'Quem faz o que está planeado.' },
  {
    SURVIVOR: { en: 'The survivor', pt: 'A pessoa sobrevivente', source },
    CASE_WORKER: { en: 'Case worker', pt: 'Técnico do caso', source },
    PEER: { en: 'Peer', pt: 'Par', source },
    PROVIDER: { en: 'Service provider', pt: 'Prestador de serviço', source },
    FAMILY_OR_FRIEND: { en: 'Family or friend', pt: 'Família ou amigos', source },
    OTHER: { en: 'Somebody else', pt: 'Outra pessoa', source },
  },
);
export type PlanDoer = CodeOf<typeof PlanDoer>;

export const PlannedActionStatus = codeList(
  'PlannedActionStatus',
  { en: 'Where something planned stands.', pt: 'Em que ponto está algo planeado.' },
  {
    PLANNED: { en: 'Planned', pt: 'Planeado', source },
    DONE: { en: 'Done', pt: 'Feito', source },
    DROPPED: {
      en: 'Dropped',
      pt: 'Abandonado',
      description: { en: 'It is not done any more.', pt: 'Já não se faz.' },
      source,
    },
  },
);
export type PlannedActionStatus = CodeOf<typeof PlannedActionStatus>;
