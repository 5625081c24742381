/** What a site calls things in other languages. */
@NullMarked
package org.affogato.doctypes.frappe.core.doctype.translation;

import org.jspecify.annotations.NullMarked;
