/** What differs between two versions of a text. */
@NullMarked
package org.affogato.api.method.desk.diff;

import org.jspecify.annotations.NullMarked;
