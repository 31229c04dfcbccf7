/** Publishes whatever is due in a database, as a running instance does it by itself. */
import { pino } from 'pino';
import { loadConfig } from '../../src/base/config';
import { REGION } from '../../src/base/countries';
import { composeApp } from '../../src/compose';
import { allSweeps, sweepOnce } from '../../src/writing/sweep';
import type { Make } from './database';

export const publish: Make = async ({ env }) => {
  const { app, close } = await composeApp(loadConfig(env), pino({ level: 'silent' }));
  const publishing = allSweeps.get('publishIndicators');
  try {
    for (const country of app.countries.all())
      while (publishing && country.code !== REGION && (await sweepOnce(app, country, publishing)));
  } finally {
    await close();
  }
};
