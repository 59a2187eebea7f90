import fc from 'fast-check';
import type { CommandReply } from '../../../src/platform/teams/bot.ts';
import { CHOOSE_TEAM_VERB } from '../../../src/platform/teams/edge-replies.ts';
import { lintCard } from '../../support/card-linter.ts';
import { hostileText } from '../../platform/cards/hostile-text.ts';
import { buttonOf, nodesOf, says } from '../cases/case-world.ts';
import { ASKING, knownTeam, openHelpWorld, press, request } from './help-world.ts';

function teams(count: number) {
  return Array.from({ length: count }, (_, index) => ({ teamId: `19:${index}@thread.tacv2`, name: `Tiimi ${index}` }));
}

function checked({ card, summary }: CommandReply): Readonly<Record<string, unknown>> {
  expect(lintCard(card)).toEqual([]);
  expect(summary).not.toBe('');
  return card;
}

describe('a text that is no command', () => {
  it('offers the command that may have been meant, and runs it with what followed', async () => {
    const { feature } = await openHelpWorld();
    const card = checked(await feature.replies.unknownCommand(ASKING, 'tapaukste kyyti Tampere', 'tapaukset'));
    expect(says(card, 'Kirjoitit: ”tapaukste kyyti Tampere”')).toBe(true);
    const { verb, data } = buttonOf(card, 'Tarkoititko: tapaukset?');
    const answer = await feature.actions.find((each) => each.verb === verb)?.run(press(data));
    expect(says(answer?.card ?? {}, 'rest: kyyti Tampere')).toBe(true);
  });

  it('takes what follows a name of two words', async () => {
    const { feature } = await openHelpWorld();
    const card = checked(await feature.replies.unknownCommand(ASKING, 'uusi tapas Kuljetus', 'uusi tapaus'));
    expect(buttonOf(card, 'Tarkoititko: uusi tapaus?').data).toMatchObject({
      command: 'uusi tapaus',
      rest: 'Kuljetus',
    });
  });

  it('offers to open a case of two words or more, and gives them as its matter', async () => {
    const { feature } = await openHelpWorld();
    const card = checked(await feature.replies.unknownCommand(ASKING, 'kyyti  ei tule\najoissa', null));
    expect(says(card, 'Avaa siitä uusi tapaus.')).toBe(true);
    const { verb, data } = buttonOf(card, 'Avaa tästä uusi tapaus');
    const answer = await feature.actions.find((each) => each.verb === verb)?.run(press(data));
    expect(says(answer?.card ?? {}, 'ran uusi tapaus')).toBe(true);
    expect(says(answer?.card ?? {}, 'rest: kyyti ei tule ajoissa')).toBe(true);
    expect(buttonOf(card, 'Näytä ohje').data).toMatchObject({ command: 'ohje' });
  });

  it('offers a case beside another command that may have been meant', async () => {
    const { feature } = await openHelpWorld();
    const card = checked(await feature.replies.unknownCommand(ASKING, 'tapaukste kyyti', 'tapaukset'));
    const buttons = nodesOf(card).filter((node) => node['type'] === 'Action.Execute');
    expect(buttons.map(({ title }) => title)).toEqual([
      'Tarkoititko: tapaukset?',
      'Avaa tästä uusi tapaus',
      'Näytä ohje',
    ]);
  });

  it.each([
    ['one word', 'kyyti', null],
    ['what is a slip away from opening one already', 'uusi tapas kyyti', 'uusi tapaus'],
  ])('offers no case of %s', async (_what, text, suggestion) => {
    const { feature } = await openHelpWorld();
    const card = checked(await feature.replies.unknownCommand(ASKING, text, suggestion));
    expect(nodesOf(card).map((node) => node['title'])).not.toContain('Avaa tästä uusi tapaus');
  });

  it('offers no case where the app opens none', async () => {
    const { feature } = await openHelpWorld({ commands: [] });
    const card = checked(await feature.replies.unknownCommand(ASKING, 'kyyti ei tule', null));
    expect(nodesOf(card).map((node) => node['title'])).not.toContain('Avaa tästä uusi tapaus');
  });

  it('G-02: carries 120 characters and no identity code to the form of a case', async () => {
    const { feature } = await openHelpWorld();
    const text = `asia 131052-308T ${'pitkä '.repeat(500)}`;
    const { data } = buttonOf(
      checked(await feature.replies.unknownCommand(ASKING, text, null)),
      'Avaa tästä uusi tapaus',
    );
    expect(JSON.stringify(data)).not.toContain('131052-308T');
    expect(String(data['rest']).length).toBeLessThanOrEqual(120);
    expect(String(data['rest'])).toMatch(/^asia /);
  });

  it.each([null, 'poista kaikki'])('shows the way to help when the suggestion is %s', async (suggestion) => {
    const { feature } = await openHelpWorld();
    const card = checked(await feature.replies.unknownCommand(ASKING, 'hei', suggestion));
    expect(nodesOf(card).filter((node) => node['type'] === 'Action.Execute')).toHaveLength(1);
    expect(buttonOf(card, 'Näytä ohje').data).toMatchObject({ command: 'ohje' });
  });

  it('G-02: repeats no identity code, neither in sight nor in a button', async () => {
    const { feature } = await openHelpWorld();
    const card = checked(await feature.replies.unknownCommand(ASKING, 'tapaukste 131052-308T', 'tapaukset'));
    expect(JSON.stringify(card)).not.toContain('131052-308T');
  });

  it('stays light however long the text is', async () => {
    const { feature } = await openHelpWorld();
    const card = checked(await feature.replies.unknownCommand(ASKING, 'tapaukste '.repeat(3_000), 'tapaukset'));
    expect(JSON.stringify(card).length).toBeLessThan(4_000);
  });

  it('makes a good card whatever it holds', async () => {
    const { feature } = await openHelpWorld();
    // The linter takes a person's `${` for the rest of a template.
    const texts = hostileText().filter((text) => !text.includes('${'));
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const { card } = await feature.replies.unknownCommand(ASKING, text, 'tapaukset');
        expect(lintCard(card)).toEqual([]);
      }),
      { numRuns: 50, seed: 20_261_124 },
    );
  });
});

