/** Charts of dashboards: figures of a list by time or by groups. */
@NullMarked
package org.affogato.doctypes.frappe.desk.doctype.dashboard_chart;

import org.jspecify.annotations.NullMarked;
