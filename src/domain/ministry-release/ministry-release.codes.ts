/** Code list of releases to a ministry: whether they stand. */
import { codeList, type CodeOf } from '../../model/codelist';

const source = 'Hands Off';

export const MinistryReleaseStatus = codeList(
  'MinistryReleaseStatus',
  {
    en: 'Whether a release to a ministry stands.',
    pt: 'Se uma autorização para um ministério está em vigor.',
  },
  {
    IN_FORCE: {
      en: 'In force',
      pt: 'Em vigor',
      description: {
        en: 'Numbers may leave by it up to its last day.',
        pt: 'Com ela podem sair números até ao seu último dia.',
      },
      source,
    },
    REVOKED: {
      en: 'Revoked',
      pt: 'Revogada',
      description: {
        en: 'It was taken back: nothing leaves by it any more. What has left stays where it is.',
        pt: 'Foi retirada: com ela já nada sai. O que saiu fica onde está.',
      },
      source,
    },
  },
);
export type MinistryReleaseStatus = CodeOf<typeof MinistryReleaseStatus>;
