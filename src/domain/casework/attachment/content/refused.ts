/** What is wrong with a content that was sent. */
import { problem, type ProblemError } from '../../../../base/problem';

/** It is of a type that is taken, and damaged, cut off, or not made as its type says. */
export const damaged = (): ProblemError =>
  problem(
    'CONTENT_DAMAGED',
    'The file is damaged or incomplete. Open it to see whether it is whole, save it anew, and send it again.',
    'O ficheiro está danificado ou incompleto. Abra-o para ver se está inteiro, guarde-o de novo e volte a enviá-lo.',
  );

export const empty = (): ProblemError =>
  problem(
    'CONTENT_EMPTY',
    'The file is empty: nothing arrived. Open it to see whether there is something in it, and send it again.',
    'O ficheiro está vazio: nada chegou. Abra-o para ver se contém alguma coisa e volte a enviá-lo.',
  );

export const tooLarge = (maximum: number): ProblemError =>
  problem(
    'CONTENT_TOO_LARGE',
    `The file is too large: at most ${maximum} bytes are taken. Save it smaller, or send it in parts.`,
    `O ficheiro é demasiado grande: são aceites no máximo ${maximum} bytes. Guarde-o mais pequeno, ou envie-o em partes.`,
  );

export const notTaken = (): ProblemError =>
  problem(
    'CONTENT_TYPE_REFUSED',
    'A file of this type is not taken here. Send a photograph as JPEG, PNG or WebP; a recording as MP3, M4A, Opus, WAV or AMR; anything else as PDF, or as a photograph of the paper.',
    'Um ficheiro deste tipo não é aceite aqui. Envie uma fotografia em JPEG, PNG ou WebP; uma gravação em MP3, M4A, Opus, WAV ou AMR; qualquer outra coisa em PDF, ou como fotografia do papel.',
  );

/** What is in it, camera data above all, cannot be taken out here. */
export const heic = (): ProblemError =>
  problem(
    'CONTENT_TYPE_REFUSED',
    'A photograph in the format HEIC, as Apple telephones take it, is not taken here. Export it as JPEG and send that; for the next ones choose “Most Compatible” in the phone’s settings, under Camera, Formats.',
    'Uma fotografia no formato HEIC, como a dos telefones Apple, não é aceite aqui. Exporte-a em JPEG e envie essa; para as próximas escolha «Mais compatível» nas definições do telefone, em Câmara, Formatos.',
  );

/** It does something when it is opened, or holds other files. */
export const active = (): ProblemError =>
  problem(
    'CONTENT_ACTIVE',
    'The document holds scripts, forms that send, other files, or something that it does by itself when it is opened, which could harm whoever opens it. Print it to a new PDF, and send that.',
    'O documento contém programas, formulários que enviam, outros ficheiros ou algo que faz por si ao ser aberto, o que pode prejudicar quem o abre. Imprima-o para um novo PDF e envie esse.',
  );

/** It cannot be seen what is in it. */
export const opaque = (): ProblemError =>
  problem(
    'CONTENT_OPAQUE',
    'It cannot be seen what is in the document: it is protected by a password, or packed in an unusual way. Open it, print it to a new PDF without a password, and send that.',
    'Não se pode ver o que está no documento: está protegido por palavra-passe ou comprimido de forma invulgar. Abra-o, imprima-o para um novo PDF sem palavra-passe e envie esse.',
  );

/** It tells where it was made in a part that cannot be taken out. */
export const telling = (): ProblemError =>
  problem(
    'CONTENT_TELLS_PLACE',
    'The file may tell where and with what it was made, in a part that cannot be taken out here. Save or export it without location data, and send that.',
    'O ficheiro pode dizer onde e com que foi feito, numa parte que aqui não se pode retirar. Guarde-o ou exporte-o sem dados de localização e envie esse.',
  );
