/** Attachments by the API, in each store: sent, fetched, damaged, taken out, and gone with what they hang on. */
import '../../../src/domain/all';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { storeOf } from '../../../src/writing/content/store';
import type { Client } from '../../support/app';
import { startS3, type S3Server } from '../../support/s3';
import { sweepNow } from '../../support/sweep-now';
import { register } from '../case/acts';
import { actor, done } from '../acting';
import { attach, begin, consented, fetched, rows, sent, shown, uuid, world } from './sending';
import { pdfOf, wavOf } from './samples';

const folder = mkdtempSync(join(tmpdir(), 'handsoff-contents-'));
let s3: S3Server;
beforeAll(async () => {
  s3 = await startS3(['hands-off-za']);
});
afterAll(async () => {
  await s3.close();
  rmSync(folder, { recursive: true });
});

const erasure = actor<{ readonly id: string }>('erasure', 'id');
const voiding = actor<{ readonly id: string; readonly version: number }>('voiding', 'id version');

describe.each(['database', 'folder', 's3'] as const)('in the store %s', (store) => {
  let peer: Client;
  let manager: Client;
  beforeAll(async () => {
    await begin({ ...s3.env, ATTACHMENT_STORE: store, ATTACHMENT_FOLDER: folder });
    peer = await world.as('field-worker', 'za');
    manager = await world.as('case-manager', 'za');
  });
  afterAll(() => world.close());

  /** Contents of which any byte is there. */
  async function contents(): Promise<number> {
    const [pieces] = await rows<{ n: string }>('SELECT count(DISTINCT content_id) AS n FROM za.content_piece');
    return {
      database: Number(pieces?.n),
      folder: existsSync(join(folder, 'ZA')) ? readdirSync(join(folder, 'ZA')).length : 0,
      s3: s3.objects('hands-off-za').length + s3.open('hands-off-za').length,
    }[store];
  }

  /** As if what has come or gone had done so an hour ago. */
  async function sweepLater(): Promise<void> {
    await rows(`UPDATE za.stored_content SET finished_at = finished_at - interval '1 hour'`);
    await sweepNow(world, 'za', 'removeContents');
  }

  it('a content goes up, comes down as it was, and stays through the sweep', async () => {
    const { id } = done(await attach(peer, await consented(), { kind: 'AUDIO' }));
    const file = wavOf(300_000);
    expect((await sent(peer, id, file)).statusCode).toBe(204);
    const before = await contents();
    await sweepLater();
    expect(await contents()).toBe(before);
    const answer = await fetched(manager, id);
    expect(answer.statusCode).toBe(200);
    expect(answer.rawPayload).toHaveLength(file.length);
  });

  it('one that is refused leaves nothing', async () => {
    const { caseId } = await world.newCase();
    const { id } = done(await attach(peer, caseId));
    const before = await contents();
    expect((await sent(peer, id, pdfOf('3 0 obj << /S /JavaScript >> endobj\n'))).statusCode).toBe(422);
    expect(await contents()).toBe(before);
  });

  it('one whose bytes are gone is a clean error', async () => {
    const { caseId } = await world.newCase();
    const { id } = done(await attach(peer, caseId));
    expect((await sent(peer, id, pdfOf())).statusCode).toBe(204);
    const [kept] = await rows<{ id: string }>('SELECT content_id AS id FROM za.attachment WHERE id = $1', [uuid(id)]);
    await storeOf(world.app, 'ZA', store).remove(kept?.id ?? '');
    const answer = await fetched(manager, id);
    expect([answer.statusCode, answer.payload.includes(kept?.id ?? '')]).toEqual([500, false]);
    expect(answer.json()).toMatchObject({ errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }] });
  });

  it('what is taken out keeps its bytes, for those who may put it back', async () => {
    const { caseId } = await world.newCase();
    const { id } = done(await attach(peer, caseId));
    expect((await sent(peer, id, pdfOf())).statusCode).toBe(204);
    const { version } = await shown(manager, id);
    const input = { attachmentId: id, expectedVersion: version, reason: 'Another’s.' };
    const out = done(await voiding(manager, 'voidAttachment', input));
    await sweepLater();
    const supervisor = await world.as('supervisor', 'za');
    const back = { id: out.id, expectedVersion: out.version, reason: 'It was right.' };
    done(await voiding(supervisor, 'restoreRecord', back));
    expect((await fetched(manager, id)).rawPayload).toEqual(pdfOf());
  });

  it('the bytes of a draft go with it', async () => {
    const draft = await register(peer, { draft: true });
    const { id } = done(await attach(peer, draft.id));
    await sweepLater();
    const before = await contents();
    expect((await sent(peer, id, pdfOf())).statusCode).toBe(204);
    expect(await contents()).toBe(before + 1);
    done(await erasure(peer, 'discardCase', { caseId: draft.id, expectedVersion: draft.version }));
    expect((await fetched(manager, id)).statusCode).toBe(404);
    await sweepLater();
    expect(await contents()).toBe(before);
  });
});
