/** Which logs are cleared when. */
@NullMarked
package org.affogato.doctypes.frappe.core.doctype.log_settings;

import org.jspecify.annotations.NullMarked;
