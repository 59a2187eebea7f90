import { cleanText } from '../../../src/platform/teams/command-text.ts';

const BOT = 'Ratkaisupolku';

describe('the words of a message', () => {
  test.each([
    ['plain words', 'uusi tapaus', 'uusi tapaus'],
    ['a slash', '/uusi tapaus', 'uusi tapaus'],
    ['a slash and a space', '/ uusi tapaus', 'uusi tapaus'],
    ['a wide slash', '／uusi tapaus', 'uusi tapaus'],
    ['a mention in front', '<at>Ratkaisupolku</at> uusi tapaus', 'uusi tapaus'],
    ['a mention behind', 'uusi tapaus <at>Ratkaisupolku</at>', 'uusi tapaus'],
    ['a mention with attributes', '<at id="0">Ratkaisupolku</at>&nbsp;uusi tapaus', 'uusi tapaus'],
    ['a mention and a slash', '<at>Ratkaisupolku</at> /uusi tapaus', 'uusi tapaus'],
    ['a mention without a space', '<at>Ratkaisupolku</at>uusi tapaus', 'uusi tapaus'],
    ['two mentions', '<at>Ratkaisupolku</at> <at>Ratkaisupolku</at> uusi tapaus', 'uusi tapaus'],
    ['a mention in another case', '<AT>ratkaisupolku</AT> uusi tapaus', 'uusi tapaus'],
    ['the bare name', 'Ratkaisupolku uusi tapaus', 'uusi tapaus'],
    ['the bare name with an at sign', '@Ratkaisupolku uusi tapaus', 'uusi tapaus'],
    ['spaces of every kind', '  uusi\u00a0\u2009 tapaus\t', 'uusi tapaus'],
    ['invisible characters', '\ufeffuusi\u200b tapaus\u200d', 'uusi tapaus'],
    ['line breaks of every kind', 'uusi tapaus\r\n\r\nrivi', 'uusi tapaus\n\nrivi'],
    ['entities', 'a &amp; b &lt;c&gt; &quot;d&quot; &#39;e&#39;', 'a & b <c> "d" \'e\''],
    ['an entity of an entity stays text', '&amp;lt;', '&lt;'],
    ['only a mention', '<at>Ratkaisupolku</at>', ''],
    ['only the bare name', 'Ratkaisupolku', ''],
    ['only a slash', '/', ''],
    ['nothing', '', ''],
    ['a mention of somebody else', '<at>Aino Aalto</at> auttaa', 'Aino Aalto auttaa'],
    ['a word that begins like the name', 'Ratkaisupolkuja on monta', 'Ratkaisupolkuja on monta'],
    ['markup that is no mention', '<b>uusi</b> tapaus', '<b>uusi</b> tapaus'],
  ])('%s', (_title, text, words) => {
    expect(cleanText(text, BOT)).toBe(words);
  });

  test('a bot without a name still hears', () => {
    expect(cleanText('<at>Joku</at> /ohje', '')).toBe('Joku /ohje');
    expect(cleanText('/ohje', '')).toBe('ohje');
  });

  test('100,000 opening brackets are read in no time', () => {
    const start = performance.now();
    cleanText('<at>'.repeat(25_000), BOT);
    cleanText('<at '.repeat(25_000), BOT);
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});
