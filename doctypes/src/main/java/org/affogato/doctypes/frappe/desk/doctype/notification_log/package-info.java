/** Notification Logs: what the bell of the desk shows. */
@NullMarked
package org.affogato.doctypes.frappe.desk.doctype.notification_log;

import org.jspecify.annotations.NullMarked;
