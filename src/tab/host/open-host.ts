import type { TabSettings } from '../../platform/tab/contract.ts';
import { browserHost } from './browser-host.ts';
import type { Host } from './host.ts';
import { showThemeOfAddress } from './theme.ts';

/** Whether a client of Teams shows the page: in a frame, or as the view of its mobile app. */
export function isInsideTeams(): boolean {
  return window.parent !== window || 'nativeInterface' in window;
}

/**
 * The host that the page runs in. Rejects when the frame around it is no Teams. Only a plain browser needs the settings
 * of the server: inside Teams nobody waits for them.
 */
export async function openHost(askSettings: () => Promise<TabSettings>): Promise<Host> {
  showThemeOfAddress();
  if (!isInsideTeams()) {
    return browserHost(await askSettings());
  }
  const { teamsHost } = await import('./teams-host.ts');
  return await teamsHost();
}
