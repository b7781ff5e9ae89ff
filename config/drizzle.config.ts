/** `npm run migration`: a new SQL file in src/cloud/store/migrations from what changed in the schema. */
import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: './src/cloud/store/schema.ts',
  out: './src/cloud/store/migrations',
});
