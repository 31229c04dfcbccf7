/**
 * GET /chart/<indicator>.svg: a chart of the dashboard as a picture, for a report or a mail, without a browser. It asks
 * for the bearer token of the API, and asks the API's own question: what an account is refused there it is refused here,
 * in the same words.
 */
import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { getOperationAST, parse } from 'graphql';
import { badInput, type ErrorCode } from '../../base/errors';
import { locales, type Locale } from '../../base/locale';
import { periodInput } from '../../chart/asked-period';
import { chartOf, MOST_MARKS } from '../../chart/chart';
import { chartDocument, chartTable, labelsOf, type ToldIndicator, type ToldTable } from '../../chart/document';
import { withoutEmptyRegion, type ChartTable } from '../../chart/table';
import type { App } from '../../identity/app';
import { contextOf } from '../content-route';
import type { Exchange } from '../exchange';
import { JSON_TYPE } from '../media-type';
import { Patience } from '../patience';
import type { KnownRequest, ShortWay } from '../short-way';
import { gravest, withHeaders } from '../status';
import { svgOf } from './svg';

const PATH = '/chart/:name';
const WIDTH_MIN = 280;
const WIDTH_MAX = 2000;
const USUAL = 720;

type Query = Readonly<Record<string, string | readonly string[] | undefined>>;
type Request = FastifyRequest<{ Params: { readonly name: string }; Querystring: Query }>;

const parameters = ['period', 'by', 'country', 'organisation', 'province', 'lang', 'width'] as const;
type Parameters = Partial<Record<(typeof parameters)[number], string>>;

const policy = "default-src 'none'; frame-ancestors 'none'; sandbox";

export function chartRoute(http: FastifyInstance, app: App, shortWay: ShortWay): void {
  http.addHook('onSend', (_request, reply, _payload, done) => {
    void reply.headers({ 'content-security-policy': policy, 'referrer-policy': 'no-referrer' });
    done();
  });
  const patience = new Patience(http, app.config.server.requestTimeoutMs);
  http.get(PATH, { exposeHeadRoute: false }, (request: Request, reply) =>
    patience.over(reply, () => answer(app, shortWay, request, reply)),
  );
}

async function answer(app: App, shortWay: ShortWay, request: Request, reply: FastifyReply): Promise<FastifyReply> {
  const { lang } = request.query;
  // The language of the picture is that of whatever is said about it.
  if (isLocale(lang)) request.headers['accept-language'] = lang;
  const { locale } = await contextOf(app, request);
  const given = parametersOf(request.query);
  const indicator = indicatorIn(request.params.name);
  const width = widthOf(given.width);
  const { status, body } = await shortWay.answer(question(indicator, given), request.exchange as Exchange);
  const { data, errors = [] } = JSON.parse(body) as Answer;
  if (!data?.indicatorTable || !data.indicators) return refuse(reply, status, body, errors);
  const { code, title, measure, unitLabel } = data.indicators.find((one) => one.code === indicator) ?? none(indicator);
  const table = chartTable(data.indicatorTable, { code, title, measure, unitLabel }, labelsOf(data.indicators), locale);
  const narrowed = (data.nodes ?? []).flatMap((place) => place?.name ?? []);
  return draw(reply, withoutEmptyRegion(table), narrowed, width);
}

interface Answer {
  readonly data?: {
    readonly nodes: readonly ({ readonly name?: string } | null)[] | null;
    readonly indicators: readonly ToldIndicator[] | null;
    readonly indicatorTable: ToldTable | null;
  };
  readonly errors?: readonly { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> }[];
}

function draw(reply: FastifyReply, table: ChartTable, narrowed: readonly string[], width: number): FastifyReply {
  const { size } = chartOf(table);
  if (size > MOST_MARKS) throw tooMany(size);
  return reply.type('image/svg+xml; charset=utf-8').send(svgOf(table, narrowed, width));
}

