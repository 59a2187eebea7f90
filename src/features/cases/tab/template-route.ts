import { prefixRange } from '../../../platform/storage/row-keys.ts';
import type { Store } from '../../../platform/storage/store.ts';
import { tabRoute, type TabRoute } from '../../../platform/tab/tab-route.ts';
import { TemplateUse } from '../contract/template-use.ts';
import { TEMPLATE_VERSION } from '../domain/case.ts';
import { CASE_PREFIX } from '../summary-row.ts';

// Rows without the column are older than it, and then there was no other version.
const FIRST_VERSION = '2024-01';

/** `GET /templates`: how many cases follow which version of the model. Counts only, of every channel. */
export function templateRoute({ store }: { readonly store: Store }): TabRoute {
  return tabRoute({
    method: 'GET',
    path: '/templates',
    access: 'admin',
    body: null,
    answer: TemplateUse,
    async handle({ workspace }) {
      const rows = await store.range(workspace, prefixRange(CASE_PREFIX, { select: ['template'] }));
      const counts = new Map<string, number>([[TEMPLATE_VERSION, 0]]);
      for (const { cells } of rows) {
        const version = String(cells['template'] ?? FIRST_VERSION);
        counts.set(version, (counts.get(version) ?? 0) + 1);
      }
      const versions = [...counts].map(([version, cases]) => ({ version, cases }));
      return {
        kind: 'json',
        json: { current: TEMPLATE_VERSION, versions: versions.toSorted((a, b) => (a.version < b.version ? 1 : -1)) },
      };
    },
  });
}
