export { createLocalFiles } from './local';
export { createS3Files, type S3Options } from './s3';
export { type FileStore, FileStoreError } from './store';
