// The Teams that load comes from: many teams with the same ten members, and what they write and press.
import { LOCAL_BOT_ID } from '../../../src/config.ts';

export const TENANT = '11111111-1111-4111-8111-111111111111';

type Fields = Readonly<Record<string, unknown>>;

/** The people of every team, as Teams' roster gives them. */
export const MEMBERS = Array.from({ length: 10 }, (_each, index) => ({
  id: `29:person-${index}`,
  aadObjectId: `dddddddd-0000-4000-8000-00000000000${index}`,
  name: `Testi Henkilö ${index}`,
  userRole: index < 2 ? 'user' : 'guest',
  tenantId: TENANT,
}));

const WRITER = MEMBERS[1];
const OPENING = {
  matter: 'Kuljetuspalvelun odotusajat Tampereella',
  goal: 'Kyyti tulee 30 minuutissa tilauksesta',
  region: 'm:837',
  urgency: 'normal',
  owner: 'workingGroup',
  onePerson: 'no',
};

/** A message of the person in the general channel of a team; `id` must be new. */
export function message(serviceUrl: string, team: number, id: string, text: string): Fields {
  return { ...activity(serviceUrl, team, id), type: 'message', text };
}

/** The filled opening form, sent. */
export function openingSave(serviceUrl: string, team: number, id: string): Fields {
  return press(serviceUrl, team, id, 'cases/open/save', { ...OPENING, nonce: `bench-open-${id}` });
}

/** A promise with a date written into a case; its form was drawn from the case as opened. */
export function actionSave(serviceUrl: string, team: number, id: string, caseId: string): Fields {
  return press(serviceUrl, team, id, 'cases/save/action', {
    caseId,
    seen: '1',
    nonce: `bench-save-${id}`,
    what: 'Soita kuntaan',
    person: WRITER?.aadObjectId,
    who: '',
    date: dateAhead(21),
  });
}

function press(serviceUrl: string, team: number, id: string, verb: string, data: Fields): Fields {
  return {
    ...activity(serviceUrl, team, id),
    type: 'invoke',
    name: 'adaptiveCard/action',
    value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
    replyToId: `1600000000${team}`,
  };
}

function activity(serviceUrl: string, team: number, id: string): Fields {
  const teamId = `19:team-${team}@thread.tacv2`;
  return {
    id,
    channelId: 'msteams',
    serviceUrl,
    from: { id: WRITER?.id, name: WRITER?.name, aadObjectId: WRITER?.aadObjectId },
    recipient: { id: `28:${LOCAL_BOT_ID}`, name: 'Ratkaisupolku' },
    conversation: {
      id: `${teamId};messageid=${id}`,
      conversationType: 'channel',
      isGroup: true,
      tenantId: TENANT,
    },
    channelData: { tenant: { id: TENANT }, team: { id: teamId }, channel: { id: teamId } },
  };
}

function dateAhead(days: number): string {
  return new Date(Date.now() + days * 24 * 3_600_000).toISOString().slice(0, 10);
}
