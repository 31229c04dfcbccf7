/** Knowledge products: recorded, corrected, taken out. */
import { changing, making, type Changing } from '../../model/action-input';
import { action } from '../../writing/action';
import type { InputCheck } from '../../writing/input';
import { now, notTomorrow } from '../../writing/moments';
import type { Work } from '../../writing/work';
import { assertAll } from '../activity/activity.checks';
import { checkLink } from '../activity/activity.link';
import { organisationOfActivity } from '../activity/activity.organisation';
import { KnowledgeProduct } from './knowledge-product.entity';

type Told = Partial<Pick<KnowledgeProduct, 'url' | 'doi' | 'publishedOn'>>;

const assertTold = (work: Work, { url, doi, publishedOn }: Told): void =>
  assertAll((check) => {
    notTomorrow(check, publishedOn, work.day(), ['publishedOn']);
    checkLink(check, url, ['url']);
    checkDoi(check, doi);
  });

/** The form of the DOI Foundation: a prefix that begins with 10, a stroke, and what the publisher chose. */
function checkDoi(check: InputCheck, doi: string | null | undefined): void {
  if (!doi || /^10\.\d{4,9}(\.\d+)*\/[!-~]+$/.test(doi)) return;
  check.refuse(['doi'], {
    en: 'Give the identifier alone, such as 10.1000/182, without the address of a page in front.',
    pt: 'Indique só o identificador, como 10.1000/182, sem o endereço de uma página à frente.',
  });
}

action(
  {
    name: 'recordKnowledgeProduct',
    of: KnowledgeProduct,
    label: { en: 'record a knowledge product', pt: 'registar um produto de conhecimento' },
    description: 'Records something published from which others can learn.',
    input: making(KnowledgeProduct, { description: 'What recording a knowledge product takes.' }),
  },
  async (work, { id, values }) => {
    assertTold(work, values);
    const organisationId = await organisationOfActivity(work, values.organisationId);
    return work.insert(KnowledgeProduct, { ...values, id, organisationId });
  },
);

action(
  {
    name: 'updateKnowledgeProduct',
    of: KnowledgeProduct,
    label: { en: 'correct the knowledge product', pt: 'corrigir o produto de conhecimento' },
    description: 'Corrects what is recorded of a knowledge product.',
    input: changing(KnowledgeProduct, {
      description: 'What correcting a knowledge product takes; what is left out stays as it is.',
    }),
  },
  async (work, { id, expectedVersion, values }) => {
    assertTold(work, values);
    const product = await work.load(KnowledgeProduct, id, { expectedVersion });
    await work.update(KnowledgeProduct, product, values);
    return id;
  },
);

action(
  {
    name: 'voidKnowledgeProduct',
    of: KnowledgeProduct,
    label: {
      en: 'take the knowledge product out, as recorded in error',
      pt: 'retirar o produto, registado por engano',
    },
    description: 'Takes a knowledge product out of all lists and counts, since it was recorded in error.',
    input: changing(KnowledgeProduct, { description: 'What taking a knowledge product out takes.' }),
  },
  async (work, { id, expectedVersion }: Changing) => {
    const product = await work.load(KnowledgeProduct, id, { expectedVersion });
    await work.update(KnowledgeProduct, product, { voidedAt: now() });
    return id;
  },
);
