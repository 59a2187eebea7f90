// Stands in for Teams' client around the tab: a page at Teams' own address that frames it and answers what teams-js asks.
// Which messages a client gets and how it answers is teams-js' protocol.
import type { Page } from 'playwright-core';

export type TeamsContext = {
  readonly theme: string;
  readonly teamId?: string;
  readonly channelId?: string;
  readonly subEntityId?: string;
  readonly frameContext?: string;
};

export type TeamsClient = {
  /** What the tab asked of Teams so far, by name. */
  asked(): Promise<readonly string[]>;
  /** Waits until it has asked for this too. */
  waitFor(name: string): Promise<void>;
  changeTheme(theme: string): Promise<void>;
  /** Presses "save" in the settings of a channel's tab, and gives what the tab wants to be. */
  saveSettings(): Promise<unknown>;
};

const TEAMS = 'https://teams.microsoft.com/frame';

/** Opens the tab inside a Teams that knows the person's token and context. */
export async function openInTeams(
  page: Page,
  tabUrl: string,
  about: { token: string; context: TeamsContext },
): Promise<TeamsClient> {
  // In production the tab's address is as public as Teams'; here it is this machine's.
  await page.context().grantPermissions(['local-network-access']);
  await page.route('https://teams.microsoft.com/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: clientPage(tabUrl, about) }),
  );
  await page.goto(TEAMS);
  return {
    asked: async () => await page.evaluate('window.asked'),
    waitFor: (name) => page.locator('#asked', { hasText: name }).waitFor({ state: 'attached' }),
    changeTheme: async (theme) => void (await page.evaluate(`window.tell('themeChange', [${JSON.stringify(theme)}])`)),
    saveSettings: async () => {
      await page.evaluate("window.tell('settings.save', [{}])");
      await page.locator('#asked', { hasText: 'settings.save.success' }).waitFor({ state: 'attached' });
      return await page.evaluate('window.saved');
    },
  };
}

function clientPage(
  tabUrl: string,
  { token, context }: { readonly token: string; readonly context: TeamsContext },
): string {
  const given = { hostName: 'Teams', entityId: 'ratkaisupolku', locale: 'fi-fi', ...context };
  const runtime = { apiVersion: 4, isLegacyTeams: false, hostVersionsInfo: {}, supports: { pages: { config: {} } } };
  return `<!doctype html><title>Teams</title><style>iframe { width: 100%; height: 90vh }</style>
<iframe name="tab" allow="local-network-access" src="${tabUrl}"></iframe>
<pre id="asked" hidden></pre>
<script>
window.asked = [];
const frame = document.querySelector('iframe').contentWindow;
const answers = {
  initialize: [${JSON.stringify(context.frameContext ?? 'content')}, 'web', ${JSON.stringify(JSON.stringify(runtime))}, '2.0.0'],
  getContext: [${JSON.stringify(given)}],
  'authentication.getAuthToken': [true, ${JSON.stringify(token)}],
};
window.tell = (func, args) => frame.postMessage({ func, args }, '*');
addEventListener('message', ({ data, source }) => {
  if (source !== frame || typeof data.func !== 'string') return;
  window.asked.push(data.func);
  document.querySelector('#asked').append(data.func + ' ');
  if (data.func === 'settings.setSettings') window.saved = data.args[0];
  frame.postMessage({ id: data.id, uuidAsString: data.uuidAsString, args: answers[data.func] ?? [true] }, '*');
});
</script>`;
}
