// What the cards that only show something say, and in which order.
import { drawDetails } from '../../../../src/features/cases/cards/case-details.ts';
import { drawHistory } from '../../../../src/features/cases/cards/history-card.ts';
import { drawMessageDraft } from '../../../../src/features/cases/cards/message-draft-card.ts';
import { ACTION_NAMES } from '../../../../src/features/cases/domain/action-rules.ts';
import { casesFi as t } from '../../../../src/features/cases/texts.fi.ts';
import type { AuditEntry } from '../../../../src/features/cases/use-cases/audit.ts';
import { AINO, BO, buildCase, day, NOW, TODAY } from '../build-case.ts';
import { nodesOf } from '../case-world.ts';
import { PEOPLE } from '../fill-form.ts';

const scene = { people: PEOPLE, today: TODAY, t };
const textsOf = (card: unknown): readonly string[] =>
  nodesOf(card).flatMap((node) => (typeof node['text'] === 'string' ? [node['text']] : []));

describe('the history of a case', () => {
  const entry = (seq: number, action: AuditEntry['action']): AuditEntry => ({
    seq,
    action,
    by: AINO,
    at: NOW,
    item: null,
  });

  it('says who did what, the newest first, and why the case went back', () => {
    const back = {
      stage: 'federationContact',
      on: day('2026-11-24'),
      by: AINO,
      backReason: 'Uusi yhteydenotto',
    } as const;
    const c = buildCase({ stageHistory: [back] });
    const texts = textsOf(drawHistory(c, [entry(1, 'open'), entry(2, 'goBack')], scene));
    const name = PEOPLE.nameOf(AINO);
    expect(texts.slice(texts.indexOf('Tapauksen historia') + 1, -1)).toEqual([
      `24.11.2026 klo 11.00 · ${name} palautti tapauksen edelliseen vaiheeseen`,
      `24.11.2026 klo 11.00 · ${name} avasi tapauksen`,
      'Miksi tapaus palasi edelliseen vaiheeseen',
      '24.11.2026 · Uusi yhteydenotto',
    ]);
  });

  it('tells what was done, never what to do', () => {
    expect(ACTION_NAMES.filter((name) => !/^\p{Ll}+(?:i|si)(?=[ ,])/u.test(t.history[name]))).toEqual([]);
  });
});

describe('S0-22: the message draft', () => {
  it('says first what to do, then to whom and what, and last what comes after', () => {
    const texts = textsOf(drawMessageDraft(buildCase(), scene));
    const order = [
      'Kopioi teksti ja muokkaa sitä. Lähetä viesti itse.',
      'Vastaanottaja',
      'Pirkanmaan hyvinvointialue',
      'Otsikko',
      'Keskustelupyyntö: Kuljetuspalvelun odotusajat',
      'Viesti',
      'Hei,',
      'Kun olet lähettänyt viestin, kirjaa yhteydenotto.',
    ];
    expect(texts.filter((text) => order.includes(text))).toEqual(order);
  });
});

describe('the details of a case', () => {
  it('name the lead once, and each other participant', () => {
    const texts = textsOf(drawDetails(buildCase({ participants: [AINO, BO] }), scene, null));
    const people = texts.slice(texts.indexOf('Mukana') + 1);
    expect(people.slice(0, 2)).toEqual([`Vastuuhenkilö: ${PEOPLE.nameOf(AINO)}`, PEOPLE.nameOf(BO)]);
  });

  it('S0-10: say which words are the question and which the answer', () => {
    const support = {
      mode: 'information',
      question: 'Mitä laki sanoo?',
      answer: 'Lue pykälä 8.',
      timeOptions: [],
      choice: null,
    } as const;
    const texts = textsOf(drawDetails(buildCase({ support }), scene, null));
    expect(texts).toEqual(expect.arrayContaining(['Kysymys: Mitä laki sanoo?', 'Vastaus: Lue pykälä 8.']));
  });
});
