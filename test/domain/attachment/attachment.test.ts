/** Attachments from end to end: made, sent, fetched, corrected, taken out, erased; and who may not. */
import '../../../src/domain/all';
import { request as send } from 'node:http';
import { sweepNow } from '../../support/sweep-now';
import type { Client } from '../../support/app';
import { actor, done, expectForbidden, told } from '../acting';
import { begin, world, act, attach, sent, fetched, uuid, rows, count, shown, consented } from './sending';
import { jpegOf, pdfOf, TELLING, wavOf } from './samples';

let peer: Client;
let manager: Client;
let supervisor: Client;
beforeAll(async () => {
  await begin();
  peer = await world.as('field-worker', 'za');
  manager = await world.as('case-manager', 'za');
  supervisor = await world.as('supervisor', 'za');
});
afterAll(() => world.close());

it('is made first, then its content comes, is cleaned, kept sealed and fetched again', async () => {
  const caseId = await consented();
  const made = done(await attach(peer, caseId, { kind: 'PHOTOGRAPH', takenOn: '2026-03-01' }));
  expect(made).toMatchObject({ status: 'AWAITING_CONTENT', mediaType: null, size: null });
  expect((await fetched(manager, made.id)).statusCode).toBe(404);
  expect((await sent(peer, made.id, jpegOf())).statusCode).toBe(204);
  const kept = await shown(manager, made.id);
  expect(kept).toMatchObject({ status: 'STORED', mediaType: 'JPEG' });

  const answer = await fetched(manager, made.id, '?purpose=QUALITY_REVIEW');
  expect(answer.statusCode).toBe(200);
  expect(answer.rawPayload.subarray(0, 2)).toEqual(Buffer.of(0xff, 0xd8));
  expect(answer.rawPayload.length).toBe(kept.size);
  expect(answer.rawPayload.includes(TELLING)).toBe(false);
  expect(answer.headers).toMatchObject({
    'content-type': 'image/jpeg',
    'content-disposition': 'attachment',
    'content-length': String(kept.size),
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; sandbox",
  });
  const log = await rows<{ purpose: string }>(
    `SELECT l.purpose FROM za.access_log_entry l JOIN za.attachment_content c ON c.id = l.record_id
      WHERE c.attachment_id = $1 AND l.survivor_id IS NOT NULL`,
    [uuid(made.id)],
  );
  expect(log).toEqual([{ purpose: 'QUALITY_REVIEW' }]);
  const [piece] = await rows<{ bytes: Buffer }>(
    `SELECT p.bytes FROM za.content_piece p JOIN za.attachment a ON a.content_id = p.content_id WHERE a.id = $1`,
    [uuid(made.id)],
  );
  expect(piece?.bytes.includes('JFIF')).toBe(false);
});

it('takes the same content once more, and no other in its place', async () => {
  const { caseId } = await world.newCase();
  const { id } = done(await attach(peer, caseId));
  const file = pdfOf('3 0 obj << >> endobj\n');
  expect((await sent(peer, id, file)).statusCode).toBe(204);
  const before = await count('stored_content');
  expect((await sent(peer, id, file)).statusCode).toBe(204);
  const other = await sent(peer, id, pdfOf('4 0 obj << >> endobj\n'), { 'accept-language': 'pt' });
  expect(other.statusCode).toBe(409);
  expect(other.json()).toMatchObject({
    problems: [{ code: 'CONTENT_STORED', message: expect.stringMatching(/anexo/) }],
  });
  expect(await count('stored_content')).toBe(before);
});

it('of several that send at once keeps one content', async () => {
  const { caseId } = await world.newCase();
  const { id } = done(await attach(peer, caseId));
  const before = await count('stored_content');
  const answers = await Promise.all([1, 2, 3].map(() => sent(peer, id, pdfOf())));
  // It is the same each time: nobody is told that another one is there.
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([204, 204, 204]);
  expect(await count('stored_content')).toBe(before + 1);
  expect((await fetched(manager, id)).rawPayload).toEqual(pdfOf());
});

it('goes over more than one piece', async () => {
  const caseId = await consented();
  const { id } = done(await attach(peer, caseId, { kind: 'AUDIO' }));
  expect((await sent(peer, id, wavOf(300_000))).statusCode).toBe(204);
  const { rawPayload } = await fetched(manager, id);
  expect(rawPayload.length).toBe(wavOf(300_000).length);
});

