/** The {@code frappe.client.*} methods: documents over RPC. */
@NullMarked
package org.affogato.api.method.client;

import org.jspecify.annotations.NullMarked;
