import { describe, expect, it } from 'vitest';
import { AffogatoClient, AffogatoError } from '../typescript/site/index.js';
import { site, token, unique } from './site.mjs';

const client = new AffogatoClient({ url: site.url, token });

describe('the generated client', () => {
  it('works with documents in their own types', async () => {
    const title = unique('Faust');
    const made = await client.create('Reading', { title, pages: 300, chapters: [{ heading: 'Night', pages: 30 }] });
    const status: 'To read' | 'Reading' | 'Read' | null | undefined = made.status;
    expect(status).toBe('To read');
    expect(made.chapters?.[0]?.heading).toBe('Night');
    const changed = await client.update('Reading', title, { status: 'Read' }, { modified: made.modified });
    expect(changed.status).toBe('Read');
    const stale = client.update('Reading', title, { pages: 1 }, { modified: made.modified });
    await expect(stale).rejects.toMatchObject({ status: 412 });
    const rows = await client.list('Reading', {
      fields: ['name', 'pages'], filters: { title }, orderBy: 'modified desc', limit: 5,
    });
    expect(rows).toEqual([{ name: title, pages: 300 }]);
    expect(await client.count('Reading', [['title', '=', title]])).toBe(1);
    await client.delete('Reading', title);
    const gone = await client.get('Reading', title).catch((error: unknown) => error);
    expect(gone).toBeInstanceOf(AffogatoError);
    expect((gone as AffogatoError).type).toBe('DoesNotExistError');
  });

  it('submits and cancels', async () => {
    const slip = await client.create('Loan Slip', { days: 2 });
    expect((await client.submit('Loan Slip', slip.name)).docstatus).toBe(1);
    expect((await client.cancel('Loan Slip', slip.name)).docstatus).toBe(2);
  });

  it('calls methods, repeats writes safely, and sends batches', async () => {
    expect(await client.call<string>('frappe.auth.get_logged_user')).toBe(site.user);
    const title = unique('Once');
    const key = { idempotencyKey: unique('key') };
    const first = await client.create('Reading', { title }, key);
    expect((await client.create('Reading', { title }, key)).creation).toBe(first.creation);
    const answers = await client.batch([
      { path: '/api/method/ping' },
      { method: 'DELETE', path: `/api/v2/document/Reading/${encodeURIComponent(title)}` },
    ]);
    expect(answers.map((answer) => answer.status)).toEqual([200, 202]);
  });

  it('refuses at compile time what the site does not have', () => {
    // @ts-expect-error the field is unknown
    const unknownField = () => client.list('Reading', { fields: ['isbn'] });
    // @ts-expect-error the option is unknown
    const unknownOption = () => client.create('Reading', { status: 'Lost' });
    // @ts-expect-error the DocType is unknown
    const unknownDoctype = () => client.get('Nothing', 'x');
    expect([unknownField, unknownOption, unknownDoctype]).toHaveLength(3);
  });
});
