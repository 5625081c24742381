/** The report of open tasks. */
@NullMarked
package org.affogato.doctypes.frappe.desk.report.todo;

import org.jspecify.annotations.NullMarked;
