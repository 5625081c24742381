/** Comments on documents, and the log entries of their timeline. */
@NullMarked
package org.affogato.doctypes.frappe.core.doctype.comment;

import org.jspecify.annotations.NullMarked;
