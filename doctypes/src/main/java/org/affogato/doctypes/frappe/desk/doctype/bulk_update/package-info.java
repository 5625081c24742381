/** The same action on several documents. */
@NullMarked
package org.affogato.doctypes.frappe.desk.doctype.bulk_update;

import org.jspecify.annotations.NullMarked;
