import { beforeAll } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { empty, logIn, onEachServer } from '../support/neo4j/servers.ts';
import { storeContract } from './contract.ts';

onEachServer((server) => {
  beforeAll(() => logIn(server));
  storeContract('Neo4j', async () => {
    await empty(server);
    return { open: () => openStore(server.uri), remove: () => empty(server) };
  });
});
