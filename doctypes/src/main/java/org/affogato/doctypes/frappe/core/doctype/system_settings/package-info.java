/** The site's settings. */
@NullMarked
package org.affogato.doctypes.frappe.core.doctype.system_settings;

import org.jspecify.annotations.NullMarked;
