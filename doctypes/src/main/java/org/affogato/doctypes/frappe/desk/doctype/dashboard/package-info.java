/** Dashboards: charts and number cards on one page. */
@NullMarked
package org.affogato.doctypes.frappe.desk.doctype.dashboard;

import org.jspecify.annotations.NullMarked;
