import { useLayoutEffect, useState } from 'preact/hooks';
import { PAGES } from '../../pages.ts';
import { currentSession } from '../../shell/api.ts';
import { Page } from '../../shell/page.tsx';
import { tabTextsFi } from '../../texts.fi.ts';

const words = tabTextsFi.channelTab;

/** Where Teams asks what a channel's new tab is to show. */
export function ChannelTabPage() {
  const offered = PAGES.flatMap(({ path, title }) => (title === null ? [] : [{ path, title }]));
  const [chosen, setChosen] = useState('tapaukset');
  const offer = currentSession().host.offerAsTab;
  const page = offered.find(({ path }) => path === chosen) ?? offered[0];
  useLayoutEffect(() => {
    if (offer !== null && page !== undefined) {
      offer({ url: new URL(`/tab/${page.path}`, location.href).href, name: words.name(page.title) });
    }
  }, [page?.path]);
  return (
    <Page title={words.title} lead={offer === null ? words.outside : words.lead}>
      {offer === null ? null : (
        <fieldset class="field">
          <legend>{words.page}</legend>
          {offered.map(({ path, title }) => (
            <label key={path} class="choice">
              <input type="radio" name="page" checked={path === page?.path} onChange={() => setChosen(path)} />
              <span>{title}</span>
            </label>
          ))}
        </fieldset>
      )}
    </Page>
  );
}
