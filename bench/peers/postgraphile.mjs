// PostGraphile 5 on one country's schema, as its documentation sets it up, in production mode.
import { createServer } from 'node:http';
import { grafserv } from 'grafserv/node';
import postgraphile from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';

const preset = {
  extends: [PostGraphileAmberPreset],
  pgServices: [
    makePgService({ connectionString: process.env.BENCH_DATABASE, schemas: ['za'], poolConfig: { max: 8 } }),
  ],
  grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false },
  grafast: { explain: false },
};
const server = createServer();
server.on('error', (error) => process.stderr.write(`${error.stack}\n`));
const service = postgraphile.default ? postgraphile.default(preset) : postgraphile(preset);
await service.createServ(grafserv).addTo(server);
server.listen(Number(process.env.PORT), '127.0.0.1');
