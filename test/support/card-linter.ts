// What every card of ours must be: valid Adaptive Cards 1.5 as Teams understands it, readable by everybody, light.

type Json = null | string | number | boolean | readonly Json[] | JsonObject;
type JsonObject = { readonly [name: string]: Json | undefined };

/** Heavier ones may be refused by Teams. */
export const CARD_BYTES_MAX = 24 * 1024;
const MAIN_CHOICES_MAX = 5;

// The parts of schema 1.5 that our cards use: what each element may hold, `!` after what it must hold.
const ELEMENT = 'type! id isVisible spacing separator height fallback requires';
const INPUT = `${ELEMENT} label errorMessage isRequired value`;
const ACTION = 'type! id title! style fallback tooltip mode requires';
const SCHEMA: Readonly<Record<string, string>> = {
  AdaptiveCard:
    'type! version! body! $schema! lang! speak! fallbackText! actions refresh selectAction msteams minHeight verticalContentAlignment',
  ActionSet: `${ELEMENT} actions!`,
  Column: `${ELEMENT} items! width style bleed minHeight verticalContentAlignment selectAction`,
  ColumnSet: `${ELEMENT} columns! style bleed minHeight horizontalAlignment selectAction`,
  Container: `${ELEMENT} items! style bleed minHeight verticalContentAlignment selectAction`,
  FactSet: `${ELEMENT} facts!`,
  Image: `${ELEMENT} url! altText size style width height backgroundColor horizontalAlignment selectAction`,
  'Input.ChoiceSet': `${INPUT} choices! style isMultiSelect placeholder wrap`,
  'Input.Date': `${INPUT} min max placeholder`,
  'Input.Text': `${INPUT} maxLength isMultiline placeholder regex style inlineAction`,
  'Input.Time': `${INPUT} min max placeholder`,
  'Input.Toggle': `${INPUT} title! valueOn valueOff wrap`,
  RichTextBlock: `${ELEMENT} inlines! horizontalAlignment`,
  TextBlock: `${ELEMENT} text! color fontType horizontalAlignment isSubtle maxLines size style weight wrap`,
  TextRun: 'type! text! color fontType highlight isSubtle italic size strikethrough underline weight selectAction',
  'Action.Execute': `${ACTION} verb! data associatedInputs`,
  'Action.OpenUrl': `${ACTION} url! iconUrl`,
  'Action.Submit': `${ACTION} data associatedInputs`,
  'Action.ToggleVisibility': `${ACTION} targetElements!`,
};

// An element's `default` spacing and so on; only what is drawn differently by a misspelt word.
const ALLOWED_WORDS: Readonly<Record<string, readonly Json[]>> = {
  spacing: ['none', 'small', 'default', 'medium', 'large', 'extraLarge', 'padding'],
  weight: ['lighter', 'default', 'bolder'],
  color: ['default', 'dark', 'light', 'accent', 'good', 'warning', 'attention'],
  associatedInputs: ['auto', 'none'],
  horizontalAlignment: ['left', 'center', 'right'],
  wrap: [true],
};
const CONTAINER_STYLES = ['default', 'emphasis', 'good', 'attention', 'warning', 'accent'];
const STYLES: Readonly<Record<string, readonly Json[]>> = {
  TextBlock: ['default', 'heading'],
  'Input.ChoiceSet': ['compact', 'expanded', 'filtered'],
  Container: CONTAINER_STYLES,
  ColumnSet: CONTAINER_STYLES,
  Column: CONTAINER_STYLES,
  'Action.Execute': ['default', 'positive', 'destructive'],
};
const TEXT_SIZES = ['small', 'default', 'medium', 'large', 'extraLarge'];
const BOOLEANS = ['isRequired', 'isVisible', 'isSubtle', 'isMultiline', 'isMultiSelect', 'separator', 'bleed'];
const LISTS = ['body', 'items', 'columns', 'actions', 'inlines', 'facts', 'choices', 'targetElements'];

