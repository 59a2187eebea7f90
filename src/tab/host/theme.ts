// Which of the three themes is shown: what Teams says; else what the system says, which the styles know by themselves.

export type Theme = 'light' | 'dark' | 'contrast';

const BY_NAME: Readonly<Record<string, Theme>> = { vaalea: 'light', tumma: 'dark', kontrasti: 'contrast' };

/** Shows the theme from now on. */
export function showTheme(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme;
}

/** What Teams calls the theme; a name that it does not have yet is the light one. */
export function themeOfTeams(name: string): Theme {
  return name === 'dark' || name === 'contrast' ? name : 'light';
}

/** Shows the theme that the address asks for by `?teema=`, if it does. */
export function showThemeOfAddress(): void {
  const theme = BY_NAME[new URLSearchParams(location.search).get('teema') ?? ''];
  if (theme !== undefined) {
    showTheme(theme);
  }
}
