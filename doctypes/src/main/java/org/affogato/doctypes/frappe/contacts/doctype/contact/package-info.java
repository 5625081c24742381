/** People, their addresses and numbers. */
@NullMarked
package org.affogato.doctypes.frappe.contacts.doctype.contact;

import org.jspecify.annotations.NullMarked;
