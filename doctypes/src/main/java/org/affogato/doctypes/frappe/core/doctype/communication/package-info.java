/** Mails and other messages about documents. */
@NullMarked
package org.affogato.doctypes.frappe.core.doctype.communication;

import org.jspecify.annotations.NullMarked;
