// The look of the local world's own pages. Plain HTML: they work without scripts.
import type { LoopbackAnswer } from './loopback-server.ts';

const STYLE = `
:root { color-scheme: light dark; font: 1.125rem/1.5 system-ui, sans-serif; }
body { max-width: 34rem; margin: 2rem auto; padding: 0 1rem; }
fieldset { border: 1px solid; border-radius: .5rem; margin: 0 0 1.5rem; padding: .5rem 1rem 1rem; }
legend { font-weight: 600; padding: 0 .25rem; }
label { display: block; padding: .35rem 0; }
input { width: 1.25rem; height: 1.25rem; margin-right: .5rem; vertical-align: text-bottom; }
button { font: inherit; padding: .5rem 1.5rem; }
:focus-visible { outline: 3px solid; outline-offset: 2px; }
`;

/** A whole page; its forms may send to itself, and a sent one may lead to `formTargets` (origins) besides. */
export function plainPage(
  { title, main }: { readonly title: string; readonly main: string },
  { status = 200, formTargets = [] }: { readonly status?: number; readonly formTargets?: readonly string[] } = {},
): LoopbackAnswer {
  const policy = [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    ["form-action 'self'", ...formTargets].join(' '),
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
    },
    body: `<!doctype html>
<html lang="fi">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><style>${STYLE}</style></head>
<body><main>
${main}
</main></body></html>
`,
  };
}

/** One of several to choose from. */
export function radio(choice: {
  readonly name: string;
  readonly value: string;
  readonly text: string;
  readonly isChosen: boolean;
}): string {
  const { name, value, text, isChosen } = choice;
  return `<label><input type="radio" name="${name}" value="${value}"${isChosen ? ' checked' : ''}>${text}</label>`;
}

/** The text as it can stand in an attribute or between tags. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
