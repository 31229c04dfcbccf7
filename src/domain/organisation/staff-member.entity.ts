import { ThingRecord } from '../../model/record';
import { roleLabel } from '../../policy/role.codes';
import { Attribute, Link, Thing } from '../../model/declaration';
import { amongNamed } from '../casework/case/case.reach';
import { Organisation } from './organisation.entity';

/** The working identity of an account inside its country; its id is the account's. Nothing to sign in with is here. */
@Thing({
  label: { en: 'Colleague', pt: 'Colega' },
  description: 'A colleague: somebody with an account in an organisation of the country.',
  dataClass: 'STAFF',
  plural: 'staffMembers',
  few: true,
  reach: { own: ['id'], organisation: ['organisationId', 'movingToId'], amongNamed },
  order: { field: 'name', direction: 'ASC' },
})
export class StaffMember extends ThingRecord {
  @Attribute({ type: 'text', description: 'Name that colleagues know.', sort: true })
  name: string;

  @Attribute({ type: 'text', labelled: roleLabel, description: 'Role of the account.', write: ['changeStaffRole'] })
  role: string;

  @Attribute({ type: 'boolean', description: 'Whether the account may sign in.' })
  active: boolean;

  @Link(() => Organisation, {
    nullable: true,
    description: 'Where the colleague works.',
    many: { name: 'staff', description: 'Colleagues who work here.' },
  })
  organisationId: string | null;

  @Link(() => Organisation, {
    nullable: true,
    description: 'Where the colleague is to move; an administrator there has to agree.',
    write: ['releaseStaffMember'],
  })
  movingToId: string | null;

  @Attribute({
    type: 'boolean',
    description:
      'Whether the colleague is a child-protection person: the restricted cases of children are open to them.',
    write: ['nameChildProtection!'],
    initial: false,
  })
  childProtection: boolean;
}
