/** A server in place of a DHIS2: it reads and imports as either version does, over real HTTP. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { imported, type Rules } from './importer';
import { adxRead, csvOfNew, csvOfOld, jsonRead, type Importer, type Read } from './readers';

export interface Request {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly contentType: string;
  readonly authorization: string;
  readonly body: string;
}

/** What stands before it does to a request: answers with a status, hangs up, or lets it through. */
export type Trouble = number | 'HANGS_UP' | null;

export class StandIn {
  /** What it keeps, by cell. */
  readonly cells = new Map<string, string>();
  readonly requests: Request[] = [];
  /** Done to the next requests with values, one each. */
  troubles: Trouble[] = [];
  rules: Rules;
  /** Whether imports are put off, and done later. */
  putsOff = false;
  private readonly tasks = new Map<string, object>();
  private readonly server: Server;

  constructor(
    importer: Importer,
    public version: unknown = importer === 'OLD' ? '2.42.1' : '2.43.1',
  ) {
    this.rules = { importer, unknownUnits: new Set(), zeroless: new Set(), closed: [] };
    this.server = createServer((request, response) => void this.handle(request, response));
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/dhis`;
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => void this.server.close(() => resolve()));
  }

  /** Requests that had values. */
  get sent(): readonly Request[] {
    return this.requests.filter(({ path }) => path === '/dhis/api/dataValueSets');
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://here');
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const seen: Request = {
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      contentType: request.headers['content-type'] ?? '',
      authorization: request.headers.authorization ?? '',
      body: Buffer.concat(chunks).toString(),
    };
    this.requests.push(seen);
    const trouble = seen.path.endsWith('/dataValueSets') ? (this.troubles.shift() ?? null) : null;
    if (trouble === 'HANGS_UP') return void request.socket.destroy();
    const [status, body] = trouble ? [trouble, '<html>not an answer</html>'] : this.answer(seen);
    const headers = {
      'content-type': 'application/json',
      ...(status === 302 && { location: 'https://elsewhere.example/login' }),
    };
    response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body));
  }

  private answer(request: Request): [number, unknown] {
    if (!/^(ApiToken|Basic) ./.test(request.authorization))
      return [401, { httpStatus: 'Unauthorized', httpStatusCode: 401, status: 'ERROR', message: 'Unauthorized' }];
    const [, kind, id = ''] =
      /^\/dhis\/api\/(system\/info|dataValueSets|system\/tasks|system\/taskSummaries)(?:\/A\/(\w+))?$/.exec(
        request.path,
      ) ?? [];
    if (kind === 'system/info') return [200, { version: this.version }];
    if (kind === 'system/tasks') return [200, [{ completed: this.tasks.has(id) }]];
    if (kind === 'system/taskSummaries') return [200, this.tasks.get(id) ?? null];
    if (kind !== 'dataValueSets') return [404, { httpStatusCode: 404, status: 'ERROR', message: 'Not found' }];
    const { httpStatus, summary } = imported(
      this.read(request),
      this.cells,
      this.rules,
      request.query['dryRun'] === 'true',
    );
    if (!this.putsOff)
      return [httpStatus, { httpStatus: '', httpStatusCode: httpStatus, status: '', response: summary }];
    const task = `task${this.tasks.size + 1}`;
    setTimeout(() => this.tasks.set(task, summary), 20);
    return [
      200,
      { status: 'OK', response: { id: task, jobType: 'A', relativeNotifierEndpoint: `/api/system/tasks/A/${task}` } },
    ];
  }

  private read({ contentType, body }: Request): readonly Read[] {
    if (contentType === 'application/csv') return this.rules.importer === 'OLD' ? csvOfOld(body) : csvOfNew(body);
    if (contentType === 'application/adx+xml') return adxRead(body).map(withOptions);
    return jsonRead(body).values;
  }
}

/** Options of categories are a combination. */
const withOptions = (one: Read): Read =>
  one.options ? { ...one, categoryOptionCombo: Object.values(one.options).sort().join('+') } : one;
