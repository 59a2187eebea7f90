// What the messages of meetings are about, for whoever looks after the messages.
import type { Store } from '../../platform/storage/store.ts';
import type { MessageSubjects } from '../deliveries/index.ts';
import { aboutMeeting } from './cards/words.ts';
import { SOURCE } from './deliveries/promises.ts';
import { parseMeetingId } from './domain/ids.ts';
import { isVisible } from './policy.ts';
import type { MeetingTexts } from './texts.fi.ts';
import { loadMeeting } from './use-cases/load.ts';

/** The meetings as things that messages are about. */
export function createMeetingSubjects({
  store,
  t,
}: {
  readonly store: Store;
  readonly t: MeetingTexts;
}): MessageSubjects {
  return {
    source: SOURCE,
    async describe({ workspace, place }, _people, subject) {
      const id = parseMeetingId(subject);
      const loaded = id === null ? null : await loadMeeting(store, workspace, id);
      const m = loaded?.meeting.value ?? null;
      return m === null || !isVisible(m.home, place)
        ? null
        : { text: aboutMeeting(m, t), to: `kalenteri/${SOURCE}/${m.id}`, counties: m.counties };
    },
  };
}
