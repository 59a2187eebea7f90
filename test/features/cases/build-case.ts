// Cases and what surrounds a decision, with fixed ids, people and dates.
import { parseLocalDate, parseLocalTime } from '../../../src/kernel/dates.ts';
import { localDateOf, parseInstant } from '../../../src/kernel/helsinki-time.ts';
import {
  parseCaseId,
  parseChannelId,
  parseItemId,
  parsePersonId,
  type ItemId,
  type PersonId,
} from '../../../src/kernel/ids.ts';
import type { Instant, LocalDate, LocalTime } from '../../../src/kernel/instants.ts';
import { parseCountyCode, parseMunicipalityCode } from '../../../src/kernel/regions/regions.ts';
import type { Case, DiscussionEvent, TargetBody } from '../../../src/features/cases/domain/case.ts';
import type { DecisionContext } from '../../../src/features/cases/domain/decision.ts';
import { openCase } from '../../../src/features/cases/domain/open-case.ts';

function known<Value>(value: Value | null): Value {
  if (value === null) {
    throw new Error('a fixed value of the tests cannot be read');
  }
  return value;
}

export const day = (text: string): LocalDate => known(parseLocalDate(text));
export const clock = (text: string): LocalTime => known(parseLocalTime(text));

/** The id number `index`; ids from 900 on are those that a context gives. */
export const itemId = (index: number): ItemId => known(parseItemId(`01JD${String(index).padStart(22, '0')}`));

/** Opens and leads the cases. */
export const AINO: PersonId = known(parsePersonId('aino'));
/** Another participant. */
export const BO: PersonId = known(parsePersonId('bo'));
/** The advisor. */
export const SANNA: PersonId = known(parsePersonId('sanna'));

/** A Tuesday; 11.00 in Helsinki. */
export const NOW: Instant = known(parseInstant('2026-11-24T09:00:00.000Z'));
export const TODAY = day('2026-11-24');

/** A context of Aino's, whose new ids are itemId(900), itemId(901) and so on. */
export function buildContext(overrides: Partial<DecisionContext> = {}): DecisionContext {
  let next = 900;
  const now = overrides.now ?? NOW;
  return {
    by: AINO,
    now,
    today: localDateOf(now),
    newItemId() {
      const id = itemId(next);
      next += 1;
      return id;
    },
    ...overrides,
  };
}

/** The county of Pirkanmaa, approached from Tampere. */
export const PIRKANMAA: TargetBody = {
  kind: 'wellbeingCounty',
  county: known(parseCountyCode('08')),
  municipality: known(parseMunicipalityCode('837')),
  jointAuthorityName: '',
};

function openedCase(): Case {
  const opened = openCase(
    {
      title: 'Kuljetuspalvelun odotusajat',
      goal: 'Kyyti tulee ajallaan',
      urgency: 'normal',
      owner: { kind: 'localAssociation', name: 'Tampereen tukiyhdistys' },
      targetBody: PIRKANMAA,
      concernsOnePerson: false,
    },
    {
      id: known(parseCaseId('01JCASE0000000000000000001')),
      number: '2026-014',
      home: { channelId: known(parseChannelId('19:cases@thread.tacv2')), access: 'team' },
    },
    buildContext(),
  );
  if (!opened.ok) {
    throw new Error('the case of the tests cannot be opened');
  }
  return opened.value;
}

/** A case that Aino has just opened, with `overrides` in place of what it would hold. */
export function buildCase(overrides: Partial<Case> = {}): Case {
  return { ...openedCase(), ...overrides };
}

/** An event agreed for 15.12.2026 at 14.00 in Tampere, with nobody invited. */
export function buildEvent(overrides: Partial<DiscussionEvent> = {}): DiscussionEvent {
  return {
    id: itemId(1),
    status: 'agreed',
    date: day('2026-12-15'),
    time: clock('14:00'),
    format: 'onSite',
    place: 'Tampereen kirjasto',
    link: '',
    federation: 'no',
    person: AINO,
    type: null,
    times: null,
    invitees: [],
    arrangements: [],
    viewpoints: { usersAndClose: '', authority: '', lawAndCrpd: { references: [], text: '' } },
    openDiscussion: '',
    factors: [],
    commonDirection: '',
    options: [],
    milestones: [],
    sharedView: '',
    chosenOptions: [],
    ...overrides,
  };
}
