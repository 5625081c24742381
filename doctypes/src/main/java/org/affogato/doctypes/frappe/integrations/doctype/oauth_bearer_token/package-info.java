/** Tokens of programs that act for users. */
@NullMarked
package org.affogato.doctypes.frappe.integrations.doctype.oauth_bearer_token;

import org.jspecify.annotations.NullMarked;
