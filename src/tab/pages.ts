// Every page of the tab: where it is and how it is fetched. Each is a chunk of its own, loaded when it is first opened.
import type { ComponentType } from 'preact';
import { tabTextsFi } from './texts.fi.ts';

const words = tabTextsFi.pages;

export type PageEntry = {
  /** The first part of the path below `/tab`, or the whole of it; '' is the first page. */
  readonly path: string;
  /** What the navigation calls it; null for a page that only Teams opens. */
  readonly title: string | null;
  readonly load: () => Promise<ComponentType>;
};

/** The pages in the order of the navigation. */
export const PAGES: readonly PageEntry[] = [
  { path: '', title: words.mine, load: async () => (await import('./pages/mine/mine-page.tsx')).MinePage },
  {
    path: 'tapaukset',
    title: words.cases,
    load: async () => (await import('./pages/cases/cases-page.tsx')).CasesPage,
  },
  {
    path: 'kalenteri',
    title: words.calendar,
    load: async () => (await import('./pages/calendar/calendar-page.tsx')).CalendarPage,
  },
  {
    path: 'hyvinvointialueet',
    title: words.counties,
    load: async () => (await import('./pages/counties/counties-page.tsx')).CountiesPage,
  },
  {
    path: 'tilastot',
    title: words.statistics,
    load: async () => (await import('./pages/statistics/statistics-page.tsx')).StatisticsPage,
  },
  {
    path: 'asetukset',
    title: words.settings,
    load: async () => (await import('./pages/settings/settings-page.tsx')).SettingsPage,
  },
  { path: 'ohje', title: words.guide, load: async () => (await import('./pages/guide/guide-page.tsx')).GuidePage },
  {
    path: 'config',
    title: null,
    load: async () => (await import('./pages/channel-tab/channel-tab-page.tsx')).ChannelTabPage,
  },
];

/** Pages below others: of one thing of a list, `tapaukset/2026-014`, or one whose whole path is named. */
export const DETAIL_PAGES: readonly PageEntry[] = [
  {
    path: 'tapaukset',
    title: words.cases,
    load: async () => (await import('./pages/case/case-page.tsx')).CasePageView,
  },
  {
    path: 'asetukset/viestit',
    title: words.settings,
    load: async () => (await import('./pages/messages/messages-page.tsx')).MessagesPage,
  },
];
