// how much text a person wants. Explanations and examples are left out of short texts; what one can do is the same.
import type { ComponentChildren } from 'preact';
import { OwnSettings, type TextLevel } from '../../../features/settings/contract.ts';
import { teamUrl } from '../../shell/api.ts';
import { createStore, useStore } from '../../shell/store.ts';
import { useApi, type Api } from '../../shell/use-api.ts';

// What was chosen on this page: every part of it follows at once, without asking the server again.
const chosen = createStore<{ readonly at: string; readonly texts: TextLevel } | null>(null);

/** Lets every part of the page know what the person has just chosen. */
export function followTextLevel(texts: TextLevel): void {
  chosen.set({ at: teamUrl('own'), texts });
}

/** What the person has chosen for their own pages. */
export function useOwnSettings(): Api<OwnSettings> {
  const api = useApi(OwnSettings, 'own');
  const latest = useStore(chosen);
  return latest?.at === teamUrl('own') ? { ...api, state: { kind: 'ready', value: { texts: latest.texts } } } : api;
}

/** Explanations and examples as sentences, one paragraph each, for those who have chosen long texts. */
export function ExplainedLines({ lines }: { readonly lines: readonly string[] }): ComponentChildren {
  const { state } = useOwnSettings();
  if (state.kind !== 'ready' || state.value.texts !== 'long') {
    return null;
  }
  return (
    <div class="explained prose">
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}
