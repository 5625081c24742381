/** Deleted documents, and how they come back. */
@NullMarked
package org.affogato.doctypes.frappe.core.doctype.deleted_document;

import org.jspecify.annotations.NullMarked;
