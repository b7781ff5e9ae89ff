/** npm run -s backup -- FILE   every table as it stands at one moment; docs/operations.md says how often and where to. */
import { takeBackup } from './backup/take';
import { runProgram, WrongUsage } from './commands';
import { withStore } from './connect';

async function main(args: readonly string[]): Promise<number> {
  const [file, ...more] = args;
  if (file === undefined || file.startsWith('-') || more.length > 0) throw new WrongUsage('');
  return withStore(async (store) => {
    const { tables } = await takeBackup(store, file, new Date());
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    process.stdout.write(`${file}：${tables.length} 个表，${rows} 行。密钥不在备份里，请另外保存。\n`);
    return 0;
  });
}

runProgram(main, '用法：npm run -s backup -- 文件\n');
