/** Programs that act for users. */
@NullMarked
package org.affogato.doctypes.frappe.integrations.doctype.oauth_client;

import org.jspecify.annotations.NullMarked;
