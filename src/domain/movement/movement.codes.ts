/** Code lists of the movement: how an association stands with the law and with its platform, and what its capacity is measured by. */
import { codeList, type CodeOf } from '../../model/codelist';

const source = 'Hands Off';

export const LegalStatus = codeList(
  'LegalStatus',
  { en: 'How an association stands with the law.', pt: 'Situação legal de uma associação.' },
  {
    REGISTERED: { en: 'Registered', pt: 'Registada', source },
    IN_REGISTRATION: { en: 'Registration under way', pt: 'Em processo de registo', source },
    NOT_REGISTERED: { en: 'Not registered', pt: 'Não registada', source },
    UNKNOWN: { en: 'Not known', pt: 'Desconhecida', source },
  },
);
export type LegalStatus = CodeOf<typeof LegalStatus>;

export const MembershipStatus = codeList(
  'MembershipStatus',
  { en: 'How an association stands with its platform.', pt: 'Situação de uma associação na sua plataforma.' },
  {
    APPLIED: {
      en: 'Applied',
      pt: 'Candidata',
      description: { en: 'It has asked to join.', pt: 'Pediu para aderir.' },
      source,
    },
    MEMBER: { en: 'Member', pt: 'Membro', source },
    SUSPENDED: {
      en: 'Suspended',
      pt: 'Suspensa',
      description: { en: 'Its membership rests for a time.', pt: 'A sua adesão está interrompida por um tempo.' },
      source,
    },
    LEFT: {
      en: 'Left',
      pt: 'Saiu',
      description: {
        en: 'It is no member any more, or its application was not taken up.',
        pt: 'Já não é membro, ou a sua candidatura não foi aceite.',
      },
      source,
    },
  },
);
export type MembershipStatus = CodeOf<typeof MembershipStatus>;

export const CapacityDomain = codeList(
  'CapacityDomain',
  { en: 'What the capacity of an association is measured in.', pt: 'Em que se mede a capacidade de uma associação.' },
  {
    GOVERNANCE: { en: 'Governance', pt: 'Governação', source },
    FINANCE: { en: 'Finance', pt: 'Finanças', source },
    ADVOCACY: { en: 'Advocacy', pt: 'Advocacia', source },
    SERVICES: { en: 'Services', pt: 'Serviços', source },
    SAFETY_AND_SECURITY: { en: 'Safety and security', pt: 'Protecção e segurança', source },
    COMMUNITY_MOBILISATION: { en: 'Community mobilisation', pt: 'Mobilização comunitária', source },
    MONITORING: { en: 'Monitoring', pt: 'Monitoria', source },
    NETWORKING: { en: 'Networking', pt: 'Trabalho em rede', source },
  },
);
export type CapacityDomain = CodeOf<typeof CapacityDomain>;
