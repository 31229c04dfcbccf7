/** That a service belongs to the category that it is asked for in. */
import { labels } from '../../../model/codelist';
import type { InputCheck } from '../../../writing/input';
import { ServiceCategory } from './referral.codes';
import { categoryOfService, ServiceType } from './service-type.codes';

interface Asked {
  readonly category: ServiceCategory;
  readonly serviceType?: ServiceType | null | undefined;
}

/** Refuses a service of another category. */
export function checkServiceType(check: InputCheck, { category, serviceType }: Asked): void {
  if (!serviceType || categoryOfService[serviceType] === category) return;
  const service = labels(ServiceType, serviceType);
  const [right, wrong] = [categoryOfService[serviceType], category].map((code) => labels(ServiceCategory, code));
  check.refuse(['serviceType'], {
    en: `“${service.en}” belongs to “${right?.en}”, not to “${wrong?.en}”. Choose that category, or another service.`,
    pt: `«${service.pt}» pertence a «${right?.pt}», não a «${wrong?.pt}». Escolha essa categoria, ou outro serviço.`,
    without: {
      en: 'The service belongs to another category. Choose its category, or another service.',
      pt: 'O serviço pertence a outra categoria. Escolha a categoria dele, ou outro serviço.',
    },
  });
}
