/** Users who are told what happens to a document. */
@NullMarked
package org.affogato.doctypes.frappe.email.doctype.document_follow;

import org.jspecify.annotations.NullMarked;
