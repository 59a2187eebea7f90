// Bulletins as Aino, the advisor, writes them.
import type { Asking } from '../../../src/platform/teams/bot.ts';
import type { PostWorld } from '../../support/post-world.ts';
import { AINO, type Shown } from '../cases/case-world.ts';

export type Filled = { readonly kind: string; readonly title: string; readonly text: string } & Shown;

const KINDS: Readonly<Record<string, string>> = {
  reform: 'Uudistus',
  hearing: 'Kuulemistilaisuus',
  workingGroup: 'Alueellinen työryhmä',
  environmentChange: 'Toimintaympäristön muutos',
};

export const HEARING = {
  kind: 'hearing',
  title: 'Kuuleminen kuljetuspalveluista',
  text: 'Hyvinvointialue kuulee palvelun käyttäjiä. Voit kertoa, miten kyydit toimivat.',
  scope: '08',
  date: '2026-12-10',
  time: '17:00',
  place: 'Pääkirjasto',
  deadline: '2026-12-04',
  link: '',
} as const satisfies Filled;

export const REFORM = {
  kind: 'reform',
  title: 'Vammaispalvelujen uusi ohje',
  text: 'Uusi ohje tulee voimaan tammikuussa. Lue, mikä muuttuu.',
  scope: 'all',
  channel: '',
  link: '',
} as const satisfies Filled;

/** Fills in the form of that kind and sends it; gives the card that answers. */
export async function publish(
  world: PostWorld,
  form: Filled = HEARING,
  over: Shown = {},
  about: Partial<Asking> = {},
): Promise<Shown> {
  const { kind, ...typed } = form;
  const start = await world.say(AINO, 'tiedote', '', about);
  const opened = await world.press(AINO, start, KINDS[kind] ?? '', {}, about);
  return await world.press(AINO, opened, 'Julkaise tiedote', { ...typed, ...over }, about);
}
