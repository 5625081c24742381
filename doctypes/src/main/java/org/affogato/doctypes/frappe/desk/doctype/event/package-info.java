/** Calendar events. */
@NullMarked
package org.affogato.doctypes.frappe.desk.doctype.event;

import org.jspecify.annotations.NullMarked;
