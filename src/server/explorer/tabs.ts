/** The tabs that the explorer opens with: every example document, with variables that work for the account it is for. */
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { projectRoot } from '../../base/project';
import { GRAPHQL_PATH } from '../graphql-route';

/** A header of the explorer's own: its script puts a token of that account in its place. */
export const ACCOUNT_HEADER = 'demo-account';

export interface Demo {
  readonly emails: readonly string[];
  readonly password: string;
}

interface Tab {
  readonly initialName: string;
  readonly initialQuery: string;
  readonly initialVariables: string;
  readonly initialHeaders: Readonly<Record<string, string>>;
}

const folder = join(projectRoot, 'schema', 'operations');

/** Without demo accounts the documents are there, and what only an account can tell of their variables is left open. */
export async function tabsOf(http: FastifyInstance, demo: Demo): Promise<Tab[]> {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => name.endsWith('.graphql'));
  const asker = new Asker(http, demo);
  return Promise.all(files.sort().map((name) => tabOf(asker, demo, name)));
}

async function tabOf(asker: Asker, { emails }: Demo, file: string): Promise<Tab> {
  const text = readFileSync(join(folder, file), 'utf8');
  const said = (word: string): string | undefined => new RegExp(`^# ${word}: (.*)$`, 'm').exec(text)?.[1];
  const email = emails.find((each) => each === emailOf(said('Who')));
  const variables = JSON.parse(said('Variables') ?? '{}') as Values;
  return {
    initialName: file.replace('.graphql', ''),
    initialQuery: text.replace(/^# (?:Who|Variables): .*\n/gm, ''),
    initialVariables: JSON.stringify(await asker.settle(variables, email), null, 2),
    initialHeaders: { 'content-type': 'application/json', ...(email && { [ACCOUNT_HEADER]: email }) },
  };
}

/** `case-manager@za` is `case-manager@za.demo`. */
const emailOf = (who = ''): string | undefined => (/^[\w-]+@\w+$/.test(who) ? `${who}.demo` : undefined);

type Values = Readonly<Record<string, unknown>>;

interface Answer {
  readonly data?: Readonly<Record<string, unknown>> | null;
}

/** Asks as demo accounts do, through the front door. */
class Asker {
  private readonly tokens = new Map<string, Promise<string | undefined>>();

  constructor(
    private readonly http: FastifyInstance,
    private readonly demo: Demo,
  ) {}

  /**
   * `first of cases` becomes the id of the account's first case; a key that makes a request one is made anew. Of demo
   * accounts nothing is told where there are none.
   */
  async settle(value: unknown, email: string | undefined): Promise<unknown> {
    if (Array.isArray(value)) return Promise.all(value.map((each) => this.settle(each, email)));
    if (typeof value === 'object' && value !== null) {
      const entries = Object.entries(value).map(async ([name, each]) => {
        if (name === 'idempotencyKey') return [name, `explorer-${randomUUID()}`] as const;
        return [name, name === 'password' ? this.demo.password || null : await this.settle(each, email)] as const;
      });
      return Object.fromEntries(await Promise.all(entries));
    }
    const [, list] = /^first of (\w+)$/.exec(String(value)) ?? [];
    if (list) return this.firstOf(list, email);
    const isOpen = /^end of page \d+$/.test(String(value)) || this.isAbsent(String(value));
    return isOpen ? null : value;
  }

  private isAbsent(text: string): boolean {
    return /^[\w-]+@\w+\.demo$/.test(text) && !this.demo.emails.includes(text);
  }

  private async firstOf(list: string, email: string | undefined): Promise<unknown> {
    const { data } = await this.ask(`{ ${list}(first: 1) { edges { node { id } } } }`, {}, email);
    const found = data?.[list] as { readonly edges: readonly { readonly node: { readonly id: string } }[] } | undefined;
    return found?.edges[0]?.node.id ?? null;
  }

  private async ask(query: string, variables: Values, email?: string): Promise<Answer> {
    const token = email && (await this.tokenOf(email));
    const answer = await this.http.inject({
      method: 'POST',
      url: GRAPHQL_PATH,
      headers: token ? { authorization: `Bearer ${token}` } : {},
      payload: { query, variables },
    });
    return answer.json();
  }

  private tokenOf(email: string): Promise<string | undefined> {
    if (!this.demo.emails.includes(email)) return Promise.resolve(undefined);
    let token = this.tokens.get(email);
    if (!token) this.tokens.set(email, (token = this.signIn(email)));
    return token;
  }

  private async signIn(email: string): Promise<string | undefined> {
    const query = 'mutation ($input: SignInInput!) { signIn(input: $input) { session { accessToken } } }';
    const { data } = await this.ask(query, { input: { email, password: this.demo.password } });
    const payload = data?.signIn as { readonly session: { readonly accessToken: string } | null } | undefined;
    return payload?.session?.accessToken;
  }
}
