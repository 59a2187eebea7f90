/** Runs jobs, at most so many at a time; the others wait their turn in order. */
export type InFlight = <Value>(job: () => Promise<Value>) => Promise<Value>;

/** A limit of `max` jobs at a time: what a killed process leaves half done is no more than that. */
export function createInFlight(max: number): InFlight {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (job) => {
    if (running >= max) {
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else {
      running += 1;
    }
    try {
      return await job();
    } finally {
      const next = waiting.shift();
      if (next === undefined) {
        running -= 1;
      } else {
        next(); // the place is handed on, so that nobody slips in between
      }
    }
  };
}
