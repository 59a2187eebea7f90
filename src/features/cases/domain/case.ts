// The case as it is kept: one record, changed only by the decisions of this folder.
import type { CountyCode, MunicipalityCode } from '../../../kernel/regions/regions.ts';
import type { CaseId, ChannelId, ItemId, PersonId } from '../../../kernel/ids.ts';
import type { Instant, LocalDate, LocalTime } from '../../../kernel/instants.ts';
import type { TimePoll } from './time-poll.ts';
import type {
  Attendance,
  CaseKind,
  Concern,
  ContactChannel,
  ContactOutcome,
  Cooperation,
  EventFormat,
  EventStatus,
  EventType,
  InformAudience,
  InviteeAnswer,
  Level,
  MilestoneKind,
  Outcome,
  OwnerKind,
  ParticipantRole,
  Party,
  Section,
  Stage,
  SupportMode,
  TargetBodyKind,
  Theme,
  Urgency,
} from './vocabulary.ts';

/** S0-04: the version of the model that a case was opened under; a newer one does not change old cases. */
export const TEMPLATE_VERSION = '2024-01';

/** When something was done and by whom; null while it is open. */
export type Done = { readonly on: LocalDate; readonly by: PersonId } | null;

/** Something promised by a date. `person` is who is reminded. `movedTimes` counts postponements. */
export type Dated = {
  readonly id: ItemId;
  readonly date: LocalDate;
  readonly person: PersonId;
  readonly done: Done;
};

export type TargetBody = {
  readonly kind: TargetBodyKind;
  readonly county: CountyCode;
  /** The municipality chosen at opening; null when only the county is known. */
  readonly municipality: MunicipalityCode | null;
  /** The name of a joint authority; '' for the others, whose names come from the register. */
  readonly jointAuthorityName: string;
};

/** S0-07. The name is asked in stage 1 unless it was chosen among those used before. */
export type CaseOwner = { readonly kind: OwnerKind; readonly name: string };

export type Basics = {
  readonly title: string;
  readonly description: string;
  /** S0-14: what we want to change. */
  readonly influenceTarget: string;
  readonly goal: string;
  readonly kind: CaseKind | null;
  readonly level: Level;
  readonly theme: Theme | null;
  readonly targetBody: TargetBody;
};

/** S0-06: `proposed` follows the urgency; `chosen` was set by a person and stays. */
export type Schedule = {
  readonly urgency: Urgency;
  readonly targetDate: LocalDate;
  readonly targetDateSource: 'proposed' | 'chosen';
};

export type PlannedParticipant = {
  readonly id: ItemId;
  readonly role: ParticipantRole;
  readonly organisation: string;
};

export type TimeOption = { readonly id: ItemId; readonly date: LocalDate; readonly time: LocalTime | null };

/** S0-09…S0-11, S0-18. Null until the question is answered ("ei tarvita" is an answer). */
export type Support = {
  readonly mode: SupportMode;
  /** S0-11: the question of `information`, and its answer; '' when not given. */
  readonly question: string;
  readonly answer: string;
  /** S0-18: for `onSite`. */
  readonly timeOptions: readonly TimeOption[];
  readonly choice:
    | { readonly kind: 'picked'; readonly visit: Dated & { readonly time: LocalTime | null } }
    | { readonly kind: 'noneFits'; readonly note: string }
    | null;
};

/** S0-19. Contacting the others is an action of the case. */
export type OtherOrganisations = { readonly concern: Concern; readonly names: string };

export type ContactEvent = {
  readonly id: ItemId;
  readonly on: LocalDate;
  readonly channel: ContactChannel;
  /** The receiving office or role, not a private person. */
  readonly receiver: string;
  readonly outcome: ContactOutcome;
  readonly note: string;
  readonly by: PersonId;
};

export type Invitee = {
  readonly id: ItemId;
  readonly role: ParticipantRole;
  readonly organisation: string;
  /** Only of people in a public or organisational role; may be ''. */
  readonly name: string;
  readonly proposedBy: Party;
  readonly agreedByOwner: boolean;
  readonly agreedByAuthority: boolean;
  readonly invited: boolean;
  readonly answer: InviteeAnswer;
  readonly attended: boolean;
};

export type Arrangement = {
  readonly id: ItemId;
  readonly what: string;
  readonly assignee: Party;
  readonly done: Done;
};

/** S0-40: exactly these three. `references` are ids of the reference list. */
export type Viewpoints = {
  readonly usersAndClose: string;
  readonly authority: string;
  readonly lawAndCrpd: { readonly references: readonly string[]; readonly text: string };
};

export type SolutionOption = {
  readonly id: ItemId;
  readonly proposedBy: Party | 'together';
  readonly description: string;
  /** Null until it has been talked through (S0-48). */
  readonly realistic: boolean | null;
  readonly whatCanBeDone: string;
  readonly schedule: string;
};

export type Milestone = Dated & {
  readonly kind: MilestoneKind;
  readonly what: string;
  /** S0-46: each date *can* become a reminder. */
  readonly remind: boolean;
};

