// how much text a person wants. Explanations and examples are left out of short texts; what one can do is the same.
import type { ComponentChildren } from 'preact';
import { OwnSettings } from '../../../features/settings/contract.ts';
import { useApi, type Api } from '../../shell/use-api.ts';

/** What the person has chosen for their own pages. */
export function useOwnSettings(): Api<OwnSettings> {
  return useApi(OwnSettings, 'own');
}

/** Explanations and examples, for those who have chosen long texts. */
export function Explained({ children }: { readonly children: ComponentChildren }) {
  const { state } = useOwnSettings();
  return state.kind === 'ready' && state.value.texts === 'long' ? <div class="explained prose">{children}</div> : null;
}

/** The same as sentences, one paragraph each. */
export function ExplainedLines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <Explained>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Explained>
  );
}
