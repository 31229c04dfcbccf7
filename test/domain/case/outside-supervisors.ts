/** What the tests of supervisors from outside have: an accused supervisor, the officer, and supervisors of another organisation. */
import type { Client } from '../../support/app';
import { actor, done, type Acted } from '../acting';
import { signedIn } from '../staff/acts';
import type { CountryName, World } from '../world';
import { register, type CaseShown } from './acts';

export interface MemberShown {
  readonly id: string;
  readonly version: number;
  readonly endedAt: string | null;
  readonly member: { readonly id: string; readonly name: string } | null;
}
export const actMember = actor<MemberShown>('caseMember', 'id version endedAt member { id name }');
export const accuse = actor<{ id: string; version: number }>('accusedColleague', 'id version');

export const reason = 'Nobody else there can have it.';

/** A case as somebody sees it. */
export async function seen(client: Client, id: string, fields = 'id version status'): Promise<CaseShown | null> {
  const { data } = await client.query(`query ($id: ID!) { case(id: $id) { ${fields} } }`, { id });
  return (data?.case ?? null) as CaseShown | null;
}

interface Supervised {
  readonly record: CaseShown;
  readonly member: MemberShown;
  /** A new session of whoever was named. */
  readonly outside: Client;
}

export class Outside {
  private constructor(
    private readonly world: World,
    private readonly country: CountryName,
    readonly peer: Client,
    readonly manager: Client,
    readonly officer: Client,
  ) {}

  static async open(world: World, country: CountryName): Promise<Outside> {
    const as = (name: string): Promise<Client> => world.as(name, country);
    return new Outside(world, country, await as('field-worker'), await as('case-manager'), await as('privacy-officer'));
  }

  account(name: string): string {
    return this.world.account[this.country][name]!;
  }

  freshly(name: string): Promise<Client> {
    return signedIn(this.world.anyone, `${name}@${this.country}.demo`, this.world.config.demoPassword);
  }

  name({ displayId }: Pick<CaseShown, 'displayId'>, memberId: string | undefined, by = this.officer) {
    return actMember(by, 'nameOutsideSupervisor', { displayId, memberId, reason });
  }

  /** A case whose only supervisor is accused. */
  async accusedCase(): Promise<CaseShown> {
    const record = await register(this.peer, {
      incidents: [{ violationTypes: ['BEATING'], consentReporting: true, narrative: { text: 'What they told.' } }],
    });
    done(await accuse(this.peer, 'accuseColleague', { caseId: record.id, accusedId: this.account('supervisor') }));
    return record;
  }

  /** The same, with the supervisor of the other organisation named to it. */
  async supervisedCase(): Promise<Supervised> {
    const record = await this.accusedCase();
    const member = done(await this.name(record, this.account('supervisor-2')));
    return { record, member, outside: await this.freshly('supervisor-2') };
  }

  async end({ id }: Pick<MemberShown, 'id'>, by = this.officer): Promise<Acted<MemberShown>> {
    const { data } = await by.query('query ($id: ID!) { caseMember(id: $id) { version } }', { id });
    return actMember(by, 'removeFromCase', { id, expectedVersion: data.caseMember.version });
  }
}
