// The main job, in the real client: a volunteer opens a case, the group walks it through all four stages, a reminder
// comes, a second person joins, and the case is closed and its lesson shared. Screenshots are kept for looking at.
import type { Browser } from 'playwright-core';
import { openBrowser } from './support/browser.ts';
import { openPlayground, PlaygroundCard, type Playground } from './support/playground.ts';
import { openTestWorld, type TestWorld } from './support/test-world.ts';

const MATTER = 'Kuljetuspalvelun odotusajat Tampereella';
const ABOUT = 'Tapaus 2026-001';

let world: TestWorld;
let browser: Browser;
let playground: Playground;
let shots = 0;

beforeAll(async () => {
  // Tuesday 24.11.2026, 11.00 in Helsinki.
  world = await openTestWorld({ playground: true, startsAt: '2026-11-24T09:00:00.000Z' });
  browser = await openBrowser();
  playground = await openPlayground(browser, world);
}, 120_000);
afterAll(async () => {
  // What was on the screen at the end: of a failure, where it happened.
  await keep('end');
  await browser.close();
  await world.stop();
});

async function keep(name: string, card?: PlaygroundCard): Promise<void> {
  shots += 1;
  await card?.locator.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await playground.screenshot(`case-${String(shots).padStart(2, '0')}-${name}`);
}

/** The first card of the case's thread: the opening form, then the case card, then the forms in its place. */
async function mainCard(saying: string | RegExp): Promise<PlaygroundCard> {
  const first = playground
    .thread(`uusi tapaus ${MATTER}`)
    .locator('.ac-adaptiveCard')
    .first()
    .filter({ hasText: saying });
  await first.waitFor();
  return new PlaygroundCard(playground.page, first);
}

/** The form of this title, opened by the case card's button. */
async function openForm(button: string, title: string): Promise<PlaygroundCard> {
  const card = await caseCard();
  await card.press(button);
  return await mainCard(title);
}

/** The case card, when it says this beside the path. */
async function caseCard(saying = 'Seuraava askel'): Promise<PlaygroundCard> {
  return await mainCard(new RegExp(`${ABOUT}[\\s\\S]*${saying}[\\s\\S]*Yhteys Tukiliittoon`));
}

/** Saves the form and waits for the case card that says so. */
async function save(form: PlaygroundCard, button = 'Tallenna'): Promise<PlaygroundCard> {
  await form.press(new RegExp(`^${button}$`));
  return await caseCard('Tallennettu');
}

