/** Code lists of attachments: what each is, of which type, and whether its content has come. */
import { codeList, type CodeOf } from '../../../model/codelist';

const source = 'Hands Off';

export const AttachmentKind = codeList(
  'AttachmentKind',
  { en: 'What an attachment is.', pt: 'O que é um anexo.' },
  {
    DOCUMENT: { en: 'Document', pt: 'Documento', source: 'Primero', sourceCode: 'documents' },
    MEDICO_LEGAL_FORM: {
      en: 'Medico-legal form',
      pt: 'Formulário médico-legal',
      description: {
        en: 'What a health worker recorded for the police or a court, such as a J88 or a police medical form.',
        pt: 'O que um profissional de saúde registou para a polícia ou o tribunal, como um auto de exame médico-legal.',
      },
      source,
    },
    PHOTOGRAPH: { en: 'Photograph', pt: 'Fotografia', source: 'Primero', sourceCode: 'photos' },
    AUDIO: { en: 'Audio recording', pt: 'Gravação de áudio', source: 'Primero', sourceCode: 'recorded_audio' },
  },
);
export type AttachmentKind = CodeOf<typeof AttachmentKind>;

export const AttachmentType = codeList(
  'AttachmentType',
  { en: 'Type of a file, told by what is in it.', pt: 'Tipo de um ficheiro, conforme o seu conteúdo.' },
  {
    JPEG: { en: 'JPEG image', pt: 'Imagem JPEG', source: 'IANA', sourceCode: 'image/jpeg' },
    PNG: { en: 'PNG image', pt: 'Imagem PNG', source: 'IANA', sourceCode: 'image/png' },
    WEBP: { en: 'WebP image', pt: 'Imagem WebP', source: 'IANA', sourceCode: 'image/webp' },
    MP3: { en: 'MP3 audio', pt: 'Áudio MP3', source: 'IANA', sourceCode: 'audio/mpeg' },
    M4A: { en: 'M4A audio', pt: 'Áudio M4A', source: 'IANA', sourceCode: 'audio/mp4' },
    OGG_OPUS: { en: 'Opus audio (Ogg)', pt: 'Áudio Opus (Ogg)', source: 'IANA', sourceCode: 'audio/ogg' },
    WAV: { en: 'WAV audio', pt: 'Áudio WAV', source: 'IANA', sourceCode: 'audio/vnd.wave' },
    AMR: { en: 'AMR audio', pt: 'Áudio AMR', source: 'IANA', sourceCode: 'audio/AMR' },
    PDF: { en: 'PDF document', pt: 'Documento PDF', source: 'IANA', sourceCode: 'application/pdf' },
  },
);
export type AttachmentType = CodeOf<typeof AttachmentType>;

export const AttachmentStatus = codeList(
  'AttachmentStatus',
  { en: 'Whether the content of an attachment is here.', pt: 'Se o conteúdo de um anexo já está aqui.' },
  {
    AWAITING_CONTENT: {
      en: 'Awaiting content',
      pt: 'À espera do conteúdo',
      description: {
        en: 'The content is still to be sent; after a day without it the attachment is removed.',
        pt: 'O conteúdo ainda está por enviar; passado um dia sem ele, o anexo é removido.',
      },
      source,
    },
    STORED: { en: 'Stored', pt: 'Guardado', source },
  },
);
export type AttachmentStatus = CodeOf<typeof AttachmentStatus>;

/** A face and a voice are the survivor's to give. */
export const personal: readonly AttachmentKind[] = ['PHOTOGRAPH', 'AUDIO'];