export type DiscussionEvent = {
  readonly id: ItemId;
  readonly status: EventStatus;
  /** Null while only the wish is known. */
  readonly date: LocalDate | null;
  readonly time: LocalTime | null;
  readonly format: EventFormat;
  readonly place: string;
  /** https link of a Teams meeting, or ''. */
  readonly link: string;
  readonly federation: Attendance;
  /** Who is reminded of it. */
  readonly person: PersonId;
  readonly type: EventType | null;
  /** The last asking of times; null when nobody was asked. */
  readonly times: TimePoll | null;
  readonly invitees: readonly Invitee[];
  readonly arrangements: readonly Arrangement[];
  readonly viewpoints: Viewpoints;
  readonly openDiscussion: string;
  readonly factors: readonly string[];
  readonly commonDirection: string;
  readonly options: readonly SolutionOption[];
  readonly milestones: readonly Milestone[];
  readonly sharedView: string;
  readonly chosenOptions: readonly ItemId[];
};

/** S0-35: what, who, by when. `who` names somebody outside the case ("palvelupäällikkö"); '' when `person` does it. */
export type ActionItem = Dated & { readonly what: string; readonly who: string };

export type NextMeeting =
  | {
      readonly kind: 'agreed';
      readonly meeting: Dated & { readonly time: LocalTime | null; readonly place: string; readonly link: string };
    }
  /** "Emme sovi uutta tapaamista", with the reason. */
  | { readonly kind: 'none'; readonly reason: string };

/** S0-56: one per party. Work contacts of public or organisational roles only. */
export type ContactPerson = {
  readonly name: string;
  readonly organisation: string;
  readonly workContact: string;
};

export type InformTask = Dated & { readonly audience: InformAudience; readonly what: string };

/** S0-57, and the chasers of stage 2. `note` is written when it is done. */
export type FollowUp = Dated & { readonly what: string; readonly note: string };

export type EvaluationAnswer = {
  readonly worked: string;
  readonly improve: string;
  readonly useAgain: 'yes' | 'partly' | 'no';
  readonly by: PersonId;
  readonly on: LocalDate;
};

/** S0-58, S0-59. */
export type Evaluation = {
  readonly agreed: Dated | null;
  readonly owner: EvaluationAnswer | null;
  readonly federation: EvaluationAnswer | null;
  /** What others can learn; shared once an advisor has read it. */
  readonly lesson: { readonly text: string; readonly shared: Done } | null;
};

export type Status =
  | { readonly kind: 'open' }
  /** Paused with a reason until a date, which is reminded of. */
  | { readonly kind: 'onHold'; readonly reason: string; readonly until: Dated }
  | {
      readonly kind: 'closed';
      readonly outcome: Outcome;
      readonly summary: string;
      /** Why a resolved case has no evaluation; '' when it has one or needs none. */
      readonly noEvaluationReason: string;
      readonly cooperation: Cooperation | null;
      readonly on: LocalDate;
      readonly by: PersonId;
    };

/** S0-60: every entry into a stage, with the reason when it was a step back. */
export type StageEntry = {
  readonly stage: Stage;
  readonly on: LocalDate;
  readonly by: PersonId;
  readonly backReason: string;
};

export type Touch = { readonly rev: number; readonly by: PersonId; readonly at: Instant };

export type Case = {
  readonly id: CaseId;
  /** `2026-014`. */
  readonly number: string;
  readonly template: string;
  /** Counts the changes; cards name the one they show. */
  readonly rev: number;
  /** Who changed each part last. */
  readonly touched: Readonly<Partial<Record<Section, Touch>>>;
  readonly opened: { readonly on: LocalDate; readonly at: Instant; readonly by: PersonId };
  /** The channel it lives in; `restricted`: only that channel's roster sees it. */
  readonly home: { readonly channelId: ChannelId; readonly access: 'team' | 'restricted' };
  readonly status: Status;
  readonly stage: Stage;
  readonly stageHistory: readonly StageEntry[];
  readonly basics: Basics;
  readonly schedule: Schedule;
  readonly owner: CaseOwner;
  /** Who keeps the case going; reminders without a person of their own go here. */
  readonly lead: PersonId;
  /** May edit; the lead is one of them. */
  readonly participants: readonly PersonId[];
  /** S2-08: other associations that have joined. */
  readonly joinedAssociations: readonly string[];
  readonly principles: Done;
  readonly plannedParticipants: readonly PlannedParticipant[];
  readonly support: Support | null;
  readonly otherOrganisations: OtherOrganisations | null;
  readonly contacts: readonly ContactEvent[];
  /** In the order they were made; the last one that is not cancelled is the current one. */
  readonly events: readonly DiscussionEvent[];
  readonly actions: readonly ActionItem[];
  readonly nextMeeting: NextMeeting | null;
  readonly contactPersons: { readonly [Side in Party]: ContactPerson | null };
  readonly informTasks: readonly InformTask[];
  readonly followUps: readonly FollowUp[];
  readonly evaluation: Evaluation;
};

/** The event being prepared or recorded: the last one that is not cancelled; null when there is none. */
export function currentEvent(c: Case): DiscussionEvent | null {
  return c.events.findLast((event) => event.status !== 'cancelled') ?? null;
}
