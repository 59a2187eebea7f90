// The Teams meeting itself: made, moved or cancelled by Teams as the meeting is when this is done. It survives crashes: the
// same is asked for again, and asking twice makes no second meeting.
import { Fault } from '../../../kernel/fault.ts';
import type { DeliveryKind } from '../../../platform/delivery/delivery.ts';
import type { OnlineMeetingAnswer, OnlineMeetingDraft } from '../../../platform/graph/online-meetings.ts';
import { forWhomText, nameOf } from '../cards/words.ts';
import { isOn, type Meeting, type OnlineMeeting } from '../domain/meeting.ts';
import { meetingKey, recordWrite } from '../rows.ts';
import type { MeetingTexts } from '../texts.fi.ts';
import type { MeetingDeps } from '../use-cases/deps.ts';
import { loadMeeting } from '../use-cases/load.ts';
import { later, meetingDeliveryKind, NOTHING, type SpeakingScene, type Worded } from './meeting-deliveries.ts';
import { cardDraft, ONLINE_KIND, wantsOnline } from './promises.ts';

const AGAIN_MS = 60_000;
const CONFLICT_MS = 500;

export function createOnlineKind(deps: MeetingDeps): DeliveryKind {
  const kind = meetingDeliveryKind(deps, ONLINE_KIND, (scene) => settle(deps, scene));
  return {
    ...kind,
    actsWhenWorded: true,
    fallback: () => {
      throw new Fault('online-says-nothing');
    },
  };
}

type Asked = { readonly what: 'create' | 'move' | 'cancel'; readonly answer: OnlineMeetingAnswer };

async function settle(deps: MeetingDeps, scene: SpeakingScene): Promise<Worded> {
  const { m } = scene;
  const asked = await askTeams(deps, m);
  switch (asked?.answer.kind) {
    case 'made': {
      const { eventId, joinUrl } = asked.answer;
      return await store(deps, scene, { kind: 'made', eventId, joinUrl, shown: m.sequence });
    }
    case 'done':
      return await store(deps, scene, asked.what === 'cancel' ? { kind: 'gone' } : shownNow(m));
    case 'gone':
      return await store(deps, scene, { kind: 'gone' });
    case 'unavailable':
      return later(asked.answer.retryAfterMs ?? AGAIN_MS);
    default:
      // Nothing to do, or nobody has allowed it: the meeting goes on without.
      return NOTHING;
  }
}

/** What Teams has to be asked for now, and its answer; null for nothing. */
async function askTeams({ online, t }: MeetingDeps, m: Meeting): Promise<Asked | null> {
  if (!online.isOn) {
    return null;
  }
  const draft = draftOf(m, t);
  if (m.online?.kind !== 'made') {
    const isWanted = m.state.kind === 'announced' && m.online === null && wantsOnline(m);
    return isWanted && draft !== null ? { what: 'create', answer: await online.create(draft) } : null;
  }
  const { eventId, shown } = m.online;
  if (m.state.kind === 'cancelled' || (isOn(m) && !wantsOnline(m))) {
    return { what: 'cancel', answer: await online.cancel(m.organiser, eventId, t.isCancelled) };
  }
  return shown === m.sequence || draft === null || !isOn(m)
    ? null
    : { what: 'move', answer: await online.move(m.organiser, eventId, draft) };
}

function draftOf(m: Meeting, t: MeetingTexts): OnlineMeetingDraft | null {
  return m.time === null
    ? null
    : {
        transactionId: m.id,
        organiser: m.organiser,
        subject: `${nameOf(m, t)} · ${forWhomText(m, t)}`,
        body: m.description,
        date: m.date,
        time: m.time,
        minutes: m.minutes,
      };
}

function shownNow(m: Meeting): OnlineMeeting {
  return m.online?.kind === 'made' ? { ...m.online, shown: m.sequence } : { kind: 'gone' };
}

// Only this part of the meeting: somebody may have changed the rest while Teams was asked.
async function store(deps: MeetingDeps, { workspace, m, now }: SpeakingScene, next: OnlineMeeting): Promise<Worded> {
  const loaded = await loadMeeting(deps.store, workspace, m.id);
  if (loaded === null || loaded.meeting.etag === null) {
    return NOTHING;
  }
  const { value, etag } = loaded.meeting;
  const after: Meeting = { ...value, online: next };
  const outcome = await deps.desk.commit(workspace, {
    writes: [recordWrite(meetingKey(m.id), after, etag)],
    send: [cardDraft(after, now)],
  });
  // What changed meanwhile is still to be shown to Teams.
  return outcome === 'conflict' || value.sequence !== m.sequence ? later(CONFLICT_MS) : NOTHING;
}