it('walks a case from opening to a shared lesson', async () => {
  // The admin gives Kainuu an advisor of its own; Pirkanmaa has Aino.
  await playground.openChannel();
  await playground.actAs({ person: 'kaisa', channel: 'Pirkanmaa' });
  await playground.post('asetukset');
  const settings = await playground.card('Anna rooli');
  await keep('settings');
  await settings.press('Anna rooli');
  const role = await playground.card(/Anna rooli[\s\S]*Tallenna/);
  await keep('role-form');
  await role.choose('Ihminen', 'Liisa Laaksonen');
  await role.check(/rjestöasiantuntija/);
  await role.check('Kainuun hyvinvointialue');
  await role.press(/^Tallenna$/);
  await playground.card(/Liisa Laaksonen[\s\S]*Kainuun/);
  await keep('role-given');

  // Opening, with personal data noticed and mended, and a required field left empty.
  await playground.actAs({ person: 'veera', channel: 'Pirkanmaa' });
  await playground.post(`uusi tapaus ${MATTER}`);
  let form = await mainCard('Koskeeko asia yhtä ihmistä?');
  await keep('opening-form');
  await form.press('Avaa tapaus');
  expect(await form.text()).toContain('Kirjoita, mitä haluat saada aikaan.');
  await form.fill('Tavoite', 'Soita 040 1234567 ja sovi kyydistä');
  await form.choose('Hyvinvointialue tai kunta', 'Tampere');
  await form.check('Tavallinen: noin 1 kuukausi');
  await form.check('Vaikuttamistyöryhmä');
  await form.check('Ei, asia koskee useaa ihmistä');
  await form.press('Avaa tapaus');
  form = await mainCard(/puhelinnumero[\s\S]*Tallenna silti/);
  await keep('personal-data');
  await form.press('Muokkaa');
  form = await mainCard(/Koskeeko asia yhtä ihmistä\?[\s\S]*Avaa tapaus/);
  await form.fill('Tavoite', 'Kyyti tulee 30 minuutissa tilauksesta');
  await form.press('Avaa tapaus');
  const opened = await caseCard('Tapaus 2026-001 on avattu');
  expect(await opened.text()).toContain('Kerroin asiasta: Aino Esimerkki.');
  await playground.card('Uusi tapaus odottaa taustatukea');
  await keep('opened');

  // Stage 1.
  form = await openForm('Kerro, mitä haluat muuttaa', 'Vaikuttamisen kohde');
  await form.fill('Vaikuttamisen kohde', 'Kuljetuspalvelun sopimus ja tilausajat');
  await form.choose('Teema', 'Liikkuminen');
  await keep('define');
  await save(form);
  form = await openForm('Kerro, kuka on toimija', 'Toimijan nimi');
  await form.fill('Toimijan nimi', 'Pirkanmaan vaikuttamistyöryhmä');
  await save(form);
  form = await openForm('Lue toimintamallin periaatteet', 'Kävimme periaatteet läpi');
  await keep('principles');
  await form.check('Kävimme periaatteet läpi');
  await save(form);
  form = await openForm('Kerro tuen tarve', 'Millaista tukea tarvitset');
  await form.check('Tukiliiton työntekijä paikan päälle');
  await form.press(/^Tallenna$/);
  form = await mainCard('Päivä 1');
  await form.setDate('Päivä 1', '2026-12-10');
  await form.setTime('Kellonaika 1', '13:00');
  await keep('time-options');
  await save(form);

  // The advisor answers in the thread, where she was asked.
  await playground.actAs({ person: 'aino' });
  const asked = await playground.card('Toimija pyytää tukea');
  await asked.press('Vastaa tukipyyntöön');
  form = await playground.card('Mikä aika sopii?');
  await keep('support-answer');
  await form.check(/10\.12\.2026/);
  await form.press(/^Tallenna$/);
  await playground.card('Tukipyyntöön on vastaus');
  await playground.actAs({ person: 'veera' });

  // On to stage 2, leaving the optional rest.
  await (await caseCard()).press('Siirry vaiheeseen 2');
  form = await mainCard('Siirry silti');
  await keep('advance');
  const second = await save(form, 'Siirry silti');
  expect(await second.text()).toContain('Ota yhteyttä Pirkanmaan hyvinvointialueeseen ja pyydä keskustelua');
  await second.press('Viestiluonnos');
  await mainCard('Keskustelupyyntö:');
  await keep('message-draft');
  await (await mainCard('Keskustelupyyntö:')).press('Kirjaa yhteydenotto');
  form = await mainCard('Milloin otit yhteyttä');
  await form.choose('Miten otit yhteyttä?', 'Sähköposti');
  await form.fill('Mihin virastoon tai kenelle?', 'Vammaispalvelujen päällikkö');
  await form.check('Suostui keskusteluun');
  await form.setDate(/Milloin katsot asiaa uudelleen/, '2026-12-03');
  await keep('contact');
  await save(form);
  form = await openForm('Sovi keskustelutilaisuus', 'Onko tilaisuus sovittu');
  await form.check('Sovittu');
  await form.setDate(/^Päivä/, '2026-12-10');
  await form.setTime(/^Kellonaika/, '13:00');
  await form.check('Paikan päällä');
  await form.fill(/^Paikka/, 'Tampereen pääkirjasto');
  await keep('event');
  await save(form);
  form = await openForm('Lisää kutsuttava', 'Kuka ehdotti kutsuttavaa');
  await form.choose('Rooli', 'Viranhaltija');
  await form.fill(/Järjestö, virasto/, 'Pirkanmaan hyvinvointialue');
  await save(form);

  // A second person joins with one press and adds an arrangement.
  await playground.actAs({ person: 'mikko' });
  await (await caseCard()).press('Lisää järjestely');
  const invited = await caseCard('Et ole vielä mukana');
  await keep('join');
  await invited.press('Tule mukaan');
  form = await mainCard('Oma järjestely');
  await form.check('Lähetä kutsut');
  await save(form);
  await playground.actAs({ person: 'veera' });

  // The reminder of 3.12. comes the day before at 9.00, and "Tehty" asks what was found out.
  await world.travelTo('2026-12-02T07:00:05.000Z');
  const reminder = await playground.card('Katso, miten asia etenee');
  expect(await reminder.text()).toContain('huomenna, torstaina 3.12.2026');
  await keep('reminder', reminder);
  await reminder.press('Tehty');
  form = await playground.card('Mitä selvisi?');
  await form.fill('Mitä selvisi?', 'Päällikkö vastasi ja tulee mukaan.');
  await form.press(/^Tallenna$/);
  await playground.card(/Tallennettu[\s\S]*Seuraava askel/);
  await keep('reminder-done');

  // Stage 3, the day after the event.
  await (await caseCard()).press('Siirry vaiheeseen 3');
  await caseCard('Keskustelutilaisuus');
  await world.travelTo('2026-12-11T08:00:00.000Z');
  form = await openForm('Kerro, kuka voi ratkaista asian', 'Kuka voi ratkaista asian');
  await form.check('Viranhaltijat voivat ratkaista asian');
  await save(form);
  await (await caseCard()).press('Asialista');
  await mainCard('Miksi olemme koolla?');
  await keep('agenda');
  await (await mainCard('Miksi olemme koolla?')).press('Takaisin');
  form = await openForm('Kirjaa tilaisuus pidetyksi', 'Milloin tilaisuus oli');
  await form.setDate('Milloin tilaisuus oli?', '2026-12-10');
  await form.check(/Viranhaltija, Pirkanmaan/);
  await form.fill(/Avoin keskustelu/, 'Puhuimme tilauskeskuksen ruuhkasta.');
  await keep('record-event');
  await save(form);
  await keep('event-warning');
  form = await openForm('Kirjaa näkökulmat', 'Palvelun käyttäjien ja läheisten näkökulmat');
  await form.fill(/Palvelun käyttäjien ja läheisten/, 'Odotus kestää yli tunnin.');
  await form.fill(/Hyvinvointialueen edustajien/, 'Autoja on liian vähän aamuisin.');
  await form.check(/YK:n vammaissopimus/);
  await keep('viewpoints');
  await save(form);
  await directionByTwo();
  form = await openForm('Kirjaa aikataulu', 'Milloin se tapahtuu');
  await form.fill(/Mitä silloin tapahtuu/, 'Uusi sopimuskausi alkaa');
  await form.setDate('Milloin se tapahtuu?', '2027-01-04');
  await save(form);
  form = await openForm('Kirjaa ratkaisuvaihtoehto', 'Mikä on ratkaisuvaihtoehto');
  await form.fill('Mikä on ratkaisuvaihtoehto?', 'Lisää autoja aamuihin');
  await form.check('Yhdessä');
  await form.check('Kyllä');
  await save(form);
  form = await openForm('Kirjaa yhteinen näkökulma ja ratkaisut', 'Mikä on yhteinen näkökulma');
  await form.fill('Mikä on yhteinen näkökulma?', 'Odotusaika mitataan joka kuukausi.');
  await save(form);
  form = await openForm('Kirjaa toimenpide', 'Mikä on toimenpide');
  await form.fill('Mikä on toimenpide?', 'Pyydä tilastot');
  await form.setDate('Milloin toimenpide on valmis?', '2026-12-18');
  await save(form);

  // Stage 4.
  await (await caseCard()).press('Siirry vaiheeseen 4');
  await caseCard('Jatkosuunnitelmat ja seuranta');
  form = await openForm('Sovi seuraava tapaaminen', 'Sovitteko uuden tapaamisen');
  await form.check('Emme sovi uutta tapaamista');
  await form.fill(/Miksi ette sovi/, 'Seuraamme asiaa tilastoista.');
  await save(form);
  form = await openForm('Kirjaa kontaktihenkilöt', 'kontaktihenkilö');
  await form.fill(/Toimijan kontaktihenkilö: nimi/, 'Veera Virtanen');
  await form.fill(/Kohdetahon kontaktihenkilö: nimi/, 'Päivi Päällikkö');
  await save(form);
  form = await openForm('Lisää tiedotus', 'Kenelle tieto menee');
  await form.check('Tiedotus omissa verkostoissa');
  await form.fill('Mistä tiedotus kertoo?', 'Kerro jäsenkirjeessä');
  await form.setDate('Viimeinen päivä', '2026-12-21');
  await save(form);
  form = await openForm('Lisää seurantapäivä', 'Mitä katsot silloin');
  await form.fill('Mitä katsot silloin?', 'Katso uudet odotusajat');
  await form.setDate('Milloin katsot asiaa uudelleen?', '2027-01-20');
  await save(form);
  form = await openForm('Sovi arvioinnin päivä', 'Milloin arvioitte');
  await form.setDate('Milloin arvioitte toimintamallia?', '2027-01-28');
  await save(form);
  await evaluate('veera', 'Yhteinen keskustelu toimi.');
  await evaluate('aino', 'Hyvä valmistelu.');
  await playground.actAs({ person: 'veera' });
  form = await openForm('Kirjoita oppi muille', 'Mitä muut voivat oppia');
  await form.fill('Mitä muut voivat oppia?', 'Pyydä tilastot ennen keskustelua.');
  await save(form);
  await playground.actAs({ person: 'aino' });
  await (await playground.card('Oppi odottaa lukijaa')).press('Jaa oppi kanavalle');
  form = await playground.card('Teksti, jonka jaat');
  await form.check('Tekstissä ei ole henkilötietoja');
  await keep('share-lesson');
  await form.press('Jaa oppi');
  await playground.card(/Tästä voi oppia[\s\S]*Pyydä tilastot ennen keskustelua/);
  await keep('lesson-shared');

  // Closing.
  await playground.actAs({ person: 'veera' });
  form = await openForm('Päätä tapaus', 'Mikä on tulos');
  await form.check('Ratkaistu');
  await form.fill('Miten asia päättyi?', 'Odotusaika lyheni puoleen tuntiin.');
  await form.check('Kyllä, yhteistyö jatkuu säännöllisesti');
  await keep('closing');
  const closed = await save(form, 'Päätä tapaus');
  expect(await closed.text()).toContain('Tapaus on päätetty');
  await playground.card('Muistutuksia ei enää tule.');
  await keep('closed');

  // The advisor's card of stage 1 is stale by now, and harmless: it answers with the case as it is.
  const stale = await playground.card('Tukiliiton työntekijä tulee');
  await stale.press('Siirry vaiheeseen 2');
  await playground.card('Tapaus on päätetty. Voit palauttaa sen avoimeksi.');
  await keep('stale-card');

  await closed.press('Näytä tapaus');
  const details = await mainCard('Odotusaika lyheni puoleen tuntiin.');
  expect(await details.text()).toContain('Ratkaistu');
  await keep('details');
}, 420_000);

