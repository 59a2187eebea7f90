// Where the page runs: inside Teams, or in a browser of its own. The rest of the tab sees only this.

/** The place that the host shows the page in. */
export type HostPlace = {
  /** The team's id as the bot knows it; null when the host names none. */
  readonly team: string | null;
  /** The channel whose tab this is. */
  readonly channel: string | null;
  /** What a deep link points to, as an address below `/tab`. */
  readonly subPage: string | null;
};

export type Host = {
  readonly kind: 'teams' | 'browser';
  readonly place: HostPlace;
  /** A token that proves who is asking; null when the person has to sign in. `renew`: the last one was refused. */
  token(options: { readonly renew: boolean }): Promise<string | null>;
  /** Goes to where one signs in; null where one cannot. */
  readonly signIn: (() => void) | null;
  /** Says that the page can be seen. */
  ready(): void;
  /** Says that the page will not come. */
  failed(): void;
};
