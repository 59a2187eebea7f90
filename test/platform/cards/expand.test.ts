import { Expression } from 'adaptive-expressions';
import fc from 'fast-check';
import { createTemplate, type TemplateData } from '../../../src/platform/cards/expand.ts';
import { hostileText } from './hostile-text.ts';

type View = { readonly [name: string]: TemplateData };

function cardWith(element: object): object {
  return { type: 'AdaptiveCard', body: [element] };
}

function firstElement(card: unknown): unknown {
  return (card as { readonly body: readonly unknown[] }).body[0];
}

describe('a template', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });

  test('is compiled once, whatever the number of cards', () => {
    const draw = createTemplate<View>(cardWith({ type: 'TextRun', text: '${text}' }));
    const parse = jest.spyOn(Expression, 'parse');
    draw({ text: 'yksi' });
    const compiled = parse.mock.calls.length;
    expect(compiled).toBeGreaterThan(0);
    draw({ text: '${1 + 1}' });
    draw({ text: 'kolme' });
    expect(parse).toHaveBeenCalledTimes(compiled);
  });

  test('is not compiled before its first card', () => {
    const parse = jest.spyOn(Expression, 'parse');
    createTemplate<View>(cardWith({ type: 'TextRun', text: '${text}' }));
    expect(parse).not.toHaveBeenCalled();
  });

  test('never evaluates what people wrote', () => {
    const draw = createTemplate<View>(cardWith({ type: 'Input.Text', value: '${text}', label: '${secret} ${text}' }));
    const card = draw({ text: '${secret} ${1 + 1}', secret: 'salaisuus' });
    expect(firstElement(card)).toEqual({
      type: 'Input.Text',
      value: '${secret} ${1 + 1}',
      label: 'salaisuus ${secret} ${1 + 1}',
    });
  });

  test.each([
    ['alone', '${gone}'],
    ['among words', 'Tapaus ${gone}'],
    ['inside an object that is not there', '${gone.name}'],
  ])('refuses a view that lacks what it shows, %s', (_where, text) => {
    const draw = createTemplate<View>(cardWith({ type: 'TextBlock', text }));
    expect(() => draw({ title: 'x' })).toThrow('card-field-missing');
  });

  test('refuses a part that does not exist', () => {
    expect(() => createTemplate<View>(cardWith({ $part: 'hedding' }))({})).toThrow('card-part-unknown');
  });

  test('gives what a button sends back as it was', () => {
    const draw = createTemplate<View>(cardWith({ type: 'Action.Execute', data: '${data}' }));
    const data = { verb: 'cases/show', id: '*a* ${b} [c](d)' };
    expect(firstElement(draw({ data }))).toEqual({ type: 'Action.Execute', data });
  });
});

describe('people’s words', () => {
  const template = {
    type: 'AdaptiveCard',
    speak: '${text}',
    fallbackText: '${text}',
    body: [
      { type: 'TextBlock', text: '${text}' },
      { type: 'FactSet', facts: [{ $data: '${facts}', title: '${title}', value: '${value}' }] },
      { type: 'Input.ChoiceSet', choices: [{ $data: '${facts}', title: '${title}', value: '${value}' }] },
      { type: 'Input.Toggle', title: '${text}', errorMessage: '${text}' },
      { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: '${text}' }] },
      { type: 'Input.Text', value: '${text}' },
    ],
  };
  const draw = createTemplate<View>(template);
  const link = '[klikkaa](https://evil.example)';
  const card = JSON.parse(
    JSON.stringify(draw({ text: link, facts: [{ title: link, value: link }] })).replaceAll('\u2060', '|'),
  ) as { readonly body: readonly unknown[]; readonly speak: string; readonly fallbackText: string };
  const harmless = '[klikkaa]|(https:|//evil.example)';

  test('make no link where Markdown is read', () => {
    expect([card.speak, card.fallbackText]).toEqual([harmless, harmless]);
    expect(card.body.slice(0, 2)).toEqual([
      { type: 'TextBlock', text: harmless },
      { type: 'FactSet', facts: [{ title: harmless, value: harmless }] },
    ]);
  });

  test('are as typed in what comes back and in runs of text', () => {
    expect(card.body.slice(2)).toEqual([
      { type: 'Input.ChoiceSet', choices: [{ title: harmless, value: link }] },
      { type: 'Input.Toggle', title: harmless, errorMessage: harmless },
      { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: link }] },
      { type: 'Input.Text', value: link },
    ]);
  });

  test('keep the shape of the card in 10,000 hostile texts', () => {
    const shapeOf = (node: unknown): unknown =>
      JSON.parse(JSON.stringify(node, (_key, value: unknown) => (typeof value === 'string' ? '' : value)));
    const shape = shapeOf(draw({ text: 'a', facts: [{ title: 'a', value: 'a' }] }));
    fc.assert(
      fc.property(hostileText(), (text) => {
        const hostile = draw({ text, facts: [{ title: text, value: text }] });
        expect(shapeOf(hostile)).toEqual(shape);
        expect(JSON.stringify(hostile).includes('${')).toBe(text.includes('${'));
      }),
      { numRuns: 10_000 },
    );
  });
});

describe('a mention', () => {
  const draw = createTemplate<View>({
    type: 'AdaptiveCard',
    body: [{ $part: 'mentions' }, { type: 'TextBlock', text: '${text}' }],
  });

  test('names the person in the text and in the entities alike', () => {
    const card = draw({ text: 'a' }, [
      { teamsId: '29:1', name: 'Aino Esimerkki' },
      { teamsId: '29:2', name: 'Ville (vieras)' },
    ]);
    expect(card).toMatchObject({
      body: [{ id: 'mentions', text: '<at>Aino Esimerkki</at>, <at>Ville (vieras)</at>' }, { text: 'a' }],
      msteams: {
        entities: [
          { type: 'mention', text: '<at>Aino Esimerkki</at>', mentioned: { id: '29:1', name: 'Aino Esimerkki' } },
          { type: 'mention', text: '<at>Ville (vieras)</at>', mentioned: { id: '29:2', name: 'Ville (vieras)' } },
        ],
      },
    });
  });

  test('cannot be made by text, not even the same one twice', () => {
    const card = draw({ text: '<at>Aino</at>' }, [{ teamsId: '29:1', name: 'Aino' }]);
    expect(card).toMatchObject({ body: [{ text: '<at>Aino</at>' }, { text: 'Aino' }] });
  });

  test('cannot be widened by a name', () => {
    const card = draw({ text: 'a' }, [{ teamsId: '29:1', name: 'A</at> **[x](y)** <at>kaikki ${secret}' }]);
    expect(JSON.stringify(card)).toContain('"text":"<at>A /at x (y) at kaikki $ secret</at>"');
  });

  test('leaves no empty line when nobody is mentioned', () => {
    expect(draw({ text: 'a' })).toEqual({ type: 'AdaptiveCard', body: [{ type: 'TextBlock', text: 'a' }] });
  });

  test('is refused on a card that has no place for it', () => {
    const bare = createTemplate<View>({ type: 'AdaptiveCard', body: [] });
    expect(() => bare({}, [{ teamsId: '29:1', name: 'Aino' }])).toThrow('card-without-mentions');
  });
});
