import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { openTestWorld } from '../e2e/support/test-world.ts';

// Whole programs start here, on a machine that may be busy with other tests.
jest.setTimeout(120_000);

it('the app as one file starts and is ready', async () => {
  execFileSync('npm', ['run', '--silent', 'build:app']);
  await using world = await openTestWorld({ appProgram: join(process.cwd(), 'dist/index.cjs') });
  expect((await fetch(`${world.appUrl}/readyz`)).status).toBe(200);
  const unsigned = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"type":"message"}' };
  expect([400, 401, 403]).toContain((await fetch(`${world.appUrl}/api/messages`, unsigned)).status);
});
