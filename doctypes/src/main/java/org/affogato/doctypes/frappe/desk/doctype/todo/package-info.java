/** Tasks, among them the assignments of documents. */
@NullMarked
package org.affogato.doctypes.frappe.desk.doctype.todo;

import org.jspecify.annotations.NullMarked;
