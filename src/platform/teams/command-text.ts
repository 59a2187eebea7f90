// From what Teams sends as a message's text to the words that the person wrote.

const ENTITIES: Readonly<Record<string, string>> = {
  '&nbsp;': ' ',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};

const MENTION = /<at(?:\s[^<>]*)?>([^<>]*)<\/at>/gi;
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
// Spaces of every width, but not line breaks: what follows a command may have several lines.
const SPACES = /[^\S\n]+/g;

/**
 * The words of a message: the bot's own mention, a slash before the first word, invisible characters and odd spaces are
 * gone. Other people's mentions stay as their names. Empty when nothing was said.
 */
export function cleanText(text: string, botName: string): string {
  const written = text
    .replaceAll(MENTION, (_whole, name: string) => (isSameName(name, botName) ? ' ' : name))
    .replaceAll(/&(?:nbsp|lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity] ?? entity)
    .replaceAll(INVISIBLE, '')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(SPACES, ' ')
    .trim();
  return withoutName(written, botName).replace(/^[/／]\s*/, '');
}

// Some clients send a mention as the plain name.
function withoutName(text: string, botName: string): string {
  const bare = text.replace(/^@/, '');
  const isNamed = botName !== '' && isSameName(bare.slice(0, botName.length), botName);
  const rest = bare.slice(botName.length);
  return isNamed && /^(?:\s|$)/.test(rest) ? rest.trim() : text;
}

function isSameName(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}
