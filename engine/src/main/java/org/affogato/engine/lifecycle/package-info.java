/** Insert, save, submit, cancel, delete and rename: a document's life in Frappe's order. */
@NullMarked
package org.affogato.engine.lifecycle;

import org.jspecify.annotations.NullMarked;
