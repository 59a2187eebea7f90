// The agenda of a discussion event (S0-26): its items in their order, filled in with what the case already knows.
import type { LocalDate } from '../../../kernel/instants.ts';
import {
  currentEvent,
  type ActionItem,
  type Case,
  type Milestone,
  type SolutionOption,
  type Viewpoints,
} from './case.ts';
import type { Attendance, EventType, Urgency } from './vocabulary.ts';

export type AgendaItem =
  /** S0-27…S0-30: the target and the urgency come from stage 1. */
  | {
      readonly code: 'whyGathered';
      readonly influenceTarget: string;
      readonly goal: string;
      readonly urgency: Urgency;
      readonly targetDate: LocalDate;
      readonly federation: Attendance;
    }
  /** S0-31. */
  | { readonly code: 'openDiscussion'; readonly notes: string }
  /** S0-39…S0-43, block 1. */
  | { readonly code: 'viewpoints'; readonly viewpoints: Viewpoints }
  /** S0-44…S0-46 and S0-52, block 2; the type decides which schedules are looked at. */
  | {
      readonly code: 'direction';
      readonly type: EventType;
      readonly factors: readonly string[];
      readonly commonDirection: string;
      readonly milestones: readonly Milestone[];
    }
  /** S0-33, S0-47, S0-48, S0-53, block 3; the type decides its title. */
  | { readonly code: 'options'; readonly type: EventType; readonly options: readonly SolutionOption[] }
  /** S0-34, S0-35. */
  | {
      readonly code: 'result';
      readonly sharedView: string;
      readonly chosen: readonly SolutionOption[];
      readonly actions: readonly ActionItem[];
    };

const NOTHING_SAID: Viewpoints = { usersAndClose: '', authority: '', lawAndCrpd: { references: [], text: '' } };

/**
 * The agenda of the current event, or of one to come while there is none. While nobody has said who can resolve the
 * matter, it reads as type 1. What is not known yet is empty; dates and actions come by date, done actions not at all.
 */
export function agendaOf(c: Case): readonly AgendaItem[] {
  const event = currentEvent(c);
  const type = event?.type ?? 'officials';
  const options = event?.options ?? [];
  const { influenceTarget, goal } = c.basics;
  const { urgency, targetDate } = c.schedule;
  return [
    { code: 'whyGathered', influenceTarget, goal, urgency, targetDate, federation: event?.federation ?? 'no' },
    { code: 'openDiscussion', notes: event?.openDiscussion ?? '' },
    { code: 'viewpoints', viewpoints: event?.viewpoints ?? NOTHING_SAID },
    {
      code: 'direction',
      type,
      factors: event?.factors ?? [],
      commonDirection: event?.commonDirection ?? '',
      milestones: byDate(event?.milestones ?? []),
    },
    { code: 'options', type, options },
    {
      code: 'result',
      sharedView: event?.sharedView ?? '',
      chosen: options.filter((option) => event?.chosenOptions.includes(option.id)),
      actions: byDate(c.actions.filter((action) => action.done === null)),
    },
  ];
}

function byDate<Item extends { readonly date: LocalDate }>(items: readonly Item[]): readonly Item[] {
  return items.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}
