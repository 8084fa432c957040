import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventStoreContract, reopenable } from '../contract-suite';
import { openSqliteStore } from './sqlite-store';

const directory = mkdtempSync(join(tmpdir(), 'event-store-'));
afterAll(() => rmSync(directory, { recursive: true }));

eventStoreContract('SQLite', () => reopenable(() => openSqliteStore({ directory })));
