export default function teardown(): void {
  globalThis.endTestPostgres?.();
}
