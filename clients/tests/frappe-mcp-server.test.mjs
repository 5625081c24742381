import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { site, unique } from './site.mjs';

const client = new Client({ name: 'affogato-clients', version: '1' });

beforeAll(() =>
  client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: ['node_modules/frappe-mcp-server/build/index.js'],
      env: { ...process.env, FRAPPE_URL: site.url, FRAPPE_API_KEY: site.key, FRAPPE_API_SECRET: site.secret },
      stderr: 'ignore',
    }),
  ));
afterAll(() => client.close());

async function use(name, args = {}) {
  const answer = await client.callTool({ name, arguments: args });
  return { failed: Boolean(answer.isError), text: answer.content.map((block) => block.text).join('\n') };
}

describe('frappe-mcp-server', () => {
  it('finds the site', async () => {
    expect((await use('ping')).text).toContain('pong');
    expect((await client.listTools()).tools.length).toBeGreaterThan(15);
  });

  it('looks around', async () => {
    const modules = await use('get_module_list');
    expect(modules.failed).toBe(false);
    expect(modules.text).toContain('Core');
    const inModule = await use('get_doctypes_in_module', { module: 'Custom' });
    expect(inModule.text).toContain('Reading');
    const found = await use('find_doctypes', { search_term: 'Read' });
    expect(found.text).toContain('Reading');
    const there = await use('check_doctype_exists', { doctype: 'Reading' });
    expect(there.text).toContain('true');
  });

  it('reads schemas', async () => {
    const schema = await use('get_doctype_schema', { doctype: 'Reading' });
    expect(schema.failed).toBe(false);
    expect(schema.text).toContain('chapters');
    expect(schema.text).toContain('To read');
    const required = await use('get_required_fields', { doctype: 'Reading' });
    expect(required.failed).toBe(false);
    expect(required.text).toContain('title');
    const options = await use('get_field_options', { doctype: 'Reading', fieldname: 'status' });
    expect(options.text).toContain('Reading');
    const naming = await use('get_naming_info', { doctype: 'Reading' });
    expect(naming.failed).toBe(false);
    expect(naming.text).toContain('field:title');
  });

  it('works with documents', async () => {
    const title = unique('Walden');
    const made = await use('create_document', { doctype: 'Reading', values: { title, pages: 352 } });
    expect(made.failed).toBe(false);
    expect(made.text).toContain(title);
    const read = await use('get_document', { doctype: 'Reading', name: title });
    expect(read.text).toContain('352');
    const changed = await use('update_document', { doctype: 'Reading', name: title, values: { status: 'Read' } });
    expect(changed.failed).toBe(false);
    const listed = await use('list_documents', {
      doctype: 'Reading', filters: { title }, fields: ['name', 'status'],
    });
    expect(listed.text).toContain('Read');
    expect((await use('check_document_exists', { doctype: 'Reading', name: title })).text).toContain('true');
    expect((await use('get_document_count', { doctype: 'Reading' })).text).toMatch(/"count": [1-9]/);
    expect((await use('delete_document', { doctype: 'Reading', name: title })).failed).toBe(false);
    expect((await use('get_document', { doctype: 'Reading', name: title })).failed).toBe(true);
  });

  it('calls methods and is refused what there is none of', async () => {
    const user = await use('call_method', { method: 'frappe.auth.get_logged_user' });
    expect(user.text).toContain(site.user);
    const refused = await use('create_document', { doctype: 'Reading', values: { pages: 1 } });
    expect(refused.text.toLowerCase()).toMatch(/mandatory|required|error/);
  });

  it('runs reports', async () => {
    await use('create_document', { doctype: 'Reading', values: { title: unique('Emma') } });
    const report = await use('run_query_report', { report_name: 'Readings by status', filters: {} });
    expect(report.failed).toBe(false);
    expect(report.text).toContain('To read');
    expect(report.text).toContain('"fieldname": "readings"');
  });
});
