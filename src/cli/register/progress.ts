/** A line on standard error every so many rows. */
export function progress(what: string, every = 10_000): (count: number) => void {
  let next = every;
  return (count) => {
    if (count < next) return;
    process.stderr.write(`… ${what} ${count} 行\n`);
    next += every;
  };
}