async function evaluate(person: string, worked: string): Promise<void> {
  await playground.actAs({ person });
  const form = await openForm('Arvioi toimintamallia', 'Mikä toimi hyvin');
  await form.fill('Mikä toimi hyvin?', worked);
  await form.check(/^Kyllä$/);
  await save(form);
}

/** Veera and Mikko write the same part at once: the second sees who was faster, and loses no word. */
async function directionByTwo(): Promise<void> {
  await playground.actAs({ person: 'mikko' });
  await playground.post('tapaus 2026-001');
  const thread = playground.thread('tapaus 2026-001');
  await (await playground.card(ABOUT, thread)).press('Kirjaa yhteinen suunta');
  const mikkos = await playground.card('Mikä on yhteinen suunta', thread);
  await mikkos.fill(/Mikä on yhteinen suunta/, 'Autoja pitää olla enemmän.');
  await playground.actAs({ person: 'veera' });
  const veeras = await openForm('Kirjaa yhteinen suunta', 'Mikä on yhteinen suunta');
  await veeras.fill(/Mikä on yhteinen suunta/, 'Odotus on enintään puoli tuntia.');
  await playground.actAs({ person: 'mikko' });
  await mikkos.press(/^Tallenna$/);
  await playground.card('Tallennettu', thread);
  await playground.actAs({ person: 'veera' });
  await veeras.press(/^Tallenna$/);
  const collided = await mainCard('Mikko Mallinen ehti muokata');
  expect(await collided.text()).toContain('nyt tallessa: Autoja pitää olla enemmän.');
  await keep('two-people', collided);
  // What Veera typed is still in its place, so saving again is enough.
  const card = await save(collided);
  await card.press('Näytä tapaus');
  const details = await mainCard('Odotus on enintään puoli tuntia.');
  await details.press('Takaisin');
}
