// A press in the tab runs the same action as on a card, but its answer stands in no card's place.

/** What `POST /press` adds to the data of every press. */
export const TAB_ORIGIN = { origin: 'tab' } as const;

/** Whether a press came from the tab. */
export function isFromTab(data: unknown): boolean {
  return typeof data === 'object' && data !== null && Reflect.get(data, 'origin') === TAB_ORIGIN.origin;
}
