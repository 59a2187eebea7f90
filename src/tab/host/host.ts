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

/** What a link leads to: an address below `/tab` with its query, and its name. */
export type SharedView = { readonly address: string; readonly title: string };

export type OfferedPage = { readonly url: string; readonly name: string };

export type Host = {
  readonly kind: 'teams' | 'browser';
  readonly place: HostPlace;
  /** A token that proves who is asking; null when the person has to sign in. `renew`: the last one was refused. */
  token(options: { readonly renew: boolean }): Promise<string | null>;
  /** Goes to where one signs in; null where one cannot. */
  readonly signIn: (() => void) | null;
  /** Gives the present view to others as a link; the answer tells whether the page has to say that it is copied. */
  share(view: SharedView): Promise<'copied' | 'shown' | 'failed'>;
  /** Offers a page as the tab of a channel; null outside the settings of one. */
  readonly offerAsTab: ((page: OfferedPage) => void) | null;
  /** Says that the page can be seen. */
  ready(): void;
  /** Says that the page will not come. */
  failed(): void;
};
