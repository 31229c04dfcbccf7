/** What is taken, by its content; what is taken out of it; and what is refused, with what to do about it. */
import { ProblemError } from '../../../src/base/problem';
import type { AttachmentKind } from '../../../src/domain/casework/attachment/attachment.codes';
import { orientationOf } from '../../../src/domain/casework/attachment/content/exif';
import { recognise } from '../../../src/domain/casework/attachment/content/formats';
import { Source } from '../../../src/domain/casework/attachment/content/source';
import { amrOf, jpegOf, m4aOf, mp3Of, oggOf, packed, pdfOf, pngOf, TELLING, wavOf, webpOf } from './samples';

/** The file in parts of so many bytes: what is told may not depend on where a part ends. */
async function* parts(file: Buffer, length: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < file.length; at += length) {
    await Promise.resolve();
    yield file.subarray(at, at + length);
  }
}

async function clean(kind: AttachmentKind, file: Buffer, length = 7): Promise<{ type: string; bytes: Buffer }> {
  const { type, kept } = await recognise(new Source(parts(file, length)), kind);
  const found: Buffer[] = [];
  for await (const part of kept) found.push(Buffer.from(part));
  return { type, bytes: Buffer.concat(found) };
}

const refusal = async (kind: AttachmentKind, file: Buffer, length?: number): Promise<string | undefined> =>
  clean(kind, file, length).then(
    () => undefined,
    (error: unknown) => {
      if (error instanceof ProblemError) return error.problems[0]?.code;
      throw error;
    },
  );

const files: readonly (readonly [string, AttachmentKind, Buffer])[] = [
  ['JPEG', 'PHOTOGRAPH', jpegOf()],
  ['PNG', 'PHOTOGRAPH', pngOf()],
  ['WEBP', 'PHOTOGRAPH', webpOf()],
  ['WAV', 'AUDIO', wavOf()],
  ['M4A', 'AUDIO', m4aOf()],
  ['MP3', 'AUDIO', mp3Of()],
  ['OGG_OPUS', 'AUDIO', oggOf()],
  ['AMR', 'AUDIO', amrOf()],
  ['PDF', 'DOCUMENT', pdfOf(packed('7 0 << /Type /Page >>'))],
];

describe.each(files)('%s', (name, kind, file) => {
  it.each([1, 7, 64 * 1024])(
    'is told by its content, in parts of %i bytes, and tells nothing any more',
    async (length) => {
      const { type, bytes } = await clean(kind, file, length);
      expect(type).toBe(name);
      expect(bytes.includes(TELLING)).toBe(false);
      // What was cleaned is of its type still, and nothing is left to take out.
      expect(await clean(kind, bytes)).toEqual({ type, bytes });
    },
  );

  it('is refused where it is cut off', async () => {
    if (name === 'PDF') expect(await refusal(kind, file.subarray(0, file.length - 8))).toBe('CONTENT_DAMAGED');
    // Recordings that were stopped end anywhere.
    else if (name !== 'MP3' && name !== 'AMR')
      expect(await refusal(kind, file.subarray(0, Math.floor(file.length / 2)))).toBe('CONTENT_DAMAGED');
  });

  it('is no other kind', async () => {
    const other = kind === 'AUDIO' ? 'PHOTOGRAPH' : 'AUDIO';
    expect(await refusal(other, file)).toBe('CONTENT_TYPE_REFUSED');
  });
});

it.each([1, 3, 6, 8])('a photograph of orientation %i stays the right way up', async (orientation) => {
  const { bytes } = await clean('PHOTOGRAPH', jpegOf(orientation));
  const at = bytes.indexOf('Exif\0\0');
  expect(at === -1 ? 1 : orientationOf(bytes.subarray(at + 6))).toBe(orientation);
});

it('a WebP photograph stays the right way up, and as long as it was', async () => {
  const { bytes } = await clean('PHOTOGRAPH', webpOf());
  expect(orientationOf(bytes.subarray(bytes.indexOf('EXIF') + 8))).toBe(8);
  expect(bytes.length).toBe(webpOf().length - TELLING.length);
});