it.each([
  [
    'flipped',
    'UPDATE za.content_piece SET bytes = set_byte(bytes, 100, get_byte(bytes, 100) # 1) WHERE number = $1',
    3,
  ],
  [
    'of the last piece flipped',
    'UPDATE za.content_piece SET bytes = set_byte(bytes, 2, get_byte(bytes, 2) # 1) WHERE number = $1',
    4,
  ],
  ['missing at the end', 'DELETE FROM za.content_piece WHERE number >= $1', 4],
  [
    'in another order',
    'UPDATE za.content_piece SET number = CASE number WHEN 1 THEN 9 ELSE number END WHERE number = $1',
    1,
  ],
])('a byte %s is a clean error', async (_, damage, number) => {
  const caseId = await consented();
  const { id } = done(await attach(peer, caseId, { kind: 'AUDIO' }));
  expect((await sent(peer, id, wavOf(300_000))).statusCode).toBe(204);
  await rows(`${damage} AND content_id = (SELECT content_id FROM za.attachment WHERE id = $2)`, [number, uuid(id)]);
  const answer = await fetched(manager, id);
  expect(answer.statusCode).toBe(500);
  expect(answer.json()).toMatchObject({ errors: [{ message: expect.stringMatching(/integrity/) }] });
});

it('is refused with what to do, and leaves nothing', async () => {
  const { caseId } = await world.newCase();
  const { id } = done(await attach(peer, caseId));
  const before = [await count('stored_content'), await count('content_piece')];
  const refusals = [
    [Buffer.from('<svg/>'), 415, 'CONTENT_TYPE_REFUSED'],
    [Buffer.alloc(0), 422, 'CONTENT_EMPTY'],
    [pdfOf('3 0 obj << /S /JavaScript >> endobj\n'), 422, 'CONTENT_ACTIVE'],
    [jpegOf().subarray(0, 120), 422, 'CONTENT_DAMAGED'],
    [Buffer.alloc(world.config.attachments.maxBytes + 1), 413, 'CONTENT_TOO_LARGE'],
  ] as const;
  for (const [file, status, code] of refusals) {
    const answer = await sent(peer, id, file);
    expect([answer.statusCode, answer.json().problems[0].code]).toEqual([status, code]);
  }
  expect([await count('stored_content'), await count('content_piece')]).toEqual(before);
  expect(await shown(manager, id)).toMatchObject({ status: 'AWAITING_CONTENT', version: 1 });
  expect((await sent(peer, id, pdfOf())).statusCode).toBe(204);
});

it('leaves nothing of a content that broke off, and takes it when it is sent again', async () => {
  await world.http.listen({ port: 0, host: '127.0.0.1' });
  const { port } = world.http.server.address() as { port: number };
  const caseId = await consented();
  const { id } = done(await attach(peer, caseId, { kind: 'AUDIO' }));
  const before = [await count('stored_content'), await count('content_piece')];
  const file = wavOf(1_000_000);
  await new Promise<void>((resolve) => {
    const headers = { authorization: `Bearer ${peer.token}`, 'content-length': file.length };
    const request = send({ port, host: '127.0.0.1', method: 'PUT', path: `/attachments/${id}`, headers });
    request.on('error', () => resolve());
    request.write(file.subarray(0, 600_000), () => setTimeout(() => request.destroy(new Error('gone')), 500));
  });
  const settled = async (): Promise<number[]> => [await count('stored_content'), await count('content_piece')];
  for (let turn = 0; turn < 50 && String(await settled()) !== String(before); turn++)
    await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await settled()).toEqual(before);
  expect((await sent(peer, id, file)).statusCode).toBe(204);
});

it('is nobody’s to send or fetch who may not, and says no more than of what is not there', async () => {
  const { caseId } = await world.newCase();
  const { id } = done(await attach(peer, caseId));
  const nobody = '00000000-0000-4000-8000-000000000000';
  const others = [
    await world.as('field-worker-2', 'za'),
    await world.as('case-manager-2', 'za'),
    await world.as('me-officer', 'za'),
    await world.as('service-provider', 'za'),
    await world.as('case-manager', 'bw'),
  ];
  for (const client of others) {
    const [one, none] = [await sent(client, id, pdfOf()), await sent(client, nobody, pdfOf())];
    expect([one.statusCode, one.payload]).toEqual([404, none.payload]);
  }
  expect((await sent(peer, id, pdfOf())).statusCode).toBe(204);
  // A field worker gives, and does not read.
  for (const client of [peer, ...others]) {
    const [one, none] = [await fetched(client, id), await fetched(client, nobody)];
    expect([one.statusCode, one.payload]).toEqual([404, none.payload]);
  }
  expect((await fetched(supervisor, id)).statusCode).toBe(200);
  expect((await world.http.inject({ url: `/attachments/${id}` })).statusCode).toBe(401);
  expect((await fetched(supervisor, id, '?purpose=CURIOSITY')).statusCode).toBe(400);
  expectForbidden(await attach(supervisor, caseId));
});

