/** Pieces in the media: recorded, corrected, taken out. */
import { changing, making, type Changing } from '../../model/action-input';
import { action } from '../../writing/action';
import { now } from '../../writing/moments';
import { assertAll, standing } from '../activity/activity.checks';
import { organisationOfActivity } from '../activity/activity.organisation';
import { checkPiece } from './media-piece.checks';
import { MediaPiece } from './media-piece.entity';

action(
  {
    name: 'recordMediaPiece',
    of: MediaPiece,
    label: { en: 'record a media piece', pt: 'registar uma peça na comunicação social' },
    description: 'Records a piece in the media about sex workers.',
    input: making(MediaPiece, { description: 'What recording a media piece takes.' }),
  },
  async (work, { id, values }) => {
    assertAll((check) => checkPiece(check, values, work.day()));
    const organisationId = await organisationOfActivity(work, values.organisationId);
    return work.insert(MediaPiece, { ...values, id, organisationId });
  },
);

action(
  {
    name: 'updateMediaPiece',
    of: MediaPiece,
    label: { en: 'correct the media piece', pt: 'corrigir a peça na comunicação social' },
    description: 'Corrects what is recorded of a media piece.',
    input: changing(MediaPiece, {
      description: 'What correcting a media piece takes; what is left out stays as it is.',
    }),
  },
  async (work, { id, expectedVersion, values }) => {
    const piece = await work.load(MediaPiece, id, { expectedVersion });
    assertAll((check) => checkPiece(check, standing(piece, values), work.day(), true));
    await work.update(MediaPiece, piece, values);
    return id;
  },
);

action(
  {
    name: 'voidMediaPiece',
    of: MediaPiece,
    label: { en: 'take the media piece out, as recorded in error', pt: 'retirar a peça, registada por engano' },
    description: 'Takes a media piece out of all lists and counts, since it was recorded in error.',
    input: changing(MediaPiece, { description: 'What taking a media piece out takes.' }),
  },
  async (work, { id, expectedVersion }: Changing) => {
    const piece = await work.load(MediaPiece, id, { expectedVersion });
    await work.update(MediaPiece, piece, { voidedAt: now() });
    return id;
  },
);
