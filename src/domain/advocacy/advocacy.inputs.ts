/** What the mutations of advocacy take. */
import { Changing, Input, inputOf, Making } from '../../model/input';
import { AdvocacyActivity } from './advocacy-activity.entity';

@Input('What recording an advocacy activity takes. Without a stage it is on the agenda.')
export class RecordAdvocacyActivityInput extends inputOf(AdvocacyActivity, {
  required: ['title', 'kind', 'level', 'outcome', 'target', 'ask', 'activityOn'],
  optional: ['organisationId', 'stage', 'evidenceCases', 'resultNote'],
  base: Making,
}) {}

@Input('What advancing an advocacy activity to another stage takes.')
export class AdvanceAdvocacyActivityInput extends inputOf(AdvocacyActivity, {
  required: ['stage'],
  optional: ['evidenceCases', 'resultNote'],
  base: Changing,
}) {}
