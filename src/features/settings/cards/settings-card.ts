import type { PersonId } from '../../../kernel/ids.ts';
import { counties, countyOf, type CountyCode } from '../../../kernel/regions/regions.ts';
import type { Card } from '../../../platform/cards/card.ts';
import type { Button, Notice } from '../../../platform/cards/form.ts';
import { presentMessage } from '../../../platform/cards/present-message.ts';
import { formatDateRange } from '../../../platform/texts/finnish-dates.ts';
import { advisorsOf, findHolder } from '../domain/settings.ts';
import { adminsInTeam, isAdmin } from '../domain/supporters.ts';
import { helpLine, nameIn, type Scene } from '../scene.ts';
import { VERBS } from '../verbs.ts';

type Section = { readonly heading: string; readonly lines: readonly string[] };

// One advisor may have every county; the card stays readable and light all the same.
const AREAS_SHOWN = 6;

/**
 * Who has which role, with the actions that the asker may take. `isPublic`: the whole channel reads it, so absences are
 * left out.
 */
export function drawSettings(
  scene: Scene,
  { isPublic, notices }: { readonly isPublic: boolean; readonly notices: readonly Notice[] },
): Card {
  const { settings, t } = scene;
  return presentMessage({
    title: t.title,
    about: null,
    notices,
    paragraphs: [t.intro],
    facts: [{ label: t.guestsLabel, value: t.guests[settings.guests] }],
    sections: [
      advisorSection(scene),
      {
        heading: t.admins,
        lines: orNobody(
          scene,
          adminsInTeam(scene).map((person) => nameIn(scene, person)),
        ),
      },
      ...(isPublic ? [] : absenceSection(scene)),
      ...(isAskedByAdmin(scene) ? uncoveredSection(scene) : []),
    ],
    buttons: buttonsFor(scene),
    help: helpLine(scene),
  });
}

/** County names, the first few when there are many. */
export function areaNames(scene: Pick<Scene, 't'>, areas: readonly CountyCode[]): string {
  const names = areas.map((area) => countyOf(area).nameFi);
  return names.length <= AREAS_SHOWN
    ? names.join(', ')
    : scene.t.moreAreas(names.slice(0, AREAS_SHOWN - 1).join(', '), names.length - AREAS_SHOWN + 1);
}

function isAskedByAdmin(scene: Scene): boolean {
  return isAdmin(scene, scene.asking.person.id);
}

function orNobody({ t }: Scene, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [t.nobody] : lines;
}

function advisorSection(scene: Scene): Section {
  const lines = advisorsOf(scene.settings).map(({ person, advisor }) =>
    scene.t.holder(nameIn(scene, person), areaNames(scene, advisor.areas)),
  );
  const { advisorLabel } = scene;
  const heading = advisorLabel.charAt(0).toLocaleUpperCase('fi') + advisorLabel.slice(1);
  return { heading, lines: orNobody(scene, lines) };
}

function absenceSection(scene: Scene): readonly Section[] {
  const { settings, t, asking } = scene;
  const lines = advisorsOf(settings).flatMap(({ person, advisor: { absence } }) => {
    if (absence === null || absence.until < asking.today) {
      return [];
    }
    const days = formatDateRange(absence.from, absence.until);
    return absence.standIn === null
      ? [t.absent(nameIn(scene, person), days)]
      : [t.absentWithStandIn(nameIn(scene, person), days, nameIn(scene, absence.standIn))];
  });
  return lines.length === 0 ? [] : [{ heading: t.absences, lines }];
}

function uncoveredSection(scene: Scene): readonly Section[] {
  const { settings, t } = scene;
  const covered = new Set(advisorsOf(settings).flatMap(({ advisor }) => advisor.areas));
  const open = counties.map((county) => county.code).filter((code) => !covered.has(code));
  if (open.length === 0) {
    return [];
  }
  const which = open.length === counties.length ? t.uncoveredAll : areaNames(scene, open);
  return [{ heading: t.uncovered, lines: [which, t.uncoveredHelp] }];
}

function buttonsFor(scene: Scene): readonly Button[] {
  const { t, settings, asking } = scene;
  const button = (label: string, verb: string): Button => ({
    label,
    verb,
    data: {},
    look: 'plain',
    sendsInputs: false,
  });
  if (isAskedByAdmin(scene)) {
    return [
      { ...button(t.buttons.giveRole, VERBS.giveRole), look: 'primary' },
      button(t.buttons.areas, VERBS.areas),
      button(t.buttons.absence, VERBS.absence),
      button(t.buttons.removeRole, VERBS.removeRole),
      button(t.buttons.guests, VERBS.guests),
    ];
  }
  const isAdvisor = (person: PersonId): boolean => (findHolder(settings, person)?.advisor ?? null) !== null;
  return isAdvisor(asking.person.id) ? [button(t.buttons.absence, VERBS.absence)] : [];
}
