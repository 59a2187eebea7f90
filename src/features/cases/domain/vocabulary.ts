// The words of the process as unions. Each list is derived from a record, so a member cannot be forgotten.
// Sources are the rows of the federation's model (S0-…, S1-…, S2-…) that name them.

function membersOf<Member extends string>(record: Readonly<Record<Member, true>>): readonly Member[] {
  // Object.keys loses the key type; the record's own type gives it back.
  return Object.keys(record) as Member[];
}

/** S0-12, S0-20, S0-26, S0-54, in the order of S0-60. */
export type Stage = 'federationContact' | 'authorityContact' | 'discussion' | 'followUp';
export const STAGES = membersOf<Stage>({
  federationContact: true,
  authorityContact: true,
  discussion: true,
  followUp: true,
});

/** S0-06, S0-15: about 2 weeks, 1 month, 2 months. */
export type Urgency = 'urgent' | 'normal' | 'unhurried';
export const URGENCIES = membersOf<Urgency>({ urgent: true, normal: true, unhurried: true });

/** S1-25. */
export type CaseKind = 'serviceDefect' | 'jointDiscussion' | 'other';
export const CASE_KINDS = membersOf<CaseKind>({ serviceDefect: true, jointDiscussion: true, other: true });

/** S0-02. */
export type Level = 'local' | 'regional';
export const LEVELS = membersOf<Level>({ local: true, regional: true });

/** S0-07: exactly one of these two kinds acts. */
export type OwnerKind = 'localAssociation' | 'workingGroup';
export const OWNER_KINDS = membersOf<OwnerKind>({ localAssociation: true, workingGroup: true });

/** S1-27: who is approached; kuntayhtymä is a legacy kind, HUS-yhtymä one of them. */
export type TargetBodyKind = 'municipality' | 'wellbeingCounty' | 'jointAuthority';
export const TARGET_BODY_KINDS = membersOf<TargetBodyKind>({
  municipality: true,
  wellbeingCounty: true,
  jointAuthority: true,
});

export type Theme =
  | 'housing'
  | 'familiesWithChildren'
  | 'specialServices'
  | 'personalAssistance'
  | 'mobility'
  | 'workAndDayActivities'
  | 'studies'
  | 'leisure'
  | 'clientFees'
  | 'caringForCloseOnes'
  | 'other';
export const THEMES = membersOf<Theme>({
  housing: true,
  familiesWithChildren: true,
  specialServices: true,
  personalAssistance: true,
  mobility: true,
  workAndDayActivities: true,
  studies: true,
  leisure: true,
  clientFees: true,
  caringForCloseOnes: true,
  other: true,
});

/** S0-09, S0-10, S0-11, S0-18. */
export type SupportMode = 'notNeeded' | 'onSite' | 'teams' | 'information';
export const SUPPORT_MODES = membersOf<SupportMode>({ notNeeded: true, information: true, teams: true, onSite: true });

/** S0-19. */
export type Concern = 'yes' | 'no' | 'unknown';
export const CONCERNS = membersOf<Concern>({ yes: true, no: true, unknown: true });

/** S0-22. */
export type ContactChannel = 'email' | 'phone' | 'meeting' | 'form' | 'letter' | 'other';
export const CONTACT_CHANNELS = membersOf<ContactChannel>({
  email: true,
  phone: true,
  meeting: true,
  form: true,
  letter: true,
  other: true,
});
export type ContactOutcome = 'noAnswer' | 'willAnswer' | 'agreed' | 'forwarded' | 'declined';
export const CONTACT_OUTCOMES = membersOf<ContactOutcome>({
  noAnswer: true,
  willAnswer: true,
  agreed: true,
  forwarded: true,
  declined: true,
});

/** Who sits at the table (S0-17, S0-24, S0-38, S0-51, S3-23). */
export type ParticipantRole =
  | 'association'
  | 'workingGroup'
  | 'expertByExperience'
  | 'officeHolder'
  | 'municipalDecisionMaker'
  | 'countyCouncillor'
  | 'federation'
  | 'otherOrganisation'
  | 'serviceProvider'
  | 'other';
export const PARTICIPANT_ROLES = membersOf<ParticipantRole>({
  association: true,
  workingGroup: true,
  expertByExperience: true,
  officeHolder: true,
  municipalDecisionMaker: true,
  countyCouncillor: true,
  federation: true,
  otherOrganisation: true,
  serviceProvider: true,
  other: true,
});

