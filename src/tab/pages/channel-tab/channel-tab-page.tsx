import { useLayoutEffect, useState } from 'preact/hooks';
import { PAGES } from '../../pages.ts';
import { currentSession } from '../../shell/api.ts';
import { Page } from '../../shell/page.tsx';
import { tabTextsFi } from '../../texts.fi.ts';
import { viewOfLink } from './view-of-link.ts';

const words = tabTextsFi.channelTab;

const OFFERED = PAGES.flatMap(({ path, title }) => (title === null ? [] : [{ path, title }]));

/** Where Teams asks what a channel's new tab is to show: a page, or a view of it that somebody has shared. */
export function ChannelTabPage() {
  const [chosen, setChosen] = useState('tapaukset');
  const [link, setLink] = useState('');
  const offer = currentSession().host.offerAsTab;
  const linked = viewOfLink(link, { origin: location.origin, pages: OFFERED.map(({ path }) => path) });
  const view = linked ?? chosen;
  const title = OFFERED.find(({ path }) => path === view.split(/[/?]/)[0])?.title ?? '';
  useLayoutEffect(() => {
    offer?.({ url: new URL(`/tab/${view}`, location.href).href, name: words.name(title) });
  }, [view]);
  return (
    <Page title={words.title} lead={offer === null ? words.outside : words.lead}>
      {offer === null ? null : (
        <>
          <fieldset class="field">
            <legend>{words.page}</legend>
            {OFFERED.map((page) => (
              <label key={page.path} class="choice">
                <input
                  type="radio"
                  name="page"
                  checked={page.path === chosen}
                  disabled={linked !== null}
                  onChange={() => setChosen(page.path)}
                />
                <span>{page.title}</span>
              </label>
            ))}
          </fieldset>
          <LinkField link={link} isWrong={link.trim() !== '' && linked === null} onLink={setLink} />
        </>
      )}
    </Page>
  );
}

type LinkFieldProps = { readonly link: string; readonly isWrong: boolean; readonly onLink: (link: string) => void };

function LinkField({ link, isWrong, onLink }: LinkFieldProps) {
  return (
    <div class="field">
      <label for="view-link">{words.link}</label>
      <p class="hint" id="view-link-hint">
        {words.linkHint}
      </p>
      <input
        id="view-link"
        type="text"
        value={link}
        aria-describedby="view-link-hint view-link-problem"
        aria-invalid={isWrong}
        onInput={(event) => onLink(event.currentTarget.value)}
      />
      <p class="field-problem" id="view-link-problem" role="status">
        {isWrong ? words.linkWrong : ''}
      </p>
    </div>
  );
}
