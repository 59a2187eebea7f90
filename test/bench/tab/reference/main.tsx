// What the tab is compared with: the page Tapaukset as tabs for Teams are usually written, with React, Fluent's React
// components and teams-js, from the same data by the same contract.
import { FluentProvider, teamsLightTheme } from '@fluentui/react-components';
import { app } from '@microsoft/teams-js';
import { createRoot } from 'react-dom/client';
import { CasesPage } from './cases-page.tsx';

async function open(root: Element): Promise<void> {
  await app.initialize();
  app.notifyAppLoaded();
  createRoot(root).render(
    <FluentProvider theme={teamsLightTheme}>
      <CasesPage />
    </FluentProvider>,
  );
  void app.notifySuccess();
}

const root = document.getElementById('app');
if (root !== null) {
  void open(root);
}
