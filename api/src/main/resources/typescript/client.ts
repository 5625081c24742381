import type { DocTypes } from './doctypes.js';
import type { Methods } from './methods.js';

/** What every document has. */
export interface DocumentFields {
  name: string;
  doctype: string;
  owner: string;
  creation: string;
  modified: string;
  modified_by: string;
  docstatus: 0 | 1 | 2;
  idx: number;
}

/** What every row of a table has. */
export interface RowFields extends DocumentFields {
  parent: string;
  parentfield: string;
  parenttype: string;
}

export type DocTypeName = keyof DocTypes & string;

/** Rows of tables may be sent without what the server fills in. */
export type Values<T> = {
  [K in keyof T]?: NonNullable<T[K]> extends (infer R)[] ? Values<R>[] : T[K];
};

export type Operator =
  | '=' | '!=' | '>' | '<' | '>=' | '<=' | 'like' | 'not like' | 'in' | 'not in' | 'between' | 'is' | 'timespan'
  | 'descendants of' | 'not descendants of' | 'ancestors of' | 'not ancestors of';

export type Filters<T> =
  | { [K in keyof T]?: T[K] | [Operator, unknown] }
  | [keyof T & string, Operator, unknown][];

export interface ListOptions<T, F extends keyof T> {
  fields?: F[];
  filters?: Filters<T>;
  orFilters?: Filters<T>;
  orderBy?: `${keyof T & string} ${'asc' | 'desc'}`;
  limit?: number;
  start?: number;
}

export interface WriteOptions {
  /** Does the write once, however often it is sent. */
  idempotencyKey?: string;
  /** The document's `modified` as it was read: refused with 412 once somebody else saved. */
  modified?: string;
}

export interface BatchRequest {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  body?: unknown;
  headers?: Record<string, string>;
}

export interface BatchAnswer {
  status: number;
  etag?: string;
  body: unknown;
}

/** A refusal: the HTTP status, the server's name for it, and what it says to people. */
export class AffogatoError extends Error {
  constructor(
    readonly status: number,
    readonly type: string,
    readonly messages: string[],
  ) {
    super(messages.join('\n') || type);
    this.name = 'AffogatoError';
  }
}

export interface ClientOptions {
  /** Address of the site; of the page's own for none. */
  url?: string;
  /** `key:secret` of a user; a browser's session serves without. */
  token?: string;
  fetch?: typeof fetch;
}

export class AffogatoClient {
  private readonly url: string;
  private readonly token: string | undefined;
  private readonly send: typeof fetch;

  constructor(options: ClientOptions = {}) {
    this.url = (options.url ?? '').replace(/\/+$/, '');
    this.token = options.token;
    this.send = options.fetch ?? globalThis.fetch.bind(globalThis);
  }

  async get<D extends DocTypeName>(doctype: D, name: string): Promise<DocTypes[D]> {
    return this.data('GET', this.document(doctype, name));
  }

  async list<D extends DocTypeName, F extends keyof DocTypes[D] = 'name' & keyof DocTypes[D]>(
    doctype: D,
    options: ListOptions<DocTypes[D], F> = {},
  ): Promise<Pick<DocTypes[D], F>[]> {
    const query = new URLSearchParams();
    const put = (name: string, value: unknown) => {
      if (value !== undefined) query.set(name, typeof value === 'string' ? value : JSON.stringify(value));
    };
    put('fields', options.fields);
    put('filters', options.filters);
    put('or_filters', options.orFilters);
    put('order_by', options.orderBy);
    put('limit', options.limit);
    put('limit_start', options.start);
    return this.data('GET', `${this.doctype(doctype)}?${query}`);
  }

  async count<D extends DocTypeName>(doctype: D, filters?: Filters<DocTypes[D]>): Promise<number> {
    const query = filters ? `?filters=${encodeURIComponent(JSON.stringify(filters))}` : '';
    return this.data('GET', `/api/v2/doctype/${encodeURIComponent(doctype)}/count${query}`);
  }

  async create<D extends DocTypeName>(
    doctype: D, values: Values<DocTypes[D]>, options: WriteOptions = {},
  ): Promise<DocTypes[D]> {
    return this.data('POST', this.doctype(doctype), values, options);
  }

  async update<D extends DocTypeName>(
    doctype: D, name: string, values: Values<DocTypes[D]>, options: WriteOptions = {},
  ): Promise<DocTypes[D]> {
    return this.data('PATCH', this.document(doctype, name), values, options);
  }

  async delete(doctype: DocTypeName, name: string, options: WriteOptions = {}): Promise<void> {
    await this.data('DELETE', this.document(doctype, name), undefined, options);
  }

  async submit<D extends DocTypeName>(doctype: D, name: string): Promise<DocTypes[D]> {
    return this.data('POST', `${this.document(doctype, name)}/method/submit`, {});
  }

  async cancel<D extends DocTypeName>(doctype: D, name: string): Promise<DocTypes[D]> {
    return this.data('POST', `${this.document(doctype, name)}/method/cancel`, {});
  }

  /** Calls a whitelisted method; its answer is the caller's to type. */
  async call<T = unknown, M extends keyof Methods & string = keyof Methods & string>(
    method: M, args?: Methods[M], options: WriteOptions = {},
  ): Promise<T> {
    return this.data('POST', `/api/v2/method/${method}`, args ?? {}, options);
  }

  /** Sends several requests at once: all or nothing, unless `atomic` is off. */
  async batch(requests: BatchRequest[], atomic = true, options: WriteOptions = {}): Promise<BatchAnswer[]> {
    return this.data('POST', '/api/batch', { atomic, requests }, options);
  }

  private doctype(doctype: string): string {
    return `/api/v2/document/${encodeURIComponent(doctype)}`;
  }

  private document(doctype: string, name: string): string {
    return `${this.doctype(doctype)}/${encodeURIComponent(name)}`;
  }

  private async data<T>(method: string, path: string, body?: unknown, options: WriteOptions = {}): Promise<T> {
    const headers: Record<string, string> = { Accept: 'application/json' };
    if (body !== undefined) headers['Content-Type'] = 'application/json';
    if (this.token) headers.Authorization = `token ${this.token}`;
    if (options.idempotencyKey) headers['Idempotency-Key'] = options.idempotencyKey;
    if (options.modified) headers['If-Match'] = `"${options.modified.replace(/\D/g, '')}-"`;
    const csrf = (globalThis as { csrf_token?: string }).csrf_token;
    if (csrf) headers['X-Frappe-CSRF-Token'] = csrf;
    const answer = await this.send(this.url + path, {
      method, headers, credentials: 'include', body: body === undefined ? undefined : JSON.stringify(body),
    });
    const json = await answer.json().catch(() => ({}));
    if (!answer.ok) throw refusal(answer.status, json);
    return json.data as T;
  }
}

function refusal(status: number, json: { errors?: { type?: string; message?: string }[]; exc_type?: string }) {
  const errors = json.errors ?? [];
  const type = errors[0]?.type ?? json.exc_type ?? 'Error';
  return new AffogatoError(status, type, errors.flatMap((error) => (error.message ? [error.message] : [])));
}