it.each([
  ['a page of the web', '<!doctype html><script>1</script>'],
  ['a drawing', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
  ['an office document', 'PK\x03\x04'],
  ['a program', '#!/bin/sh\n'],
  ['a document behind something else', `GIF89a${pdfOf().toString('latin1')}`],
])('refuses %s', async (_, content) => {
  expect(await refusal('DOCUMENT', Buffer.from(content, 'latin1'))).toBe('CONTENT_TYPE_REFUSED');
});

it('refuses nothing, and says that it is empty', async () => {
  expect(await refusal('DOCUMENT', Buffer.alloc(0))).toBe('CONTENT_EMPTY');
});

it.each(['heic', 'heix', 'mif1'])(
  'refuses a photograph of the brand %s, and says how to take others',
  async (brand) => {
    const file = Buffer.concat([Buffer.of(0, 0, 0, 24), Buffer.from(`ftyp${brand}\0\0\0\0mif1heic`, 'latin1')]);
    const refused = clean('PHOTOGRAPH', file);
    await expect(refused).rejects.toMatchObject({
      problems: [{ code: 'CONTENT_TYPE_REFUSED', text: { en: expect.stringMatching(/JPEG.*Most Compatible/) } }],
    });
  },
);

it('takes the recordings of telephones in 3GP', async () => {
  const file = m4aOf();
  file.write('3gp4', file.indexOf('M4A '), 'latin1');
  const { type, bytes } = await clean('AUDIO', file);
  expect([type, bytes.includes(TELLING)]).toEqual(['M4A', false]);
});

it('refuses film and tracks of places in the clothes of a recording', async () => {
  expect(await refusal('AUDIO', m4aOf('vide'))).toBe('CONTENT_TYPE_REFUSED');
  expect(await refusal('AUDIO', m4aOf('meta'))).toBe('CONTENT_TELLS_PLACE');
});

describe('a document', () => {
  const acting = '3 0 obj\n<< /S /JavaScript /JS (0) >>\nendobj\n';
  const address = '3 0 obj << /S /URI /URI (x:) >> endobj\n';
  it.each([
    ['acts', acting],
    ['acts under a name with an escape', acting.replace('/JavaScript', '/Java#53cript')],
    ['starts something', '3 0 obj << /S /Launch >> endobj\n'],
    ['sends what is filled in', '3 0 obj << /S /SubmitForm >> endobj\n'],
    ['holds files', '3 0 obj << /Names << /EmbeddedFiles 4 0 R >> >> endobj\n'],
    ['opens an address by itself', '3 0 obj << /OpenAction << /S /URI /URI (x:) >> >> endobj\n'],
    ['does so as another object says', `${address}4 0 obj << /OpenAction 3 0 R >> endobj\n`],
    ['does so as an object says that comes later', `4 0 obj << /OpenAction 3 0 R >> endobj\n${address}`],
    ['does so after a step in it', `3 0 obj << /OpenAction << /S /GoTo /D [1 0 R /Fit] /Next 3 0 R >> >> ${address}`],
    ['does so where a page is opened', '3 0 obj << /Type /Page /AA << /O << /S /URI /URI (x:) >> >> >> endobj\n'],
    ['does so under names with escapes', '3 0 obj << /Open#41ction << /S /#55RI /URI (x:) >> >> endobj\n'],
    ['does so far behind its name', `3 0 obj << /OpenAction${' '.repeat(700)}<< /S /URI /URI (x:) >> >> endobj\n`],
    ['does so where a part of it is packed', `${address}${packed('7 0 << /OpenAction 3 0 R >>').toString('latin1')}`],
    ['prints itself', '3 0 obj << /OpenAction << /S /Named /N /Print >> >> endobj\n'],
    ['has parts elsewhere', '3 0 obj << /F << /FS /URL /F (x:) >> >> endobj\n'],
    ['acts where it is packed', packed('7 0 << /S /JavaScript /JS (0) >>')],
    ['acts far inside of what is packed', packed(`${' '.repeat(100_000)}<< /S /JavaScript >>`)],
  ])('is refused that %s', async (_, object) => {
    for (const length of [1, 50, 64 * 1024])
      expect(await refusal('DOCUMENT', pdfOf(object), length)).toBe('CONTENT_ACTIVE');
  });

  it.each([
    ['opens at a page', '/OpenAction [1 0 R /XYZ null null 0]'],
    ['opens at a page by an action', '/OpenAction << /Type /Action /S /GoTo /D [1 0 R /Fit] >>'],
    ['opens at a page by its name', '/OpenAction << /D (page.1) /S /GoTo >>'],
    ['has nothing but a link to click on', ''],
  ])('is taken that %s, with a link to click on', async (_, opening) => {
    const object = `3 0 obj << ${opening} >> endobj\n4 0 obj << /Subtype /Link /A << /S /URI /URI (x:) >> >> endobj\n`;
    for (const length of [1, 50, 64 * 1024]) expect(await refusal('DOCUMENT', pdfOf(object), length)).toBeUndefined();
  });

  it('is taken that does nothing by itself but go to a page, as another object says', async () => {
    const object = '3 0 obj << /OpenAction 4 0 R >> endobj\n4 0 obj << /S /GoTo /D [1 0 R /Fit] >> endobj\n';
    expect(await refusal('DOCUMENT', pdfOf(object))).toBeUndefined();
  });

  it.each([
    ['has a password', 'trailer << /Encrypt 9 0 R >>\n'],
    ['is packed in a way that is not looked into', '3 0 obj << /Filter /ASCIIHexDecode >> endobj\n'],
    ['is packed twice', '3 0 obj << /Filter [/FlateDecode /FlateDecode] >> endobj\n'],
  ])('is refused that %s', async (_, object) => {
    expect(await refusal('DOCUMENT', pdfOf(object))).toBe('CONTENT_OPAQUE');
  });

  it('is refused with a photograph that has camera data', async () => {
    expect(await refusal('DOCUMENT', pdfOf('Exif\0\0MM\0*'))).toBe('CONTENT_TELLS_PLACE');
  });
});
