// Inside Teams: the client says who, where and in which theme. Loaded only there, so that nobody else pays for it.
import { app, authentication, FrameContexts, pages } from '@microsoft/teams-js';
import type { Host, OfferedPage, SharedView } from './host.ts';
import { showTheme, themeOfTeams } from './theme.ts';

// Only these may frame the page and answer it; the policy of the server says the same.
const TEAMS_ORIGINS = ['https://teams.microsoft.com', 'https://*.teams.microsoft.com', 'https://*.cloud.microsoft'];

/** The host of a page that Teams frames. Rejects when no Teams answers. */
export async function teamsHost(): Promise<Host> {
  await app.initialize(TEAMS_ORIGINS);
  app.notifyAppLoaded();
  const context = await app.getContext();
  showTheme(themeOfTeams(context.app.theme));
  app.registerOnThemeChangeHandler((theme) => showTheme(themeOfTeams(theme)));
  return {
    kind: 'teams',
    place: {
      team: context.team?.internalId ?? null,
      channel: context.channel?.id ?? null,
      subPage: context.page.subPageId ?? null,
    },
    token: askForToken,
    signIn: null,
    share,
    offerAsTab: context.page.frameContext === FrameContexts.settings ? offerAsTab : null,
    ready: () => {
      void app.notifySuccess();
    },
    failed: () => app.notifyFailure({ reason: app.FailedReason.Other }),
  };
}

// Refused or cancelled, the person is asked to try again.
async function askForToken(): Promise<string | null> {
  try {
    return await authentication.getAuthToken();
  } catch {
    return null;
  }
}

// What is offered last is what saving the settings makes the channel's tab.
function offerAsTab({ url, name }: OfferedPage): void {
  pages.config.registerOnSaveHandler((event) => {
    const settings = { contentUrl: url, websiteUrl: url, entityId: url, suggestedDisplayName: name };
    pages.config.setConfig(settings).then(
      () => event.notifySuccess(),
      () => event.notifyFailure(),
    );
  });
  pages.config.setValidityState(true);
}

// Teams shows its own dialog with the link.
function share({ address, title }: SharedView): Promise<'shown'> {
  pages.shareDeepLink({ subPageId: address, subPageLabel: title });
  return Promise.resolve('shown');
}
