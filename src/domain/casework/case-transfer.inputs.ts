/** What handing a case over to another organisation takes. */
import { Changing, Input, InputField } from '../../model/input';
import { Organisation } from '../organisation/organisation.entity';

@Input('What transferring a case takes.')
export class TransferCaseInput extends Changing {
  @InputField({
    type: 'uuid',
    of: () => Organisation,
    description: 'Organisation of the country that is asked to take the case.',
  })
  toOrganisationId: string;

  @InputField({ type: 'longText', nullable: true, description: 'Why; goes into the notes of the case, sealed.' })
  reason?: string | null;
}

@Input('What accepting a transfer takes; `id` is that of the transfer.')
export class AcceptCaseTransferInput extends Changing {}

@Input('What declining a transfer takes; `id` is that of the transfer.')
export class DeclineCaseTransferInput extends Changing {
  @InputField({ type: 'longText', nullable: true, description: 'Why; goes into the notes of the case, sealed.' })
  reason?: string | null;
}