describe('a card of an older version', () => {
  it('says that nothing happened and leads to the cases', async () => {
    const { feature } = await openHelpWorld();
    const card = checked(await feature.replies.unknownAction(ASKING, 'cases/gone'));
    expect(says(card, 'Tämä kortti on vanha')).toBe(true);
    expect(buttonOf(card, 'Näytä tapaukset').data).toMatchObject({ command: 'tapaukset' });
  });

  it('has no button to a list that the app does not have', async () => {
    const { feature } = await openHelpWorld({ commands: [] });
    const card = checked(await feature.replies.unknownAction(ASKING, 'cases/gone'));
    expect(nodesOf(card).filter((node) => node['type'] === 'Action.Execute')).toHaveLength(1);
  });
});

describe('several teams', () => {
  it.each([2, 5])('are a button each when they are %i', async (count) => {
    const { feature } = await openHelpWorld();
    const card = checked(feature.replies.severalTeams(teams(count)));
    expect(buttonOf(card, `Tiimi ${count - 1}`)).toMatchObject({
      verb: CHOOSE_TEAM_VERB,
      data: { teamId: `19:${count - 1}@thread.tacv2` },
    });
  });

  it.each([6, 21])('are a menu with one button when they are %i', async (count) => {
    const { feature } = await openHelpWorld();
    const card = checked(feature.replies.severalTeams(teams(count)));
    expect(nodesOf(card).filter((node) => node['type'] === 'Input.ChoiceSet')).toMatchObject([{ id: 'teamId' }]);
    expect(buttonOf(card, 'Valitse tiimi').verb).toBe(CHOOSE_TEAM_VERB);
  });

  it('show a team whose name Teams has not said', async () => {
    const { feature } = await openHelpWorld();
    const card = checked(feature.replies.severalTeams([{ teamId: '19:a@thread.tacv2', name: null }, ...teams(1)]));
    expect(buttonOf(card, 'Tiimi ilman nimeä').data).toMatchObject({ teamId: '19:a@thread.tacv2' });
  });

  it('are named when one is chosen', async () => {
    const { feature } = await openHelpWorld();
    expect(says(checked(await feature.replies.teamChosen(ASKING)), 'Alueellinen vaikuttaminen')).toBe(true);
    const unnamed = await openHelpWorld({ directory: knownTeam(null) });
    expect(says(checked(await unnamed.feature.replies.teamChosen(ASKING)), 'Tiimi ilman nimeä')).toBe(true);
  });
});

describe('the other replies', () => {
  it('say what happened and what to do', async () => {
    const { feature } = await openHelpWorld();
    const { replies } = feature;
    expect(says(checked(replies.stranger()), 'En löydä sinua tiimistä')).toBe(true);
    expect(says(checked(replies.noTeam()), 'En löydä tiimiäsi')).toBe(true);
    expect(says(checked(replies.unsupportedPlace()), 'Kirjoita tiimin kanavalle')).toBe(true);
    expect(says(checked(await replies.answeredElsewhere(ASKING)), 'Tarkista tapauksesta')).toBe(true);
    expect(says(checked(await replies.help(request())), 'Neljä vaihetta')).toBe(true);
  });

  it('do not promise, after a fault, that anything was saved or that nothing was', async () => {
    const { feature } = await openHelpWorld();
    const card = checked(feature.replies.fault('a1b2c3d4'));
    expect(says(card, 'En tiedä, tallentuiko tieto. Tarkista se, ennen kuin yrität uudelleen.')).toBe(true);
    expect(says(card, 'a1b2c3d4')).toBe(true);
  });
});
