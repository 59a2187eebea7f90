// Files that people bring do not say how their letters are written.

const REPLACEMENT = '\uFFFD';

/**
 * The text of a file: UTF-16 when a byte order mark says so, else UTF-8 when it is that, else Windows-1252, as Finnish
 * Excel writes. Null for what is no text at all, such as a workbook.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const text = bytes[0] === 0xff && bytes[1] === 0xfe ? new TextDecoder('utf-16le').decode(bytes) : decodeBytes(bytes);
  // No text holds a zero character, and every workbook does.
  return text.includes('\0') ? null : text;
}

// The sign for what could not be decoded is in no file that a person wrote.
function decodeBytes(bytes: Uint8Array): string {
  const text = new TextDecoder('utf-8').decode(bytes);
  return text.includes(REPLACEMENT) ? new TextDecoder('windows-1252').decode(bytes) : text;
}
