export { createSqliteStore, type SqliteStoreOptions } from './sqlite-store.ts';
export { locateStore, type Location } from './default-location.ts';
