// What the cards about a case say, in words.
import { drawDetails } from '../../../src/features/cases/cards/case-details.ts';
import { menuActions } from '../../../src/features/cases/cards/case-menu.ts';
import { caseCardView, drawCase } from '../../../src/features/cases/cards/case-view.ts';
import type { Case } from '../../../src/features/cases/domain/case.ts';
import { STAGES } from '../../../src/features/cases/domain/vocabulary.ts';
import { casesFi as t } from '../../../src/features/cases/texts.fi.ts';
import { buildCase, buildEvent, day, itemId, AINO, SANNA, TODAY } from './build-case.ts';
import { buildFormContext, PEOPLE } from './fill-form.ts';
import { nodesOf, says } from './case-world.ts';

const scene = { people: PEOPLE, today: TODAY, t };

function buttonsOf(c: Case): readonly string[] {
  return caseCardView(c, scene).buttons.map((button) => button.label);
}

describe('the case card', () => {
  it('S0-60, S0-03: draws the path in words, with what is done, now and ahead', () => {
    const view = caseCardView(buildCase({ stage: 'discussion' }), scene);
    expect(view.stages.map(({ number, name, word }) => `${number} ${name}: ${word}`)).toEqual([
      '1 Yhteys Tukiliittoon: valmis',
      '2 Yhteys hyvinvointialueelle: valmis',
      '3 Keskustelutilaisuus: nyt',
      '4 Jatkosuunnitelmat ja seuranta: tulossa',
    ]);
  });

  it('S0-08, S1-26: names the background support of the county, who is never the owner', () => {
    const { facts } = caseCardView(buildCase(), scene);
    expect(facts.find((fact) => fact.label === 'Taustatuki')?.value).toBe(PEOPLE.nameOf(SANNA));
    expect(facts.find((fact) => fact.label === 'Toimija')?.value).toBe('Tampereen tukiyhdistys');
  });

  it('S0-20, S0-21: in stage 2 names whom to contact and has help one press away', () => {
    const c = buildCase({ stage: 'authorityContact' });
    expect(caseCardView(c, scene).nextStep?.text).toBe(
      'Ota yhteyttä Pirkanmaan hyvinvointialueeseen ja pyydä keskustelua',
    );
    expect(buttonsOf(c)).toEqual([
      'Kirjaa yhteydenotto',
      'Viestiluonnos',
      'Pyydä tukea',
      'Näytä tapaus',
      'Lisää toimintoja',
    ]);
  });

  it('S0-26: in stage 3 has the agenda one press away', () => {
    expect(buttonsOf(buildCase({ stage: 'discussion', events: [buildEvent()] }))).toContain('Asialista');
  });

  it('S0-60: offers to move on as soon as nothing required is left, beside the next step', () => {
    const c = buildCase({ basics: { ...buildCase().basics, influenceTarget: 'Sopimus' } });
    expect(buttonsOf(c)).toEqual([
      'Lue toimintamallin periaatteet',
      'Siirry vaiheeseen 2',
      'Näytä tapaus',
      'Lisää toimintoja',
    ]);
  });

  it.each(STAGES)(
    'B-03, B-19: has at most five choices in stage %s, "Näytä tapaus" and "Lisää toimintoja" last',
    (stage) => {
      const buttons = buttonsOf(buildCase({ stage, events: [buildEvent()] }));
      expect(buttons.length).toBeLessThanOrEqual(5);
      expect(buttons.slice(-2)).toEqual(['Näytä tapaus', 'Lisää toimintoja']);
    },
  );

  it('S0-06, B-21: says in words how many days the target date has passed by', () => {
    const schedule = { ...buildCase().schedule, targetDate: day('2026-11-21') };
    const { facts } = caseCardView(buildCase({ schedule }), scene);
    expect(facts.find((fact) => fact.label === 'Tavoitepäivä')?.value).toBe('21.11.2026 (3 päivää myöhässä)');
  });

  it('S0-15, B-21: says the urgency in words', () => {
    expect(caseCardView(buildCase(), scene).urgency.word).toBe('Tavallinen');
  });

  it('shows the next promised date rather than the date to aim at', () => {
    const followUp = { id: itemId(5), date: day('2026-12-02'), person: AINO, done: null, what: 'Soita', note: '' };
    const c = buildCase({ followUps: [followUp] });
    expect(caseCardView(buildCase(), scene).nextStep?.when).toContain('Viimeistään');
    expect(caseCardView(c, scene).nextStep?.when).toBe(
      'Lähin sovittu päivä: Seurantapäivä: Soita, keskiviikkona 2.12.2026',
    );
  });

  it('is not late with a decision day or a visit that has simply passed', () => {
    const milestone = {
      id: itemId(6),
      date: day('2026-11-20'),
      person: AINO,
      done: null,
      kind: 'council' as const,
      what: 'Valtuusto',
      remind: true,
    };
    const c = buildCase({
      stage: 'discussion',
      events: [buildEvent({ status: 'held', date: day('2026-11-19'), milestones: [milestone] })],
    });
    expect(caseCardView(c, scene).nextStep).toMatchObject({ when: expect.stringContaining('Viimeistään'), late: null });
  });

  it('B-14: has help from a person in the same place, last', () => {
    const card = drawCase(buildCase(), scene);
    const last = nodesOf(card)
      .filter((node) => node['type'] === 'TextBlock' || node['type'] === 'TextRun')
      .at(-1);
    expect(String(last?.['text'])).toContain('Tarvitsetko apua? Kysy: Sanna Salo');
  });
});

