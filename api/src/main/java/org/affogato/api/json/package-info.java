/** JSON in and out, by the rules of the wire. */
@NullMarked
package org.affogato.api.json;

import org.jspecify.annotations.NullMarked;
