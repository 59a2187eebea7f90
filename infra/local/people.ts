// The cast and the team of the local world: who the Playground knows and which channels there are.
import { LOCAL_BOT_ID } from '../../src/config.ts';

export type LocalPerson = {
  /** How the choosing page names the person in its form. */
  readonly key: string;
  readonly name: string;
  /** What the person is in the team, in Finnish. */
  readonly role: string;
  /** `29:…`, the id that Teams gives a person towards a bot. */
  readonly teamsId: string;
  readonly aadObjectId: string;
};

export type LocalChannel = { readonly id: string; readonly name: string };

export const TENANT_ID = '00000000-0000-0000-0000-000000000001';

export const BOT = { id: `28:${LOCAL_BOT_ID}`, name: 'Ratkaisupolku' } as const;

/** A volunteer; the person that the Playground acts as until somebody else is chosen. */
export const VEERA = person('veera', 'Veera Virtanen', 'vapaaehtoinen', 1);
export const MIKKO = person('mikko', 'Mikko Mallinen', 'toinen vapaaehtoinen', 2);
export const AINO = person('aino', 'Aino Esimerkki', 'järjestöasiantuntija', 3);
export const KAISA = person('kaisa', 'Kaisa Korhonen', 'ylläpitäjä', 4);

/** Everybody in the team. The Playground wants exactly six: the one it acts as and five others. */
export const PEOPLE = [
  VEERA,
  MIKKO,
  AINO,
  KAISA,
  person('liisa', 'Liisa Laaksonen', 'vapaaehtoinen', 5),
  person('sampo', 'Sampo Saarinen', 'vapaaehtoinen', 6),
] as const satisfies readonly LocalPerson[];

/** Signs in, and the team does not know them. */
export const OUTSIDER = person('ulla', 'Ulla Ulkopuolinen', 'ei tiimissä', 7);

/** The id of a team's General channel is the team's own id. */
export const TEAM = {
  id: '19:yleinen-ratkaisupolku@thread.tacv2',
  name: 'Alueellinen vaikuttaminen',
  aadGroupId: '0a1b2c3d-0000-4000-8000-000000000010',
} as const;

/** What Teams calls a channel that the whole team sees; all channels of the local team are such. */
export const CHANNEL_TYPE = 'standard';

/** One channel for each of three wellbeing services counties. */
export const COUNTY_CHANNELS = [
  { id: '19:pirkanmaa-ratkaisupolku@thread.tacv2', name: 'Pirkanmaa' },
  { id: '19:varsinais-suomi-ratkaisupolku@thread.tacv2', name: 'Varsinais-Suomi' },
  { id: '19:lappi-ratkaisupolku@thread.tacv2', name: 'Lappi' },
] as const satisfies readonly LocalChannel[];

function person(key: string, name: string, role: string, number: number): LocalPerson {
  const aadObjectId = `0a1b2c3d-0000-4000-8000-0000000000a${number}`;
  return { key, name, role, teamsId: `29:${key}-${aadObjectId}`, aadObjectId };
}
