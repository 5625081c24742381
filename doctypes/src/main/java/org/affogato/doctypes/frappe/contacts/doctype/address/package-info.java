/** Postal addresses. */
@NullMarked
package org.affogato.doctypes.frappe.contacts.doctype.address;

import org.jspecify.annotations.NullMarked;
