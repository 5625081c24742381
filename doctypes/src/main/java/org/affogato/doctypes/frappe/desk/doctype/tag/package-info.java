/** Tags on documents. */
@NullMarked
package org.affogato.doctypes.frappe.desk.doctype.tag;

import org.jspecify.annotations.NullMarked;
