// `GET /cases/:id`: the page of one case, by its number as people write it or by its id.
import { parseCaseId, type CaseId, type WorkspaceKey } from '../../../kernel/ids.ts';
import { tabRoute, type TabRoute } from '../../../platform/tab/tab-route.ts';
import { CasePage } from '../contract/case-page.ts';
import { isVisible, type Viewer } from '../policy.ts';
import { readAudit } from '../use-cases/audit.ts';
import type { CaseDeps } from '../use-cases/deps.ts';
import { findCaseId, loadCase } from '../use-cases/load-case.ts';
import { casePage } from './case-page.ts';
import { caseReminders } from './case-reminders.ts';
import { threadLink } from './thread-link.ts';

const NUMBER = /^\d{4}-\d{3,6}$/;

/** The route of the page Tapaus. A case that may not be shown here is not found. */
export function caseRoute(deps: CaseDeps): TabRoute {
  return tabRoute({
    method: 'GET',
    path: '/cases/:id',
    access: 'member',
    body: null,
    answer: CasePage,
    async handle({ workspace, person, place, today, params }) {
      const id = await idOf(deps, workspace, params['id'] ?? '');
      if (id === null) {
        return { kind: 'refused', code: 'not-found' };
      }
      const [loaded, people] = await Promise.all([loadCase(deps.store, workspace, id), deps.people.load(workspace)]);
      const viewer: Viewer = { person, place, people, today };
      if (loaded === null || !isVisible(loaded.c, viewer)) {
        return { kind: 'refused', code: 'not-found' };
      }
      const { c } = loaded;
      const [trail, reminders, thread] = await Promise.all([
        readAudit(deps.store, workspace, id),
        caseReminders(deps, workspace, c, viewer),
        threadLink(deps, workspace, id),
      ]);
      const { model } = people.links;
      const links = [
        ...(thread === null ? [] : [{ label: deps.t.casePage.thread, url: thread }]),
        ...(model === null ? [] : [{ label: deps.t.buttons.model, url: model }]),
      ];
      return { kind: 'json', json: casePage(c, { viewer, t: deps.t, trail, reminders, links }) };
    },
  });
}

async function idOf({ store }: CaseDeps, workspace: WorkspaceKey, text: string): Promise<CaseId | null> {
  return NUMBER.test(text) ? await findCaseId(store, workspace, text) : parseCaseId(text);
}
