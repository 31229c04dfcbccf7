/** Photographs, recordings and papers of cases, with contents that are as small as their types allow; none of them shows anybody. */
import type { Case } from '../../src/domain/casework/case/case.entity';
import { Consent } from '../../src/domain/casework/consent/consent.entity';
import type { AttachmentKind, AttachmentType } from '../../src/domain/casework/attachment/attachment.codes';
import { Attachment, AttachmentContent } from '../../src/domain/casework/attachment/attachment.entity';
import { createHash } from 'node:crypto';
import { made, type Row } from './batch';
import { day, DAY, END, instant } from './calendar';
import type { Cast } from './case-cast';
import type { Timeline } from './case-timeline';
import type { Story } from './story';

const text = (value: string): Buffer => Buffer.from(value, 'latin1');

const page = `%PDF-1.4
1 0 obj
<< /Type /Catalog /Pages 2 0 R >>
endobj
2 0 obj
<< /Type /Pages /Kids [3 0 R] /Count 1 >>
endobj
3 0 obj
<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>
endobj
trailer
<< /Root 1 0 R /Size 4 >>
%%EOF
`;
/** An empty page, a grey dot, and a fifth of a second of silence. */
const contents: Readonly<Record<'PDF' | 'PNG' | 'AMR', Buffer>> = {
  PDF: text(page),
  PNG: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
    'base64',
  ),
  AMR: Buffer.concat([text('#!AMR\n'), ...Array.from({ length: 10 }, () => Buffer.of(0x7c))]),
};
type Small = keyof typeof contents & AttachmentType;

const papers: readonly (readonly [AttachmentKind, Small])[] = [
  ['DOCUMENT', 'PDF'],
  ['MEDICO_LEGAL_FORM', 'PDF'],
  ['DOCUMENT', 'PNG'],
];
const personal: readonly (readonly [AttachmentKind, Small])[] = [
  ['PHOTOGRAPH', 'PNG'],
  ['AUDIO', 'AMR'],
];

const captions: Readonly<Record<AttachmentKind, Readonly<Record<'en' | 'pt', string>>>> = {
  PHOTOGRAPH: { en: 'Bruises on the left arm.', pt: 'Hematomas no braço esquerdo.' },
  AUDIO: { en: 'What was said at the counter of the station.', pt: 'O que foi dito ao balcão da esquadra.' },
  DOCUMENT: { en: 'Sworn statement, signed.', pt: 'Declaração sob juramento, assinada.' },
  MEDICO_LEGAL_FORM: { en: 'Form filled in at the clinic.', pt: 'Formulário preenchido na clínica.' },
};

/** Where identities are kept: of some cases that are worked on, each kind in its turn. */
export function addAttachments(story: Story, { owner }: Cast, row: Row<Case>, { at }: Timeline): void {
  const when = at.registered;
  if (!story.world.country.identityVault || when === undefined || story.count('attachable') % 6 !== 0) return;
  const random = story.apart('attachments');
  const agreed = story.batch
    .of(Consent)
    .some(
      ({ survivorId, purpose, decision }) =>
        survivorId === row.survivorId && purpose === 'PHOTO_AUDIO' && decision === 'GIVEN',
    );
  const kinds = agreed && row.survivorId ? [...personal, ...papers] : papers;
  const [kind, type] = kinds[story.count(agreed ? 'personal' : 'papers') % kinds.length] as (typeof papers)[number];
  const contentId = random.id(when);
  const storedAt = Math.min(when + DAY, END);
  const bytes = contents[type];
  const { id: attachmentId } = story.batch.add(Attachment, {
    caseId: row.id,
    kind,
    takenOn: day(when),
    status: 'STORED',
    mediaType: type,
    size: bytes.length,
    storedAt: instant(storedAt),
    contentId,
    voidedAt: null,
    ...made(random, when, owner.id, 1, storedAt),
  });
  const { defaultLocale } = story.world.country;
  story.batch.add(AttachmentContent, {
    caseId: row.id,
    attachmentId,
    dataKeyId: row.dataKeyId,
    caption: captions[kind][defaultLocale === 'pt' ? 'pt' : 'en'],
    digest: createHash('sha256').update(bytes).digest('hex'),
    voidedAt: null,
    ...made(random, when, owner.id, 1, storedAt),
  });
  story.batch.contents.push({ id: contentId, attachmentId, dataKeyId: row.dataKeyId, at: instant(storedAt), bytes });
}
