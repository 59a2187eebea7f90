import { createWorkspaceQueue } from '../../../src/platform/storage/workspace-queue.ts';

describe('the workspace queue', () => {
  it('lets the jobs of a key wait for each other, in order, and not those of another', async () => {
    const queue = createWorkspaceQueue();
    const log: string[] = [];
    const first = Promise.withResolvers<void>();
    const jobs = [
      queue.run('a', async () => {
        log.push('a1 begins');
        await first.promise;
        log.push('a1 ends');
      }),
      queue.run('a', () => Promise.resolve(log.push('a2'))),
      queue.run('b', () => Promise.resolve(log.push('b1'))),
    ];
    await jobs[2];
    expect(log).toEqual(['a1 begins', 'b1']);
    first.resolve();
    await Promise.all(jobs);
    expect(log).toEqual(['a1 begins', 'b1', 'a1 ends', 'a2']);
  });

  it('passes on results and failures, and a failure stops nobody else', async () => {
    const queue = createWorkspaceQueue();
    const failed = queue.run('a', () => Promise.reject(new Error('down')));
    const fine = queue.run('a', () => Promise.resolve(7));
    await expect(failed).rejects.toThrow('down');
    await expect(fine).resolves.toBe(7);
  });
});
