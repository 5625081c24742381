/** Shares grant one document to one user or to everyone. */
@NullMarked
package org.affogato.doctypes.frappe.core.doctype.docshare;

import org.jspecify.annotations.NullMarked;
