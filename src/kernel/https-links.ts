/** Whether a text is one whole address that a browser opens safely. */
export function isHttpsLink(text: string): boolean {
  return !/\s/.test(text) && URL.parse(text)?.protocol === 'https:';
}