/** Everything that is wrong with a card, each with its place; an empty list for a good card. */
export function lintCard(card: unknown): string[] {
  // What is linted comes from JSON or is about to become it.
  const root = JSON.parse(JSON.stringify(card)) as JsonObject;
  const nodes = [...objectsIn(root, 'card')];
  return [
    ...lintRoot(root),
    ...nodes.flatMap(([path, node]) => [...lintShape(path, node), ...lintAccess(path, node)]),
    ...lintIds(nodes),
    ...lintChoices(root, nodes),
    ...lintTexts(root, nodes),
  ];
}

function* objectsIn(node: Json | undefined, path: string): Generator<readonly [string, JsonObject]> {
  if (isList(node)) {
    for (const [index, item] of node.entries()) {
      yield* objectsIn(item, `${path}[${index}]`);
    }
  } else if (isObject(node)) {
    yield [path, node];
    for (const [key, value] of Object.entries(node)) {
      // What a button sends back and Teams' own part are not elements.
      if (key !== 'data' && key !== 'msteams') {
        yield* objectsIn(value, `${path}.${key}`);
      }
    }
  }
}

function isList(node: Json | undefined): node is readonly Json[] {
  return Array.isArray(node);
}

function isObject(node: Json | undefined): node is JsonObject {
  return typeof node === 'object' && node !== null && !isList(node);
}

function typeOf(node: JsonObject): string {
  return textOf(node['type']);
}

function lintRoot(root: JsonObject): string[] {
  const bytes = Buffer.byteLength(JSON.stringify(root));
  const firstText = [...objectsIn(root, 'card')].find(([, node]) => typeOf(node) === 'TextBlock')?.[1];
  return [
    ...(typeOf(root) === 'AdaptiveCard' ? [] : ['card: is not an AdaptiveCard']),
    ...(root['version'] === '1.5' ? [] : ['card: version is not 1.5']),
    ...(root['lang'] === 'fi' ? [] : ['card: lang is not fi']),
    ...['speak', 'fallbackText'].filter((name) => isBlank(root[name])).map((name) => `card: ${name} is empty`),
    ...(firstText?.['style'] === 'heading' ? [] : ['card: the first TextBlock is not its heading']),
    ...(bytes <= CARD_BYTES_MAX ? [] : [`card: ${bytes} bytes are too many`]),
  ];
}

function lintShape(path: string, node: JsonObject): string[] {
  const type = typeOf(node);
  if (type === '') {
    return lintUntyped(path, node);
  }
  const shape = SCHEMA[type];
  if (shape === undefined) {
    return [`${path}: ${type} is not an element of ours`];
  }
  const names = shape.split(' ');
  const allowed = new Set(names.map((name) => name.replace('!', '')));
  const missing = names.filter((name) => name.endsWith('!') && node[name.slice(0, -1)] === undefined);
  return [
    ...Object.keys(node)
      .filter((key) => !allowed.has(key))
      .map((key) => `${path}: ${type} has no ${key}`),
    ...missing.map((name) => `${path}: ${type} lacks ${name.slice(0, -1)}`),
    ...Object.entries(node)
      .filter(([key, value]) => !isAllowedValue(type, key, value))
      .map(([key, value]) => `${path}: ${key} cannot be ${JSON.stringify(value)}`),
  ];
}

function lintUntyped(path: string, node: JsonObject): string[] {
  const isPair = /\.(?:facts|choices)\[\d+\]$/.test(path);
  const keys = Object.keys(node).toSorted().join(' ');
  return isPair && keys === 'title value' ? [] : [`${path}: an object without a type`];
}

function isAllowedValue(type: string, key: string, value: Json | undefined): boolean {
  if (BOOLEANS.includes(key)) {
    return typeof value === 'boolean';
  }
  if (LISTS.includes(key)) {
    return isList(value) && value.length > 0;
  }
  if (key === 'style') {
    return STYLES[type]?.includes(value ?? null) ?? false;
  }
  if (key === 'size' && type !== 'Image') {
    return typeof value === 'string' && TEXT_SIZES.includes(value);
  }
  if (key === 'maxLength') {
    return Number.isInteger(value);
  }
  const words = ALLOWED_WORDS[key];
  return words !== undefined
    ? words.includes(value ?? null)
    : key === 'data' || key === 'fallback' || !isScalar(value) || typeof value === 'string';
}

