/** Trainings, outreach, media, and the movement's own work: what adds up from month to month. */
import { raw, sql, type Sql } from '../../../base/sql';
import { ConductCheck } from '../../conduct/code-of-conduct.entity';
import { MediaPiece } from '../../media/media-piece.entity';
import { CapacityAssessment, CapacityScore } from '../../movement/capacity-assessment.entity';
import { LeaderRole } from '../../movement/leader-role.entity';
import { MemberAssociation } from '../../movement/member-association.entity';
import { OutreachActivity, OutreachReach } from '../../outreach/outreach-activity.entity';
import { Training, TrainingParticipation } from '../../training/training.entity';
import { ofPeople } from './cases';
import { counted, counting, every, itself, one, through, type Decides } from './counting';

const { ORGANISATION, PROVINCE, GENDER } = ofPeople;

export const participations = counting({
  kind: 'kept',
  name: 'participations',
  unit: 'PARTICIPATION',
  basis: 'ENDED',
  ofSurvivors: false,
  dimensions: { ...ofPeople, TOPIC: 'category', AUDIENCE: 'detail' },
  openBy: ['ORGANISATION', 'PROVINCE', 'GENDER', 'AGE_BAND', 'TOPIC', 'AUDIENCE'],
  measures: {
    enrolled: { en: 'Participations enrolled', pt: 'Participações inscritas' },
    completed: { en: 'Participations completed', pt: 'Participações concluídas' },
    new: { en: 'New participations', pt: 'Primeiras participações' },
  },
  decides: [itself(Training), through(TrainingParticipation, 'training_participation', 'training_id')],
  rows: (among) => sql`SELECT ${counted({
    root: raw('t.id'),
    day: raw('coalesce(t.end_on, t.start_on)'),
    columns: {
      organisation_id: raw('t.organisation_id'),
      province_id: raw('d.province_id'),
      gender: raw('n.gender_identity'),
      age_band: raw('n.age_band'),
      category: raw('t.topic'),
      detail: raw('n.audience'),
    },
    measures: [raw('coalesce(n.enrolled, 0)'), raw('coalesce(n.completed, 0)'), raw('coalesce(n.new_participants, 0)')],
  })}
    FROM training t JOIN training_participation n ON n.training_id = t.id AND n.voided_at IS NULL
    LEFT JOIN district d ON d.id = t.district_id
    WHERE ${among(raw('t.id'))} AND t.voided_at IS NULL AND t.status IN ('HELD', 'REPORTED', 'VERIFIED')`,
});

/** The region is told of people reached, but not which: there are few of some in one activity. */
export const outreach = counting({
  kind: 'kept',
  name: 'outreach',
  unit: 'PERSON',
  basis: 'HELD',
  ofSurvivors: false,
  dimensions: { ...ofPeople, MODALITY: 'category', REACH_KIND: 'detail' },
  openBy: ['ORGANISATION', 'PROVINCE', 'MODALITY', 'REACH_KIND'],
  measures: {
    people: { en: 'People reached', pt: 'Pessoas alcançadas' },
    new: { en: 'People reached for the first time', pt: 'Pessoas alcançadas pela primeira vez' },
    contacts: { en: 'Contacts', pt: 'Contactos' },
  },
  decides: [itself(OutreachActivity), through(OutreachReach, 'outreach_reach', 'activity_id')],
  rows: (among) => sql`SELECT ${counted({
    root: raw('o.id'),
    day: raw('o.held_on'),
    columns: {
      organisation_id: raw('o.organisation_id'),
      province_id: raw('d.province_id'),
      gender: raw('n.gender_identity'),
      age_band: raw('n.age_band'),
      category: raw('o.type'),
      detail: raw('n.kind'),
    },
    measures: [
      raw('n.people'),
      raw(`CASE WHEN n.kind = 'NEW' THEN n.people ELSE 0 END`),
      raw('coalesce(n.contacts, n.people)'),
    ],
  })}
    FROM outreach_activity o JOIN outreach_reach n ON n.activity_id = o.id AND n.voided_at IS NULL
    LEFT JOIN district d ON d.id = o.district_id
    WHERE ${among(raw('o.id'))} AND o.voided_at IS NULL AND o.status = 'HELD'`,
});

export const mediaPieces = counting({
  kind: 'kept',
  name: 'mediaPieces',
  unit: 'MEDIA_PIECE',
  basis: 'PUBLISHED',
  ofSurvivors: false,
  dimensions: { ORGANISATION, TONE: 'category', LEVEL: 'detail' },
  openBy: ['ORGANISATION', 'TONE', 'LEVEL'],
  measures: {
    all: { en: 'Media pieces tracked', pt: 'Peças acompanhadas' },
    supportive: { en: 'Supportive pieces', pt: 'Peças favoráveis' },
    byTrained: { en: 'Supportive pieces by trained journalists', pt: 'Peças favoráveis de jornalistas formados' },
  },
  decides: [itself(MediaPiece)],
  rows: (among) =>
    sql`SELECT ${counted({
      root: raw('p.id'),
      day: raw('p.published_on'),
      columns: { organisation_id: raw('p.organisation_id'), category: raw('p.tone'), detail: raw('p.level') },
      measures: [
        every,
        one(raw(`p.tone = 'SUPPORTIVE'`)),
        one(raw(`p.tone = 'SUPPORTIVE' AND p.trained_journalist = 'YES'`)),
      ],
    })} FROM media_piece p WHERE ${among(raw('p.id'))} AND p.voided_at IS NULL`,
});

