// The forms of an advisor's absence and of what guests may do.
import type { PersonId } from '../../kernel/ids.ts';
import type { GuestRights } from './domain/settings.ts';
import {
  choiceField,
  dateField,
  optionalChoiceField,
  textField,
  type Choice,
  type Field,
} from '../../platform/cards/field.ts';
import { formatDateRange } from '../../platform/texts/finnish-dates.ts';
import { setAbsence } from './domain/absence.ts';
import { LINK_MAX, setLinks, type LinkName } from './domain/links.ts';
import { setGuests } from './domain/roles.ts';
import { findHolder, GUEST_RIGHTS } from './domain/settings.ts';
import { adminsInTeam } from './domain/supporters.ts';
import { nameIn, type Scene } from './scene.ts';
import { defineForm } from './settings-form.ts';
import { VERBS } from './verbs.ts';

/** Notes when an advisor is away and who stands in. */
export const absenceForm = defineForm({
  action: 'setAbsence',
  openVerb: VERBS.absence,
  saveVerb: VERBS.saveAbsence,
  isAboutAdvisor: true,
  frame: (scene, { whom }) => {
    const { t, settings } = scene;
    const isNoted = (findHolder(settings, whom)?.advisor?.absence ?? null) !== null;
    return {
      title: t.absence.title,
      about: nameIn(scene, whom),
      intro: t.absence.intro,
      more: isNoted ? [{ label: t.buttons.clearAbsence, verb: VERBS.clearAbsence, look: 'plain' }] : [],
    };
  },
  fields: (scene, { whom }) => {
    const { t, settings } = scene;
    const noted = findHolder(settings, whom)?.advisor?.absence ?? null;
    return {
      from: dateField({ label: t.absence.from, problem: t.absence.fromProblem, initial: noted?.from ?? '' }),
      until: dateField({ label: t.absence.until, problem: t.absence.untilProblem, initial: noted?.until ?? '' }),
      standIn: optionalChoiceField<PersonId>({
        label: t.absence.standIn,
        hint: t.absence.standInHint,
        problem: t.absence.standInProblem,
        choices: standIns(scene, whom),
        initial: noted?.standIn ?? '',
      }),
    };
  },
  plan: (scene, { whom }, { from, until, standIn }) => ({
    whom,
    decide: (settings) =>
      setAbsence(
        settings,
        whom,
        { from, until, standIn },
        { today: scene.asking.today, configuredAdmins: scene.configuredAdmins },
      ),
    said: until < from ? '' : scene.t.absence.said(nameIn(scene, whom), formatDateRange(from, until)),
  }),
});

/** Says what guests may do. */
export const guestsForm = defineForm({
  action: 'setGuests',
  openVerb: VERBS.guests,
  saveVerb: VERBS.saveGuests,
  isAboutAdvisor: false,
  frame: ({ t }) => ({ title: t.guestsForm.title, about: null, intro: t.guestsForm.intro }),
  fields: ({ t, settings }) => ({
    guests: choiceField<GuestRights>({
      label: t.guestsForm.guests,
      problem: t.guestsForm.guestsProblem,
      choices: GUEST_RIGHTS.map((rights) => ({ value: rights, title: t.guests[rights] })),
      initial: settings.guests,
    }),
  }),
  plan: ({ t }, _about, { guests }) => ({
    whom: null,
    decide: (settings) => setGuests(settings, guests),
    said: t.guestsForm.said,
  }),
});

/** Sets where the team is led outside of the app. */
export const linksForm = defineForm({
  action: 'setLinks',
  openVerb: VERBS.links,
  saveVerb: VERBS.saveLinks,
  isAboutAdvisor: false,
  frame: ({ t }) => ({ title: t.linksForm.title, about: null, intro: t.linksForm.intro }),
  fields: (scene) => ({
    legalAdvice: linkField(scene, 'legalAdvice'),
    model: linkField(scene, 'model'),
    privacy: linkField(scene, 'privacy'),
  }),
  plan: ({ t }, _about, links) => ({
    whom: null,
    decide: (settings) => setLinks(settings, links),
    said: t.linksForm.said,
  }),
});

function linkField({ t, settings, installedLinks }: Scene, name: LinkName): Field<string> {
  const installed = installedLinks[name];
  return textField(false, {
    label: t.links[name],
    hint: installed === null ? t.linksForm.hintNone : t.linksForm.hint(installed),
    problem: t.refusals['link-unusable'],
    maxLength: LINK_MAX,
    // An address may hold anything; nobody's data is looked for in it but identity codes.
    privacy: 'workContact',
    initial: settings.links[name],
  });
}

// Everybody with a role who is in the team, but not the one who is away.
function standIns(scene: Scene, whom: PersonId): readonly Choice[] {
  const holders = scene.settings.holders.map((holder) => holder.person).filter((person) => scene.members.has(person));
  return [...new Set([...holders, ...adminsInTeam(scene)])]
    .filter((person) => person !== whom)
    .map((person) => ({ value: person, title: nameIn(scene, person) }));
}
