import { problemOf, request, teamUrl, type Problem } from './api.ts';

/** Fetches a file of the team's routes with the token and saves it under the name that the server gives. */
export async function download(
  path: string,
): Promise<{ readonly kind: 'ready' } | { kind: 'failed'; problem: Problem }> {
  const response = await request({ url: teamUrl(path) });
  if ('kind' in response) {
    return response;
  }
  if (!response.ok) {
    return { kind: 'failed', problem: problemOf(await response.json().catch(() => null), response.status) };
  }
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = nameOf(response.headers.get('content-disposition') ?? '');
  document.body.append(link);
  link.click();
  link.remove();
  URL.revokeObjectURL(address);
  return { kind: 'ready' };
}

function nameOf(disposition: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  return encoded === undefined
    ? (/filename="([^"]+)"/i.exec(disposition)?.[1] ?? 'ratkaisupolku')
    : decodeURIComponent(encoded);
}
