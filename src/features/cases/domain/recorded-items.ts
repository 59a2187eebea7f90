import type { ItemId } from '../../../kernel/ids.ts';
import type { ActionName } from './action-rules.ts';
import { currentEvent, type Case } from './case.ts';

/** Something recorded in a case that can be opened again by itself. `text` is people's words, or a role or date. */
export type RecordedItem = {
  readonly id: ItemId;
  /** The action whose form edits it. */
  readonly action: ActionName;
  readonly text: string;
};

/** Everything recorded that can be edited or removed one by one, the newest list of the process first. */
export function recordedItems(c: Case): readonly RecordedItem[] {
  const event = currentEvent(c);
  return [
    ...c.informTasks.map((item) => ({ id: item.id, action: 'informTask' as const, text: item.what })),
    ...c.followUps.map((item) => ({ id: item.id, action: 'followUp' as const, text: item.what })),
    ...c.actions.map((item) => ({ id: item.id, action: 'action' as const, text: item.what })),
    ...(event?.options ?? []).map((item) => ({ id: item.id, action: 'option' as const, text: item.description })),
    ...(event?.milestones ?? []).map((item) => ({ id: item.id, action: 'milestone' as const, text: item.what })),
    ...(event?.arrangements ?? []).map((item) => ({ id: item.id, action: 'arrangement' as const, text: item.what })),
    ...(event?.invitees ?? []).map((item) => ({
      id: item.id,
      action: 'invitee' as const,
      text: item.name === '' ? item.organisation : item.name,
    })),
    ...c.contacts.map((item) => ({ id: item.id, action: 'contact' as const, text: item.receiver })),
    ...c.plannedParticipants.map((item) => ({
      id: item.id,
      action: 'plannedParticipant' as const,
      text: item.organisation,
    })),
  ];
}
