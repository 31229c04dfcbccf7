/** Where a service slip stands. */
import { codeList, type CodeOf } from '../../model/codelist';

export const ServiceSlipStatus = codeList(
  'ServiceSlipStatus',
  { en: 'Where a service slip stands.', pt: 'Em que ponto está uma senha de serviço.' },
  {
    GIVEN: { en: 'Given', pt: 'Entregue', source: 'Hands Off' },
    USED: {
      en: 'Confirmed as used',
      pt: 'Uso confirmado',
      description: {
        en: 'It came back, or the provider said its number: somebody was there with it.',
        pt: 'Voltou, ou o prestador disse o seu número: alguém lá esteve com ela.',
      },
      source: 'Hands Off',
    },
  },
);
export type ServiceSlipStatus = CodeOf<typeof ServiceSlipStatus>;
