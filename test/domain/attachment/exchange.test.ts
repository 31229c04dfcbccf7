/** What HTTP has beside sending and fetching: asking without the content, and sending a part of it. */
import '../../../src/domain/all';
import type { Client } from '../../support/app';
import { done } from '../acting';
import { asked, attach, begin, fetched, rows, sent, shown, uuid, world } from './sending';
import { pdfOf } from './samples';

let peer: Client;
let manager: Client;
beforeAll(async () => {
  await begin();
  peer = await world.as('field-worker', 'za');
  manager = await world.as('case-manager', 'za');
});
afterAll(() => world.close());

it('says of itself without its content what it says with it, to the same accounts, and logs that as a read', async () => {
  const { caseId } = await world.newCase();
  const { id } = done(await attach(peer, caseId));
  expect((await sent(peer, id, pdfOf())).statusCode).toBe(204);
  const reads = async (): Promise<number> =>
    (
      await rows(
        `SELECT FROM za.access_log_entry l JOIN za.attachment_content c ON c.id = l.record_id
          WHERE c.attachment_id = $1 AND l.purpose = 'QUALITY_REVIEW'`,
        [uuid(id)],
      )
    ).length;
  const told = ({ statusCode, headers }: Awaited<ReturnType<typeof fetched>>) => {
    const {
      date,
      'x-request-id': request,
      connection,
      'keep-alive': alive,
      'transfer-encoding': way,
      ...rest
    } = headers;
    void [date, request, connection, alive, way];
    return { statusCode, ...rest };
  };
  for (const [client, query, status, logged] of [
    [manager, '?purpose=QUALITY_REVIEW', 200, 1],
    [peer, '?purpose=QUALITY_REVIEW', 404, 0],
    [manager, '?purpose=CURIOSITY', 400, 0],
  ] as const) {
    const before = await reads();
    const head = await asked(client, id, query);
    expect([head.statusCode, head.payload, await reads()]).toEqual([status, '', before + logged]);
    expect(told(head)).toEqual(told(await fetched(client, id, query)));
  }
  expect((await world.http.inject({ method: 'HEAD', url: `/attachments/${id}` })).statusCode).toBe(401);
});

it('is not taken in parts', async () => {
  const { caseId } = await world.newCase();
  const { id } = done(await attach(peer, caseId));
  const part = { 'content-range': 'bytes 0-99/1000', 'accept-language': 'pt' };
  const answer = await sent(peer, id, pdfOf(), part);
  expect([answer.statusCode, answer.json().errors[0].message]).toEqual([400, expect.stringMatching(/em partes/)]);
  expect(await shown(manager, id)).toMatchObject({ status: 'AWAITING_CONTENT', version: 1 });
});

it('says of an empty file that it is empty, and not of which type it is', async () => {
  const { caseId } = await world.newCase();
  const { id } = done(await attach(peer, caseId));
  const answer = await sent(peer, id, Buffer.alloc(0), { 'accept-language': 'pt' });
  expect(answer.json()).toEqual({ problems: [{ code: 'CONTENT_EMPTY', message: expect.stringMatching(/vazio/) }] });
  expect(await shown(manager, id)).toMatchObject({ status: 'AWAITING_CONTENT', version: 1 });
});

it('of several others that are sent at once keeps one, and says so of the rest', async () => {
  const { caseId } = await world.newCase();
  const { id } = done(await attach(peer, caseId));
  const kept = async (): Promise<number> => (await rows('SELECT FROM za.stored_content')).length;
  const before = await kept();
  const files = [3, 4, 5].map((number) => pdfOf(`${number} 0 obj << >> endobj\n`));
  const answers = await Promise.all(files.map((file) => sent(peer, id, file)));
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([204, 409, 409]);
  expect(await kept()).toBe(before + 1);
});
