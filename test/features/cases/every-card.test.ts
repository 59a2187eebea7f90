// Every card of the feature, with the longest legal content of every field at once (limits: 120 characters a line, 1,000 a
// text, the caps of LIST_CAPS; letters of two bytes).
import type { Card } from '../../../src/platform/cards/card.ts';
import type { Fields } from '../../../src/platform/cards/field.ts';
import { findAction } from '../../../src/features/cases/actions/all-actions.ts';
import type { Action, FormContext } from '../../../src/features/cases/actions/form-action.ts';
import { drawActionForm, type FormScene } from '../../../src/features/cases/cards/action-form.ts';
import { drawAgenda } from '../../../src/features/cases/cards/agenda-card.ts';
import { drawDetails } from '../../../src/features/cases/cards/case-details.ts';
import { drawCaseList, drawFilterForm } from '../../../src/features/cases/cards/case-list.ts';
import { drawMenu } from '../../../src/features/cases/cards/case-menu.ts';
import { drawCase, type CaseScene } from '../../../src/features/cases/cards/case-view.ts';
import { drawDoneReminder } from '../../../src/features/cases/cards/done-reminder.ts';
import { drawDueList } from '../../../src/features/cases/cards/due-list.ts';
import { drawHistory } from '../../../src/features/cases/cards/history-card.ts';
import { drawTimePoll } from '../../../src/features/cases/cards/time-poll-card.ts';
import { drawMessageDraft } from '../../../src/features/cases/cards/message-draft-card.ts';
import { parseCase } from '../../../src/features/cases/case-schema.ts';
import type { ItemId } from '../../../src/kernel/ids.ts';
import { ACTION_NAMES, ruleOf, type ActionName } from '../../../src/features/cases/domain/action-rules.ts';
import type { Case } from '../../../src/features/cases/domain/case.ts';
import { datedItems } from '../../../src/features/cases/domain/dated-items.ts';
import { LIST_CAPS } from '../../../src/features/cases/domain/list-caps.ts';
import { recordedItems } from '../../../src/features/cases/domain/recorded-items.ts';
import { STAGES } from '../../../src/features/cases/domain/vocabulary.ts';
import { caseCells } from '../../../src/features/cases/rows.ts';
import { rowToSummary } from '../../../src/features/cases/summary-row.ts';
import { casesFi as t } from '../../../src/features/cases/texts.fi.ts';
import { NO_FILTER } from '../../../src/features/cases/use-cases/list-cases.ts';
import { lintCard } from '../../support/card-linter.ts';
import { viewProblems } from '../../support/view-check.ts';
import { AINO, buildCase, NOW, TODAY } from './build-case.ts';
import { buildFormContext, PEOPLE } from './fill-form.ts';
import { fullCase, fullCaseAsking, LONG, SHORT } from './full-case.ts';

/** What is wrong with the card, and where it differs from what the tab shows of it. */
function problemsOf(card: Card): readonly string[] {
  return [...lintCard(card), ...viewProblems(card)];
}

const NOTICES = [
  { tone: 'done', text: 'Tallennettu. Yhteydenotto on kirjattu.' },
  { tone: 'warning', text: LONG.slice(0, 300) },
] as const;

function sceneOf(c: Case): CaseScene & { readonly c: Case } {
  return { c, people: PEOPLE, today: TODAY, t, notices: NOTICES };
}

function longest(fields: Fields): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      field.kind === 'text'
        ? SHORT.padEnd(field.maxLength, 'ä').slice(0, field.maxLength)
        : field.kind === 'longText'
          ? LONG.padEnd(field.maxLength, 'ä').slice(0, field.maxLength)
          : field.initial,
    ]),
  );
}

function actionOf(name: ActionName): Action {
  const action = findAction(name);
  if (action === null) {
    throw new Error(`no action ${name}`);
  }
  return action;
}

function drawForm(name: ActionName, context: FormContext, about: Partial<FormScene> = {}): Card {
  const action = actionOf(name);
  return drawActionForm(action, {
    context,
    nonce: '01JD0000000000000000000001',
    typed: {},
    trouble: null,
    notices: NOTICES,
    origin: null,
    ...about,
  });
}

const ABOUT_TIMES: ReadonlySet<ActionName> = new Set(['askTimes', 'answerTimes', 'answerTimesFor', 'chooseTime']);

/** The case in the status that the action needs. */
function caseFor(name: ActionName): Case {
  const [status] = ruleOf(name).statuses;
  if (status === 'onHold') {
    const until = { id: AINO_ITEM, date: TODAY, person: AINO, done: null };
    return fullCase({ status: { kind: 'onHold', reason: LONG, until } });
  }
  if (status === 'closed') {
    return closedCase();
  }
  return ABOUT_TIMES.has(name) ? fullCaseAsking() : fullCase();
}

const AINO_ITEM = buildFormContext().item ?? recordedItems(fullCase())[0]?.id ?? NEVER();
function NEVER(): never {
  throw new Error('the full case records nothing');
}

function closedCase(): Case {
  const status = {
    kind: 'closed',
    outcome: 'resolved',
    summary: LONG,
    noEvaluationReason: LONG,
    cooperation: 'yes',
    on: TODAY,
    by: AINO,
  } as const;
  return fullCase({ status });
}

