/** What the cards of the calendar send. */
export const VERBS = {
  list: 'calendar/list',
  filter: 'calendar/filter',
  show: 'calendar/show',
  /** Every feature's `Lisää kalenteriin` sends this with `{ source, id }`. */
  add: 'calendar/add',
  subscription: 'calendar/subscription',
  subscribe: 'calendar/subscription/start',
  scope: 'calendar/subscription/scope',
  saveScope: 'calendar/subscription/scope/save',
  renew: 'calendar/subscription/renew',
  saveRenewal: 'calendar/subscription/renew/save',
  end: 'calendar/subscription/end',
  saveEnd: 'calendar/subscription/end/save',
} as const;
