// @vitest-environment jsdom
import {
  createDocumentResource, createListResource, createResource, frappeRequest, setConfig, useCall, useDoc, useList,
} from 'frappe-ui';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { site, token, unique } from './site.mjs';

const network = globalThis.fetch;

/** What a browser on the site's own page would send: relative addresses, and its sign-in. */
function fromThePage(address, options = {}) {
  const headers = { ...Object.fromEntries(new Headers(options.headers)), authorization: `token ${token}` };
  return network(new URL(address, site.url), { ...options, headers, signal: undefined });
}

beforeAll(() => {
  globalThis.fetch = fromThePage;
  window.fetch = fromThePage;
  setConfig('resourceFetcher', frappeRequest);
});

const until = (check) => vi.waitFor(check, { timeout: 5000 });

async function make(values) {
  const insert = createResource({ url: 'frappe.client.insert' });
  return insert.submit({ doc: { doctype: 'Reading', ...values } });
}

describe('createResource', () => {
  it('calls methods', async () => {
    const who = createResource({ url: 'frappe.auth.get_logged_user' });
    expect(await who.fetch()).toBe(site.user);
    expect(who.data).toBe(site.user);
    expect(who.loading).toBe(false);
    const count = createResource({ url: 'frappe.client.get_count', params: { doctype: 'Reading' }, auto: true });
    await until(() => expect(count.fetched).toBe(true));
    expect(count.data).toBeTypeOf('number');
  });

  it('shows why a call was refused', async () => {
    const refused = createResource({ url: 'frappe.client.insert' });
    await expect(refused.submit({ doc: { doctype: 'Loan Slip' } })).rejects.toMatchObject({ exc_type: 'MandatoryError' });
    expect(refused.error.exc_type).toBe('MandatoryError');
    expect(refused.error.messages.length).toBeGreaterThan(0);
  });
});

describe('createListResource', () => {
  it('lists, pages, inserts, changes and deletes', async () => {
    const series = unique('Cycle');
    for (const pages of [1, 2, 3]) await make({ title: `${series} ${pages}`, pages });
    const list = createListResource({
      doctype: 'Reading', fields: ['name', 'title', 'pages', 'status'], filters: { title: ['like', `${series}%`] },
      orderBy: 'pages asc', pageLength: 2,
    });
    list.fetch();
    await until(() => expect(list.data?.map((row) => row.pages)).toEqual([1, 2]));
    expect(list.hasNextPage).toBe(true);
    list.next();
    await until(() => expect(list.data.map((row) => row.pages)).toEqual([1, 2, 3]));
    await list.insert.submit({ title: `${series} 4`, pages: 4 });
    expect(list.insert.error).toBeFalsy();
    await list.setValue.submit({ name: `${series} 1`, status: 'Read' });
    expect(list.setValue.data.status).toBe('Read');
    await list.delete.submit(`${series} 2`);
    expect(list.delete.error).toBeFalsy();
    await list.reload();
    expect(list.data.map((row) => row.title)).not.toContain(`${series} 2`);
  });
});

describe('createDocumentResource', () => {
  it('reads, changes and deletes', async () => {
    const title = unique('Candide');
    await make({ title, pages: 9 });
    const doc = createDocumentResource({ doctype: 'Reading', name: title });
    await until(() => expect(doc.doc?.name).toBe(title));
    expect(doc.doc.pages).toBe(9);
    await doc.setValue.submit({ status: 'Reading' });
    expect(doc.doc.status).toBe('Reading');
    doc.doc.pages = 10;
    await doc.save.submit();
    expect(doc.doc.pages).toBe(10);
    await doc.delete.submit();
    expect(doc.delete.error).toBeFalsy();
  });
});

describe('useList', () => {
  it('lists by version 2, pages, inserts, changes and deletes', async () => {
    const series = unique('Suite');
    for (const pages of [1, 2, 3]) await make({ title: `${series} ${pages}`, pages });
    const list = useList({
      doctype: 'Reading', fields: ['name', 'title', 'pages', 'status'], filters: { title: ['like', `${series}%`] },
      orderBy: 'pages asc', limit: 2,
    });
    await until(() => expect(list.data?.length).toBe(2));
    expect(list.data[0].pages).toBe(1);
    expect(list.hasNextPage).toBe(true);
    list.next();
    await until(() => expect(list.data.length).toBe(3));
    expect(list.data.map((row) => row.pages)).toEqual([1, 2, 3]);
    expect(list.hasNextPage).toBe(false);
    await list.setValue.submit({ name: `${series} 2`, status: 'Read' });
    expect(list.setValue.error).toBeFalsy();
    await list.delete.submit({ name: `${series} 1` });
    expect(list.delete.error).toBeFalsy();
    await list.insert.submit({ title: `${series} 5`, pages: 5 });
    expect(list.insert.data.name).toBe(`${series} 5`);
  });

  it('shows why a list was refused', async () => {
    const list = useList({ doctype: 'Reading', fields: ['nothing'] });
    await until(() => expect(list.error).toBeTruthy());
    expect(list.error.type).toBe('DataError');
    expect(list.error.title).toBeTruthy();
  });
});

describe('useDoc and useCall', () => {
  it('read, change and run methods', async () => {
    const title = unique('Utopia');
    await make({ title, pages: 2 });
    const doc = useDoc({ doctype: 'Reading', name: title });
    await until(() => expect(doc.doc?.name).toBe(title));
    await doc.setValue.submit({ pages: 3 });
    await until(() => expect(doc.doc.pages).toBe(3));
    const call = useCall({ url: '/api/v2/method/frappe.auth.get_logged_user' });
    await until(() => expect(call.data).toBe(site.user));
    expect(call.error).toBeFalsy();
  });
});
