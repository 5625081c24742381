import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { site, token, unique } from './site.mjs';

const client = new Client({ name: 'affogato-clients', version: '1' });

beforeAll(() =>
  client.connect(
    new StreamableHTTPClientTransport(new URL('/mcp', site.url), {
      requestInit: { headers: { Authorization: `token ${token}` } },
    }),
  ));
afterAll(() => client.close());

const use = async (name, args) => client.callTool({ name, arguments: args });

describe('the official client of the Model Context Protocol', () => {
  it('is greeted', async () => {
    expect(client.getServerVersion().name).toBe('affogato');
    expect(client.getServerCapabilities().tools).toBeDefined();
    expect(client.getInstructions()).toContain('find_doctypes');
    await client.ping();
  });

  it('finds the tools, each with a schema', async () => {
    const { tools } = await client.listTools();
    const names = tools.map((tool) => tool.name);
    for (const name of ['find_doctypes', 'describe_doctype', 'list_documents', 'read_document', 'create_document',
      'update_document', 'delete_document', 'submit_document', 'call_method', 'run_report']) {
      expect(names).toContain(name);
    }
    expect(tools.every((tool) => tool.inputSchema.type === 'object')).toBe(true);
    expect(tools.find((tool) => tool.name === 'delete_document').annotations.destructiveHint).toBe(true);
    expect(tools.find((tool) => tool.name === 'read_document').annotations.readOnlyHint).toBe(true);
  });

  it('looks around', async () => {
    const found = await use('find_doctypes', { search: 'Read' });
    expect(found.structuredContent.doctypes.map((doctype) => doctype.name)).toContain('Reading');
    const described = (await use('describe_doctype', { doctype: 'Reading' })).structuredContent;
    expect(described.rights).toContain('create');
    const fields = Object.fromEntries(described.fields.map((field) => [field.fieldname, field]));
    expect(fields.title.required).toBe(true);
    expect(fields.status.options).toContain('To read');
    expect(fields.chapters.columns.map((column) => column.fieldname)).toEqual(['heading', 'pages']);
  });

  it('works with documents', async () => {
    const title = unique('Ulysses');
    const made = await use('create_document', { doctype: 'Reading', values: { title, pages: 730 } });
    expect(made.isError).toBeFalsy();
    expect(made.structuredContent.document.name).toBe(title);
    const listed = await use('list_documents', {
      doctype: 'Reading', fields: ['name', 'pages'], filters: { name: title },
    });
    expect(listed.structuredContent.rows).toEqual([{ name: title, pages: 730 }]);
    const counted = await use('count_documents', { doctype: 'Reading', filters: [['name', '=', title]] });
    expect(counted.structuredContent.count).toBe(1);
    await use('update_document', { doctype: 'Reading', name: title, values: { status: 'Read' } });
    const read = await use('read_document', { doctype: 'Reading', name: title });
    expect(read.structuredContent.document.status).toBe('Read');
    const gone = await use('delete_document', { doctype: 'Reading', name: title });
    expect(gone.structuredContent.deleted).toBe(title);
  });

  it('is told what went wrong', async () => {
    const refused = await use('create_document', { doctype: 'Loan Slip', values: {} });
    expect(refused.isError).toBe(true);
    expect(refused.content[0].text).toContain('MandatoryError');
    await expect(use('no_such_tool', {})).rejects.toThrow();
  });

  it('calls methods', async () => {
    const answer = await use('call_method', { method: 'frappe.auth.get_logged_user' });
    expect(answer.structuredContent.message).toBe(site.user);
  });
});
