import type { Command } from '../../../src/platform/teams/bot.ts';
import { createCommandRouter } from '../../../src/platform/teams/command-router.ts';
import { reply } from '../../support/edge-replies.ts';

function command(...names: [string, ...string[]]): Command {
  return { names, help: '', run: () => Promise.resolve(reply(names[0])) };
}

const route = createCommandRouter([
  command('tuki'),
  command('tapaus'),
  command('tapaukset'),
  command('uusi tapaus'),
  command('tukitapaaminen', 'työnohjaus'),
  command('työryhmät'),
  command('käytännöt'),
]);

function found(text: string): string {
  const routed = route(text);
  switch (routed.kind) {
    case 'command':
      return `${routed.command.names[0]} [${routed.rest}]`;
    case 'unknown':
      return `unknown, perhaps ${routed.suggestion ?? 'nothing'}`;
    default:
      return routed.kind;
  }
}

describe('commands', () => {
  test.each([
    ['uusi tapaus', 'uusi tapaus []'],
    ['UUSI TAPAUS', 'uusi tapaus []'],
    ['Uusi   Tapaus', 'uusi tapaus []'],
    ['uusi tapaus.', 'uusi tapaus []'],
    ['uusi tapaus!', 'uusi tapaus []'],
    ['tapaus 2026-014', 'tapaus [2026-014]'],
    ['tapaus: 2026-014', 'tapaus [2026-014]'],
    ['tapaus', 'tapaus []'],
    ['tapaukset Ähtäri AVOIN', 'tapaukset [Ähtäri AVOIN]'],
    ['uusi tapaus Kuljetus ei tule\ntoinen rivi', 'uusi tapaus [Kuljetus ei tule\ntoinen rivi]'],
    ['työnohjaus', 'tukitapaaminen []'],
    ['tyonohjaus', 'tukitapaaminen []'],
    ['TYÖRYHMÄT', 'työryhmät []'],
    ['tyoryhmat', 'työryhmät []'],
    ['kaytannot', 'käytännöt []'],
    ['ka\u0308yta\u0308nno\u0308t', 'käytännöt []'],
    ['', 'empty'],
  ])('C-10: "%s" is %s', (text, expected) => {
    expect(found(text)).toBe(expected);
  });

  test('a name must stand at the start and as a whole word', () => {
    expect(found('haluan uusi tapaus')).toBe('unknown, perhaps nothing');
    expect(found('tukilainen')).toBe('unknown, perhaps nothing');
    expect(found('tapaustutkimus')).toBe('unknown, perhaps nothing');
  });

  test.each([
    ['uusi tapasu', 'uusi tapaus'],
    ['uuusi tapaus', 'uusi tapaus'],
    ['uusitapaus', 'uusi tapaus'],
    ['uusi tapuas Kuljetus', 'uusi tapaus'],
    ['tukitapaminen', 'tukitapaaminen'],
    ['työryhmt', 'työryhmät'],
    ['käytänöt', 'käytännöt'],
    ['tuik', 'tuki'],
  ])('"%s" is a slip of %s, which is suggested', (text, suggestion) => {
    expect(found(text)).toBe(`unknown, perhaps ${suggestion}`);
  });

  test('a short name is suggested for one slip only', () => {
    expect(found('kuka')).toBe('unknown, perhaps nothing');
  });

  test('a pasted page of text is unknown and read in no time', () => {
    const start = performance.now();
    expect(found('lorem '.repeat(15_000))).toBe('unknown, perhaps nothing');
    expect(performance.now() - start).toBeLessThan(500);
  });

  test('two commands with one name are refused at the start', () => {
    expect(() => createCommandRouter([command('työryhmät'), command('tyoryhmat')])).toThrow(
      'two commands share a name',
    );
  });
});
