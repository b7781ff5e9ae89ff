import { createGzip } from 'node:zlib';
import type { PoolClient } from 'pg';
import type { Store } from '@/cloud/store/store';
import { type Out, writePrivately } from '../register/private-file';
import { FORMAT, type Head, type Manifest, summing, type TableSum } from './archive';
import { quoted, schemaVersion, tablesOf } from './tables';

const AT_ONCE = 1000;

/**
 * One consistent picture of every table, while the portal goes on. The file (mode 0600) appears when it is complete.
 * @returns its manifest
 */
export async function takeBackup({ pool }: Pick<Store, 'pool'>, file: string, now: Date): Promise<Manifest> {
  const client = await pool.connect();
  // a connection that breaks between two queries is noticed by the next one
  client.on('error', () => undefined);
  let done = false;
  try {
    await client.query('begin isolation level repeatable read read only');
    const head: Head = { format: FORMAT, schema: await schemaVersion(client), takenAt: now.toISOString() };
    let manifest: Manifest = { ...head, tables: [] };
    await writePrivately(
      file,
      async (out) => {
        await out.write(`#backup ${JSON.stringify(head)}\n`);
        const tables: TableSum[] = [];
        for (const name of await tablesOf(client)) tables.push(await writeTable(client, name, out));
        manifest = { ...head, tables };
        await out.write(`#manifest ${JSON.stringify(manifest)}\n`);
      },
      createGzip(),
    );
    await client.query('commit');
    done = true;
    return manifest;
  } finally {
    client.release(!done);
  }
}

async function writeTable(client: PoolClient, name: string, out: Out): Promise<TableSum> {
  process.stderr.write(`… ${name}\n`);
  await out.write(`#table ${name}\n`);
  const table = summing(name);
  await client.query(
    `declare rows no scroll cursor for select to_jsonb(t)::text as line from ${quoted(name)} t`,
  );
  for (;;) {
    const { rows } = await client.query<{ line: string }>(`fetch ${AT_ONCE} from rows`);
    const lines = rows.map(({ line }) => line);
    if (lines.length > 0) await out.write(`${lines.join('\n')}\n`);
    table.add(lines);
    if (lines.length < AT_ONCE) break;
  }
  await client.query('close rows');
  const sum = table.sum();
  await out.write(`#end ${JSON.stringify(sum)}\n`);
  return sum;
}
