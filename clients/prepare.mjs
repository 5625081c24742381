// Makes what the suites work on: a user with a key, and three DocTypes. Writes site.json. Usage: node prepare.mjs URL PASSWORD
import { writeFileSync } from 'node:fs';

const [url, password] = process.argv.slice(2);
let cookie = '';

async function call(method, path, body) {
  const answer = await fetch(url + path, {
    method,
    headers: { 'Content-Type': 'application/json', Accept: 'application/json', Cookie: cookie },
    body: body && JSON.stringify(body),
  });
  const sid = answer.headers.getSetCookie().find((text) => text.startsWith('sid='));
  if (sid) cookie = sid.split(';')[0];
  const json = await answer.json();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(json)}`);
  return json;
}

const rights = { role: 'System Manager', read: 1, write: 1, create: 1, delete: 1, report: 1, export: 1, share: 1 };
const field = (fieldname, fieldtype, more = {}) => ({ fieldname, fieldtype, label: fieldname, ...more });
const doctype = (name, fields, more = {}) =>
  call('POST', '/api/resource/DocType', { name, module: 'Custom', custom: 1, permissions: [rights], fields, ...more });

await call('POST', '/api/method/login', { usr: 'Administrator', pwd: password });
await doctype('Chapter', [field('heading', 'Data'), field('pages', 'Int')], { istable: 1, permissions: [] });
await doctype('Reading', [
  field('title', 'Data', { reqd: 1, in_list_view: 1 }),
  field('status', 'Select', { options: 'To read\nReading\nRead', default: 'To read' }),
  field('pages', 'Int'),
  field('reader', 'Link', { options: 'User' }),
  field('cover', 'Attach'),
  field('chapters', 'Table', { options: 'Chapter' }),
], { autoname: 'field:title', allow_rename: 1, title_field: 'title', track_changes: 1 });
await doctype('Loan Slip', [field('reading', 'Link', { options: 'Reading' }), field('days', 'Int', { reqd: 1 })], {
  autoname: 'LS-.#####', is_submittable: 1, permissions: [{ ...rights, submit: 1, cancel: 1, amend: 1 }],
});
await call('POST', '/api/resource/Report', {
  report_name: 'Readings by status', ref_doctype: 'Reading', report_type: 'Query Report', is_standard: 'No',
  query: 'select status as "Status:Data:100", count(*) as "Readings:Int:80" from `tabReading` group by status',
  roles: [{ role: 'System Manager' }],
});
const user = 'alice@example.com';
await call('POST', '/api/resource/User', {
  email: user, first_name: 'Alice', new_password: 'Quiet-Harbour-42', send_welcome_email: 0,
  roles: [{ role: 'System Manager' }],
});
const key = (await call('POST', '/api/method/frappe.core.doctype.user.user.generate_keys', { user })).message;
const apiKey = (await call('GET', `/api/method/frappe.client.get_value?doctype=User&fieldname=api_key&filters=${user}`)).message;
writeFileSync(
  new URL('./site.json', import.meta.url),
  JSON.stringify({ url, user, password: 'Quiet-Harbour-42', key: apiKey.api_key, secret: key.api_secret }, null, 1),
);
