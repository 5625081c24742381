/** Number cards: one figure of a list. */
@NullMarked
package org.affogato.doctypes.frappe.desk.doctype.number_card;

import org.jspecify.annotations.NullMarked;
