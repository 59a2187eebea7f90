// The forms of the roles: giving and taking one, and an advisor's counties.
import { invariant } from '../../kernel/fault.ts';
import { compareFinnish, fold } from '../../kernel/fold.ts';
import type { PersonId } from '../../kernel/ids.ts';
import { counties, type CountyCode } from '../../kernel/regions/regions.ts';
import { choiceField, choicesField, filteredChoiceField, type Choice, type Field } from '../../platform/cards/field.ts';
import type { Member } from '../../platform/teams/bot.ts';
import { giveRole, removeRole, setAreas } from './domain/roles.ts';
import { findHolder, ROLES, type Role } from './domain/settings.ts';
import { nameIn, type Scene } from './scene.ts';
import { defineForm } from './settings-form.ts';
import { VERBS } from './verbs.ts';

/** How many people one list holds; in a larger team they are searched by name first, or the card would be too heavy. */
export const PEOPLE_MAX = 100;

const COUNTY_CHOICES: readonly Choice[] = counties.map(({ code, nameFi }) => ({ value: code, title: nameFi }));

/** The members whose name contains the query, in alphabetical order; all for an empty query. */
export function membersNamed(scene: Pick<Scene, 'team'>, query: string): readonly Member[] {
  const wanted = fold(query);
  return scene.team
    .filter((member) => fold(member.name).includes(wanted))
    .toSorted((a, b) => compareFinnish(a.name, b.name));
}

/** Gives a role to a member of the team. */
export const giveRoleForm = defineForm({
  action: 'giveRole',
  openVerb: VERBS.giveRole,
  saveVerb: VERBS.saveRole,
  isAboutAdvisor: false,
  frame: ({ t, advisorLabel }) => ({
    title: t.giveRole.title,
    about: null,
    intro: t.giveRole.intro(advisorLabel),
  }),
  fields: (scene, { query }) => {
    const { t, advisorLabel } = scene;
    return {
      person: filteredChoiceField<PersonId>({
        label: t.giveRole.person,
        problem: t.giveRole.personProblem,
        choices: membersNamed(scene, query)
          .slice(0, PEOPLE_MAX)
          .map(({ id, name, isGuest }) => ({ value: id, title: isGuest ? t.guestName(name) : name })),
      }),
      role: choiceField<Role>({
        label: t.giveRole.role,
        problem: t.giveRole.roleProblem,
        choices: ROLES.map((role) => ({ value: role, title: t.role(role, advisorLabel) })),
      }),
      areas: areasField(false, t.giveRole.areas, {
        hint: t.giveRole.areasHint(advisorLabel),
        problem: t.giveRole.areasProblem,
      }),
    };
  },
  plan: (scene, _about, { person, role, areas }) => {
    const { t, advisorLabel } = scene;
    const name = nameIn(scene, person);
    return {
      whom: person,
      decide: (settings) => giveRole(settings, { person, name, role, areas }),
      said: t.giveRole.said(name, t.role(role, advisorLabel)),
    };
  },
});

/** Changes an advisor's counties. */
export const areasForm = defineForm({
  action: 'setAreas',
  openVerb: VERBS.areas,
  saveVerb: VERBS.saveAreas,
  isAboutAdvisor: true,
  frame: (scene, { whom }) => ({
    title: scene.t.areas.title,
    about: nameIn(scene, whom),
    intro: `${scene.t.areas.intro} ${scene.t.areas.order}`,
  }),
  fields: ({ t, settings }, { whom }) => {
    const initial = (findHolder(settings, whom)?.advisor?.areas ?? []).join(',');
    return { areas: areasField(true, t.areas.areas, { problem: t.areas.areasProblem, initial }) };
  },
  plan: (scene, { whom }, { areas }) => ({
    whom,
    decide: (settings) => setAreas(settings, whom, areas),
    said: scene.t.areas.said(nameIn(scene, whom)),
  }),
});

/** Takes a role away; the configuration's admins are not among the choices. */
export const removeRoleForm = defineForm({
  action: 'removeRole',
  openVerb: VERBS.removeRole,
  saveVerb: VERBS.saveRemoval,
  isAboutAdvisor: false,
  frame: (scene) => {
    const { title, intro, none } = scene.t.removeRole;
    return heldRoles(scene).length === 0 ? none : { title, about: null, intro, submit: title };
  },
  fields: (scene) => ({
    held: choiceField<string>({
      label: scene.t.removeRole.held,
      problem: scene.t.removeRole.heldProblem,
      choices: heldRoles(scene).map(({ value, title }) => ({ value, title })),
    }),
  }),
  plan: (scene, _about, { held }) => {
    const { t, advisorLabel, configuredAdmins } = scene;
    const chosen = heldRoles(scene).find(({ value }) => value === held);
    // The field reads nothing but its own choices.
    invariant(chosen !== undefined, 'choice-unknown');
    const { person, role } = chosen;
    return {
      whom: person,
      decide: (settings) => removeRole(settings, person, role, configuredAdmins),
      said: t.removeRole.said(nameIn(scene, person), t.role(role, advisorLabel)),
    };
  },
});

function areasField(
  required: boolean,
  label: string,
  about: { readonly hint?: string; readonly problem: string; readonly initial?: string },
): Field<readonly CountyCode[]> {
  return choicesField<CountyCode>(required, { label, choices: COUNTY_CHOICES, ...about });
}

type HeldRole = Choice & { readonly person: PersonId; readonly role: Role };

function heldRoles(scene: Scene): readonly HeldRole[] {
  const { settings, configuredAdmins, t, advisorLabel } = scene;
  return settings.holders.flatMap(({ person, isAdmin, advisor }) => {
    const roles: readonly Role[] = [
      ...(advisor === null ? [] : (['advisor'] as const)),
      ...(isAdmin && !configuredAdmins.includes(person) ? (['admin'] as const) : []),
    ];
    return roles.map((role) => ({
      person,
      role,
      value: `${role}:${person}`,
      title: t.holder(nameIn(scene, person), t.role(role, advisorLabel)),
    }));
  });
}
