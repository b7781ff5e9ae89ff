/**
 * npm run -s restore -- FILE [--replace]   puts a backup into an empty database; --replace removes what is there first.
 * All or nothing. The keys the backup was made under must be the present ones, or nothing in it opens.
 */
import { putBack } from './backup/put-back';
import { runProgram, WrongUsage } from './commands';
import { withStore } from './connect';

async function main(args: readonly string[]): Promise<number> {
  const replace = args.includes('--replace');
  const [file, ...more] = args.filter((arg) => arg !== '--replace');
  if (file === undefined || file.startsWith('-') || more.length > 0) throw new WrongUsage('');
  return withStore(async (store) => {
    const { tables, takenAt } = await putBack(store, file, { replace });
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    process.stdout.write(
      `恢复了 ${takenAt} 的备份：${tables.length} 个表，${rows} 行。请运行 npm run -s audit -- verify\n`,
    );
    return 0;
  });
}

runProgram(main, '用法：npm run -s restore -- 文件 [--replace]\n');
