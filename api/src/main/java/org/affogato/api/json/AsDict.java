package org.affogato.api.json;

import org.affogato.engine.document.Document;

/**
 * A document that goes out with its null values, as the {@code frappe.client} methods answer it; a bare Document goes
 * out without them.
 */
public record AsDict(Document document) {}
