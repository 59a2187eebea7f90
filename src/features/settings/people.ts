import type { PersonId, WorkspaceKey } from '../../kernel/ids.ts';
import type { LocalDate } from '../../kernel/instants.ts';
import type { CountyCode } from '../../kernel/regions/regions.ts';
import type { Links } from './domain/links.ts';
import type { Mention } from '../../platform/cards/card.ts';
import type { Member } from '../../platform/teams/bot.ts';
import type { CountyAdvisor } from './domain/supporters.ts';

/** Who is who in a team, as of one moment: the roster joined with the roles that the settings give. */
export type People = {
  readonly members: readonly Member[];
  /** The name as Teams shows it; a general word for somebody who has left. */
  nameOf(person: PersonId): string;
  /** What a message needs to notify somebody; null for somebody who has left. */
  mentionOf(person: PersonId): Mention | null;
  isAdmin(person: PersonId): boolean;
  /** Whether the person is the advisor of the county, or stands in for an absent one on that date. */
  isAdvisorOf(person: PersonId, county: CountyCode, on: LocalDate): boolean;
  /** Who supports the county on that date: its advisor, else the stand-in, else an admin; null when there is nobody. */
  supporterOf(county: CountyCode, on: LocalDate): PersonId | null;
  /** The advisors of the county who are in the team, the primary one first, away or not. */
  advisorsOf(county: CountyCode, on: LocalDate): readonly CountyAdvisor[];
  /** Where the team is led outside of the app. */
  readonly links: Links;
  /** Any member; guests too, unless an admin has limited them to reading. */
  mayWrite(person: Member): boolean;
};

/** Loads the people of a team. An outage throws. */
export interface PeopleDirectory {
  load(workspace: WorkspaceKey): Promise<People>;
}
