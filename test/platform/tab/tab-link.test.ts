import { createTabLink } from '../../../src/platform/tab/tab-link.ts';

const managed = { kind: 'UserAssignedMsi', botId: 'bot', tenantId: 'tenant' } as const;
const local = { kind: 'Local', botId: 'bot', issuer: 'http://127.0.0.1:4001' } as const;
const APP = '55555555-5555-4555-8555-555555555555';

describe('the way from a card to a page', () => {
  it('leads into Teams, where people are signed in already', () => {
    const link = createTabLink({ identity: managed, publicUrl: 'https://app.example.org', teamsAppId: APP });
    const url = new URL(link('tapaukset/2026-014') ?? '');
    expect(url.origin + url.pathname).toBe(`https://teams.microsoft.com/l/entity/${APP}/ratkaisupolku`);
    expect(JSON.parse(url.searchParams.get('context') ?? '')).toEqual({ subEntityId: 'tapaukset/2026-014' });
  });

  it("leads to the page itself on a developer's machine", () => {
    const link = createTabLink({ identity: local, publicUrl: 'http://127.0.0.1:3978', teamsAppId: null });
    expect(link('tapaukset/2026-014')).toBe('http://127.0.0.1:3978/tab/tapaukset/2026-014');
  });

  it('is not there while nobody has said where the tab is', () => {
    expect(createTabLink({ identity: local, publicUrl: null, teamsAppId: null })('tapaukset')).toBeNull();
    expect(
      createTabLink({ identity: managed, publicUrl: 'https://a.example', teamsAppId: null })('tapaukset'),
    ).toBeNull();
  });
});
