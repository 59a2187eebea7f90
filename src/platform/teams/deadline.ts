import { Fault } from '../../kernel/fault.ts';

/** What the work gives, or the Fault `code` when it takes longer. The work itself goes on; its late end is ignored. */
export async function within<Value>(ms: number, code: string, work: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Fault(code, { ms })), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