/** As the API would answer, with the status of what it says. */
function refuse(
  reply: FastifyReply,
  status: number,
  body: string,
  errors: NonNullable<Answer['errors']>,
): FastifyReply {
  const codes = errors.map(({ extensions }) => extensions['code'] as ErrorCode);
  return withHeaders(reply, status === 200 ? gravest(codes) : status)
    .type(`${JSON_TYPE}; charset=utf-8`)
    .send(body);
}

let known: Omit<KnownRequest, 'variables'> | undefined;

/** The one document, parsed once: that it is valid is a test's to show. */
function knownDocument(): Omit<KnownRequest, 'variables'> {
  if (known) return known;
  const document = parse(chartDocument);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('the document of charts has no operation');
  const hash = createHash('sha256').update(chartDocument).digest('hex');
  return (known = { document, operation, hash, length: chartDocument.length });
}

function question(indicator: string, { period, by, country, organisation, province }: Parameters): KnownRequest {
  const asked = periodInput(period ?? '');
  if (!asked) throw noPeriod();
  const input = {
    indicators: [indicator],
    period: asked,
    ...(by && { by: by.split(',') }),
    ...(country && { countries: country.split(',') }),
    ...(organisation && { organisation }),
    ...(province && { province }),
  };
  return { ...knownDocument(), variables: { input, places: [province, organisation].filter(Boolean) } };
}

const isLocale = (text: unknown): text is Locale => (locales as readonly unknown[]).includes(text);

/** @throws ApiError BAD_USER_INPUT for what no parameter is called, or is given twice */
function parametersOf(query: Query): Parameters {
  const wrong = Object.entries(query).filter(
    ([name, value]) => !(parameters as readonly string[]).includes(name) || typeof value !== 'string',
  );
  const known = query as Parameters;
  if (wrong.length > 0 || (known.lang !== undefined && !isLocale(known.lang))) throw unfit();
  return known;
}

function indicatorIn(name: string): string {
  const [, code] = /^(\w{1,20})\.svg$/.exec(name) ?? [];
  if (code === undefined) throw noPicture();
  return code;
}

function widthOf(given: string | undefined): number {
  const width = given === undefined ? USUAL : Number(given);
  if (!Number.isInteger(width) || width < WIDTH_MIN || width > WIDTH_MAX) throw noWidth();
  return width;
}

const noPicture = () =>
  badInput('Name the picture by its indicator: /chart/I03.svg.', 'Indique a imagem pelo indicador: /chart/I03.svg.');
const unfit = () =>
  badInput(
    `A chart is asked by these, each once: period, by, country, organisation, province, lang, width. “lang” is en or pt.`,
    `Um gráfico pede-se por estes parâmetros, cada um uma só vez: period, by, country, organisation, province, lang, width. «lang» é en ou pt.`,
  );
const noPeriod = () =>
  badInput(
    'Say which periods: period=2026Q1,2026Q2, or period=2025Q1..2026Q2 for all from one to another, or the code of a relative period of the API.',
    'Indique os períodos: period=2026Q1,2026Q2, ou period=2025Q1..2026Q2 para todos de um a outro, ou o código de um período relativo da API.',
  );
const noWidth = () =>
  badInput(
    `The width of a picture is a whole number of pixels from ${WIDTH_MIN} to ${WIDTH_MAX}.`,
    `A largura de uma imagem é um número inteiro de píxeis, de ${WIDTH_MIN} a ${WIDTH_MAX}.`,
  );
const tooMany = (asked: number, maximum = MOST_MARKS) =>
  badInput(
    `This chart would have ${asked} values; at most ${maximum} are drawn. Ask for fewer periods, countries or dimensions, or for the table itself.`,
    `Este gráfico teria ${asked} valores; desenham-se no máximo ${maximum}. Peça menos períodos, países ou dimensões, ou a própria tabela.`,
    { size: asked, maximum },
  );
const none = (code: string): never => {
  throw new Error(`the catalogue does not tell ${code}`);
};
