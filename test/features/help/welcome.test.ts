import type { TeamEvent } from '../../../src/platform/teams/bot.ts';
import type { DeliveryKind } from '../../../src/platform/delivery/delivery.ts';
import { lintCard } from '../../support/card-linter.ts';
import { GENERAL, PIRKANMAA, says, TUESDAY, WORKSPACE } from '../cases/case-world.ts';
import { knownTeam, openHelpWorld, type HelpWorld } from './help-world.ts';

const INSTALLED: TeamEvent = { kind: 'installed', workspace: WORKSPACE, channelId: GENERAL, now: TUESDAY };

function greetingOf({ feature }: HelpWorld): DeliveryKind {
  const [kind] = feature.deliveries;
  if (kind === undefined) {
    throw new Error('no kind of delivery');
  }
  return kind;
}

describe('the greeting', () => {
  it('is promised when the bot comes to a team', async () => {
    const world = await openHelpWorld();
    await world.feature.onTeamEvent(INSTALLED);
    expect(await world.greetings()).toMatchObject([{ kind: 'help/welcome', state: 'pending', due: 'now' }]);
  });

  it('is promised once, however often Teams tells of the installation', async () => {
    const world = await openHelpWorld();
    await world.feature.onTeamEvent(INSTALLED);
    await world.feature.onTeamEvent(INSTALLED);
    await Promise.all([world.feature.onTeamEvent(INSTALLED), world.feature.onTeamEvent(INSTALLED)]);
    expect(await world.greetings()).toHaveLength(1);
  });

  it.each<TeamEvent>([
    { kind: 'removed', workspace: WORKSPACE, now: TUESDAY },
    { kind: 'channelDeleted', workspace: WORKSPACE, channelId: PIRKANMAA, now: TUESDAY },
    { kind: 'channelRestored', workspace: WORKSPACE, channelId: PIRKANMAA, now: TUESDAY },
  ])('is not promised for $kind', async (event) => {
    const world = await openHelpWorld();
    await world.feature.onTeamEvent(event);
    expect(await world.greetings()).toEqual([]);
  });

  it('C-10: says in the General channel what to type first', async () => {
    const world = await openHelpWorld();
    await world.feature.onTeamEvent(INSTALLED);
    const { wording, holds } = await greetingOf(world).word(WORKSPACE, await world.greetings(), TUESDAY);
    expect(holds).toEqual(['welcome']);
    expect(wording).toMatchObject({ kind: 'post', to: { kind: 'channel', channelId: GENERAL } });
    const card = wording.kind === 'post' ? wording.message.card : {};
    expect(lintCard(card)).toEqual([]);
    for (const text of ['@Ratkaisupolku uusi tapaus', '/uusi tapaus', '@Ratkaisupolku ohje']) {
      expect(says(card, text)).toBe(true);
    }
  });

  it('waits while nothing may be said in the team', async () => {
    const world = await openHelpWorld({ directory: knownTeam('Tiimi', true) });
    await world.feature.onTeamEvent(INSTALLED);
    const { wording } = await greetingOf(world).word(WORKSPACE, await world.greetings(), TUESDAY);
    expect(wording).toEqual({ kind: 'paused' });
  });

  it('is not said to a team that nobody knows, nor anywhere but in the General channel', async () => {
    const world = await openHelpWorld({
      directory: { find: () => Promise.resolve(null), isPaused: () => Promise.resolve(true) },
    });
    await world.feature.onTeamEvent(INSTALLED);
    const promised = await world.greetings();
    expect((await greetingOf(world).word(WORKSPACE, promised, TUESDAY)).wording).toEqual({ kind: 'obsolete' });
    const next = await greetingOf(world).fallback(WORKSPACE, promised, { kind: 'channel', channelId: GENERAL });
    expect(next).toBeNull();
  });
});