describe('the details of a case', () => {
  it('S0-01, B-20: begin with the name of the model and a summary of at most three lines', () => {
    const card = drawDetails(buildCase(), scene, null);
    expect(says(card, 'Tapaus 2026-014 · Yhteistyössä kohti ratkaisua')).toBe(true);
    const lines = ['Tapaus on avoin. Vaihe 1/4: Yhteys Tukiliittoon.', 'Seuraava askel: Kerro, mitä haluat muuttaa'];
    expect(lines.every((line) => says(card, line))).toBe(true);
  });

  it('S1-30: lead to the model itself when its address is known, and to nothing else', () => {
    const links = (model: string | null) =>
      nodesOf(drawDetails(buildCase(), scene, model)).filter((node) => node['type'] === 'Action.OpenUrl');
    expect(links('https://www.tukiliitto.fi/malli').map((link) => link['url'])).toEqual([
      'https://www.tukiliitto.fi/malli',
    ]);
    expect(links(null)).toEqual([]);
  });

  it('S0-32, S0-40: show the viewpoints in their three sections', () => {
    const viewpoints = {
      usersAndClose: 'Odotus on pitkä',
      authority: 'Autoja on vähän',
      lawAndCrpd: { references: ['crpd'], text: '' },
    };
    const card = drawDetails(buildCase({ stage: 'discussion', events: [buildEvent({ viewpoints })] }), scene, null);
    for (const line of [
      'Palvelun käyttäjät ja läheiset: Odotus on pitkä',
      'Kunta tai hyvinvointialue: Autoja on vähän',
    ]) {
      expect(says(card, line)).toBe(true);
    }
    expect(says(card, 'Laki ja YK:n vammaissopimus:')).toBe(true);
  });
});

describe('the menu', () => {
  const offered = (c: Case) => menuActions(c, buildFormContext({ c }).viewer);

  it('offers nothing that has nothing to work on', () => {
    const c = buildCase({ stage: 'authorityContact' });
    for (const name of ['cancelEvent', 'invitee', 'advance', 'shareLesson'] as const) {
      expect(offered(c)).not.toContain(name);
    }
    expect(offered(buildCase({ stage: 'authorityContact', events: [buildEvent()] }))).toContain('cancelEvent');
  });

  it('offers moving on as soon as nothing required is missing', () => {
    expect(offered(buildCase())).not.toContain('advance');
    expect(offered(buildCase({ basics: { ...buildCase().basics, influenceTarget: 'Sopimus' } }))).toContain('advance');
  });
});
