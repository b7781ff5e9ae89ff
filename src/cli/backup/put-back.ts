import type { PoolClient } from 'pg';
import type { Store } from '@/cloud/store/store';
import { Refused } from '../register/refused';
import { type Head, type Manifest, readArchive } from './archive';
import { columnsOf, numberOn, quoted, schemaVersion, tablesOf } from './tables';

/** Rows of one statement. */
const AT_ONCE = 500;

export interface PutBackOptions {
  /** what the database holds is removed first; without it the database must be empty */
  readonly replace: boolean;
}

/**
 * Puts a backup into the database, all of it or nothing, in one transaction.
 * @throws Refused when the file is no whole backup, belongs to other tables, or the database is not empty
 */
export async function putBack(
  { pool }: Pick<Store, 'pool'>,
  file: string,
  { replace }: PutBackOptions,
): Promise<Manifest> {
  const client = await pool.connect();
  client.on('error', () => undefined);
  try {
    await client.query('begin');
    const tables = await tablesOf(client);
    const manifest = await load(client, file, tables, replace);
    await client.query('commit');
    client.release();
    return manifest;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

async function load(
  client: PoolClient,
  file: string,
  tables: readonly string[],
  replace: boolean,
): Promise<Manifest> {
  let current = '';
  let columns: readonly string[] = [];
  let waiting: string[] = [];
  const insert = async (least: number) => {
    while (waiting.length >= least && waiting.length > 0) {
      const lines = waiting.splice(0, AT_ONCE);
      const name = quoted(current);
      await client.query(
        `insert into ${name} (${columns.join(', ')}) overriding system value
         select ${columns.map((column) => `r.${column}`).join(', ')}
         from unnest($1::text[]) as line, jsonb_populate_record(null::${name}, line::jsonb) r`,
        [lines],
      );
    }
  };
  for await (const part of readArchive(file)) {
    switch (part.kind) {
      case 'head':
        await prepare(client, part.head, tables, replace);
        break;
      case 'table':
        if (!tables.includes(part.name)) throw new Refused(`数据库里没有表 ${part.name}`);
        current = part.name;
        columns = (await columnsOf(client, current)).map(quoted);
        process.stderr.write(`… ${current}\n`);
        break;
      case 'rows':
        waiting = waiting.concat(part.lines);
        await insert(AT_ONCE);
        break;
      case 'end':
        await insert(1);
        break;
      case 'manifest':
        await numberOn(client);
        return part.manifest;
    }
  }
  throw new Refused('备份里没有清单');
}

async function prepare(
  client: PoolClient,
  { schema }: Head,
  tables: readonly string[],
  replace: boolean,
): Promise<void> {
  if (schema !== (await schemaVersion(client)))
    throw new Refused(
      '备份里的表和现在程序的不是同一版：请用做备份时的程序恢复到一个新的数据库，再用现在的程序启动，它会自己升级',
    );
  const names = tables.map(quoted);
  // nobody writes between the look and the load
  await client.query(`lock table ${names.join(', ')} in access exclusive mode`);
  if (replace) {
    await client.query(`truncate ${names.join(', ')}`);
    return;
  }
  for (const name of names) {
    const { rows } = await client.query(`select 1 from ${name} limit 1`);
    if (rows.length > 0)
      throw new Refused(
        `数据库不是空的（${name.replaceAll('"', '')} 里有内容）：换一个空的数据库；要用备份换掉现在的内容，加 --replace`,
      );
  }
}
