/** What the region did itself, in its own place: trainings of its secretariat, its lobby and what it published. */
import type { Client } from 'pg';
import type { AdminAddress } from '../src/base/config';
import { REGION, REGION_ORGANISATION } from '../src/base/countries';
import { asOwner, inTransaction, quote } from '../src/database/connect';
import { schemaOf } from '../src/database/roles';
import { AdvocacyActivity, AdvocacyStageReached } from '../src/domain/advocacy/advocacy-activity.entity';
import { KnowledgeProduct } from '../src/domain/knowledge/knowledge-product.entity';
import { Training, TrainingParticipation } from '../src/domain/training/training.entity';
import type { ThingRecord } from '../src/model/record';
import { thingOf, type Constructor } from '../src/model/thing';
import { deriveSearchTexts } from '../src/writing/search-texts';
import { made, type Row } from './demo/batch';
import { day, DAY, END } from './demo/calendar';
import { Random } from './demo/random';
import { regionalAdvocacy, regionalProducts, regionalTrainings } from './text/region';

/** Fills it, unless it was filled before. @param by account of whoever did it */
export const fillRegion = (admin: AdminAddress, by: string): Promise<void> =>
  asOwner(admin, schemaOf(REGION), (client) =>
    inTransaction(client, async () => {
      await client.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`seed ${REGION}`]);
      if ((await client.query('SELECT FROM training LIMIT 1')).rowCount !== 0) return;
      const random = new Random('what the region did');
      for (const [nth] of regionalTrainings.entries()) await addTraining(client, random, by, nth);
      for (const [nth] of regionalAdvocacy.entries()) await addAdvocacy(client, random, by, nth);
      for (const [nth] of regionalProducts.entries()) await addProduct(client, random, by, nth);
      await deriveSearchTexts(client);
    }),
  );

const steps = { PLANNED: 0, HELD: 2, REPORTED: 3 };

/** The last is to come, the one before was held of late, and so back over two years. */
async function addTraining(client: Client, random: Random, by: string, nth: number): Promise<void> {
  const told = regionalTrainings[nth] as (typeof regionalTrainings)[number];
  const toGo = regionalTrainings.length - 1 - nth;
  const at = toGo === 0 ? END + 40 * DAY : END - toGo * 85 * DAY;
  const status = toGo === 0 ? 'PLANNED' : toGo === 1 ? 'HELD' : 'REPORTED';
  const plannedAt = Math.min(at, END) - 60 * DAY;
  const training: Row<Training> = {
    organisationId: REGION_ORGANISATION,
    ...told,
    ...{ material: null, teachingMaterialId: null, interventionId: null },
    ...{ startOn: day(at), endOn: day(at + 3 * DAY), hours: 24, districtId: null, facilitators: 3 },
    ...{ status, statusReason: null, reportedById: status === 'REPORTED' ? by : null, voidedAt: null },
    ...made(random, plannedAt, by, steps[status], Math.min(at + 5 * DAY, END)),
  };
  await insert(client, Training, training);
  if (status !== 'REPORTED') return;
  for (const genderIdentity of ['WOMAN', 'MAN'] as const) {
    const participation: Row<TrainingParticipation> = {
      ...{ trainingId: training.id, genderIdentity, ageBand: 'AGE_25_34', audience: told.audience },
      ...{ enrolled: random.int(6, 14), completed: random.int(4, 6), preScore: 48, postScore: 74, voidedAt: null },
      ...{ newParticipants: null, repeatParticipants: null },
      ...made(random, at + 5 * DAY, by),
    };
    await insert(client, TrainingParticipation, participation);
  }
}

async function addAdvocacy(client: Client, random: Random, by: string, nth: number): Promise<void> {
  const told = regionalAdvocacy[nth] as (typeof regionalAdvocacy)[number];
  const began = END - (regionalAdvocacy.length - nth) * 110 * DAY;
  const activity: Row<AdvocacyActivity> = {
    organisationId: REGION_ORGANISATION,
    ...told,
    ...{ outcome: 'LTO3', stance: 'FOR', activityOn: day(began), evidenceCases: null, resultNote: null },
    interventionId: null,
    ...{ voidedReason: null, voidedAt: null },
    ...made(random, began, by),
  };
  await insert(client, AdvocacyActivity, activity);
  const reached: Row<AdvocacyStageReached> = {
    ...{ activityId: activity.id, stage: told.stage, reachedOn: day(began), resultNote: null },
    ...{ takenBackReason: null, voidedAt: null },
    ...made(random, began, by),
  };
  await insert(client, AdvocacyStageReached, reached);
}

async function addProduct(client: Client, random: Random, by: string, nth: number): Promise<void> {
  const told = regionalProducts[nth] as (typeof regionalProducts)[number];
  const at = END - (regionalProducts.length - nth) * 200 * DAY;
  const product: Row<KnowledgeProduct> = {
    organisationId: REGION_ORGANISATION,
    ...told,
    ...{ outcome: 'LTO3', language: 'ENGLISH', publishedOn: day(at), doi: null, voidedAt: null },
    ...made(random, at, by),
  };
  await insert(client, KnowledgeProduct, product);
}

async function insert<T extends ThingRecord>(client: Client, target: Constructor<T>, row: Row<T>): Promise<void> {
  const { table, attributes } = thingOf(target);
  const columns = [...attributes.values()];
  const values = columns.map(({ name }) => (row as Readonly<Record<string, unknown>>)[name]);
  await client.query(
    `INSERT INTO ${quote(table)} (${columns.map(({ column }) => quote(column)).join(', ')})
     VALUES (${values.map((_, at) => `$${at + 1}`).join(', ')})`,
    values,
  );
}
