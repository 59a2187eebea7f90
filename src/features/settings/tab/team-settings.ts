// The team's settings as the page shows them: the same facts as the card's, with the buttons of each.
import { counties, countyOf } from '../../../kernel/regions/regions.ts';
import type { Button } from '../../../platform/cards/form.ts';
import { formatDateRange } from '../../../platform/texts/finnish-dates.ts';
import type { TeamSettings } from '../contract.ts';
import { LINK_NAMES, linksIn } from '../domain/links.ts';
import { advisorsOf, type Absence } from '../domain/settings.ts';
import { adminsInTeam, isAdmin } from '../domain/supporters.ts';
import { maySet } from '../policy.ts';
import { nameIn, type Scene } from '../scene.ts';
import { VERBS } from '../verbs.ts';

/** Who has which role and what holds for all; a button only for what the asker may change. */
export function teamSettings(scene: Scene, times: TeamSettings['times']): TeamSettings {
  const { t, settings, asking, advisorLabel, installedLinks } = scene;
  const canChange = isAdmin(scene, asking.person.id);
  const forAdmins = (...buttons: readonly Button[]): Button[] => (canChange ? [...buttons] : []);
  const covered = new Set(advisorsOf(settings).flatMap(({ advisor }) => advisor.areas));
  const links = linksIn(settings, installedLinks);
  return {
    canChange,
    advisorLabel,
    advisors: advisors(scene),
    admins: admins(scene),
    uncovered: counties.filter(({ code }) => !covered.has(code)).map(({ nameFi }) => nameFi),
    guests: t.guests[settings.guests],
    buttons: forAdmins(
      { ...button(t.buttons.giveRole, VERBS.giveRole), look: 'primary' },
      button(t.buttons.removeRole, VERBS.removeRole),
    ),
    guestButtons: forAdmins(button(t.guestsForm.change, VERBS.guests)),
    links: LINK_NAMES.map((name) => ({
      label: t.links[name],
      url: links[name],
      isInstalled: links[name] !== null && settings.links[name] === '',
    })),
    linkButtons: forAdmins(button(t.buttons.links, VERBS.links)),
    times,
  };
}

function advisors(scene: Scene): TeamSettings['advisors'] {
  const { t, settings, asking, members } = scene;
  return advisorsOf(settings).map(({ person, advisor }) => {
    const may = (action: 'setAreas' | 'setAbsence'): boolean => maySet(scene, asking.person.id, action, person).ok;
    return {
      name: nameIn(scene, person),
      isHere: members.has(person),
      counties: advisor.areas.map((area) => countyOf(area).nameFi),
      absence: absenceText(scene, advisor.absence),
      buttons: [
        ...(may('setAreas') ? [button(t.buttons.areas, VERBS.areas, { whom: person })] : []),
        ...(may('setAbsence') ? [button(t.buttons.absence, VERBS.absence, { whom: person })] : []),
      ],
    };
  });
}

function absenceText(scene: Scene, absence: Absence | null): string {
  if (absence === null || absence.until < scene.asking.today) {
    return '';
  }
  const days = formatDateRange(absence.from, absence.until);
  return absence.standIn === null ? days : scene.t.awayWithStandIn(days, nameIn(scene, absence.standIn));
}

function admins(scene: Scene): TeamSettings['admins'] {
  const { settings, members, configuredAdmins } = scene;
  const gone = settings.holders.filter((holder) => holder.isAdmin && !members.has(holder.person));
  return [...adminsInTeam(scene), ...gone.map(({ person }) => person)].map((person) => ({
    name: nameIn(scene, person),
    isHere: members.has(person),
    isInstalled: configuredAdmins.includes(person),
  }));
}

function button(label: string, verb: string, data: Readonly<Record<string, string>> = {}): Button {
  return { label, verb, data, look: 'plain', sendsInputs: false };
}
