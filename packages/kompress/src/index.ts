export type { KompressModel, KompressOptions } from './kompress-options.ts';
