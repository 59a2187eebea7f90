// `tiedote` and `tiedotteet`, and the presses of their cards except those of the form.
import { parseCountyCode } from '../../kernel/regions/regions.ts';
import { releaseCard } from '../../platform/cards/card-holds.ts';
import type { Card } from '../../platform/cards/card.ts';
import type { Notice } from '../../platform/cards/form.ts';
import { LIST_ITEMS_MAX } from '../../platform/cards/present-list.ts';
import { sentBy, type Sent } from '../../platform/posts/form-actions.ts';
import { isShownIn } from '../../platform/posts/post-home.ts';
import type { ActionRequest, Asking, CardAction, Command } from '../../platform/teams/bot.ts';
import type { People } from '../settings/index.ts';
import { drawBulletin, drawNotice } from './cards/bulletin-card.ts';
import { drawBulletinList, drawFilterForm, drawStart, NO_FILTER, type BulletinFilter } from './cards/bulletin-list.ts';
import type { BulletinDeps } from './deps.ts';
import { BULLETIN_KINDS, datesOf, type Bulletin } from './domain/bulletin.ts';
import { mayInform } from './policy.ts';
import { readFollowers, setFollowing } from './followers.ts';
import { bulletinTable, readBulletins, type BulletinSummary } from './rows.ts';
import { VERBS } from './verbs.ts';

const WRITERS_SHOWN = 5;

/** The two commands. */
export function createBulletinCommands(deps: BulletinDeps): readonly Command[] {
  const { t } = deps;
  return [
    {
      names: ['tiedote', 'uusi tiedote'],
      help: t.commands.write,
      async run(request) {
        const people = await deps.people.load(request.workspace);
        const card = mayInform(request.person.id, people, request.today)
          ? drawStart(t)
          : await list(deps, request, NO_FILTER, 0, [{ tone: 'info', text: writersText(deps, people, request) }]);
        return { kind: 'card', card, summary: t.list.title };
      },
    },
    {
      names: ['tiedotteet'],
      help: t.commands.list,
      run: async (request) => ({
        kind: 'card',
        card: await list(deps, request, NO_FILTER, 0),
        summary: t.list.title,
      }),
    },
  ];
}

function writersText({ t, advisorLabel }: BulletinDeps, people: People, { today }: Asking): string {
  const writers = people.members.filter(({ id }) => mayInform(id, people, today)).map(({ name }) => name);
  const who = t.start.notAllowed(advisorLabel);
  return writers.length === 0 ? who : `${who} ${t.start.writers(writers.slice(0, WRITERS_SHOWN).join(', '))}`;
}

/** The presses of the cards, seen by the person who pressed alone. */
export function createBulletinPresses(deps: BulletinDeps): readonly CardAction[] {
  const { t } = deps;
  const action = (verb: string, handle: (request: ActionRequest) => Promise<Card>): CardAction => ({
    verb,
    run: async (request) => ({ kind: 'card', card: await handle(request) }),
  });
  return [
    action(VERBS.list, (request) => {
      const sent = sentBy(request);
      return list(deps, request, filterOf(sent), skipOf(sent));
    }),
    action(VERBS.filter, (request) => Promise.resolve(drawFilterForm(t, filterOf(sentBy(request))))),
    action(VERBS.show, (request) =>
      withBulletin(deps, request, async (b) => {
        await releaseCard(deps.store, request.workspace, b.id, request.person.id);
        return await show(deps, request, b, []);
      }),
    ),
    action(VERBS.follow, (request) => withBulletin(deps, request, (b) => follow(deps, request, b))),
    action(VERBS.unfollow, (request) => withBulletin(deps, request, (b) => unfollow(deps, request, b))),
  ];
}

function filterOf(sent: Sent): BulletinFilter {
  return {
    county: parseCountyCode(sent['county']),
    kind: BULLETIN_KINDS.find((kind) => kind === sent['kind']) ?? null,
  };
}

function skipOf(sent: Sent): number {
  const skip = Number(sent['skip'] ?? 0);
  return Number.isInteger(skip) && skip > 0 ? skip : 0;
}

async function list(
  deps: BulletinDeps,
  { workspace, place }: Asking,
  filter: BulletinFilter,
  skip: number,
  notices: readonly Notice[] = [],
): Promise<Card> {
  const all = await bulletinTable.list(deps.store, workspace);
  const fitting = all.filter((summary) => isShownIn(summary.home, place) && fits(summary, filter));
  const skipped = Math.min(skip, fitting.length);
  const page = fitting.slice(skipped, skipped + LIST_ITEMS_MAX);
  const shown = await readBulletins(deps.store, workspace, page);
  return drawBulletinList(shown, { t: deps.t, filter, total: fitting.length, skipped, notices });
}

// What concerns the whole country concerns every county.
function fits(summary: BulletinSummary, { county, kind }: BulletinFilter): boolean {
  const isThere = county === null || summary.counties.length === 0 || summary.counties.includes(county);
  return isThere && (kind === null || summary.kind === kind);
}

async function withBulletin(
  deps: BulletinDeps,
  request: ActionRequest,
  handle: (b: Bulletin) => Promise<Card>,
): Promise<Card> {
  const id = bulletinTable.parseId(sentBy(request)['id']);
  const found = id === null ? null : await bulletinTable.read(deps.store, request.workspace, id);
  return found === null || !isShownIn(found.post.home, request.place)
    ? drawNotice(deps.t.notFound, deps.t)
    : await handle(found.post);
}

async function show(
  deps: BulletinDeps,
  { workspace, person, today }: ActionRequest,
  b: Bulletin,
  notices: readonly Notice[],
): Promise<Card> {
  const [people, followers] = await Promise.all([deps.people.load(workspace), readFollowers(deps.store, workspace, b)]);
  return drawBulletin(b, { t: deps.t, people, today, notices, follows: followers.includes(person.id) });
}

async function follow(deps: BulletinDeps, request: ActionRequest, b: Bulletin): Promise<Card> {
  const { said } = deps.t;
  if (!datesOf(b).some(({ date }) => date >= request.today)) {
    return await show(deps, request, b, b.withdrawnOn === null ? [{ tone: 'info', text: said.nothingAhead }] : []);
  }
  await note(deps, request, b, true);
  return await show(deps, request, b, [{ tone: 'done', text: said.followed }]);
}

async function unfollow(deps: BulletinDeps, request: ActionRequest, b: Bulletin): Promise<Card> {
  await note(deps, request, b, false);
  return await show(deps, request, b, [{ tone: 'done', text: deps.t.said.unfollowed }]);
}

async function note(deps: BulletinDeps, request: ActionRequest, b: Bulletin, wants: boolean): Promise<void> {
  const { workspace, person, now } = request;
  await setFollowing(deps.store, workspace, b.id, { person: person.id, wants, at: now });
}
