/**
 * Every table of the house. Columns that end in `_enc` are sealed field by field (field-cipher.ts) and bound to
 * their row's `id`; columns that end in `_hash` are keyed blind indexes. Nothing personal stands in the clear.
 * Keys are chosen so that every table can be sharded by its first key column; indexes are btree only.
 */
export * from './schema/accounts';
export * from './schema/cases';
export * from './schema/code';
export * from './schema/exports';
export * from './schema/files';
export * from './schema/hands';
export * from './schema/jobs';
export * from './schema/jobs-import';
export * from './schema/looks';
export * from './schema/messages';
export * from './schema/news';
export * from './schema/postings';
export * from './schema/posts';
export * from './schema/register';
export * from './schema/resident';
export * from './schema/training';
export * from './schema/visits';
export * from './schema/work';