function isScalar(value: Json | undefined): boolean {
  return !isObject(value) && !isList(value);
}

function lintAccess(path: string, node: JsonObject): string[] {
  const type = typeOf(node);
  const problems: string[] = [];
  if (type === 'TextBlock' && node['wrap'] !== true) {
    problems.push(`${path}: text does not wrap`);
  }
  if (type === 'Image' && isBlank(node['altText'])) {
    problems.push(`${path}: an image without altText`);
  }
  if (type.startsWith('Input.')) {
    problems.push(
      ...['id', 'label', 'errorMessage']
        .filter((name) => isBlank(node[name]))
        .map((name) => `${path}: input without ${name}`),
    );
    if (typeof node['isRequired'] !== 'boolean') {
      problems.push(`${path}: input does not say whether it is required`);
    }
  }
  // The app of a developer's machine has pages of its own there; its settings refuse such an address everywhere else.
  if (type === 'Action.OpenUrl' && !/^(?:https:\/\/[^/]|http:\/\/127\.0\.0\.1[:/])/.test(textOf(node['url']))) {
    problems.push(`${path}: a link that is not https`);
  }
  if (type === 'Action.Execute' && typeOf(asObject(node['fallback'])) !== 'Action.Submit') {
    problems.push(`${path}: Action.Execute without an Action.Submit for older clients`);
  }
  return problems;
}

function asObject(node: Json | undefined): JsonObject {
  return isObject(node) ? node : {};
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

function isBlank(value: Json | undefined): boolean {
  return textOf(value).trim() === '';
}

function lintIds(nodes: readonly (readonly [string, JsonObject])[]): string[] {
  const ids = nodes.flatMap(([, node]) => (typeof node['id'] === 'string' ? [node['id']] : []));
  return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `card: the id ${id} is there twice`);
}

function lintChoices(root: JsonObject, nodes: readonly (readonly [string, JsonObject])[]): string[] {
  const sets = nodes.filter(([, node]) => typeOf(node) === 'ActionSet' || node === root);
  const filtered = nodes.filter(([, node]) => node['style'] === 'filtered').length;
  return [
    ...sets
      .filter(([, node]) => isList(node['actions']) && node['actions'].length > MAIN_CHOICES_MAX)
      .map(([path]) => `${path}: more than ${MAIN_CHOICES_MAX} choices`),
    ...(filtered > 1 ? ['card: more than one filtered choice'] : []),
  ];
}

function lintTexts(root: JsonObject, nodes: readonly (readonly [string, JsonObject])[]): string[] {
  const shown = nodes.flatMap(([path, node]) =>
    ['text', 'title', 'label', 'speak', 'fallbackText', 'errorMessage'].flatMap((key): [string, string][] => {
      const value = node[key];
      return typeof value === 'string' ? [[`${path}.${key}`, value]] : [];
    }),
  );
  // Invisible characters are how people's words are kept from being markup; they do not make a text.
  const wordless = shown.filter(([, text]) => !/[\p{L}\p{N}]/u.test(text));
  return [
    ...wordless
      .filter(([, text]) => /\p{S}/u.test(text))
      .filter(([path]) => !hasWordsBeside(root, path))
      .map(([path]) => `${path}: a sign without words`),
    ...(JSON.stringify(root).includes('${') ? ['card: an expression of the template is left'] : []),
  ];
}

function hasWordsBeside(root: JsonObject, path: string): boolean {
  const block = path.replace(/\.inlines\[\d+\]\.text$/, '.inlines');
  const siblings = [...objectsIn(root, 'card')].filter(([place]) => block !== path && place.startsWith(block));
  return siblings.some(([, node]) => /[\p{L}\p{N}]/u.test(textOf(node['text'])));
}
