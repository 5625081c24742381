/** What the desk shows first: the sidebar of workspaces, and what is on each. */
@NullMarked
package org.affogato.doctypes.frappe.desk.desktop;

import org.jspecify.annotations.NullMarked;
