import type { Card } from '../../../platform/cards/card.ts';
import { drawMessage } from '../cards/message.ts';
import { drawMeeting } from '../cards/meeting-card.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { Series } from '../domain/series.ts';
import { isVisible, mayChange } from '../policy.ts';
import type { Stored } from '../rows.ts';
import { loadMeeting, loadSessions } from '../use-cases/load.ts';
import { sceneOf } from '../use-cases/scene.ts';
import type { FormScene } from './meeting-form.ts';

export type FoundMeeting = {
  readonly m: Meeting;
  /** Of what is stored of it; null when nothing is. */
  readonly etag: string | null;
  readonly series: Stored<Series> | null;
  /** The stored sessions of its series, itself included. */
  readonly sessions: readonly Meeting[];
};

/** The meeting of a press, when the person may change it and it is in a fit state; else the card that says why not. */
export async function findMeeting(
  { deps, request, press, viewer }: FormScene,
  fits: (m: Meeting) => boolean,
): Promise<FoundMeeting | { readonly refused: Card }> {
  const { store, t } = deps;
  const { workspace } = request;
  const loaded = press.meetingId === null ? null : await loadMeeting(store, workspace, press.meetingId);
  if (loaded === null || !isVisible(loaded.meeting.value.home, viewer.place)) {
    return { refused: drawMessage(t.notFound, t) };
  }
  const { meeting, series } = loaded;
  const m = meeting.value;
  const isMine = mayChange(viewer, m);
  if (!isMine || !fits(m)) {
    const text = isMine ? t.refusals['not-on'] : t.notAllowed;
    const scene = await sceneOf(deps, workspace, m, viewer.people);
    return { refused: drawMeeting(scene, viewer, [{ tone: 'warning', text }]) };
  }
  const sessions = series === null ? [] : await loadSessions(store, workspace, series.value.id);
  return { m, etag: meeting.etag, series, sessions: sessions.map(({ value }) => value) };
}
