/** Where users went in the desk. */
@NullMarked
package org.affogato.doctypes.frappe.desk.doctype.route_history;

import org.jspecify.annotations.NullMarked;
