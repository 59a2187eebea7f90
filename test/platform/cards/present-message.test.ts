import { presentMessage } from '../../../src/platform/cards/present-message.ts';
import { lintCard } from '../../support/card-linter.ts';
import { button, buildMessage } from './views.ts';

describe('a message', () => {
  const card = presentMessage(buildMessage());

  test('W-14: keeps the rules of every card', () => {
    expect(lintCard(card)).toEqual([]);
  });

  test('gives every tone but plain information a word or a sign with its words', () => {
    const json = JSON.stringify(card);
    for (const word of ['✓ ', 'Huomaa: ', 'Korjaa: ']) {
      expect(json).toContain(`"text":"${word}","weight":"bolder"`);
    }
  });

  test('parts paragraphs at line breaks and leaves out facts without a value', () => {
    const json = JSON.stringify(card);
    expect(json).toContain('"text":"Kysy, kuka vastaa kuljetuspalvelusta."');
    expect(json).not.toContain('Sijainti');
  });

  test('is whole with a title alone', () => {
    const bare = buildMessage({
      notices: [],
      paragraphs: [],
      facts: [],
      sections: [],
      buttons: [],
      links: [],
      help: '',
    });
    expect(lintCard(presentMessage({ ...bare, about: null }))).toEqual([]);
  });

  test('notifies whom it mentions', () => {
    const mentions = [{ teamsId: '29:1', name: 'Aino Esimerkki' }];
    expect(JSON.stringify(presentMessage(buildMessage({ mentions })))).toContain('<at>Aino Esimerkki</at>');
  });

  test.each(['http://www.tukiliitto.fi/', 'javascript:alert(1)', 'tukiliitto.fi', ''])('has no link to %p', (url) => {
    expect(() => presentMessage(buildMessage({ links: [{ label: 'Linkki', url }] }))).toThrow('link-not-https');
  });

  test('B-03: counts links among its five choices', () => {
    const buttons = Array.from({ length: 5 }, (_, index) => button(`Nappi ${index}`, `v/${index}`));
    expect(() => presentMessage(buildMessage({ buttons }))).toThrow('too-many-choices-on-card');
  });
});
