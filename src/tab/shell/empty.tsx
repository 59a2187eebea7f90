import type { ComponentChildren } from 'preact';

/** What stands where there is nothing to list: why, and what one can do. */
export function Empty({ text, action }: { readonly text: string; readonly action?: ComponentChildren }) {
  return (
    <div class="empty">
      <p>{text}</p>
      {action === undefined ? null : <div class="actions">{action}</div>}
    </div>
  );
}
