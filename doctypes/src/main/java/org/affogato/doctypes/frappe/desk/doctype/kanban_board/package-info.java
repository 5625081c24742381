/** Kanban boards: documents as cards in the columns of a Select field. */
@NullMarked
package org.affogato.doctypes.frappe.desk.doctype.kanban_board;

import org.jspecify.annotations.NullMarked;
