/** What the File controller does with contents. */
@NullMarked
package org.affogato.doctypes.frappe.core.doctype.file;

import org.jspecify.annotations.NullMarked;
