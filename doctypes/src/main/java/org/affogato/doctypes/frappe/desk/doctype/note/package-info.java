/** Notes. */
@NullMarked
package org.affogato.doctypes.frappe.desk.doctype.note;

import org.jspecify.annotations.NullMarked;
