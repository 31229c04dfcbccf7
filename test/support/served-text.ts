/** The schema as it is served, in print and in the order of its declarations: made once by a worker. */
import { printSchema } from 'graphql';
import { executableSchema } from '../../src/schema/served';

let text: string | undefined;

export const servedText = (): string => (text ??= printSchema(executableSchema()));
