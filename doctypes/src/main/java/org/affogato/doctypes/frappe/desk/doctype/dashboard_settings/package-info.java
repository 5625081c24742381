/** How users keep their dashboards. */
@NullMarked
package org.affogato.doctypes.frappe.desk.doctype.dashboard_settings;

import org.jspecify.annotations.NullMarked;
