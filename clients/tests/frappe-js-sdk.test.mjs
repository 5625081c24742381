import { FrappeApp } from 'frappe-js-sdk';
import { describe, expect, it } from 'vitest';
import { site, token, unique } from './site.mjs';

const app = new FrappeApp(site.url, { useToken: true, token: () => token, type: 'token' });
const db = app.db();
const call = app.call();

describe('documents', () => {
  it('are made, read, changed and deleted', async () => {
    const title = unique('Dune');
    const made = await db.createDoc('Reading', { title, pages: 412, chapters: [{ heading: 'One', pages: 20 }] });
    expect(made.name).toBe(title);
    expect(made.status).toBe('To read');
    expect(made.docstatus).toBe(0);
    expect(made.owner).toBe(site.user);
    expect(made.chapters).toHaveLength(1);
    expect(made.chapters[0].parent).toBe(title);

    const read = await db.getDoc('Reading', title);
    expect(read.pages).toBe(412);
    expect(read.chapters[0].heading).toBe('One');

    const changed = await db.updateDoc('Reading', title, { status: 'Reading' });
    expect(changed.status).toBe('Reading');
    expect(changed.modified > read.modified).toBe(true);

    expect(await db.deleteDoc('Reading', title)).toEqual({ data: 'ok' });
    await expect(db.getDoc('Reading', title)).rejects.toMatchObject({ httpStatus: 404 });
  });

  it('are renamed, and their values set one by one', async () => {
    const title = unique('Emma');
    await db.createDoc('Reading', { title, pages: 5 });
    const renamed = unique('Emma again');
    expect((await db.renameDoc('Reading', title, renamed)).message).toBe(renamed);
    expect((await db.setValue('Reading', renamed, 'pages', 6)).message.pages).toBe(6);
    expect(await db.getValue('Reading', 'pages', [['name', '=', renamed]])).toMatchObject({ message: { pages: 6 } });
    await db.setValue('Reading', renamed, { pages: 7, status: 'Read' });
    expect((await db.getDoc('Reading', renamed)).pages).toBe(7);
  });

  it('are submitted and cancelled', async () => {
    const slip = await db.createDoc('Loan Slip', { days: 3 });
    expect(slip.name).toMatch(/^LS-\d{5}$/);
    const submitted = await db.submit(slip);
    expect(submitted.docstatus).toBe(1);
    const cancelled = await db.cancel('Loan Slip', slip.name);
    expect(cancelled.message.docstatus).toBe(2);
  });

  it('are refused with what the server says', async () => {
    await expect(db.createDoc('Loan Slip', {})).rejects.toMatchObject({
      httpStatus: 417,
      exc_type: 'MandatoryError',
    });
    await expect(db.createDoc('Reading', { title: unique('x'), status: 'Lost' })).rejects.toMatchObject({
      exc_type: 'ValidationError',
    });
  });
});

describe('lists', () => {
  it('are filtered, ordered and paged', async () => {
    const series = unique('Volume');
    for (const pages of [1, 2, 3]) await db.createDoc('Reading', { title: `${series} ${pages}`, pages });
    const filters = [['title', 'like', `${series}%`]];
    const rows = await db.getDocList('Reading', {
      fields: ['name', 'pages'], filters, orderBy: { field: 'pages', order: 'desc' },
    });
    expect(rows.map((row) => row.pages)).toEqual([3, 2, 1]);
    const page = await db.getDocList('Reading', {
      fields: ['pages'], filters, orderBy: { field: 'pages', order: 'asc' }, limit: 1, limit_start: 1,
    });
    expect(page).toEqual([{ pages: 2 }]);
    const either = await db.getDocList('Reading', {
      fields: ['pages'], filters, orFilters: [['pages', '=', 1], ['pages', '=', 3]], orderBy: { field: 'pages' },
    });
    expect(either).toHaveLength(2);
    expect(await db.getCount('Reading', filters)).toBe(3);
    expect((await db.getLastDoc('Reading', { filters })).title).toBe(`${series} 3`);
    const grouped = await db.getDocList('Reading', { fields: ['status', 'count(name) as n'], filters, groupBy: 'status' });
    expect(grouped).toEqual([{ status: 'To read', n: 3 }]);
    expect(await db.getDocList('Reading', { filters, asDict: false })).toHaveLength(3);
  });
});

describe('calls', () => {
  it('take every verb', async () => {
    expect(await call.get('frappe.auth.get_logged_user')).toEqual({ message: site.user });
    expect(await call.get('ping')).toEqual({ message: 'pong' });
    expect((await call.post('frappe.client.get_count', { doctype: 'Reading' })).message).toBeGreaterThan(0);
    expect((await call.put('frappe.client.get_count', { doctype: 'Reading' })).message).toBeGreaterThan(0);
    expect((await call.delete('ping')).message).toBe('pong');
  });

  it('tell a single value', async () => {
    const zone = await db.getSingleValue('System Settings', 'time_zone');
    expect(zone).toHaveProperty('message');
  });

  it('are refused with the status', async () => {
    await expect(call.get('frappe.client.no_such_method')).rejects.toMatchObject({ httpStatus: 417 });
  });
});

describe('sessions', () => {
  it('begin with a password', async () => {
    const auth = new FrappeApp(site.url).auth();
    const answer = await auth.loginWithUsernamePassword({ username: site.user, password: site.password });
    expect(answer.message).toBe('Logged In');
    expect(answer.full_name).toBe('Alice');
    await expect(
      auth.loginWithUsernamePassword({ username: site.user, password: 'wrong' }),
    ).rejects.toMatchObject({ httpStatus: 401 });
  });
});

describe('files', () => {
  it('are attached to a document', async () => {
    const title = unique('Cover');
    await db.createDoc('Reading', { title });
    const answer = await app.file().uploadFile(new File(['a cover'], `${title}.txt`, { type: 'text/plain' }), {
      isPrivate: true, doctype: 'Reading', docname: title, fieldname: 'cover',
    });
    const file = answer.data.message;
    expect(file.is_private).toBe(1);
    expect(file.attached_to_name).toBe(title);
    expect(file.file_url).toMatch(/^\/private\/files\//);
    const content = await fetch(site.url + file.file_url, { headers: { Authorization: `token ${token}` } });
    expect(await content.text()).toBe('a cover');
    expect((await fetch(site.url + file.file_url)).status).toBe(403);
  });
});
