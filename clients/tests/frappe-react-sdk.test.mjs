// @vitest-environment jsdom
import { act, renderHook, waitFor } from '@testing-library/react';
import {
  FrappeProvider, useFrappeAuth, useFrappeCreateDoc, useFrappeDeleteCall, useFrappeDeleteDoc, useFrappeFileUpload,
  useFrappeGetCall, useFrappeGetDoc, useFrappeGetDocCount, useFrappeGetDocList, useFrappePostCall, useFrappePutCall,
  useFrappeUpdateDoc, useSearch,
} from 'frappe-react-sdk';
import { createElement } from 'react';
import { describe, expect, it } from 'vitest';
import { site, token, unique } from './site.mjs';

function wrapper({ children }) {
  const tokenParams = { useToken: true, token: () => token, type: 'token' };
  return createElement(FrappeProvider, { url: site.url, tokenParams, enableSocket: false }, children);
}

const hook = (use) => renderHook(use, { wrapper }).result;

async function fetched(use) {
  const result = hook(use);
  await waitFor(() => expect(result.current.isLoading).toBe(false), { timeout: 5000 });
  return result.current;
}

async function make(values) {
  const create = hook(() => useFrappeCreateDoc());
  let made;
  await act(async () => {
    made = await create.current.createDoc('Reading', values);
  });
  expect(create.current.isCompleted).toBe(true);
  expect(create.current.error).toBeFalsy();
  return made;
}

describe('hooks on documents', () => {
  it('make and read one', async () => {
    const title = unique('Middlemarch');
    const made = await make({ title, pages: 880, chapters: [{ heading: 'One' }] });
    expect(made.name).toBe(title);
    const { data, error } = await fetched(() => useFrappeGetDoc('Reading', title));
    expect(error).toBeUndefined();
    expect(data.pages).toBe(880);
    expect(data.status).toBe('To read');
    expect(data.chapters[0].heading).toBe('One');
  });

  it('change and delete one', async () => {
    const title = unique('Persuasion');
    await make({ title });
    const update = hook(() => useFrappeUpdateDoc());
    await act(async () => {
      const changed = await update.current.updateDoc('Reading', title, { status: 'Read' });
      expect(changed.status).toBe('Read');
    });
    expect(update.current.isCompleted).toBe(true);
    const remove = hook(() => useFrappeDeleteDoc());
    await act(async () => {
      await remove.current.deleteDoc('Reading', title);
    });
    expect(remove.current.isCompleted).toBe(true);
    const { error, data } = await fetched(() => useFrappeGetDoc('Reading', title, undefined, { shouldRetryOnError: false }));
    expect(data).toBeUndefined();
    expect(error.httpStatus).toBe(404);
    expect(error.exc_type ?? 'DoesNotExistError').toBe('DoesNotExistError');
  });

  it('show why one was refused', async () => {
    const create = hook(() => useFrappeCreateDoc());
    await act(async () => {
      await expect(create.current.createDoc('Loan Slip', {})).rejects.toBeTruthy();
    });
    expect(create.current.error.httpStatus).toBe(417);
    expect(create.current.error.exc_type).toBe('MandatoryError');
  });
});

describe('hooks on lists', () => {
  it('list, count and search', async () => {
    const series = unique('Saga');
    for (const pages of [10, 20, 30]) await make({ title: `${series} ${pages}`, pages });
    const filters = [['title', 'like', `${series}%`]];
    const list = await fetched(() => useFrappeGetDocList('Reading', {
      fields: ['name', 'pages'], filters, orderBy: { field: 'pages', order: 'desc' }, limit: 2,
    }));
    expect(list.data.map((row) => row.pages)).toEqual([30, 20]);
    const second = await fetched(() => useFrappeGetDocList('Reading', {
      fields: ['pages'], filters, orderBy: { field: 'pages', order: 'desc' }, limit: 2, limit_start: 2,
    }));
    expect(second.data).toEqual([{ pages: 10 }]);
    const count = await fetched(() => useFrappeGetDocCount('Reading', filters));
    expect(count.data).toBe(3);
    const search = hook(() => useSearch('Reading', series, [], 20, 10));
    await waitFor(() => expect(search.current.data?.message).toHaveLength(3), { timeout: 5000 });
    expect(search.current.data.message[0].value).toContain(series);
  });

  it('show why a list was refused', async () => {
    const list = await fetched(() =>
      useFrappeGetDocList('Reading', { fields: ['nothing'] }, undefined, { shouldRetryOnError: false }));
    expect(list.error.httpStatus).toBe(417);
    expect(list.error.exc_type).toBe('DataError');
  });
});

describe('hooks on methods', () => {
  it('call by every verb', async () => {
    const got = await fetched(() => useFrappeGetCall('frappe.auth.get_logged_user'));
    expect(got.data.message).toBe(site.user);
    const post = hook(() => useFrappePostCall('frappe.client.get_count'));
    await act(async () => {
      expect((await post.current.call({ doctype: 'Reading' })).message).toBeGreaterThan(0);
    });
    expect(post.current.isCompleted).toBe(true);
    const put = hook(() => useFrappePutCall('ping'));
    await act(async () => {
      expect((await put.current.call({})).message).toBe('pong');
    });
    const remove = hook(() => useFrappeDeleteCall('ping'));
    await act(async () => {
      expect((await remove.current.call({})).message).toBe('pong');
    });
  });

  it('know who is signed in', async () => {
    const auth = hook(() => useFrappeAuth());
    await waitFor(() => expect(auth.current.currentUser).toBe(site.user), { timeout: 5000 });
    expect(auth.current.error).toBeFalsy();
  });
});

describe('hooks on files', () => {
  it('upload one', async () => {
    const title = unique('Atlas');
    await make({ title });
    const upload = hook(() => useFrappeFileUpload());
    await act(async () => {
      const file = new File(['a map'], `${title}.txt`, { type: 'text/plain' });
      const answer = await upload.current.upload(file, { isPrivate: true, doctype: 'Reading', docname: title });
      expect(answer.file_url).toMatch(/^\/private\/files\//);
      expect(answer.attached_to_name).toBe(title);
    });
    expect(upload.current.isCompleted).toBe(true);
  });
});