/** The sides of a discussion event that its type asks for. */
export type Side = 'ours' | 'officeHolders' | 'elected' | 'beside';
export const SIDE_OF_ROLE: Readonly<Record<ParticipantRole, Side>> = {
  association: 'ours',
  // The seed names no working group in type 2, but does not forbid one either; it counts as our side in both.
  workingGroup: 'ours',
  expertByExperience: 'ours',
  officeHolder: 'officeHolders',
  municipalDecisionMaker: 'elected',
  countyCouncillor: 'elected',
  federation: 'beside',
  otherOrganisation: 'beside',
  serviceProvider: 'beside',
  other: 'beside',
};

/** S0-36, S0-37, S0-49, S0-50: who can resolve the matter decides the event's type 1 or 2. */
export type EventType = 'officials' | 'political';
export const EVENT_TYPES = membersOf<EventType>({ officials: true, political: true });

/** S0-23: ehdotettu → sovittu; `held` once it is recorded. */
export type EventStatus = 'proposed' | 'agreed' | 'held' | 'cancelled';

/** S0-30. */
export type Attendance = 'no' | 'onSite' | 'teams';
export const ATTENDANCES = membersOf<Attendance>({ no: true, onSite: true, teams: true });

/** S1-18, S1-29. */
export type EventFormat = 'onSite' | 'remote' | 'both';
export const EVENT_FORMATS = membersOf<EventFormat>({ onSite: true, remote: true, both: true });

/** Whose idea or task something is (S0-24, S0-25, S0-33, S0-56): Tukiliitto is never a default. */
export type Party = 'owner' | 'authority';
export const PARTIES = membersOf<Party>({ owner: true, authority: true });

export type InviteeAnswer = 'none' | 'coming' | 'notComing' | 'maybe';
export const INVITEE_ANSWERS = membersOf<InviteeAnswer>({ none: true, coming: true, notComing: true, maybe: true });

/** S0-46 (`affecting`, type 1) and S0-52 (decision process and tendering, type 2). */
export type MilestoneKind =
  | 'affecting'
  | 'preparation'
  | 'committee'
  | 'board'
  | 'council'
  | 'tenderPreparation'
  | 'tenderCall'
  | 'tenderDecision';
export const MILESTONE_KINDS = membersOf<MilestoneKind>({
  affecting: true,
  preparation: true,
  committee: true,
  board: true,
  council: true,
  tenderPreparation: true,
  tenderCall: true,
  tenderDecision: true,
});

/** S0-56. */
export type InformAudience = 'mutual' | 'ownNetworks';
export const INFORM_AUDIENCES = membersOf<InformAudience>({ mutual: true, ownNetworks: true });

/** S0-58: evaluated by the association or group, and by Tukiliitto. */
export type EvaluationSide = 'owner' | 'federation';

export type Outcome = 'resolved' | 'partly' | 'unresolved' | 'transferred' | 'withdrawn';
export const OUTCOMES = membersOf<Outcome>({
  resolved: true,
  partly: true,
  unresolved: true,
  transferred: true,
  withdrawn: true,
});

/** S1-28. */
export type Cooperation = 'yes' | 'notYet' | 'no';
export const COOPERATIONS = membersOf<Cooperation>({ yes: true, notYet: true, no: true });

/** Everything in a case that has a promised date and is reminded of. */
export type DatedKind =
  | 'followUp'
  | 'action'
  | 'nextMeeting'
  | 'informTask'
  | 'milestone'
  | 'event'
  | 'evaluation'
  | 'supportVisit'
  | 'pauseEnd'
  | 'targetDate';
export const DATED_KINDS = membersOf<DatedKind>({
  followUp: true,
  action: true,
  nextMeeting: true,
  informTask: true,
  milestone: true,
  event: true,
  evaluation: true,
  supportVisit: true,
  pauseEnd: true,
  targetDate: true,
});

/** Parts of a case that are edited together: two people collide only within one of them. */
export type Section =
  | 'basics'
  | 'schedule'
  | 'owner'
  | 'principles'
  | 'plannedParticipants'
  | 'support'
  | 'otherOrganisations'
  | 'contacts'
  | 'event'
  | 'invitees'
  | 'arrangements'
  | 'viewpoints'
  | 'direction'
  | 'options'
  | 'milestones'
  | 'result'
  | 'actions'
  | 'nextMeeting'
  | 'contactPersons'
  | 'informTasks'
  | 'followUps'
  | 'evaluation'
  | 'stage'
  | 'status'
  | 'people';
