/** An installation as people run it, by commands and processes, and what each of them came to. */
import { randomUUID } from 'node:crypto';
import { handsoff, start, type Started } from '../../support/command';

export type Environment = Readonly<Record<string, string>>;

/** What is tried of every shape, in this order. */
export const trials = [
  'migrate',
  'seed',
  'doctor',
  'sign-in',
  'list',
  'sealed read',
  'mutation',
  'regional list',
] as const;
export type Trial = (typeof trials)[number];

export interface Shape {
  /** Of the commands. */
  readonly commands: Environment;
  /** Of each instance; none of them knows an administrator. */
  readonly instances: readonly Environment[];
  /** What `seed` says: demo data are made, or found. */
  readonly seeds?: readonly string[];
  close(): Promise<void>;
}

export const countries = ['bw', 'mz', 'za', 'zw'] as const;

interface Data {
  readonly [field: string]: unknown;
}

export class Installation {
  readonly #running: Started[] = [];
  readonly #addresses: string[] = [];
  readonly #tokens = new Map<string, string>();
  #turn = 0;

  constructor(private readonly shape: Shape) {}

  readonly trials: Readonly<Record<Trial, () => Promise<void>>> = {
    migrate: async () => void (await this.#command('migrate')),
    seed: async () => void (await this.#command('seed', ...(this.shape.seeds ?? []))),
    doctor: async () => void (await this.#command('doctor')),
    'sign-in': async () => {
      await this.#serve();
      for (const country of countries) await this.#signIn(`case-manager@${country}.demo`);
      await this.#signIn('secretariat@region.demo');
    },
    list: async () => {
      for (const country of countries) {
        const { cases } = await this.#ask(country, '{ cases(first: 20) { totalCount edges { node { id status } } } }');
        const { totalCount, edges } = cases as { totalCount: number; edges: object[] };
        expect([country, totalCount > 20, edges.length]).toEqual([country, true, 20]);
      }
    },
    'sealed read': async () => {
      for (const country of countries) {
        const { incidentNarratives } = await this.#ask(
          country,
          '{ incidentNarratives(first: 5) { edges { node { text } } } }',
        );
        const { edges } = incidentNarratives as { edges: { node: { text: string } }[] };
        expect([country, edges.map(({ node }) => typeof node.text)]).toEqual([country, Array(5).fill('string')]);
      }
    },
    // The same at every instance: done once, and seen by all.
    mutation: async () => {
      for (const country of countries) {
        const input = {
          idempotencyKey: randomUUID(),
          source: 'HELPLINE',
          survivor: { genderIdentity: 'WOMAN' },
          consents: [{ purpose: 'SERVICES', decision: 'GIVEN', mode: 'WRITTEN' }],
          incidents: [
            {
              violationTypes: ['BEATING'],
              consentReporting: false,
              narrative: { text: `near the bridge, ${country}` },
            },
          ],
        };
        const made = new Set<string>();
        for (const _ of this.#addresses) {
          const { registerCase } = await this.#ask(country, registration, { input });
          made.add(JSON.stringify(registerCase));
        }
        expect(made.size).toBe(1);
        expect([...made][0]).toContain(`near the bridge, ${country}`);
      }
    },
    'regional list': async () => {
      const { trainings } = await this.#ask('region', '{ trainings(first: 100) { edges { node { country } } } }');
      const { edges } = trainings as { edges: { node: { country: string } }[] };
      expect([...new Set(edges.map(({ node }) => node.country))].sort()).toEqual(['BW', 'MZ', 'REGION', 'ZA', 'ZW']);
    },
  };

  async #command(...args: string[]): Promise<string> {
    const { code, out, error } = await handsoff(args, this.shape.commands);
    if (code !== 0) throw new Error(`handsoff ${args.join(' ')}:\n${out}${error}`);
    return out;
  }

  async #serve(): Promise<void> {
    for (const env of this.shape.instances) {
      const api = start({ HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'warn', ...env });
      this.#running.push(api);
      await api.until('/graphql\n');
      this.#addresses.push(/^ {2}(\S+)\/graphql$/m.exec(api.output())?.[1] ?? '');
    }
  }

  /** Each question goes to the next instance. */
  async #send(query: string, variables: object, token?: string): Promise<Data> {
    const address = this.#addresses[this.#turn++ % this.#addresses.length] ?? '';
    const response = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ query, variables }),
    });
    const text = await response.text();
    const { data, errors } = JSON.parse(text) as { data?: Data; errors?: object[] };
    if (!data || errors) throw new Error(text);
    return data;
  }

  async #signIn(email: string): Promise<void> {
    const input = { email, password: 'hands-off-demo' };
    const { signIn } = await this.#send(
      'mutation ($input: SignInInput!) { signIn(input: $input) { session { accessToken } problems { code } } }',
      { input },
    );
    const { session } = signIn as { session: { accessToken: string } | null };
    if (!session) throw new Error(`${email} cannot sign in: ${JSON.stringify(signIn)}`);
    this.#tokens.set(/@(\w+)\./.exec(email)?.[1] ?? '', session.accessToken);
  }

  #ask(who: string, query: string, variables: object = {}): Promise<Data> {
    return this.#send(query, variables, this.#tokens.get(who));
  }

  async close(): Promise<void> {
    for (const api of this.#running) if (api.process.exitCode === null) api.signal('SIGTERM');
    await Promise.all(this.#running.map(({ ended }) => ended));
    await this.shape.close();
  }
}

const registration = `mutation ($input: RegisterCaseInput!) {
  registerCase(input: $input) { case { id incidents { edges { node { narrative { text } } } } } problems { code message path } } }`;
