// The page of a case beside its card: the same offers, and everything that was recorded.
import { menuActions, menuFields } from '../../../../src/features/cases/cards/case-menu.ts';
import { datedOffers, recordedOffers } from '../../../../src/features/cases/cards/item-offers.ts';
import { CasePage } from '../../../../src/features/cases/contract/case-page.ts';
import type { Case } from '../../../../src/features/cases/domain/case.ts';
import { STAGES } from '../../../../src/features/cases/domain/vocabulary.ts';
import type { Viewer } from '../../../../src/features/cases/policy.ts';
import { casePage } from '../../../../src/features/cases/tab/case-page.ts';
import { casesFi as t } from '../../../../src/features/cases/texts.fi.ts';
import type { ShownButton } from '../../../../src/platform/cards/contract.ts';
import { AINO, BO, buildCase, buildEvent, day, itemId, SANNA, TODAY } from '../build-case.ts';
import { buildFormContext } from '../fill-form.ts';
import { fullCase, fullCaseAsking } from '../full-case.ts';

function viewerOf(c: Case, by = AINO): Viewer {
  return buildFormContext({ c, by }).viewer;
}

function pageOf(c: Case, viewer: Viewer = viewerOf(c)): CasePage {
  return casePage(c, { viewer, t, trail: [], reminders: [], links: [] });
}

const until = { id: itemId(900), date: day('2027-01-15'), person: AINO, done: null };
const CASES: Readonly<Record<string, () => Case>> = {
  'just opened': () => buildCase(),
  ...Object.fromEntries(STAGES.map((stage) => [`full, in ${stage}`, () => fullCase({ stage })])),
  'while times are asked': () => fullCaseAsking(),
  paused: () => fullCase({ status: { kind: 'onHold', reason: 'Odotamme päätöstä', until } }),
  closed: () =>
    fullCase({
      status: {
        kind: 'closed',
        outcome: 'resolved',
        summary: 'Ratkesi',
        noEvaluationReason: '',
        cooperation: 'yes',
        on: TODAY,
        by: AINO,
      },
    }),
};
const PEOPLE = { 'its lead': AINO, 'somebody outside it': BO, 'the advisor': SANNA };
const TABLE = Object.keys(CASES).flatMap((state) => Object.keys(PEOPLE).map((who) => ({ state, who })));

function sceneOf({ state, who }: { readonly state: string; readonly who: string }): { c: Case; viewer: Viewer } {
  const c = CASES[state]?.() ?? buildCase();
  const by = Object.entries(PEOPLE).find(([name]) => name === who)?.[1] ?? AINO;
  return { c, viewer: viewerOf(by === BO ? { ...c, participants: [AINO] } : c, by) };
}

function idOf({ verb, data }: ShownButton): string {
  return [verb.replace('cases/do/', ''), ...(data['item'] === undefined ? [] : [data['item']])].join(':');
}

function itemIds(page: CasePage): readonly string[] {
  const sections = [...page.sections, ...page.stages.flatMap((stage) => stage.sections)];
  const lines = [...sections.flatMap((section) => section.lines), ...page.dates];
  return lines.flatMap(({ buttons }) => buttons.map(idOf));
}

describe('what can be done', () => {
  it.each(TABLE)('$state, for $who: the page offers the actions of the menu and no others', (row) => {
    const { c, viewer } = sceneOf(row);
    const offered = pageOf(c, viewer).groups.flatMap(({ actions }) => actions);
    const joinWhy = t.policyRefusals['join-first'];
    const pressed = offered.filter(({ can, why }) => can || why === joinWhy).map(({ button }) => idOf(button));
    expect(pressed.toSorted()).toEqual([...menuActions(c, viewer)].toSorted());
    expect(offered.filter(({ can, why }) => can === (why !== ''))).toEqual([]);
  });

  it.each(TABLE)('$state, for $who: each recorded thing and date has the choices of the menu', (row) => {
    const { c, viewer } = sceneOf(row);
    const all = [...datedOffers(c, viewer), ...recordedOffers(c, viewer)];
    const wanted = all.flatMap(({ item, actions }) => actions.map((name) => `${name}:${item.id}`));
    // "Kumoa" stands on the card only right after "Tehty"; the page keeps it.
    const shown = itemIds(pageOf(c, viewer)).filter((id) => !id.startsWith('notDone:'));
    expect(shown.toSorted()).toEqual(wanted.toSorted());
    const menu = menuFields(c, viewer, t).what.choices.map(({ value }) => value);
    expect(menu.filter((value) => value.includes(':') && !wanted.includes(value))).toEqual([]);
  });

  it('names the version that was seen and the tab in every button', () => {
    const c = fullCase();
    const page = pageOf(c);
    const buttons = [
      ...page.groups.flatMap(({ actions }) => actions.map(({ button }) => button)),
      ...(page.next?.buttons ?? []),
      ...page.dates.flatMap((date) => date.buttons),
    ];
    expect(buttons.filter(({ data }) => data['origin'] !== 'tab' || data['seen'] !== String(c.rev))).toEqual([]);
  });
});

/** Every text that people wrote into the case. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') {
    return [value];
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** The case with a text of its own in each place where people write, so that none can stand in for another. */
function markedCase(value: unknown, mark: () => string): unknown {
  if (typeof value === 'string') {
    return value.includes('ä ö') || value.includes('llll') ? mark() : value;
  }
  if (Array.isArray(value)) {
    return value.map((each) => markedCase(each, mark));
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, markedCase(each, mark)]))
    : value;
}

describe('what was recorded', () => {
  it('G-10: is all on the page, uncut, whatever the card leaves out', () => {
    let count = 0;
    const marks: string[] = [];
    const mark = (): string => {
      count += 1;
      marks.push(`merkki${count}x`);
      return `merkki${count}x`;
    };
    // Only texts were changed, each for another text.
    const [event] = fullCase().events;
    // Once a time is agreed, who answered what is of no use any more.
    const events = event === undefined ? [] : [{ ...event, times: null }];
    const c = markedCase(fullCase({ events }), mark) as Case;
    const shown = JSON.stringify(textsIn(pageOf(c)));
    const history = c.stageHistory.map(({ backReason }) => backReason);
    const missing = marks.filter((each) => !shown.includes(each) && !history.includes(each));
    // A step back says why in the history, which is drawn from the trail.
    expect(missing).toEqual([]);
  });

  it('tells who has answered and who is waited for, while times are asked', () => {
    const words = pageOf(fullCaseAsking()).stages.flatMap(({ sections }) => sections.map(({ heading }) => heading));
    expect(words).toEqual(expect.arrayContaining([t.timePoll.answered, t.timePoll.waiting]));
  });

  it('keeps what was recorded of an earlier and of a cancelled event', () => {
    const base = fullCase();
    const [event] = base.events;
    const earlier = { ...(event ?? buildEvent()), sharedView: 'Sovimme ensin tästä' };
    const c = { ...base, events: [earlier, buildEvent({ id: itemId(901), status: 'agreed' })] };
    expect(JSON.stringify(pageOf(c))).toContain('Sovimme ensin tästä');
    const cancelled = { ...base, events: [{ ...earlier, status: 'cancelled' as const }] };
    expect(JSON.stringify(pageOf(cancelled))).toContain('Sovimme ensin tästä');
  });

  it('has the shape of the contract at its fullest', () => {
    expect(() => CasePage.parse(pageOf(fullCase()))).not.toThrow();
  });
});
