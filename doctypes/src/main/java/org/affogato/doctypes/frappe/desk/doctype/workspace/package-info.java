/** Workspaces, the pages of the desk. */
@NullMarked
package org.affogato.doctypes.frappe.desk.doctype.workspace;

import org.jspecify.annotations.NullMarked;
