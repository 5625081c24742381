/** How a user wants to be notified. */
@NullMarked
package org.affogato.doctypes.frappe.desk.doctype.notification_settings;

import org.jspecify.annotations.NullMarked;
