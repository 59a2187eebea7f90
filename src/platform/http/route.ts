// What a feature gives the web server: routes as data, free of the server library.

/** One HTTP request after the guard: the body is parsed JSON, still `unknown`. */
export type HttpRequest = {
  readonly method: string;
  readonly path: string;
  /** The `:name` parts of the route's path. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Lower-case names. A header that came twice is joined as HTTP says. */
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined when the request had no body. */
  readonly body: unknown;
};

/** What is known of a request before its body is read. */
export type RequestHead = Omit<HttpRequest, 'body'>;

/** `json` is sent as JSON, `bytes` as they are. Headers win over the server's own. */
export type HttpResponse = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly bytes?: { readonly contentType: string; readonly content: Uint8Array };
};

export type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE';

/** `path` in the router's syntax: `/api/cases/:id`, `/tab/*`. What `handle` throws becomes a generic 500. */
export type Route = {
  readonly method: Method;
  readonly path: string;
  /** In place of the server's own cap, when this route needs less or more. */
  readonly maxBodyBytes?: number;
  /** Asked before the body is read, for routes that take long ones: an answer that keeps it from being read, or null. */
  admit?(head: RequestHead): Promise<HttpResponse | null>;
  handle(request: HttpRequest): Promise<HttpResponse>;
};
