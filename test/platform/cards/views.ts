// Views with realistic Finnish content, for the tests that draw whole cards.
import * as field from '../../../src/platform/cards/field.ts';
import type { Button, FormView } from '../../../src/platform/cards/form.ts';
import type { ListView } from '../../../src/platform/cards/present-list.ts';
import type { MessageView } from '../../../src/platform/cards/present-message.ts';

export const HELP = 'Tarvitsetko apua? Ota yhteyttä: Aino Esimerkki, järjestöasiantuntija.';

export function button(label: string, verb: string, overrides: Partial<Button> = {}): Button {
  return {
    label,
    verb,
    data: { caseId: '01JD0000000000000000000000' },
    look: 'plain',
    sendsInputs: false,
    ...overrides,
  };
}

function choices(count: number, title: string): readonly field.Choice[] {
  return Array.from({ length: count }, (_, index) => ({ value: `${index}`, title: `${title} ${index + 1}` }));
}

export const FIELDS = {
  matter: field.textField(true, {
    label: 'Asia',
    hint: 'Esimerkiksi: kuljetuspalvelun odotusajat',
    problem: 'Kirjoita asia muutamalla sanalla.',
  }),
  goal: field.longTextField(false, { label: 'Tavoite', problem: 'Kirjoita, mitä pitää muuttua.' }),
  municipality: field.filteredChoiceField({
    label: 'Kunta',
    problem: 'Valitse kunta listasta.',
    choices: choices(20, 'Kunta'),
  }),
  urgency: field.choiceField({
    label: 'Kiireellisyys',
    problem: 'Valitse yksi.',
    choices: [
      { value: 'urgent', title: 'Kiireellinen: noin 2 viikkoa' },
      { value: 'normal', title: 'Tavallinen: noin 1 kuukausi' },
    ],
    initial: 'normal',
  }),
  group: field.choiceField({ label: 'Toimija', problem: 'Valitse yksi.', choices: choices(7, 'Työryhmä') }),
  date: field.optionalDateField({ label: 'Päivä', problem: 'Kirjoita päivä, esimerkiksi 5.1.2027.' }),
  time: field.optionalTimeField({ label: 'Kellonaika', problem: 'Kirjoita aika, esimerkiksi 9.05.' }),
  topics: field.choicesField(true, { label: 'Aiheet', problem: 'Valitse yksi.', choices: choices(3, 'Aihe') }),
  sent: field.toggleField(true, { label: 'Kutsu on lähetetty', problem: 'Rastita, kun kutsu on lähetetty.' }),
};

export function buildForm(overrides: Partial<FormView> = {}): FormView {
  return {
    title: 'Kirjaa yhteydenotto',
    about: 'Tapaus 2026-014 · Kuljetuspalvelun odotusajat',
    step: 'Vaihe 2/4',
    intro: 'Tähän menee noin 2 minuuttia. Voit täydentää myöhemmin.',
    notices: [],
    privacyNotice: 'Älä kirjoita palvelun käyttäjien nimiä tai terveystietoja.',
    fields: FIELDS,
    typed: {},
    problems: {},
    buttons: [
      button('Tallenna', 'cases/contact', { look: 'primary', sendsInputs: true }),
      button('Peruuta', 'cases/cancel'),
    ],
    help: HELP,
    ...overrides,
  };
}

export function buildMessage(overrides: Partial<MessageView> = {}): MessageView {
  return {
    title: 'Tapaus on avattu',
    about: 'Tapaus 2026-014 · Kuljetuspalvelun odotusajat',
    notices: [
      { tone: 'done', text: 'Tallennettu. Tapaus 2026-014 on avattu.' },
      { tone: 'info', text: 'Muistutan sinua viikkoa ennen.' },
      { tone: 'warning', text: 'Tavoitepäivä on jo ensi viikolla.' },
      { tone: 'problem', text: 'Päivä puuttuu.' },
    ],
    paragraphs: ['Ota seuraavaksi yhteyttä hyvinvointialueeseen.\nKysy, kuka vastaa kuljetuspalvelusta.'],
    facts: [
      { label: 'Tavoite', value: 'Kyyti tulee 30 minuutissa tilauksesta' },
      { label: 'Sijainti', value: '' },
    ],
    sections: [
      { heading: 'Yhteydenotot', lines: ['tiistaina 5.1.2027: soitto', 'keskiviikkona 6.1.2027: sähköposti'] },
    ],
    buttons: [button('Näytä tapaus', 'cases/show', { look: 'primary' })],
    links: [{ label: 'Lue lisää', url: 'https://www.tukiliitto.fi/' }],
    help: HELP,
    ...overrides,
  };
}

export function buildList(overrides: Partial<ListView> = {}): ListView {
  return {
    title: 'Avoimet tapaukset',
    about: null,
    notices: [],
    intro: 'Tiimillä on 22 avointa tapausta.',
    items: Array.from({ length: 10 }, (_, index) => ({
      title: `2026-0${10 + index} Kuljetuspalvelun odotusajat Tampereella`,
      lines: ['Vaihe 2: Yhteys hyvinvointialueelle', 'Viimeistään keskiviikkona 2.12.2026'],
      buttons: [button('Näytä tapaus', 'cases/show')],
    })),
    more: 'Lisäksi 12 muuta tapausta. Näet ne välilehdellä.',
    buttons: [button('Uusi tapaus', 'cases/new', { look: 'primary' })],
    help: HELP,
    ...overrides,
  };
}
