// The register in the tab: looking, the file there and back, and one organisation's form.
import { localDateOf, localTimeOf } from '../../kernel/helsinki-time.ts';
import type { Instant } from '../../kernel/instants.ts';
import { parseNonce } from '../../platform/storage/operations.ts';
import { tabRoute, type TabAnswer, type TabRoute } from '../../platform/tab/tab-route.ts';
import { formatDateTime } from '../../platform/texts/finnish-dates.ts';
import type { PeopleDirectory } from '../settings/index.ts';
import {
  ImportAnswer,
  ImportBody,
  ImportPreview,
  OrganisationList,
  PreviewBody,
  SaveAnswer,
  SaveBody,
} from './contract.ts';
import { inOrder, matching, toFile } from './list-organisations.ts';
import { listing, problemWords } from './present.ts';
import { readRegister } from './rows.ts';
import type { OrganisationsTexts } from './texts.fi.ts';
import { applyImport, type ChangeDeps } from './use-cases/apply-import.ts';
import { previewUpload, readUpload } from './use-cases/read-upload.ts';
import { saveOrganisation, type SaveOutcome } from './use-cases/save-organisation.ts';

export type OrganisationsDeps = ChangeDeps & {
  readonly people: PeopleDirectory;
  readonly t: OrganisationsTexts;
};

const LISTED_MAX = 100;
// A file of 1 MB in base64, with the little that stands beside it.
const UPLOAD_BYTES = 1_500_000;

/** Members look at the register; admins change it. */
export function createOrganisationRoutes(deps: OrganisationsDeps): readonly TabRoute[] {
  return [listRoute(deps), fileRoute(deps), previewRoute(deps), importRoute(deps), saveRoute(deps)];
}

function listRoute({ store, people, t }: OrganisationsDeps): TabRoute {
  return tabRoute({
    method: 'GET',
    path: '/organisations',
    access: 'member',
    body: null,
    answer: OrganisationList,
    async handle({ workspace, person, query }) {
      const [register, known] = await Promise.all([readRegister(store, workspace), people.load(workspace)]);
      const { organisations, state } = register;
      const found = inOrder(matching(t, organisations, query.get('haku') ?? ''));
      const districts = organisations.filter(({ kind }) => kind === 'district');
      const { lastChange } = state;
      return {
        kind: 'json',
        json: {
          canChange: known.isAdmin(person.id),
          seen: String(state.version),
          districts: districts.length,
          associations: organisations.length - districts.length,
          organisations: found.slice(0, LISTED_MAX).map(listing(t, register)),
          more: Math.max(0, found.length - LISTED_MAX),
          districtNames: inOrder(districts).map(({ name }) => name),
          isInterrupted: state.running !== null,
          lastChange: lastChange === null ? null : { by: known.nameOf(lastChange.by), at: inWords(lastChange.at) },
        },
      };
    },
  });
}

function inWords(at: Instant): string {
  return formatDateTime(localDateOf(at), localTimeOf(at));
}

function fileRoute({ store, t }: OrganisationsDeps): TabRoute {
  return tabRoute({
    method: 'GET',
    path: '/organisations/file',
    access: 'member',
    body: null,
    answer: null,
    async handle({ workspace }) {
      const { organisations } = await readRegister(store, workspace);
      return {
        kind: 'file',
        name: t.fileName,
        contentType: 'text/csv; charset=utf-8',
        content: toFile(t, organisations),
      };
    },
  });
}

function previewRoute({ store, newId, t }: OrganisationsDeps): TabRoute {
  return tabRoute({
    method: 'POST',
    path: '/organisations/preview',
    access: 'admin',
    maxBodyBytes: UPLOAD_BYTES,
    body: PreviewBody,
    answer: ImportPreview,
    async handle({ workspace, body }) {
      const { organisations } = await readRegister(store, workspace);
      return { kind: 'json', json: previewUpload(t, organisations, { upload: readUpload(t, body), nonce: newId() }) };
    },
  });
}

function importRoute(deps: OrganisationsDeps): TabRoute {
  const { store, t } = deps;
  return tabRoute({
    method: 'POST',
    path: '/organisations/import',
    access: 'admin',
    maxBodyBytes: UPLOAD_BYTES,
    body: ImportBody,
    answer: ImportAnswer,
    async handle(request): Promise<TabAnswer<ImportAnswer>> {
      const { workspace, body } = request;
      const nonce = parseNonce(body.nonce);
      const upload = readUpload(t, body);
      if (nonce === null || upload.kind === 'unreadable') {
        return { kind: 'refused', code: 'bad-request' };
      }
      const { hash: file, plan } = upload;
      const outcome = await applyImport(deps, { asking: request, nonce, digest: body.digest, file, plan });
      if (outcome.kind === 'done') {
        const { added, changed, removed } = outcome.counts;
        return { kind: 'json', json: { kind: 'done', said: t.imported(added, changed, removed) } };
      }
      const { organisations } = await readRegister(store, workspace);
      return {
        kind: 'json',
        json: { kind: 'stale', plan: previewUpload(t, organisations, { upload, nonce: deps.newId() }) },
      };
    },
  });
}

function saveRoute(deps: OrganisationsDeps): TabRoute {
  return tabRoute({
    method: 'POST',
    path: '/organisations/save',
    access: 'admin',
    body: SaveBody,
    answer: SaveAnswer,
    async handle(request) {
      const outcome = await saveOrganisation(deps, request, request.body);
      return { kind: 'json', json: presentSave(deps.t, outcome) };
    },
  });
}

function presentSave(t: OrganisationsTexts, outcome: SaveOutcome): SaveAnswer {
  switch (outcome.kind) {
    case 'saved':
      return { kind: 'saved', said: t.saved(outcome.name) };
    case 'unchanged':
      return { kind: 'problems', problems: [{ column: null, text: t.unchanged }] };
    case 'problems':
      return {
        kind: 'problems',
        problems: outcome.problems.map((each) => ({ column: each.column, text: problemWords(t, each).join(' ') })),
      };
    default: {
      const { now, register } = outcome;
      return { kind: 'collision', now: now === null ? null : listing(t, register)(now) };
    }
  }
}
