/** Counts that the desk shows beside names: open documents, connections of a form. */
@NullMarked
package org.affogato.api.method.desk.notify;

import org.jspecify.annotations.NullMarked;
