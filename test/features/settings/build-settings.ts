// Settings for tests: named people, dates and builders with overrides.
import {
  NO_SETTINGS,
  type Absence,
  type RoleHolder,
  type Settings,
  type SettingsDecision,
} from '../../../src/features/settings/domain/settings.ts';
import { parseLocalDate } from '../../../src/kernel/dates.ts';
import { parsePersonId, type PersonId } from '../../../src/kernel/ids.ts';
import type { LocalDate } from '../../../src/kernel/instants.ts';
import { parseCountyCode, type CountyCode } from '../../../src/kernel/regions/regions.ts';
import type { Member } from '../../../src/platform/teams/bot.ts';

export function known<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) {
    throw new Error('a fixed value of the tests cannot be read');
  }
  return value;
}

export const date = (text: string): LocalDate => known(parseLocalDate(text));

export function member(id: string, name: string, isGuest = false): Member {
  return { id: known(parsePersonId(id)), teamsId: `29:${id}`, name, isGuest };
}

/** Admin by the configuration. */
export const KAISA = member('kaisa', 'Kaisa Korhonen');
export const AINO = member('aino', 'Aino Esimerkki');
export const EERO = member('eero', 'Eero Esimerkki');
export const LIISA = member('liisa', 'Liisa Lahtinen');
export const VEERA = member('veera', 'Veera Virtanen', true);
export const TEAM: readonly Member[] = [KAISA, AINO, EERO, LIISA, VEERA];
/** Somebody who has left the team. */
export const GONE = known(parsePersonId('gone'));

export const PIRKANMAA: CountyCode = known(parseCountyCode('08'));
export const LAPLAND: CountyCode = known(parseCountyCode('21'));

/** A Tuesday. */
export const TODAY = date('2026-11-24');

export function holder(who: Member, about: Partial<RoleHolder> = {}): RoleHolder {
  return { person: who.id, name: who.name, isAdmin: false, advisor: null, ...about };
}

export function admin(who: Member): RoleHolder {
  return holder(who, { isAdmin: true });
}

export function advisor(who: Member, areas: readonly CountyCode[], absence: Absence | null = null): RoleHolder {
  return holder(who, { advisor: { areas, absence } });
}

export function settingsWith(...holders: readonly RoleHolder[]): Settings {
  return { ...NO_SETTINGS, version: 1, holders };
}

export function away(from: string, until: string, standIn: PersonId | null = null): Absence {
  return { from: date(from), until: date(until), standIn };
}

/** The settings that a decision gives; a refusal fails the test with its code. */
export function settingsOf(decision: SettingsDecision): Settings {
  if (!decision.ok) {
    throw new Error(`the decision is refused: ${decision.refusal.code}`);
  }
  return decision.value;
}

/** The code of a refusal; null when the decision is not refused. */
export function codeOf(decision: SettingsDecision): string | null {
  return decision.ok ? null : decision.refusal.code;
}
