/** Values that users set once for all new documents. */
@NullMarked
package org.affogato.doctypes.frappe.core.doctype.session_default_settings;

import org.jspecify.annotations.NullMarked;
