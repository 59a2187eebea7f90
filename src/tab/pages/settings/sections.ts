// The sections of the settings, in their order.
import type { ComponentType } from 'preact';
import { organisationsTabFi } from '../../../features/organisations/texts/tab.fi.ts';
import { settingsTabFi } from '../../../features/settings/texts/tab.fi.ts';
import { LinksSection } from './links-section.tsx';
import { OrganisationsSection } from './organisations-section.tsx';
import { OwnSection } from './own-section.tsx';
import { PeopleSection } from './people-section.tsx';

export type SettingsSection = {
  /** Below `/tab/asetukset`; '' is the first. */
  readonly path: string;
  readonly title: string;
  readonly View: ComponentType;
};

/** Each is a page of the same frame. */
export const SECTIONS: readonly [SettingsSection, ...SettingsSection[]] = [
  { path: '', title: settingsTabFi.own.title, View: OwnSection },
  { path: 'ihmiset', title: settingsTabFi.people.title, View: PeopleSection },
  { path: 'tukipiirit', title: organisationsTabFi.title, View: OrganisationsSection },
  { path: 'linkit', title: settingsTabFi.links.title, View: LinksSection },
];
