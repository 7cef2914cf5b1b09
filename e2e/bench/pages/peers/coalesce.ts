// Runs again for what came while it ran, and only once for all of it.

export function coalesce(action: () => Promise<void>): () => void {
  let running = false;
  let again = false;
  async function run(): Promise<void> {
    running = true;
    do {
      again = false;
      await action();
    } while (again);
    running = false;
  }
  return () => {
    again = true;
    if (!running) void run();
  };
}
