// Teams' mobile app around the page, as far as the page can tell: it answers what teams-js asks, at once.
import { GENERAL } from '../../support/bot-client.ts';

/** A script for the page that must run before its own: from then on teams-js finds Teams, which knows the token. */
export function teamsClient(token: string): string {
  const context = { theme: 'default', locale: 'fi-fi', entityId: 'tab', teamId: GENERAL, hostClientType: 'android' };
  const runtime = { apiVersion: 4, hostVersionsInfo: {}, isLegacyTeams: false, supports: { pages: {} } };
  const answers = {
    initialize: ['content', 'android', JSON.stringify(runtime), '2.58.0'],
    getContext: [context],
    'authentication.getAuthToken': [true, token],
  };
  return `{
    const answers = ${JSON.stringify(answers)};
    window.nativeInterface = {
      framelessPostMessage(text) {
        const { id, uuidAsString, func } = JSON.parse(text);
        if (func in answers) {
          setTimeout(() => window.onNativeMessage({ data: { id, uuidAsString, args: answers[func] } }));
        }
      },
    };
  }`;
}
