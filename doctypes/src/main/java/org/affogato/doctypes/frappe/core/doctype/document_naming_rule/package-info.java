/** The site's own naming rules. */
@NullMarked
package org.affogato.doctypes.frappe.core.doctype.document_naming_rule;

import org.jspecify.annotations.NullMarked;