/** Of a platform's association `a`. */
const ofAssociation = {
  organisation_id: raw('l.organisation_id'),
  province_id: raw('a.province_id'),
} as const;
const association = (id: Sql): Sql =>
  sql`JOIN member_association a ON a.id = ${id} AND a.voided_at IS NULL JOIN platform l ON l.id = a.platform_id`;

/** The province of what hangs on it is that of the association. */
const decidesOf = (table: string): Decides => ({
  of: MemberAssociation,
  roots: (ids) => sql`SELECT id FROM ${raw(table)} WHERE association_id = ANY(${ids})`,
});

export const conductItems = counting({
  kind: 'kept',
  name: 'conductItems',
  unit: 'CHECKED_ITEM',
  basis: 'DONE',
  ofSurvivors: false,
  dimensions: { ORGANISATION, PROVINCE },
  openBy: ['ORGANISATION', 'PROVINCE'],
  measures: {
    assessed: { en: 'Items checked', pt: 'Itens verificados' },
    met: { en: 'Items met', pt: 'Itens cumpridos' },
  },
  decides: [itself(ConductCheck), decidesOf('conduct_check')],
  rows: (among) =>
    sql`SELECT ${counted({
      root: raw('k.id'),
      day: raw('k.checked_on'),
      columns: ofAssociation,
      measures: [raw('k.items_total'), raw('k.items_met')],
    })} FROM conduct_check k ${association(raw('k.association_id'))} WHERE ${among(raw('k.id'))} AND k.voided_at IS NULL`,
});

/** Still in the office half a year after the training. */
export const trainedLeaders = counting({
  kind: 'kept',
  name: 'trainedLeaders',
  unit: 'PERSON',
  basis: 'ENDED',
  ofSurvivors: false,
  ofNamed: true,
  dimensions: { ORGANISATION, PROVINCE, GENDER },
  openBy: [],
  measures: {
    trained: { en: 'Leaders trained', pt: 'Líderes formados' },
    active: { en: 'Leaders still in office after six months', pt: 'Líderes ainda em funções após seis meses' },
  },
  decides: [itself(LeaderRole), decidesOf('leader_role')],
  rows: (among) => sql`SELECT ${counted({
    root: raw('r.id'),
    day: raw('r.trained_on'),
    columns: { ...ofAssociation, gender: raw('r.gender_identity') },
    measures: [every, one(raw(`r.held_until IS NULL OR r.held_until >= r.trained_on + interval '6 months'`))],
  })}
    FROM leader_role r ${association(raw('r.association_id'))}
    WHERE ${among(raw('r.id'))} AND r.voided_at IS NULL AND r.trained AND r.trained_on IS NOT NULL`,
});

/** The mean of an assessment's scores is held against that of the one before it: of one day, that recorded before. */
const scored = raw(`(SELECT s.id, s.association_id, s.assessed_on, s.created_at,
    (SELECT avg(x.score) FROM capacity_score x WHERE x.assessment_id = s.id AND x.voided_at IS NULL) AS score
  FROM capacity_assessment s WHERE s.voided_at IS NULL)`);

/** One that is taken out, or dated anew, decides what the others of its association are held against. */
const ofTheSame = raw(`SELECT s.id FROM capacity_assessment s WHERE s.association_id IN (
  SELECT o.association_id FROM capacity_assessment o`);

export const assessments = counting({
  kind: 'kept',
  name: 'assessments',
  unit: 'ASSESSMENT',
  basis: 'DONE',
  ofSurvivors: false,
  dimensions: { ORGANISATION, PROVINCE },
  openBy: ['ORGANISATION', 'PROVINCE'],
  measures: {
    compared: { en: 'Assessments with one before', pt: 'Avaliações com uma anterior' },
    improved: { en: 'Assessments above the one before', pt: 'Avaliações acima da anterior' },
  },
  decides: [
    decidesOf('capacity_assessment'),
    { of: CapacityAssessment, roots: (ids) => sql`${ofTheSame} WHERE o.id = ANY(${ids}))` },
    {
      of: CapacityScore,
      roots: (ids) => sql`${ofTheSame} JOIN capacity_score x ON x.assessment_id = o.id WHERE x.id = ANY(${ids}))`,
    },
  ],
  rows: (among) => sql`SELECT ${counted({
    root: raw('s.id'),
    day: raw('s.assessed_on'),
    columns: ofAssociation,
    measures: [every, one(raw('s.score > b.score'))],
  })}
    FROM ${scored} s ${association(raw('s.association_id'))}
    CROSS JOIN LATERAL (SELECT e.score FROM ${scored} e WHERE e.association_id = s.association_id
      AND (e.assessed_on, e.created_at, e.id) < (s.assessed_on, s.created_at, s.id) AND e.score IS NOT NULL
      ORDER BY e.assessed_on DESC, e.created_at DESC, e.id DESC LIMIT 1) b
    WHERE ${among(raw('s.id'))} AND s.score IS NOT NULL`,
});