it('of a face or a voice needs the survivor’s consent, and is shut when that is withdrawn', async () => {
  const { caseId, survivorId } = await world.newCase();
  expect(told(await attach(peer, caseId, { kind: 'PHOTOGRAPH' }))).toEqual(['CONSENT_MISSING kind']);
  const consentId = await world.newConsent(survivorId, { purpose: 'PHOTO_AUDIO', recipientId: null, scopes: [] });
  const { id } = done(await attach(peer, caseId, { kind: 'PHOTOGRAPH' }));
  const { id: late } = done(await attach(peer, caseId, { kind: 'PHOTOGRAPH' }));
  expect((await sent(peer, id, jpegOf())).statusCode).toBe(204);
  expect((await fetched(manager, id)).statusCode).toBe(200);
  await world.newConsent(survivorId, {
    purpose: 'PHOTO_AUDIO',
    decision: 'WITHDRAWN',
    withdrawsId: consentId,
    recipientId: null,
    scopes: [],
  });
  expect((await fetched(manager, id)).statusCode).toBe(404);
  // By no other name either; and what is said of it is shut with it.
  const { version } = await shown(manager, id);
  const renamed = await act(manager, 'updateAttachment', { id, expectedVersion: version, kind: 'DOCUMENT' });
  expect(told(renamed)).toEqual(['CONSENT_MISSING kind']);
  const { data } = await manager.query('query ($id: ID!) { attachment(id: $id) { kind content { caption } } }', { id });
  expect(data.attachment).toEqual({ kind: 'PHOTOGRAPH', content: null });
  expect((await sent(peer, late, jpegOf())).json()).toMatchObject({ problems: [{ code: 'CONSENT_MISSING' }] });
});

it('hangs on no case where survivors are recorded by code only', async () => {
  const { caseId } = await world.newCase('mz');
  expect(told(await attach(await world.as('case-manager', 'mz'), caseId))).toEqual(['IDENTITY_VAULT_OFF caseId']);
});

it('is corrected, and its kind goes with its content', async () => {
  const { caseId } = await world.newCase();
  const { id } = done(await attach(peer, caseId));
  await sent(peer, id, pdfOf());
  const { version } = await shown(manager, id);
  const update = (values: object) => act(manager, 'updateAttachment', { id, expectedVersion: version, ...values });
  expect(told(await update({ takenOn: '2199-01-01' }))).toEqual(['INVALID_INPUT takenOn']);
  done(await update({ kind: 'MEDICO_LEGAL_FORM', words: { caption: 'J88' } }));
  const { data } = await manager.query(`query ($id: ID!) { attachment(id: $id) { kind content { caption digest } } }`, {
    id,
  });
  expect(data.attachment).toMatchObject({
    kind: 'MEDICO_LEGAL_FORM',
    content: { caption: 'J88', digest: expect.stringMatching(/^[0-9a-f]{64}$/) },
  });
});

it('is taken out with its content', async () => {
  const { caseId } = await world.newCase();
  const { id } = done(await attach(peer, caseId));
  await sent(peer, id, pdfOf());
  const { version } = await shown(manager, id);
  done(
    await actor<{ id: string }>('voiding', 'id')(manager, 'voidAttachment', {
      attachmentId: id,
      expectedVersion: version,
      reason: 'Another’s.',
    }),
  );
  const { data } = await manager.query('query ($id: ID!) { case(id: $id) { attachments { edges { node { id } } } } }', {
    id: caseId,
  });
  expect(data.case.attachments.edges).toEqual([]);
  expect((await sent(peer, id, pdfOf())).json()).toMatchObject({ problems: [{ code: 'VOIDED' }] });
});

it('goes after a day without its content, and the bytes go with what they belonged to', async () => {
  const { caseId } = await world.newCase();
  const { id } = done(await attach(peer, caseId));
  const { id: other } = done(await attach(peer, caseId));
  await sent(peer, other, pdfOf());
  await rows(`UPDATE za.attachment SET created_at = now() - interval '25 hours' WHERE id = $1`, [uuid(id)]);
  await sweepNow(world, 'za', 'forgetAttachments');
  expect((await shown(manager, id)) ?? null).toBeNull();
  expect((await shown(manager, other)).status).toBe('STORED');
  const before = await count('content_piece');
  await rows(`UPDATE za.stored_content SET finished_at = now() - interval '1 hour'`);
  await sweepNow(world, 'za', 'removeContents');
  expect(await count('content_piece')).toBe(before);
  await rows(`UPDATE za.attachment SET content_id = NULL WHERE id = $1`, [uuid(other)]);
  await sweepNow(world, 'za', 'removeContents');
  expect(await count('content_piece')).toBe(before - 1);
});
