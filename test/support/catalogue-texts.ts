// The texts of a catalogue as people read them: functions are called with sample arguments.

export type Text = { readonly path: string; readonly text: string };

type Collected = { readonly texts: readonly Text[]; readonly unrendered: readonly string[] };

// One of each kind that catalogues take: one and many, a name, yes and no, a list, the parts of a date.
const SAMPLES: readonly unknown[] = [
  1,
  3,
  'Esimerkki',
  true,
  false,
  ['Esimerkki', 'Toinen'],
  [],
  { year: 2027, month: 1, day: 5 },
];
// Beyond this many arguments all get the same sample, or there would be too many combinations.
const MIXED_ARGUMENTS_MAX = 3;
// Words under these keys are what people search by; the app never says them.
const SILENT_KEYS: ReadonlySet<string> = new Set(['also']);

/** Every text of the catalogue with its place; `unrendered` are the functions that no sample arguments suit. */
export function collectTexts(catalogue: unknown, path = ''): Collected {
  if (typeof catalogue === 'string') {
    return { texts: [{ path, text: catalogue }], unrendered: [] };
  }
  if (typeof catalogue === 'function') {
    const results = renderings(catalogue);
    const parts = results.map((result) => collectTexts(result, path));
    return parts.length === 0 ? { texts: [], unrendered: [path] } : joined(parts);
  }
  if (typeof catalogue === 'object' && catalogue !== null) {
    const entries = Object.entries(catalogue).filter(([key]) => !SILENT_KEYS.has(key));
    return joined(entries.map(([key, value]) => collectTexts(value, path === '' ? key : `${path}.${key}`)));
  }
  return { texts: [], unrendered: [] };
}

/** Sentences of a text; a number with its full stop ("1. Yhteys") does not end one. */
export function sentencesOf(text: string): readonly string[] {
  return text
    .split(/(?<=[.?!]["”]?)(?<!(?:^|[\s(])\d+\.)\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

export function wordsOf(sentence: string): readonly string[] {
  return sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
}

function joined(parts: readonly Collected[]): Collected {
  return { texts: parts.flatMap((part) => part.texts), unrendered: parts.flatMap((part) => part.unrendered) };
}

// A call that a sample does not suit throws or shows what is no word; the catalogue's types forbid it in the app.
// oxlint-disable-next-line typescript/no-unsafe-function-type -- any function of a catalogue
function renderings(render: Function): readonly unknown[] {
  const seen = new Map<string, unknown>();
  for (const sample of argumentLists(render.length)) {
    try {
      const result: unknown = Reflect.apply(render, undefined, sample);
      const shown = JSON.stringify(result) ?? '';
      if (shown !== '' && !/undefined|NaN|null|\[object|=>|true|false/.test(shown)) {
        seen.set(shown, result);
      }
    } catch (error) {
      if (!(error instanceof Error)) {
        throw error;
      }
    }
  }
  return [...seen.values()];
}

function argumentLists(count: number): readonly (readonly unknown[])[] {
  if (count > MIXED_ARGUMENTS_MAX) {
    return SAMPLES.map((sample) => Array.from({ length: count }, () => sample));
  }
  return Array.from({ length: count }).reduce<readonly (readonly unknown[])[]>(
    (lists) => lists.flatMap((list) => SAMPLES.map((sample) => [...list, sample])),
    [[]],
  );
}