describe('every form', () => {
  it.each(ACTION_NAMES)('%s: is a good card at its fullest', (name) => {
    const c = caseFor(name);
    const context = buildFormContext({ c });
    expect(problemsOf(drawForm(name, context))).toEqual([]);
    expect(problemsOf(drawForm(name, context, { typed: longest(actionOf(name).content(context).fields) }))).toEqual([]);
  });

  it.each(ACTION_NAMES)('%s: is a good card when everything in it is wrong', (name) => {
    const context = buildFormContext({ c: caseFor(name) });
    const { fields } = actionOf(name).content(context);
    const problems = Object.fromEntries(Object.keys(fields).map((field) => [field, { code: 'unreadable' } as const]));
    const typed = longest(fields);
    const card = drawForm(name, context, {
      typed,
      trouble: { kind: 'reading', reading: { kind: 'problems', problems, typed } },
    });
    expect(problemsOf(card)).toEqual([]);
  });

  it.each(ACTION_NAMES)('%s: is a good card when somebody else was faster', (name) => {
    const context = buildFormContext({ c: caseFor(name) });
    const typed = Object.fromEntries(
      Object.keys(actionOf(name).content(context).fields).map((field) => [field, 'toinen']),
    );
    expect(problemsOf(drawForm(name, context, { typed, trouble: { kind: 'collision', by: AINO } }))).toEqual([]);
  });

  it('for editing what was recorded is a good card for each kind of it', () => {
    const c = fullCase();
    const kinds = new Map(recordedItems(c).map((item) => [item.action, item.id]));
    for (const [name, item] of kinds) {
      expect([name, ...problemsOf(drawForm(name, buildFormContext({ c, item })))]).toEqual([name]);
    }
  });

  it('for a dated item is a good card for each kind of it', () => {
    const c = fullCase();
    for (const { id } of new Map(datedItems(c).map((item) => [item.kind, item])).values()) {
      expect(problemsOf(drawForm('postpone', buildFormContext({ c, item: id })))).toEqual([]);
    }
  });
});

const PAGE = [{ label: t.casePage.openTab, url: 'https://teams.microsoft.com/l/entity/id/ratkaisupolku' }];

// As many as a question can name, with names of the usual length.
const MENTIONS = Array.from({ length: LIST_CAPS.asked }, (_, index) => ({
  teamsId: `29:1${'a'.repeat(40)}${index}`,
  name: `Esimerkki Pitkäniminen-Henkilö ${'äö'.charAt(index % 2).repeat(10)}`,
}));

function pollOf(c: Case): ItemId {
  return c.events.at(-1)?.times?.id ?? AINO_ITEM;
}

describe('every card about a case', () => {
  const draws: Readonly<Record<string, (c: Case) => Card>> = {
    'the case card': (c) => drawCase(c, sceneOf(c)),
    'its details': (c) => drawDetails(c, sceneOf(c), 'https://www.tukiliitto.fi/malli', PAGE),
    'its agenda': (c) => drawAgenda(c, sceneOf(c)),
    'its message draft': (c) => drawMessageDraft(c, sceneOf(c)),
    'its menu': (c) =>
      drawMenu(c, buildFormContext({ c }).viewer, t, { problem: 'Valitse yksi toiminto.', origin: null, page: PAGE }),
    'its done reminder': (c) => drawDoneReminder(c, sceneOf(c)),
    'the question which time suits': (c) => drawTimePoll(c, pollOf(c), sceneOf(c), MENTIONS),
    'its history': (c) =>
      drawHistory(
        c,
        Array.from({ length: 500 }, (_, index) => ({
          seq: index + 1,
          action: 'schedule',
          by: AINO,
          at: NOW,
          item: null,
        })),
        sceneOf(c),
      ),
  };

  it.each(Object.entries(draws))('%s is good at its fullest, in every stage, paused and closed', (_name, draw) => {
    const until = { id: AINO_ITEM, date: TODAY, person: AINO, done: null };
    const cases = [
      ...STAGES.map((stage) => fullCase({ stage })),
      fullCase({ status: { kind: 'onHold', reason: LONG, until } }),
      fullCaseAsking(),
      fullCaseAsking({ status: { kind: 'onHold', reason: LONG, until } }),
      closedCase(),
      buildCase(),
    ];
    for (const c of cases) {
      expect(problemsOf(draw(c))).toEqual([]);
    }
  });
});

describe('every list', () => {
  const summary = rowToSummary({
    rowKey: 'case|01JD0000000000000000000001',
    etag: '',
    timestamp: NOW,
    cells: caseCells(fullCase()),
  });

  it('of cases is a good card, empty, full and narrowed', () => {
    const filter = { ...NO_FILTER, text: SHORT.slice(0, 60), stage: 'followUp', closedToo: true } as const;
    const many = Array.from({ length: 300 }, () => summary);
    expect(problemsOf(drawCaseList([], { t, today: TODAY, filter: NO_FILTER, notices: NOTICES }))).toEqual([]);
    expect(problemsOf(drawCaseList(many, { t, today: TODAY, filter, notices: NOTICES }))).toEqual([]);
    expect(problemsOf(drawFilterForm(t, filter))).toEqual([]);
  });

  it('of dates is a good card, empty and full', () => {
    const c = fullCase();
    const lines = datedItems(c).map((item) => ({ c, item }));
    expect(problemsOf(drawDueList([], sceneOf(c)))).toEqual([]);
    expect(problemsOf(drawDueList(lines, sceneOf(c)))).toEqual([]);
  });
});

describe('the fullest case', () => {
  it('can be stored and read back as it is', () => {
    const c = fullCase();
    expect(parseCase(JSON.parse(JSON.stringify(c)))).toEqual(c);
    // An entity holds 1 MiB; text is stored in two bytes a character.
    expect(JSON.stringify(caseCells(c)).length * 2).toBeLessThan(1024 * 1024);
  });

  it('G-19: has no field for a diagnosis, a benefit, an identity code, a home address or a birth date', () => {
    const names = JSON.stringify(fullCase()).match(/"[a-zA-Z]+":/g) ?? [];
    const forbidden = /diagnos|benefit|identity|hetu|ssn|address|birth|health|patient/i;
    expect(names.filter((name) => forbidden.test(name))).toEqual([]);
  });
});
