/** For TypeORM's command line, after a build: `npx typeorm -d dist/ormconfig.js migration:show`. */
import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { features } from './src/app/features.js';
import { dataSourceOptions } from './src/database/index.js';
import { loadConfig } from './src/shared/config.js';

export default new DataSource(await dataSourceOptions(loadConfig().databaseUrl, features.entities));
