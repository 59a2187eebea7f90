// The letters of one message as they stand now: what each is still about, and for whom.
import { localDateOf } from '../../../kernel/helsinki-time.ts';
import type { WorkspaceKey } from '../../../kernel/ids.ts';
import type { Instant, LocalDate } from '../../../kernel/instants.ts';
import type { Delivery } from '../../../platform/delivery/delivery.ts';
import type { Destination } from '../../../platform/teams/messenger.ts';
import type { People } from '../../settings/index.ts';
import { sourceOf, type RemindersDeps } from '../deps.ts';
import { readLetter, type Letter } from '../promises.ts';
import type { Reminded } from '../source.ts';

export type Standing = { readonly delivery: Delivery; readonly letter: Letter; readonly reminded: Reminded };

export type Moment = { readonly now: Instant; readonly today: LocalDate; readonly people: People };

/** The letters whose thing is still to be reminded of, whoever it concerns by now. */
export async function readStanding(
  deps: RemindersDeps,
  workspace: WorkspaceKey,
  deliveries: readonly Delivery[],
  now: Instant,
): Promise<{ readonly standing: readonly Standing[]; readonly moment: Moment }> {
  const people = await deps.people.load(workspace);
  const moment = { now, today: localDateOf(now), people };
  const found = await Promise.all(
    deliveries.map(async (delivery): Promise<readonly Standing[]> => {
      const letter = readLetter(delivery);
      if (letter === null) {
        return [];
      }
      const reminded = await sourceOf(deps, letter.source).find(workspace, letter.about, moment);
      return reminded === null ? [] : [{ delivery, letter, reminded }];
    }),
  );
  return { standing: found.flat(), moment };
}

/** Whether the letter is still for its person: what is late is for the advisor, all else for those whom it concerns. */
export function isStillTheirs({ letter, reminded }: Standing): boolean {
  return letter.about.when === 'late' ? reminded.advisor === letter.person : reminded.people.includes(letter.person);
}

/** Where it goes when its person cannot be reached: its thread, else the advisor; null for nowhere. */
export function placeWithout({ letter, reminded }: Standing): Destination | null {
  const { thread, advisor } = reminded;
  if (thread !== null) {
    return thread;
  }
  return advisor === null || advisor === letter.person ? null : { kind: 'person', person: advisor };
}

/** Each thing once: two lead times of it that are due together (after an outage) are said once. */
export function eachOnce(standing: readonly Standing[]): readonly Standing[] {
  return [
    ...new Map(
      standing.map((each) => [`${each.letter.source} ${each.letter.about.subject} ${each.letter.about.item}`, each]),
    ).values(),
  ];
}

/** The names of the letters as a wording says which it speaks for. */
export function namesOf(standing: readonly Standing[]): readonly string[] {
  return standing.map(({ delivery }) => `${delivery.subject}~${delivery.name}`);
}
