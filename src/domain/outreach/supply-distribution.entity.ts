import { ThingRecord, voided } from '../../model/record';
import { Attribute, Link, Thing } from '../../model/declaration';
import { District } from '../country/place.entity';
import { Organisation } from '../organisation/organisation.entity';
import { OutreachActivity } from './outreach-activity.entity';
import { SupplyKind } from './outreach.codes';

const written = ['recordSupplyDistribution', 'updateSupplyDistribution'];

/** Beside the services of cases, never among them: nobody knows to whom it was given. */
@Thing({
  label: { en: 'Supplies handed out', pt: 'Distribuição de insumos' },
  description: 'How many condoms, self-tests and the like an organisation handed out on a day, without a case.',
  dataClass: 'ACTIVITY',
  plural: 'supplyDistributions',
  reach: { own: ['createdById'], organisation: ['organisationId'] },
  order: { field: 'givenOn', direction: 'DESC' },
})
export class SupplyDistribution extends ThingRecord {
  @Link(() => Organisation, {
    description: 'Who handed them out.',
    write: ['recordSupplyDistribution?'],
  })
  organisationId: string;

  @Link(() => OutreachActivity, {
    nullable: true,
    description: 'The outreach activity of the same organisation where it was, if it was at one.',
    many: { name: 'supplies', description: 'Supplies that were handed out there.' },
    write: written,
  })
  outreachActivityId: string | null;

  @Attribute({ type: SupplyKind, description: 'What was handed out.', write: written })
  kind: SupplyKind;

  @Attribute({
    type: 'int',
    min: 1,
    max: 1000000,
    description: 'How many pieces; of information, to how many people.',
    write: written,
  })
  quantity: number;

  @Attribute({ type: 'date', sort: true, description: 'Day on which they were handed out.', write: written })
  givenOn: string;

  @Link(() => District, {
    nullable: true,
    description: 'Where; null: not said.',
    many: { name: 'supplyDistributions', description: 'Supplies that were handed out here.' },
    write: written,
  })
  districtId: string | null;

  @Attribute({
    type: 'longText',
    nullable: true,
    filter: false,
    maxLength: 2000,
    description: 'Why it was taken out.',
    write: ['voidSupplyDistribution!'],
  })
  voidedReason: string | null;

  @Attribute(voided)
  voidedAt: string | null;
}
