import type { ContactEvent } from '../../../../src/features/cases/domain/case.ts';
import { messageDraft } from '../../../../src/features/cases/domain/message-draft.ts';
import { casesFi } from '../../../../src/features/cases/texts.fi.ts';
import { AINO, buildCase, day, itemId } from '../build-case.ts';

const scene = { t: casesFi, owner: 'Tampereen tukiyhdistys' };

const contact = (on: string, outcome: ContactEvent['outcome']): ContactEvent => ({
  id: itemId(3),
  on: day(on),
  channel: 'email',
  receiver: 'Vammaispalvelut',
  outcome,
  note: 'Sisäinen huomautus',
  by: AINO,
});

const defined = buildCase({
  basics: {
    ...buildCase().basics,
    description: 'Autoa odotetaan usein tunti.',
    influenceTarget: 'Kyydit myöhästyvät',
  },
});

describe('S0-22: the message to the authority', () => {
  it('states the matter and asks for a discussion', () => {
    expect(messageDraft(defined, scene)).toEqual({
      subject: 'Keskustelupyyntö: Kuljetuspalvelun odotusajat',
      body: [
        'Hei,',
        'Tampereen tukiyhdistys haluaa keskustella kanssanne asiasta ”Kuljetuspalvelun odotusajat”. Olemme kehitysvammaisten ihmisten ja heidän läheistensä paikallinen yhdistys.',
        'Autoa odotetaan usein tunti.',
        'Asia, johon haluamme muutosta: Kyydit myöhästyvät',
        'Tavoitteemme: Kyyti tulee ajallaan',
        'Pyydämme mahdollisuutta keskustella tästä niiden kanssa, jotka vastaavat asiasta hyvinvointialueella. Toivomme tapaamista noin kuukauden kuluessa.',
        'Noudatamme Kehitysvammaisten Tukiliiton toimintamallia Yhteistyössä kohti ratkaisua. Sen mukaisesti tuomme esille eri näkökulmat ja etsimme yhdessä kanssanne realistisia ratkaisuja.',
        'Voisitteko ehdottaa sopivia aikoja sekä paikkaa tai etäyhteyttä? Sovimme mielellämme kanssanne, ketkä keskusteluun kutsutaan, ja hoidamme käytännön järjestelyt yhteistyössä.',
        'Ystävällisin terveisin\n[oma nimi ja yhteystiedot]\nTampereen tukiyhdistys',
      ].join('\n\n'),
    });
  });

  it('leaves out what is not known', () => {
    const { body } = messageDraft(buildCase(), scene);
    expect(body).not.toContain('haluamme muutosta');
    expect(body).not.toMatch(/\n{3,}/);
  });

  it('S0-30: tells that Tukiliitto wishes to take part only when that support was asked for', () => {
    const support = { mode: 'teams', question: '', answer: '', timeOptions: [], choice: null } as const;
    expect(messageDraft({ ...defined, support }, scene).body).toContain('Teams-yhteydellä');
    expect(messageDraft(defined, scene).body).not.toContain('työntekijä');
  });

  it('speaks to the kind of body that receives it', () => {
    const { targetBody } = defined.basics;
    const municipal = { ...defined.basics, targetBody: { ...targetBody, kind: 'municipality' } } as const;
    expect(messageDraft({ ...defined, basics: municipal }, scene).body).toContain('kunnassanne');
  });

  it('asks again with the date of the last contact when that was left unanswered', () => {
    const contacts = [contact('2026-11-20', 'noAnswer'), contact('2026-11-02', 'willAnswer')];
    expect(messageDraft({ ...defined, contacts }, scene)).toEqual({
      subject: 'Muistutus keskustelupyynnöstä: Kuljetuspalvelun odotusajat',
      body: [
        'Hei,',
        'Otimme teihin yhteyttä 20.11.2026 asiasta ”Kuljetuspalvelun odotusajat”. Emme ole vielä saaneet vastausta, joten palaamme asiaan.',
        'Tavoitteemme: Kyyti tulee ajallaan',
        'Pyydämme mahdollisuutta keskustella tästä niiden kanssa, jotka vastaavat asiasta hyvinvointialueella. Toivomme tapaamista noin kuukauden kuluessa.',
        'Voisitteko vastata viikon kuluessa ja ehdottaa sopivia aikoja? Jos asia kuuluu jollekin toiselle, pyydämme teitä välittämään viestin hänelle ja kertomaan siitä meille.',
        'Ystävällisin terveisin\n[oma nimi ja yhteystiedot]\nTampereen tukiyhdistys',
      ].join('\n\n'),
    });
  });

  it('asks as for the first time once somebody has answered', () => {
    const contacts = [contact('2026-11-02', 'noAnswer'), contact('2026-11-20', 'forwarded')];
    expect(messageDraft({ ...defined, contacts }, scene)).toEqual(messageDraft(defined, scene));
  });

  it('believes the contact that was logged last when there are two of one day', () => {
    const contacts = [contact('2026-11-20', 'agreed'), contact('2026-11-20', 'noAnswer')];
    expect(messageDraft({ ...defined, contacts }, scene).subject).toContain('Muistutus');
  });
});
