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

// Far more than a federation has of each; beyond it a card would be too heavy.
const LINES_SHOWN = 20;

/**
 * Who has which role, who is away and who helps where. `isPublic`: the whole channel reads it, so it offers every action,
 * and each press is asked for its right; otherwise only what the asker may do. The tab's own page shows all this, so
 * there the card says the news alone.
 */
export function drawSettings(
  scene: Scene,
  { isPublic, notices }: { readonly isPublic: boolean; readonly notices: readonly Notice[] },
): Card {
  const { settings, t, isInTab } = scene;
  if (isInTab) {
    const nothing = { paragraphs: [], facts: [], sections: [], buttons: [] };
    return presentMessage({ title: t.title, about: null, notices, ...nothing, help: helpLine(scene) });
  }
  return presentMessage({
    title: t.title,
    about: null,
    notices,
    paragraphs: [t.intro],
    facts: [{ label: t.guestsLabel, value: t.guests[settings.guests] }],
    sections: [advisorSection(scene), adminSection(scene), ...absenceSection(scene), ...uncoveredSection(scene)].map(
      ({ heading, lines }) => ({ heading, lines: fittingLines(scene, lines) }),
    ),
    buttons: [
      ...scene.ownButtons,
      ...(isPublic || isAdmin(scene, scene.asking.person.id) ? adminButtons(scene) : advisorButtons(scene)),
    ],
    help: helpLine(scene),
  });
}

/** What is needed seldom, for admins: it would be too many choices on the first card. */
export function drawMoreSettings(scene: Scene): Card {
  const { t } = scene;
  return presentMessage({
    title: t.moreTitle,
    about: null,
    notices: [],
    paragraphs: [t.moreIntro],
    facts: [],
    sections: [],
    buttons: [
      button(t.buttons.removeRole, VERBS.removeRole),
      button(t.buttons.guests, VERBS.guests),
      button(t.buttons.links, VERBS.links),
      button(t.buttons.back, VERBS.show),
    ],
    help: helpLine(scene),
  });
}

// County names, the first few when there are many.
function areaNames(scene: Pick<Scene, 't'>, areas: readonly CountyCode[]): string {
  const names = areas.map((area) => countyOf(area).nameFi);
  return names.length <= AREAS_SHOWN
    ? names.join(', ')
    : scene.t.moreAreas(names.slice(0, AREAS_SHOWN - 1).join(', '), names.length - AREAS_SHOWN + 1);
}

function fittingLines({ t }: Scene, lines: readonly string[]): readonly string[] {
  const more = lines.length - LINES_SHOWN;
  return more <= 0 ? lines : [...lines.slice(0, LINES_SHOWN), t.moreLines(more)];
}

// Who has left keeps the role until an admin takes it, so the card says so.
function presentName(scene: Scene, person: PersonId): string {
  const name = nameIn(scene, person);
  return scene.members.has(person) ? name : scene.t.left(name);
}

function orNobody({ t }: Scene, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [t.nobody] : lines;
}

function advisorSection(scene: Scene): Section {
  const lines = advisorsOf(scene.settings).map(({ person, advisor }) =>
    scene.t.holder(presentName(scene, person), areaNames(scene, advisor.areas)),
  );
  const { advisorLabel } = scene;
  const heading = advisorLabel.charAt(0).toLocaleUpperCase('fi') + advisorLabel.slice(1);
  return { heading, lines: orNobody(scene, lines) };
}

function adminSection(scene: Scene): Section {
  const gone = scene.settings.holders.filter((holder) => holder.isAdmin && !scene.members.has(holder.person));
  const admins = [...adminsInTeam(scene), ...gone.map(({ person }) => person)];
  return {
    heading: scene.t.admins,
    lines: orNobody(
      scene,
      admins.map((person) => presentName(scene, person)),
    ),
  };
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

function adminButtons({ t }: Scene): readonly Button[] {
  return [
    { ...button(t.buttons.giveRole, VERBS.giveRole), look: 'primary' },
    button(t.buttons.areas, VERBS.areas),
    button(t.buttons.absence, VERBS.absence),
    button(t.buttons.more, VERBS.more),
  ];
}

function advisorButtons({ t, settings, asking }: Scene): readonly Button[] {
  const isAdvisor = (findHolder(settings, asking.person.id)?.advisor ?? null) !== null;
  return isAdvisor ? [button(t.buttons.absence, VERBS.absence)] : [];
}

function button(label: string, verb: string): Button {
  return { label, verb, data: {}, look: 'plain', sendsInputs: false };
}
